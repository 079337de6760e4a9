import { createStore, type StoreApi } from 'zustand/vanilla'
import { diffBoards, type DiffCounts } from '../../shared/analysis/boardDiff'
import type { Dispose } from '../../shared/base/disposable'
import { fail, ok, type Result } from '../../shared/base/result'
import { ReadableMap } from '../../shared/export/readableSchema'
import type { FailureOf, Output } from '../../shared/ipc/contract'
import type { Board } from '../../shared/model/board'
import { readBoard } from '../../shared/versions/readBoard'
import type { Bridge } from '../app/bridge'

export type Version = Output<'versions.list'>[number]

/** An earlier state of the map, as it is compared and restored. */
export interface Past {
  readonly map: ReadableMap
  readonly board: Board
}

export interface ShelfState {
  /** Newest first; null until main has answered. */
  readonly versions: readonly Version[] | null
  /** What each version changed of the one before it, as far as they were in sight and have been read. */
  readonly changes: ReadonlyMap<string, DiffCounts>
}

/** The versions of the open map, read when they are wanted. */
export interface VersionShelf {
  readonly store: StoreApi<ShelfState>
  read(id: string): Promise<Result<Past, FailureOf<'versions.read'>>>
  /** Reads the list, and again whenever it changes, until disposed of. */
  watch(): Dispose
  /** These are in sight: what they changed is worth knowing. */
  readonly show: (ids: ReadonlySet<string>) => void
}

export interface ShelfDeps {
  readonly bridge: Pick<Bridge, 'call' | 'on'>
  readonly handle: string
  /** Resolves when the window has nothing better to do. */
  readonly rest: () => Promise<void>
}

/** As many as one goes back and forth between; each may be megabytes. */
const MOST_KEPT = 6

export function createVersionShelf({ bridge, handle, rest }: ShelfDeps): VersionShelf {
  const store = createStore<ShelfState>(() => ({ versions: null, changes: new Map() }))
  const kept = new Map<string, Past>()
  let shown: ReadonlySet<string> = new Set()
  /** Of which nobody can say what they changed: they, or those before them, cannot be read. */
  const unread = new Set<string>()
  let watched = false
  let counting = false

  const read: VersionShelf['read'] = async (id) => {
    const known = kept.get(id)
    if (known) return ok(known)
    const answer = await bridge.call('versions.read', { handle, id })
    if (!answer.ok) return answer
    const past = pastOf(answer.value)
    if (!past) return fail('damaged')
    kept.set(id, past)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return ok(past)
  }

  /** The newest version in sight of which it is not known what it changed, and the one before it. */
  const next = (): readonly [Version, Version] | null => {
    if (!watched) return null
    const { versions, changes } = store.getState()
    for (const [index, version] of (versions ?? []).entries()) {
      const older = versions?.[index + 1]
      if (older && shown.has(version.id) && !changes.has(version.id) && !unread.has(version.id)) return [version, older]
    }
    return null
  }

  /** Large maps take half a second each; between two steps the window does what else there is to do. */
  const count = async (): Promise<void> => {
    if (counting) return
    counting = true
    try {
      for (let pair = next(); pair; pair = next()) {
        const [version, older] = pair
        await rest()
        const after = await read(version.id)
        await rest()
        const before = await read(older.id)
        await rest()
        if (after.ok && before.ok) {
          const { counts } = diffBoards(before.value.board, after.value.board)
          store.setState(({ changes }) => ({ changes: new Map(changes).set(version.id, counts) }))
        } else unread.add(version.id)
      }
    } finally {
      counting = false
    }
  }

  const load = async (): Promise<void> => {
    const answer = await bridge.call('versions.list', { handle })
    if (!watched) return
    unread.clear()
    store.setState({ versions: answer.ok ? answer.value : [] })
    await count()
  }

  return {
    store,
    read,
    show(ids) {
      shown = ids
      void count()
    },
    watch() {
      watched = true
      const stop = bridge.on('versions.changed', (changed) => {
        if (changed.handle === handle) void load()
      })
      void load()
      return () => {
        watched = false
        stop()
      }
    },
  }
}

/** A readable map as bytes; null where it is none. */
export function pastOf(bytes: Uint8Array): Past | null {
  const map = readableIn(new TextDecoder().decode(bytes))
  return map && { map, board: readBoard(map) }
}

function readableIn(text: string): ReadableMap | null {
  try {
    const read = ReadableMap.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    // JSON.parse has no other way to say that it is none.
    return null
  }
}
