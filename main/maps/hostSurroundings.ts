import { randomBytes } from 'node:crypto'
import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, type Result } from '../../shared/base/result'
import type { MapSurroundings } from '../../shared/ipc/surroundings'
import { BEAT_MS, Presence, presenceNameOf, type Other } from '../files/presence'
import { watchFile, WATCH_TIMES, type WatchTimes } from '../files/watch'
import { errnoOf } from '../files/errno'
import { Copies, type CopiesDeps, type CopyFailure } from './copies'

export interface SurroundTimes extends WatchTimes {
  /** Between two signs of life to others, and two looks at theirs and at the copies beside the map. */
  readonly beatMs: number
}

export interface SurroundingsDeps extends Omit<CopiesDeps, 'othersAt'> {
  readonly times: SurroundTimes
  /** What the person wants to be called by others. */
  readonly who: () => string
  readonly computer: string
  /** What tells this computer from others of that name. */
  readonly machine: string
  /**
   * The map can be edited here. Of one that cannot, others need not know that it is open, and no copy is offered: what came from it
   * would be gone with the window.
   */
  readonly writable: boolean
  /** What is at the map's place; see `HostSaving.noticed`. */
  readonly noticed: (hash: string | null) => Promise<void>
  readonly log: (message: string, error?: unknown) => void
}

export const SURROUND_TIMES: SurroundTimes = { ...WATCH_TIMES, beatMs: BEAT_MS }

/** Names of other files that are worth a look at once. */
const WORTH_A_LOOK = /\.cjm$|\.open-[0-9a-f]{8}\.json$/iu

/** After such a name was heard of, in milliseconds: copies come in many pieces. */
const LOOK_SOON_MS = 400

/** Longest that leaving waits for the disk. */
const LEAVE_MS = 1_000

/**
 * What happens round the file of one open map: what others do to it, who else has it open, which copies of it are beside it.
 *
 * All of it is courtesy. A folder that cannot be listed or written is logged once, and the map goes on.
 */
export class HostSurroundings {
  readonly #deps: SurroundingsDeps
  readonly #presence: Presence
  readonly #copies: Copies
  /** Who has the copies open, by path: a sign of life is one to whoever saw it change. */
  readonly #atCopies = new Map<string, Presence>()
  readonly #presenceOf: (file: string) => Presence
  readonly #listeners = new Listeners<[MapSurroundings]>()
  readonly #unwatch: Dispose
  #others: readonly Other[] = []
  #timer: NodeJS.Timeout | null = null
  #soon: NodeJS.Timeout | null = null
  #looking: Promise<void> = Promise.resolve()
  #told = ''
  #failed = new Set<string>()
  #stopped = false

  constructor(deps: SurroundingsDeps) {
    this.#deps = deps
    const { file, mapId, who, computer, machine, clock, disk, times, noticed, log } = deps
    const instance = randomBytes(4).toString('hex')
    this.#presenceOf = (path) => new Presence({ file: path, mapId, who, computer, machine, pid: process.pid, instance, clock, disk })
    this.#presence = this.#presenceOf(file)
    this.#copies = new Copies({ ...deps, othersAt: (path) => this.#othersAt(path) })
    const own = presenceNameOf(file, instance)
    this.#unwatch = watchFile({
      path: file,
      disk,
      times,
      onLook: noticed,
      onOther: (name) => {
        if (name !== own && WORTH_A_LOOK.test(name)) this.#lookSoon()
      },
      log,
    })
    this.#beat()
  }

  now(): MapSurroundings {
    return { others: [...this.#others], copies: [...this.#copies.list()] }
  }

  onChange(listener: (surroundings: MapSurroundings) => void): Dispose {
    return this.#listeners.add(listener)
  }

  /** The map holds more than before: copies may have nothing new any more. */
  tookIn(): void {
    this.#copies.forgetVerdicts()
    this.#lookSoon()
  }

  /** Where a listed copy is. */
  pathOf(id: string): string | undefined {
    return this.#copies.pathOf(id)
  }

  async merge(ids: readonly string[]): Promise<Result<null, CopyFailure>> {
    return this.#each(ids, (id) => this.#copies.merge(id))
  }

  async separate(ids: readonly string[]): Promise<Result<null, CopyFailure>> {
    return this.#each(ids, (id) => this.#copies.separate(id))
  }

  async later(ids: readonly string[]): Promise<Result<null, CopyFailure>> {
    return this.#each(ids, async (id) => this.#copies.later(id))
  }

  async trash(ids: readonly string[]): Promise<Result<null, CopyFailure>> {
    return this.#each(ids, (id) => this.#copies.trash(id))
  }

  /** The map is closed, or is at another place from here on. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#unwatch()
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#soon) clearTimeout(this.#soon)
    const left = this.#looking.then(() =>
      this.#deps.writable ? this.#quietly('the sign that a map is open cannot be taken away', () => this.#presence.leave()) : undefined,
    )
    // A disk that does not answer must not keep anybody from leaving the map.
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => (timer = setTimeout(resolve, LEAVE_MS)))
    await Promise.race([left, late])
    clearTimeout(timer)
  }

  /** All of them, whatever becomes of one; the first failure is told. */
  async #each(ids: readonly string[], work: (id: string) => Promise<Result<null, CopyFailure>>): Promise<Result<null, CopyFailure>> {
    let first: Result<null, CopyFailure> | null = null
    for (const id of ids) {
      const done = await work(id)
      if (first === null || (first.ok && !done.ok)) first = done
    }
    await this.#look()
    return first ?? fail('not-found')
  }

  #beat(): void {
    if (this.#stopped) return
    if (this.#deps.writable) {
      this.#looking = this.#looking.then(() => this.#quietly('nobody can be told that a map is open', () => this.#presence.beat()))
    }
    void this.#look()
    this.#timer = setTimeout(() => this.#beat(), this.#deps.times.beatMs).unref()
  }

  #lookSoon(): void {
    if (this.#stopped || this.#soon) return
    this.#soon = setTimeout(() => {
      this.#soon = null
      void this.#look()
    }, LOOK_SOON_MS).unref()
  }

  /** Looks go one after another, because two at a time could tell an old state last. */
  #look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      if (this.#stopped) return
      await this.#quietly('who else has a map open cannot be seen', async () => {
        this.#others = await this.#presence.others()
      })
      if (this.#deps.writable) await this.#quietly('copies beside a map cannot be looked for', () => this.#lookAtCopies())
      this.#tell()
    })
    return this.#looking
  }

  async #lookAtCopies(): Promise<void> {
    await this.#copies.look()
    for (const { id } of this.#copies.list()) {
      const path = this.#copies.pathOf(id)
      if (path !== undefined) await this.#othersAt(path)
    }
  }

  #othersAt(path: string): Promise<readonly Other[]> {
    const presence = this.#atCopies.get(path) ?? this.#presenceOf(path)
    this.#atCopies.set(path, presence)
    return presence.others()
  }

  #tell(): void {
    const now = this.now()
    const told = JSON.stringify(now)
    if (told === this.#told || this.#stopped) return
    this.#told = told
    this.#listeners.emit(now)
  }

  /** A failure is logged once, until the same thing works again. */
  async #quietly(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.#failed.delete(what)
    } catch (error) {
      if (!this.#failed.has(what)) this.#deps.log(what, errnoOf(error))
      this.#failed.add(what)
    }
  }
}
