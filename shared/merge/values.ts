import { sameText } from '../base/sameText'
import { kindOfId, type AnyRecord } from '../model/board'
import type { ConflictValue } from '../model/conflict'
import { contentOf } from '../model/schemas'

export function fieldsIn(record: object | undefined): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(Object.entries(record ?? {}))
}

/** Values of records are plain data. */
export function sameField(a: unknown, b: unknown): boolean {
  return a === b || sameText(JSON.stringify({ value: a }), JSON.stringify({ value: b }))
}

/** Whether two versions of a record say the same, wherever they stand in their list and whether they are deleted or not. */
export function sameContent(a: AnyRecord, b: AnyRecord): boolean {
  const [one, other] = [fieldsIn(a), fieldsIn(b)]
  return contentOf(kindOfId(a.id)).every((field) => sameField(one.get(field), other.get(field)))
}

export function isNothing(value: ConflictValue): boolean {
  return value === null || value === ''
}

/** The members of two sets; with a base, without those that one of the two has taken out. */
export function mergedMembers(ours: unknown, theirs: unknown, base: unknown): readonly string[] {
  const [mine, yours, was] = [ours, theirs, base].map((set) => new Set(Array.isArray(set) ? (set as readonly string[]) : []))
  const all = new Set([...(mine ?? []), ...(yours ?? [])])
  return [...all].filter((id) => !was?.has(id) || (mine?.has(id) && yours?.has(id))).sort()
}
