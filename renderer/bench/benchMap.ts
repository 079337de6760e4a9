import { ordersAt } from '../../shared/base/order'
import type { NoteColor } from '../../shared/model/color'
import type { Cell } from '../../shared/model/note'
import type { Patch } from '../../shared/model/patch'

/** A note of the performance harness: a place and a colour on a board without cells. */
export interface BenchNote {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: string
}

/** The distance of the harness's notes from one another, in its own board units. */
const PITCH_X = 192
const PITCH_Y = 180
/** Two steps of 168 make a stage of the usual width, with one note in each cell. */
const STEPS_PER_STAGE = 2

const COLORS: Readonly<Record<string, NoteColor>> = {
  '#ffe27a': 'lemon',
  '#ffb3a7': 'rose',
  '#b8e3ff': 'sky',
  '#c6f0b2': 'mint',
  '#e2c9ff': 'lavender',
  '#ffd1ec': 'orchid',
}

export function noteIdOf(id: string): `note_${string}` {
  return `note_${id}`
}

export function colorOf(color: string): NoteColor {
  return COLORS[color] ?? 'paper'
}

/** The cell of a map made by `benchPatches` that holds notes of that row and column. */
function cellAt(row: number, column: number): Cell {
  return { laneId: `lane_${row}`, columnId: `step_${column}` }
}

/** A map with a lane for each row of notes and a step for each of their columns: every note is alone in its cell. */
export function benchPatches(notes: readonly BenchNote[]): readonly Patch[] {
  const places = notes.map((note) => ({
    note,
    row: Math.max(0, Math.floor(note.y / PITCH_Y)),
    column: Math.max(0, Math.floor(note.x / PITCH_X)),
  }))
  const rows = 1 + Math.max(0, ...places.map(({ row }) => row))
  const columns = 1 + Math.max(0, ...places.map(({ column }) => column))
  const stages = Math.ceil(columns / STEPS_PER_STAGE)
  const laneOrders = ordersAt([], 0, rows)
  const stageOrders = ordersAt([], 0, stages)
  const stepOrders = ordersAt([], 0, STEPS_PER_STAGE)
  const noteOrders = ordersAt([], 0, Math.max(1, notes.length))
  const patches: Patch[] = []
  for (const [i, order] of stageOrders.entries()) {
    patches.push({ op: 'add', record: { id: `stage_${i}`, order, title: `Stage ${i + 1}`, duration: '' } })
    for (const [j, stepOrder] of stepOrders.entries()) {
      patches.push({ op: 'add', record: { id: `step_${i * STEPS_PER_STAGE + j}`, stageId: `stage_${i}`, order: stepOrder, title: '' } })
    }
  }
  for (const [row, order] of laneOrders.entries()) {
    patches.push({
      op: 'add',
      record: { id: `lane_${row}`, order, kind: 'actions', span: 'step', collapsed: false, hidden: false, title: `Row ${row + 1}` },
    })
  }
  for (const [i, { note, row, column }] of places.entries()) {
    const { laneId, columnId } = cellAt(row, column)
    patches.push({
      op: 'add',
      record: {
        id: noteIdOf(note.id),
        order: noteOrders[i] ?? 'a0',
        laneId,
        columnId,
        text: note.text,
        color: colorOf(note.color),
        mark: 'none',
        proof: 'hypothesis',
        personaIds: [],
      },
    })
  }
  return patches
}
