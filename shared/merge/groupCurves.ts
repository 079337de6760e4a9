import { ordersAt } from '../base/order'
import type { NewId } from '../model/ids'
import { LIMITS } from '../model/limits'
import type { ColumnId } from '../model/note'
import type { Patch } from '../model/patch'
import { PERSONA_COLORS, PERSONA_MARKERS, type Persona, type PersonaId } from '../model/persona'
import { pointIdOf, type Curve, type Point } from '../model/point'
import type { StepId } from '../model/step'
import type { Group } from './group'

/** The new column of an old one of the map with that index. */
export type ColumnOf = (map: number, old: ColumnId) => ColumnId | undefined

export interface GroupCurves {
  readonly patches: readonly Patch[]
  readonly personaOf: (map: number, old: PersonaId) => PersonaId | undefined
}

/** The mean has the last colour and shape to itself, so that no group's curve looks like it. */
const MEAN_LOOK = { color: 'slate', marker: 'triangle' } as const satisfies Pick<Persona, 'color' | 'marker'>

/** The personas of all groups under their groups' names, each with its curve, and the mean of all curves where there is any. */
export function groupCurves(
  groups: readonly Group[],
  columnOf: ColumnOf,
  { meanName, newId }: { readonly meanName: string; readonly newId: NewId },
): GroupCurves {
  const newIds = groups.map(() => new Map<PersonaId, PersonaId>())
  const personas: Omit<Persona, 'order'>[] = []
  const points: Point[] = []
  groups.forEach(({ name, board }, map) => {
    for (const persona of board.personas) {
      const id = newId('persona')
      newIds[map]?.set(persona.id, id)
      personas.push({ id, name: groupPersonaName(name, persona.name), ...lookOf(personas.length), curveHidden: persona.curveHidden })
      for (const point of board.pointsOf.get(persona.id) ?? []) {
        const stepId = columnOf(map, point.stepId) as StepId | undefined
        if (stepId !== undefined) points.push({ ...point, id: pointIdOf(id, point.curve, stepId), personaId: id, stepId })
      }
    }
  })
  if (points.length > 0) {
    const id = newId('persona')
    personas.push({ id, name: meanName, ...MEAN_LOOK, curveHidden: false })
    points.push(...meanPoints(id, points))
  }
  const orders = ordersAt([], 0, personas.length)
  return {
    patches: [
      ...personas.map((persona, index): Patch => ({ op: 'add', record: { ...persona, order: orders[index] ?? '' } })),
      ...points.map((record): Patch => ({ op: 'add', record })),
    ],
    personaOf: (map, old) => newIds[map]?.get(old),
  }
}

/** "Group: persona"; a persona nobody named goes by the group alone. */
function groupPersonaName(group: string, persona: string): string {
  return (persona === '' ? group : `${group}: ${persona}`).slice(0, LIMITS.title)
}

/** Colours and shapes change together; after as many personas as there are colours the pairs shift, so that the next ones differ too. */
function lookOf(index: number): Pick<Persona, 'color' | 'marker'> {
  const pairs = PERSONA_COLORS.flatMap((_, shift) =>
    PERSONA_COLORS.map((color, i) => ({ color, marker: PERSONA_MARKERS[(i + shift) % PERSONA_MARKERS.length] ?? 'circle' })),
  ).filter(({ color, marker }) => color !== MEAN_LOOK.color || marker !== MEAN_LOOK.marker)
  return pairs[index % pairs.length] ?? { color: 'teal', marker: 'circle' }
}

/** At each step and curve the mean of the values that are there, to the half point the scale snaps to; a gap where there are none. */
function meanPoints(personaId: PersonaId, points: readonly Point[]): Point[] {
  const bySlot = new Map<string, Point[]>()
  for (const point of points) {
    const slot = `${point.curve}|${point.stepId}`
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), point])
  }
  return [...bySlot.values()].flatMap((same) => {
    const [first] = same
    return first ? [meanPoint(personaId, first.curve, first.stepId, same)] : []
  })
}

function meanPoint(personaId: PersonaId, curve: Curve, stepId: StepId, same: readonly Point[]): Point {
  const mean = same.reduce((sum, { value }) => sum + value, 0) / same.length
  return {
    id: pointIdOf(personaId, curve, stepId),
    personaId,
    stepId,
    curve,
    // `+ 0` makes the minus zero of a rounded -0.2 a plain zero.
    value: Math.round(mean * 2) / 2 + 0,
    label: '',
    reason: '',
    guessed: same.some(({ guessed }) => guessed),
  }
}
