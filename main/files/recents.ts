import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { Listeners, type Dispose } from '../../shared/base/disposable'
import type { RecentMap } from '../../shared/ipc/contract'
import { FileLooks } from './fileLooks'
import { sha256 } from './hash'
import { draftJournal } from './journalPaths'
import { openJsonStore } from './jsonStore'
import { LONGEST_THUMBNAIL, Thumbnails } from './thumbnails'

/** What a recent map stands for: a file, or a draft that lives in its journal. */
export type RecentTarget =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly mapId?: string | undefined
      /** Ids that the map had before it was put together anew, whether that was saved or not. */
      readonly earlier?: readonly string[] | undefined
    }
  | { readonly kind: 'draft'; readonly mapId: string }

/** The list of the start screen, newest first; at most 30. */
export interface Recents {
  /** Looks whether each file is still there. */
  list(): Promise<readonly RecentMap[]>
  target(id: string): Promise<RecentTarget | undefined>
  /** What every entry but one stands for. */
  targetsBeside(id: string): Promise<readonly RecentTarget[]>
  /**
   * Puts the map first. A draft is named by its title.
   * @param insteadOf id of an entry that this one takes the place of, with its picture.
   */
  touch(target: RecentTarget, name: string, insteadOf?: string): Promise<void>
  forget(id: string): Promise<void>
  setThumbnail(id: string, svg: string): Promise<void>
  onChange(listener: () => void): Dispose
  /** Resolves when the list is on disk, or could not be written. */
  settled(): Promise<void>
}

const MOST = 30
const MAP_ENDING = /\.cjm$/i

const MapId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const Entry = z.object({
  id: z.string(),
  target: z.discriminatedUnion('kind', [
    /** `mapId` says whose versions this computer keeps, when the file is gone too; lists of earlier versions of the app lack it. */
    z.object({ kind: z.literal('file'), path: z.string(), mapId: MapId.optional(), earlier: z.array(MapId).readonly().optional() }),
    z.object({ kind: z.literal('draft'), mapId: MapId }),
  ]),
  name: z.string(),
  openedAt: z.iso.datetime(),
  /** Where earlier versions kept the picture; it goes into a file of its own. */
  thumbnail: z.string().max(LONGEST_THUMBNAIL).nullish(),
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
  const thumbnails = await Thumbnails.open(
    userData,
    store.get().maps.map(({ id }) => id),
  )
  const looks = new FileLooks()
  const listeners = new Listeners<[]>()

  /** A list that cannot be written still serves this run; nobody's map depends on it. */
  const change = async (maps: readonly Entry[]): Promise<void> => {
    const kept = maps.slice(0, MOST)
    const ids = new Set(kept.map(({ id }) => id))
    const gone = store.get().maps.filter(({ id }) => !ids.has(id))
    const written = [store.set({ maps: kept }), ...gone.map(({ id }) => thumbnails.remove(id))]
    listeners.emit()
    await Promise.all(written)
  }
  /** Give the pictures of an earlier version files of their own. */
  const unpack = async (): Promise<void> => {
    const { maps } = store.get()
    if (!maps.some(({ thumbnail }) => typeof thumbnail === 'string')) return
    await Promise.all(maps.flatMap(({ id, thumbnail }) => (typeof thumbnail === 'string' ? [thumbnails.set(id, thumbnail)] : [])))
    await store.set({ maps: maps.map(({ thumbnail: _inline, ...entry }) => entry) })
  }
  await unpack()

  return {
    list: () =>
      Promise.all(
        store.get().maps.map(async (entry) => {
          const { id, target } = entry
          const there = looks.isThere(target.kind === 'file' ? target.path : draftJournal(userData, target.mapId))
          return shown(entry, await thumbnails.get(id), await there, home)
        }),
      ),
    target: async (id) => store.get().maps.find((entry) => entry.id === id)?.target,
    targetsBeside: async (id) =>
      store
        .get()
        .maps.filter((entry) => entry.id !== id)
        .map(({ target }) => target),
    async touch(target, name, insteadOf) {
      const id = recentIdOf(target)
      const { maps } = store.get()
      const takesOver = insteadOf !== undefined && maps.some((entry) => entry.id === insteadOf) && !maps.some((entry) => entry.id === id)
      const moved = takesOver ? thumbnails.move(insteadOf, id) : null
      const before = maps.find((entry) => entry.id === id)?.target
      const entry: Entry = { id, target: withIdsOf(target, before), name, openedAt: clock().toISOString() }
      await Promise.all([moved, change([entry, ...maps.filter((other) => other.id !== id && other.id !== insteadOf)])])
    },
    forget: (id) => change(store.get().maps.filter((entry) => entry.id !== id)),
    async setThumbnail(id, svg) {
      if (!store.get().maps.some((entry) => entry.id === id)) return
      const written = thumbnails.set(id, svg)
      listeners.emit()
      await written
    },
    onChange: (listener) => listeners.add(listener),
    settled: () => store.settled(),
  }
}

const MOST_IDS = 50

/** A damaged file that is not saved is another map at every opening; all that this computer keeps of it is under those ids. */
function withIdsOf(target: RecentTarget, before: RecentTarget | undefined): RecentTarget {
  if (target.kind === 'draft') return target
  const { earlier = [], mapId, ...rest } = target
  const known = before?.kind === 'file' ? [before.mapId, ...(before.earlier ?? [])].flatMap((id) => id ?? []) : []
  const isSame = known.some((id) => id === mapId || earlier.includes(id))
  const ids = [...new Set(isSame ? [...earlier, ...known] : earlier)].filter((id) => id !== mapId).slice(0, MOST_IDS)
  return { ...rest, mapId, ...(ids.length > 0 ? { earlier: ids } : {}) }
}

function shown({ id, target, name, openedAt }: Entry, thumbnail: string | null, there: boolean, home: string): RecentMap {
  const draft = target.kind === 'draft'
  return { id, name, place: draft ? '' : placeOf(target.path, home), openedAt, missing: !there, draft, thumbnail }
}
