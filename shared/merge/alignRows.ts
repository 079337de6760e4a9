import { ALIKE, foldName, likeness } from './nameLikeness'

/** What takes part in an alignment: a stage, a step or a lane of one of the maps. */
export interface Alignable {
  readonly id: string
  /** Empty where it has none of its own. */
  readonly name: string
  readonly templateKey?: string | undefined
  /** Only things of one sort can stand for each other; all are of one sort where nothing is said. */
  readonly sort?: string
  /** Where neither id nor key nor name says more, the same role makes two things one. */
  readonly role?: string | undefined
}

/** What stands for one thing in the merged map: of every map its stage, step or lane, or null where it has none. */
export interface AlignedRow<Id extends string> {
  readonly members: readonly (Id | null)[]
}

/**
 * Rows out of the lists of several maps: everything of every map is in exactly one row, and no row has two of one map.
 *
 * What has the same id goes together first, then the same key of a template, then the same name, then the most alike,
 * then the same role.
 * The first list keeps its order. What only a later map has comes before what it precedes there, at the end where it
 * precedes nothing the maps share, so every list keeps its order unless the maps disagree about it.
 *
 * @param made rows of the first of the maps, which stay as they are: people may have put them together by hand.
 */
export function alignRows<T extends Alignable>(
  lists: readonly (readonly T[])[],
  made: readonly AlignedRow<T['id']>[] = [],
): AlignedRow<T['id']>[] {
  const rows = made.map(({ members }) => members.map((id, map) => lists[map]?.find((item) => item.id === id) ?? null))
  const aligned = rows[0]?.length ?? 0
  lists.slice(aligned).forEach((list, index) => {
    const rowOf = matches(rows, list)
    for (const row of rows) row.push(null)
    const map = aligned + index
    let before: (T | null)[] | null = null
    for (const item of list) {
      const row: (T | null)[] = rowOf.get(item) ?? insertAfter(rows, before, map, new Set(rowOf.values()))
      row[map] = item
      before = row
    }
  })
  return rows.map((members) => ({ members: members.map((member) => member?.id ?? null) }))
}

/** The rows of the other maps when one is left out. */
export function withoutMap<Id extends string>(rows: readonly AlignedRow<Id>[], map: number): readonly AlignedRow<Id>[] {
  return rows
    .map(({ members }) => ({ members: members.filter((_, index) => index !== map) }))
    .filter(({ members }) => members.some((member) => member !== null))
}

/** Behind what precedes it in its own map, and right before the next row that its map shares. */
function insertAfter<T>(rows: (T | null)[][], before: (T | null)[] | null, map: number, shared: ReadonlySet<(T | null)[]>): (T | null)[] {
  let at = before ? rows.indexOf(before) + 1 : 0
  for (let next = rows[at]; next && !shared.has(next); next = rows[at]) at += 1
  const row: (T | null)[] = Array.from({ length: map + 1 }, () => null)
  rows.splice(at, 0, row)
  return row
}

/** The row each thing of a further map belongs to; what belongs to none is not in it. */
function matches<T extends Alignable>(rows: readonly (readonly (T | null)[])[], list: readonly T[]): Map<T, (T | null)[]> {
  const free = new Set(rows as (T | null)[][])
  const found = new Map<T, (T | null)[]>()
  const take = (same: (member: T, item: T) => boolean): void => {
    for (const item of list) {
      if (found.has(item)) continue
      const row = [...free].find((members) => membersOf(members).some((member) => member.sort === item.sort && same(member, item)))
      if (!row) continue
      found.set(item, row)
      free.delete(row)
    }
  }
  take((member, item) => member.id === item.id)
  take((member, item) => item.templateKey !== undefined && member.templateKey === item.templateKey)
  take((member, item) => foldName(item.name) !== '' && foldName(member.name) === foldName(item.name))
  for (const { item, row } of alikePairs(free, list, found)) {
    if (found.has(item) || !free.delete(row)) continue
    found.set(item, row)
  }
  take((member, item) => item.role !== undefined && member.role === item.role)
  return found
}

interface AlikePair<T> {
  readonly item: T
  readonly row: (T | null)[]
  readonly score: number
}

/** The most alike first; where two pairs are equally alike, the one that stands first. */
function alikePairs<T extends Alignable>(
  free: ReadonlySet<(T | null)[]>,
  list: readonly T[],
  found: ReadonlyMap<T, unknown>,
): AlikePair<T>[] {
  const left = list.filter((item) => !found.has(item))
  if (left.length * free.size > MOST_COMPARED) return []
  const rows = [...free].map((row) => ({ row, named: membersOf(row).map(({ sort, name }) => ({ sort, name: comparable(name) })) }))
  const pairs: AlikePair<T>[] = []
  for (const item of left) {
    const name = comparable(item.name)
    for (const { row, named } of rows) {
      const score = Math.max(0, ...named.map((member) => (member.sort === item.sort ? likeness(member.name, name) : 0)))
      if (score >= ALIKE) pairs.push({ item, row, score })
    }
  }
  return pairs.sort((a, b) => b.score - a.score)
}

/** Comparing everything with everything takes as long as a person waits only up to here; maps with more columns are aligned by same names. */
const MOST_COMPARED = 50_000

/** The beginning of a long name says enough. */
function comparable(name: string): string {
  return foldName(name.slice(0, 100))
}

function membersOf<T>(row: readonly (T | null)[]): T[] {
  return row.filter((member) => member !== null)
}

/**
 * The rows after a person put one map's part of a row elsewhere.
 *
 * Where that map has something in the other row already, the two change places. `to` null gives it a row of its own,
 * right behind the one it left; a row that is left empty goes.
 */
export function moveMember<Id extends string>(
  rows: readonly AlignedRow<Id>[],
  move: { readonly map: number; readonly from: number; readonly to: number | null },
): readonly AlignedRow<Id>[] {
  const { map, from, to } = move
  const moved = rows[from]?.members[map] ?? null
  if (moved === null || from === to) return rows
  const other = to === null ? null : (rows[to]?.members[map] ?? null)
  const changed = rows.map((row, index) => {
    if (index === from) return withMember(row, map, other)
    return index === to ? withMember(row, map, moved) : row
  })
  if (to === null) {
    const alone = { members: (rows[from]?.members ?? []).map((_, index) => (index === map ? moved : null)) }
    changed.splice(from + 1, 0, alone)
  }
  return changed.filter(({ members }) => members.some((member) => member !== null))
}

function withMember<Id extends string>({ members }: AlignedRow<Id>, map: number, member: Id | null): AlignedRow<Id> {
  return { members: members.map((old, index) => (index === map ? member : old)) }
}
