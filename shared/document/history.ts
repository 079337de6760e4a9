import * as Y from 'yjs'
import { kindOfId, type RecordId } from '../model/board'
import { RECORD_KINDS } from '../model/schemas'
import type { Replica, StateVector } from './clashes'
import type { Roots } from './writePatches'

/** Whether the first document has every writing and every deletion of the second. */
export function holdsAll(ours: Y.Doc, theirs: Y.Doc): boolean {
  const [here, there] = [Y.snapshot(ours), Y.snapshot(theirs)]
  if (newsClients(here.sv, there.sv).length > 0) return false
  for (const [client, ranges] of there.ds.clients) {
    const known = here.ds.clients.get(client) ?? []
    // Both lists are sorted, and ranges that touch each other are one.
    let at = 0
    for (const { clock, len } of ranges) {
      while (at < known.length && endOf(known[at]) < clock + len) at += 1
      if ((known[at]?.clock ?? Infinity) > clock) return false
    }
  }
  return true
}

function endOf(range: { readonly clock: number; readonly len: number } | undefined): number {
  return range ? range.clock + range.len : 0
}

/** The clients of whom the second document has writings that the first one lacks. */
export function newsClients(here: StateVector, there: StateVector): readonly number[] {
  return [...there].filter(([client, clock]) => clock > (here.get(client) ?? 0)).map(([client]) => client)
}

/**
 * Whether two documents grew out of one.
 *
 * A record of the same id was put into both by the same writing; one such record will do, because two people can make the
 * same record apart from each other (its id is derived) but not by one writing. Without a record in common it takes a
 * client in common, or nothing yet on one of the sides.
 */
export function sharesHistory(ours: Replica, theirs: Replica): boolean {
  let known = false
  for (const kind of RECORD_KINDS) {
    for (const [id, item] of theirs.roots[kind]._map) {
      const other = ours.roots[kind]._map.get(id)
      if (!other) continue
      if (other.id.client === item.id.client && other.id.clock === item.id.clock) return true
      known = true
    }
  }
  if (known) return false
  if (ours.stateVector.size === 0 || theirs.stateVector.size === 0) return true
  return [...theirs.stateVector.keys()].some((client) => ours.stateVector.has(client))
}

/** The clients that wrote what a record holds now, or one key of it; empty where there is no such thing. */
export function writersOf(roots: Roots, id: RecordId | 'map', key?: string): readonly number[] {
  const root = id === 'map' ? roots.map : roots[kindOfId(id)]
  const record = id === 'map' ? root : root.get(id)
  if (!(record instanceof Y.Map)) return []
  const container = id === 'map' ? undefined : root._map.get(id)
  // What was never written came with the record.
  const items = key === undefined ? [...record._map.values(), container] : [record._map.get(key) ?? container]
  return items.flatMap((item) => (item ? [item.id.client] : []))
}
