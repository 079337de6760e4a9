import { watch as watchFolder, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Dispose } from '../../shared/base/disposable'
import type { Disk } from './disk'
import { errnoOf, isMissing } from './errno'
import { hashInPieces, insteadOfHash } from './fileHash'

export interface WatchTimes {
  /** Between two looks at size, times and number of the file, for disks that tell nothing. */
  readonly pollMs: number
  /** Between two readings of the whole file: a change may leave size and times as they were. */
  readonly hashMs: number
  /** After a word of the system that the folder changed: a write is rarely one event. */
  readonly calmMs: number
}

export const WATCH_TIMES: WatchTimes = { pollMs: 2_000, hashMs: 30_000, calmMs: 150 }

export interface WatchOptions {
  /** Real path of the file. */
  readonly path: string
  readonly disk: Disk
  readonly times: WatchTimes
  /**
   * What is there now: the hash of the file, null where there is none. Called after every look, also where it is what it was: only the caller
   * knows which content it expects. The next look waits for it.
   */
  readonly onLook: (hash: string | null) => Promise<void>
  /** Another file of the folder came, went or changed, as far as the system says so. */
  readonly onOther: (name: string) => void
  /** A look failed for another reason than that nothing is there; said once until one works again. */
  readonly log: (message: string, error?: unknown) => void
  /** The system's own watching; replaced in tests of a system that says nothing. */
  readonly listen?: (folder: string, onEvent: (name: string | null) => void, onEnd: (error: unknown) => void) => Dispose
}

/**
 * Watch one file for whatever other programs do to it.
 *
 * Events of the system are only a reason to look sooner: on network disks and in synchronised folders they may never come. Looking is cheap
 * (one `stat`), and the content is read when something of it changed, and now and then all the same.
 */
export function watchFile(options: WatchOptions): Dispose {
  const watching = new FileWatch(options)
  return () => watching.stop()
}

class FileWatch {
  readonly #options: WatchOptions
  readonly #name: string
  #unlisten: Dispose | null = null
  #timer: NodeJS.Timeout | null = null
  #looking = false
  /** An event came since the last look began. */
  #again = false
  /** The timer is set for such an event; more of them must not put it off. */
  #hurried = false
  #stopped = false
  #failed = false
  #seen: { readonly signs: string; readonly hash: string; readonly at: number } | null = null

  constructor(options: WatchOptions) {
    this.#options = options
    this.#name = basename(options.path).normalize('NFC')
    this.#listen()
    this.#arm(options.times.pollMs)
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#unlisten?.()
  }

  #listen(): void {
    const { path, log, onOther, listen = listenToSystem } = this.#options
    const deaf = (error: unknown): void => {
      this.#unlisten = null
      log('the system does not tell of changes of a map’s folder; it is looked at now and then', errnoOf(error))
    }
    try {
      this.#unlisten = listen(
        dirname(path),
        (name) => {
          // A system may give the name in another Unicode form than it was asked for.
          if (name !== null && name.normalize('NFC') !== this.#name) onOther(name)
          else this.#soon()
        },
        deaf,
      )
    } catch (error) {
      deaf(error)
    }
  }

  #soon(): void {
    this.#again = true
    if (this.#looking || this.#hurried) return
    this.#hurried = true
    this.#arm(this.#options.times.calmMs)
  }

  #arm(wait: number): void {
    if (this.#stopped) return
    if (this.#timer) clearTimeout(this.#timer)
    // Nobody waits for a look: it must not keep the app from ending.
    this.#timer = setTimeout(() => void this.#look(), wait).unref()
  }

  async #look(): Promise<void> {
    const { times, log, onLook } = this.#options
    this.#looking = true
    this.#hurried = false
    this.#again = false
    try {
      const hash = await this.#hash()
      if (!this.#stopped) await onLook(hash)
      this.#failed = false
    } catch (error) {
      if (!this.#failed) log('a map’s file cannot be looked at', errnoOf(error))
      this.#failed = true
    }
    this.#looking = false
    if (this.#again) this.#soon()
    else this.#arm(times.pollMs)
  }

  /** The hash of the file; read anew only where the signs changed or it was not read for long. */
  async #hash(): Promise<string | null> {
    const { path, disk, times } = this.#options
    try {
      const found = await disk.stat(path)
      const { size, mtimeMs, ctimeMs, ino } = found
      const signs = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
      // Not the wall clock: somebody may set it back by years.
      const now = performance.now()
      if (this.#seen?.signs === signs && now - this.#seen.at < times.hashMs) return this.#seen.hash
      const hash = insteadOfHash(found) ?? (await hashInPieces(disk, path))
      this.#seen = { signs, hash, at: now }
      return hash
    } catch (error) {
      this.#seen = null
      if (isMissing(error)) return null
      throw error
    }
  }
}

function listenToSystem(folder: string, onEvent: (name: string | null) => void, onEnd: (error: unknown) => void): Dispose {
  const watcher: FSWatcher = watchFolder(folder, { persistent: false }, (_what, name) => onEvent(name))
  watcher.on('error', (error) => {
    watcher.close()
    onEnd(error)
  })
  return () => watcher.close()
}
