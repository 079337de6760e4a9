import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { Listeners, type Dispose } from '../../shared/base/disposable'
import type { RecentMap } from '../../shared/ipc/contract'
import { disk } from './disk'
import { isMissing } from './errno'
import { sha256 } from './hash'
import { draftJournal } from './journalPaths'
import { openJsonStore } from './jsonStore'

/** What a recent map stands for: a file, or a draft that lives in its journal. */
export type RecentTarget = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'draft'; readonly mapId: string }

/** The list of the start screen, newest first; at most 30. */
export interface Recents {
  /** Looks whether each file is still there. */
  list(): Promise<readonly RecentMap[]>
  target(id: string): Promise<RecentTarget | undefined>
  /**
   * Puts the map first. A draft is named by its title.
   * @param insteadOf id of an entry that this one takes the place of, with its picture.
   */
  touch(target: RecentTarget, name: string, insteadOf?: string): Promise<void>
  forget(id: string): Promise<void>
  setThumbnail(id: string, svg: string): Promise<void>
  onChange(listener: () => void): Dispose
}

const MOST = 30
const MAP_ENDING = /\.cjm$/i

const Entry = z.object({
  id: z.string(),
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), path: z.string() }),
    z.object({ kind: z.literal('draft'), mapId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
  ]),
  name: z.string(),
  openedAt: z.iso.datetime(),
  thumbnail: z.string().max(200_000).nullable().default(null),
})
type Entry = z.infer<typeof Entry>

const RecentsFile = z.object({ maps: z.array(Entry).max(MOST) })

export interface RecentsDeps {
  readonly userData: string
  /** The person's home folder, left out of what is shown as a place. */
  readonly home: string
  readonly clock: () => Date
}

/** A file is listed under the hash of its path, so that the window has nothing to act on; a draft under its map's id. */
export function recentIdOf(target: RecentTarget): string {
  return target.kind === 'file' ? `file_${sha256(target.path).slice(0, 32)}` : target.mapId
}

/** File name without our ending, as the title bar shows it. */
export function nameOf(path: string): string {
  return basename(path).replace(MAP_ENDING, '')
}

/** The folder of a file for the eye: "Documents / Clients". */
export function placeOf(path: string, home: string): string {
  const folder = dirname(path)
  const inHome = relative(home, folder)
  if (inHome === '') return basename(home)
  const shown = inHome.startsWith('..') ? folder : inHome
  return shown
    .split(sep)
    .filter((part) => part !== '')
    .join(' / ')
}

/** Open the list. A damaged file is set aside and the list starts empty. */
export async function openRecents({ userData, home, clock }: RecentsDeps): Promise<Recents> {
  await mkdir(userData, { recursive: true })
  const store = await openJsonStore({ path: join(userData, 'recents.json'), schema: RecentsFile, empty: { maps: [] }, clock })
  const listeners = new Listeners<[]>()

  /** A list that cannot be written still serves this run; nobody's map depends on it. */
  const change = async (maps: readonly Entry[]): Promise<void> => {
    const written = store.set({ maps: maps.slice(0, MOST) })
    listeners.emit()
    await written
  }

  return {
    list: () => Promise.all(store.get().maps.map((entry) => shown(entry, userData, home))),
    target: async (id) => store.get().maps.find((entry) => entry.id === id)?.target,
    touch(target, name, insteadOf) {
      const id = recentIdOf(target)
      const { maps } = store.get()
      const before = maps.find((entry) => entry.id === id) ?? maps.find((entry) => entry.id === insteadOf)
      const entry: Entry = { id, target, name, openedAt: clock().toISOString(), thumbnail: before?.thumbnail ?? null }
      return change([entry, ...maps.filter((other) => other.id !== id && other.id !== insteadOf)])
    },
    forget: (id) => change(store.get().maps.filter((entry) => entry.id !== id)),
    setThumbnail: (id, svg) => change(store.get().maps.map((entry) => (entry.id === id ? { ...entry, thumbnail: svg } : entry))),
    onChange: (listener) => listeners.add(listener),
  }
}

async function shown({ id, target, name, openedAt, thumbnail }: Entry, userData: string, home: string): Promise<RecentMap> {
  const path = target.kind === 'file' ? target.path : draftJournal(userData, target.mapId)
  const draft = target.kind === 'draft'
  return { id, name, place: draft ? '' : placeOf(path, home), openedAt, missing: !(await isThere(path)), draft, thumbnail }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await disk.stat(path)).isFile()
  } catch (error) {
    // A file that may not be looked at is there all the same; opening it says why it cannot be read.
    return !isMissing(error)
  }
}
