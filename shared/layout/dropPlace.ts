import { notesInCell, type Board } from '../model/board'
import type { LaneId } from '../model/lane'
import type { Cell, NoteId } from '../model/note'
import type { StageId } from '../model/stage'
import type { StepId } from '../model/step'
import { flowsInRows, indexAt, noteRects } from './cellFlow'
import type { Point, Rect } from './geometry'
import { laneAt, stageAt } from './hitTest'
import type { CellBox, Layout } from './layout'
import { BOARD } from './metrics'

/** Thickness of the bar that shows where something will land. */
const BAR = 3

/** Where notes under the hand would land. */
export interface DropPlace {
  readonly cell: Cell
  /** Among the notes of the cell that are not being moved. */
  readonly index: number
  /** The insert bar; null in an empty cell, where the cell itself is the drop place, and in a collapsed lane. */
  readonly bar: Rect | null
}

/** The cell and order at a place; null where no cell takes notes. Places left and right of the board count as its edge. */
export function dropPlaceAt(layout: Layout, board: Board, point: Point, moving: readonly NoteId[]): DropPlace | null {
  const lane = laneAt(layout, point.y)
  if (!lane || lane.cells.length === 0 || point.x < 0 || point.x >= layout.width) return null
  const cell = lane.cells.find(({ rect }) => point.x < rect.x + rect.width) ?? lane.cells.at(-1)
  if (!cell) return null
  const away: ReadonlySet<string> = new Set(moving)
  if (lane.lane.collapsed) {
    const staying = notesInCell(board, cell.cell).filter((note) => !away.has(note.id))
    return { cell: cell.cell, index: staying.length, bar: null }
  }
  const rects = noteRects(layout, cell, away)
  const index = indexAt(cell, rects, point)
  return { cell: cell.cell, index, bar: insertBar(cell, rects, index) }
}

/** The bar before the note at `index`, or after the last one. */
function insertBar(cell: CellBox, rects: readonly Rect[], index: number): Rect | null {
  const next = rects[index]
  const before = rects[index - 1]
  const beside = next ?? before
  if (!beside) return null
  if (flowsInRows(cell, rects)) {
    // After the last note of a row the bar stays in that row, unless the next note starts another.
    const x = next ? next.x - BOARD.gap / 2 : beside.x + beside.width + BOARD.gap / 2
    return { x: x - BAR / 2, y: beside.y, width: BAR, height: beside.height }
  }
  const y = next ? next.y - BOARD.gap / 2 : beside.y + beside.height + BOARD.gap / 2
  return { x: beside.x, y: y - BAR / 2, width: beside.width, height: BAR }
}

/** The header under the hand. */
export type MovingHeader =
  | { readonly kind: 'stage'; readonly id: StageId }
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'lane'; readonly id: LaneId }

/** Where a stage, step or lane would land; the index is among those that are not being moved. */
export type HeaderDrop =
  | { readonly kind: 'stage'; readonly index: number; readonly bar: Rect }
  | { readonly kind: 'step'; readonly stageId: StageId; readonly index: number; readonly bar: Rect }
  /** The index is among all lanes of the board, hidden ones included. */
  | { readonly kind: 'lane'; readonly index: number; readonly bar: Rect }

/** The place in its list that a header would take; null for a step that is not over any stage. */
export function headerDropAt(layout: Layout, board: Board, moving: MovingHeader, point: Point): HeaderDrop | null {
  switch (moving.kind) {
    case 'stage': {
      const others = layout.stages.filter(({ stage }) => stage.id !== moving.id)
      const index = countBefore(others, point.x)
      return { kind: 'stage', index, bar: columnBar(layout, edgeAt(others, index, layout.laneHeader), 0) }
    }
    case 'step': {
      const stage = stageAt(layout, point.x)
      if (!stage) return null
      const others = stage.steps.filter(({ step }) => step.id !== moving.id)
      const index = countBefore(others, point.x)
      const top = layout.stageHeader - layout.stepRow
      return { kind: 'step', stageId: stage.stage.id, index, bar: columnBar(layout, edgeAt(others, index, stage.x), top) }
    }
    case 'lane': {
      const others = layout.lanes.filter(({ lane }) => lane.id !== moving.id)
      const shownIndex = others.filter((lane) => point.y >= lane.y + lane.height / 2).length
      const next = others[shownIndex]
      const before = others[shownIndex - 1]
      const y = next?.y ?? (before ? before.y + before.height : layout.stageHeader)
      const all = board.lanes.filter((lane) => lane.id !== moving.id)
      const index = next ? all.findIndex((lane) => lane.id === next.lane.id) : all.length
      return { kind: 'lane', index, bar: { x: 0, y: y - BAR / 2, width: layout.width, height: BAR } }
    }
  }
}

interface Span {
  readonly x: number
  readonly width: number
}

function countBefore(spans: readonly Span[], x: number): number {
  return spans.filter((span) => x >= span.x + span.width / 2).length
}

function edgeAt(spans: readonly Span[], index: number, start: number): number {
  const before = spans[index - 1]
  return spans[index]?.x ?? (before ? before.x + before.width : start)
}

function columnBar(layout: Layout, x: number, top: number): Rect {
  return { x: x - BAR / 2, y: top, width: BAR, height: layout.height - top }
}
