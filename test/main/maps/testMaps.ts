import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Result } from '../../../shared/base/result'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { MapDocument } from '../../../shared/document/mapDocument'
import { makeNewId } from '../../../shared/model/ids'
import type { NoteId } from '../../../shared/model/note'
import type { Disk } from '../../../main/files/disk'
import { openRecents, type Recents } from '../../../main/files/recents'
import type { AutosaveTimes } from '../../../main/maps/autosave'
import type { MapHost } from '../../../main/maps/mapHost'
import { createMaps, type Maps } from '../../../main/maps/maps'
import type { SurroundOptions } from '../../../main/maps/openHost'

export const newId = makeNewId((count) => new Uint8Array(randomBytes(count)))

/** Nothing is written by itself within a test that does not ask for it. */
export const NEVER: AutosaveTimes = { restMs: 1e9, mostMs: 1e9, retryMs: 1e9 }

export interface TestApp {
  readonly maps: Maps
  readonly recents: Recents
  readonly userData: string
  readonly log: string[]
}

const started: Maps[] = []

/** For `afterEach`: apps that a test left as if they had been killed still hold their journals open. */
export async function closeStartedApps(): Promise<void> {
  for (const maps of started.splice(0)) await Promise.all(maps.open().map((host) => host.close()))
}

export interface TestAppOptions {
  readonly autosave?: AutosaveTimes
  readonly disk?: Disk
  readonly lookMs?: number
  readonly clock?: () => Date
  /** Absent: nobody looks at what others do to the files. */
  readonly surround?: SurroundOptions
  /** Display name of the person. */
  readonly who?: string
}

/** The main process's maps over a real folder; a second one over the same folder is the app after a crash. */
export async function startApp(folder: string, options: TestAppOptions = {}): Promise<TestApp> {
  const userData = join(folder, 'user-data')
  const clock = options.clock ?? ((): Date => new Date())
  const recents = await openRecents({ userData, home: folder, clock })
  const log: string[] = []
  const maps = createMaps({
    userData,
    home: folder,
    clock,
    newId,
    recents,
    log: (message, error) => log.push(`${message}: ${String(error)}`),
    autosave: options.autosave ?? NEVER,
    ...(options.disk ? { disk: options.disk } : {}),
    who: () => options.who ?? '',
    ...(options.surround && { surround: options.surround }),
    ...(options.lookMs === undefined ? {} : { lookMs: options.lookMs }),
  })
  started.push(maps)
  return { maps, recents, userData, log }
}

/** A window: a replica that sends what it writes to the host and takes what others wrote. */
export class TestWindow {
  readonly document: MapDocument
  readonly host: MapHost
  readonly #sent: Promise<Result<null>>[] = []

  constructor(host: MapHost, peer = 'window-1', who = '') {
    this.host = host
    this.document = openMapDocument({ clock: () => new Date(), state: host.encode(), author: () => who })
    host.onUpdate((update, from) => {
      if (from !== peer) this.document.receive(update)
    })
    this.document.onUpdate((update, origin) => {
      if (origin === 'local') this.#sent.push(host.receive(update, peer))
    })
  }

  /** Write a note to the inbox; resolves when the host has it on disk. */
  async addNote(text: string, noteId: NoteId = newId('note')): Promise<NoteId> {
    this.#write(text, noteId)
    await this.sent()
    return noteId
  }

  /** Write a note to the inbox; whether the host has it on disk. */
  async tryNote(text: string): Promise<boolean> {
    this.#write(text, newId('note'))
    return (await this.sent()).every((answer) => answer.ok)
  }

  async setText(id: NoteId, text: string): Promise<void> {
    this.document.write([{ op: 'set', id, fields: { text } }], { what: 'editNote', count: 1 })
    await this.sent()
  }

  /** The answers to everything sent since the last time. */
  sent(): Promise<Result<null>[]> {
    return Promise.all(this.#sent.splice(0))
  }

  texts(): string[] {
    return textsOf(this.host)
  }

  #write(text: string, id: NoteId): void {
    const record = { id, order: 'a0', text, mark: 'none', proof: 'hypothesis', personaIds: [] } as const
    this.document.write([{ op: 'add', record }], { what: 'addNote', count: 1 })
  }
}

/** The texts of the inbox, sorted. */
export function textsOf(host: MapHost): string[] {
  return host
    .board()
    .inbox.map(({ text }) => text)
    .sort()
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}
