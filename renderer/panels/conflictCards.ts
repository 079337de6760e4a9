import type { Keep } from '../../shared/commands/conflicts'
import { recordAt, type Board } from '../../shared/model/board'
import { conflictValueOf, sameConflictValue, type Conflict, type ConflictId, type ConflictValue } from '../../shared/model/conflict'
import { inReadingOrder, safeChoice, sidesOf, type SideName } from './conflictTexts'

/** What was changed apart from each other of one thing, however often: one question to a person. */
export interface ConflictCard {
  /** The last one first. */
  readonly conflicts: readonly [Conflict, ...Conflict[]]
  /** What there is to choose from, each value once. The one that the board shows is the `shown` of the last conflict. */
  readonly alternatives: readonly Alternative[]
}

export interface Alternative {
  readonly pick: Picked
  readonly conflict: Conflict
  readonly side: SideName
}

/** What stays of a card: what the board shows, all of it, or what that conflict has besides. */
export type Picked = 'shown' | 'both' | ConflictId

/** What waits for a choice, a card for each thing, as a reader of the board meets them. One's own value comes first. */
export function conflictCards(board: Board, me: string): readonly ConflictCard[] {
  const groups = new Map<string, Conflict[]>()
  for (const conflict of inReadingOrder(board)) {
    const thing = `${conflict.about} ${conflict.field}`
    groups.set(thing, [...(groups.get(thing) ?? []), conflict])
  }
  return [...groups.values()].flatMap((group) => {
    const [last, ...before] = group.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    if (!last) return []
    const conflicts = [last, ...before] as const
    const others = otherValues(board, conflicts).map((conflict): Alternative => ({ pick: conflict.id, conflict, side: 'other' }))
    const shown: Alternative = { pick: 'shown', conflict: last, side: 'shown' }
    const mineFirst = others.some(({ conflict }) => conflict === last) && sidesOf(last, me)[0] === 'other'
    const [first, ...rest] = others
    return [{ conflicts, alternatives: mineFirst && first ? [first, shown, ...rest] : [shown, ...others] }]
  })
}

/** The conflicts of a card that have a value which neither the board nor a later one has. */
function otherValues(board: Board, conflicts: readonly [Conflict, ...Conflict[]]): readonly Conflict[] {
  const [last] = conflicts
  if (conflicts.length === 1) return conflicts
  const { about, field } = last
  const record = about === 'map' ? board.settings : recordAt(board.records, about)
  const known: ConflictValue[] = field === 'deleted' || !record ? [] : [conflictValueOf(record, field)]
  return conflicts.filter(({ other: { value } }) => {
    if (known.some((one) => sameConflictValue(one, value))) return false
    known.push(value)
    return true
  })
}

/** The choices that a pick comes to: what is picked is kept, each value once, and of all others the board stays as it is. */
export function choicesOf({ conflicts, alternatives }: ConflictCard, pick: Picked): readonly (readonly [ConflictId, Keep])[] {
  const values = new Set(alternatives.flatMap(({ conflict, side }) => (side === 'other' ? [conflict.id] : [])))
  return conflicts.map(({ id }) => {
    if (pick === 'both') return [id, values.has(id) ? 'both' : 'shown']
    return [id, id === pick ? 'other' : 'shown']
  })
}

/** What was chosen, or what stays unless somebody chooses otherwise. */
export function pickOf({ conflicts }: ConflictCard, chosen: ReadonlyMap<ConflictId, Keep>): Picked {
  const keeps = conflicts.map((conflict) => ({ id: conflict.id, keep: chosen.get(conflict.id) ?? safeChoice(conflict) }))
  return keeps.find(({ keep }) => keep === 'other')?.id ?? (keeps.some(({ keep }) => keep === 'both') ? 'both' : 'shown')
}

/** The last value that is that person's, or is not; what the board shows where there is none. */
export function pickOfPerson({ alternatives }: ConflictCard, me: string, mine: boolean): Picked {
  const fits = ({ conflict, side }: Alternative): boolean => (conflict[side].by === me) === mine
  const shown = alternatives.find(({ pick }) => pick === 'shown')
  return (shown && fits(shown) ? shown : alternatives.find(fits))?.pick ?? 'shown'
}

/** What the board does not show: the last such value. */
export function pickOfOther({ alternatives }: ConflictCard): Picked {
  return alternatives.find(({ side }) => side === 'other')?.pick ?? 'shown'
}

/** Over how many things somebody has to choose. */
export function placesToChoose({ conflicts }: { readonly conflicts: Board['conflicts'] }): number {
  return new Set(conflicts.map(({ about, field }) => `${about} ${field}`)).size
}
