import * as fc from 'fast-check'
import type { Board, Records } from '../../shared/model/board'
import { buildBoard } from '../../shared/model/buildBoard'
import { NOTE_COLORS } from '../../shared/model/color'
import { Lane } from '../../shared/model/lane'
import { LANE_KINDS, takesNotes } from '../../shared/model/laneKinds'
import { MapSettings } from '../../shared/model/mapSettings'
import { NOTE_MARKS, NOTE_PROOFS, Note } from '../../shared/model/note'
import type { Patch } from '../../shared/model/patch'
import { Persona } from '../../shared/model/persona'
import { Point, pointIdOf } from '../../shared/model/point'
import { Stage } from '../../shared/model/stage'
import { Step } from '../../shared/model/step'

/** Words, long words, other scripts, marks, newlines: what people and imports put into notes. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('papers', 'the', 'ипотека', 'zgłoszenie', 'a', '«да»', '3–6', 'no-sign-up', 'and/or') },
      fc.constantFrom(
        '\n',
        '\n\n',
        '  ',
        'Donaudampfschifffahrtsgesellschaftskapitän',
        '日本語のテキスト',
        '👩‍👩‍👧',
        'e\u0301',
        'https://example.org/a/very/long',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 24 },
  )
  .map((words) => words.join(' '))

interface Shape {
  readonly stepsOf: readonly number[]
  readonly lanes: readonly {
    readonly kind: (typeof LANE_KINDS)[number]
    readonly span: 'step' | 'stage'
    readonly collapsed: boolean
    readonly hidden: boolean
  }[]
  readonly notes: readonly {
    readonly lane: number
    readonly column: number
    readonly text: string
    readonly mark: number
    readonly proof: number
    readonly color: number
    readonly personas: number
  }[]
  readonly points: readonly {
    readonly persona: number
    readonly step: number
    readonly value: number
    readonly label: string
    readonly toBe: boolean
    readonly guessed: boolean
  }[]
  readonly personas: number
}

const shape: fc.Arbitrary<Shape> = fc.record({
  stepsOf: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
  lanes: fc.array(
    fc.record({
      kind: fc.constantFrom(...LANE_KINDS),
      span: fc.constantFrom('step' as const, 'stage' as const),
      collapsed: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
      hidden: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  notes: fc.array(
    fc.record({
      lane: fc.nat(6),
      column: fc.nat(20),
      text: anyText,
      mark: fc.nat(NOTE_MARKS.length - 1),
      proof: fc.nat(NOTE_PROOFS.length - 1),
      color: fc.nat(NOTE_COLORS.length),
      personas: fc.nat(4),
    }),
    { maxLength: 40 },
  ),
  points: fc.array(
    fc.record({
      persona: fc.nat(3),
      step: fc.nat(20),
      value: fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10),
      label: fc.oneof(fc.constant(''), anyText),
      toBe: fc.boolean(),
      guessed: fc.boolean(),
    }),
    { maxLength: 24 },
  ),
  personas: fc.nat(4),
})

/** A board of any size and content that files can hold. */
export const anyBoard: fc.Arbitrary<Board> = shape.map(boardFrom)

function key(index: number): string {
  return `a${String(index).padStart(4, '0')}`
}

function boardFrom({ stepsOf, lanes, notes, points, personas }: Shape): Board {
  const stages = stepsOf.map((_, i) =>
    Stage.parse({ id: `stage_${i}`, order: key(i), title: i % 3 === 2 ? '' : `Stage with a name ${'x'.repeat(i * 9)}` }),
  )
  const steps = stages.flatMap((stage, i) =>
    Array.from({ length: stepsOf[i] ?? 1 }, (_, j) =>
      Step.parse({ id: `step_${i}_${j}`, stageId: stage.id, order: key(j), title: j === 0 ? 'First' : '' }),
    ),
  )
  const people = Array.from({ length: personas }, (_, i) =>
    Persona.parse({ id: `persona_${i}`, order: key(i), name: `P${i}`, curveHidden: i === 3 }),
  )
  const laneList = lanes.map((lane, i) => Lane.parse({ id: `lane_${i}`, order: key(i), ...lane }))
  const noteList = notes.flatMap((note, i) => {
    const lane = laneList[note.lane % laneList.length]
    if (!lane || !takesNotes(lane.kind)) return []
    const columns = lane.span === 'stage' ? stages : steps
    return Note.parse({
      id: `note_${i}`,
      order: key(i),
      laneId: lane.id,
      columnId: columns[note.column % columns.length]?.id,
      text: note.text,
      mark: NOTE_MARKS[note.mark],
      proof: NOTE_PROOFS[note.proof],
      color: NOTE_COLORS[note.color],
      personaIds: people.slice(0, note.personas).map((persona) => persona.id),
    })
  })
  const pointList = points.flatMap(({ persona, step, toBe, ...rest }) => {
    const who = people[persona]
    const where = steps[step % steps.length]
    if (!who || !where) return []
    const curve = toBe ? 'to-be' : 'as-is'
    const label = rest.label.slice(0, 300)
    return Point.parse({ ...rest, label, id: pointIdOf(who.id, curve, where.id), personaId: who.id, stepId: where.id, curve })
  })
  const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<T['id'], T> => new Map(list.map((one) => [one.id, one]))
  const records: Records = {
    persona: byId(people),
    stage: byId(stages),
    step: byId(steps),
    lane: byId(laneList),
    note: byId(noteList),
    point: byId(pointList),
    conflict: new Map(),
  }
  return buildBoard(MapSettings.parse({ title: 'Any' }), records)
}

/** Small edits of every sort that a layout has to follow. */
export function anyPatch(board: Board): fc.Arbitrary<Patch> {
  const notes = [...board.records.note.values()]
  const points = [...board.records.point.values()]
  const edits: fc.Arbitrary<Patch>[] = [
    fc.record({
      op: fc.constant('set' as const),
      id: fc.constantFrom(...board.lanes.map((lane) => lane.id)),
      fields: fc.record({ collapsed: fc.boolean() }),
    }),
    fc.record({
      op: fc.constant('set' as const),
      id: fc.constantFrom(...board.stages.map((stage) => stage.id)),
      fields: fc.record({ title: anyText }),
    }),
  ]
  if (notes.length > 0) {
    const id = fc.constantFrom(...notes.map((note) => note.id))
    edits.push(fc.record({ op: fc.constant('set' as const), id, fields: fc.record({ text: anyText }) }))
    edits.push(
      fc.record({
        op: fc.constant('set' as const),
        id,
        fields: fc.constantFrom(...notes.map(({ laneId, columnId }) => ({ laneId, columnId }))),
      }),
    )
    edits.push(fc.record({ op: fc.constant('set' as const), id, fields: fc.constant({ deletedAt: '2026-01-01T00:00:00Z' }) }))
  }
  if (points.length > 0) {
    const id = fc.constantFrom(...points.map((point) => point.id))
    edits.push(fc.record({ op: fc.constant('set' as const), id, fields: fc.record({ value: fc.integer({ min: -5, max: 5 }) }) }))
  }
  return fc.oneof(...edits)
}
