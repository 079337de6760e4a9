import type { Board } from '../model/board'
import type { ColumnId } from '../model/note'
import type { LaneSpan } from '../model/lane'
import type { StageBox, StepBox } from './layout'
import { cornerHeight } from './corner'
import { BOARD, HEADING } from './metrics'
import type { SceneWords } from './sceneWords'
import { wrapText } from './textFit'

/** A column of cells: a step, or a whole stage. */
export interface Column {
  readonly id: ColumnId
  readonly x: number
  readonly width: number
  /** From the column's left edge to its content. */
  readonly inset: number
  /** Width of the content. */
  readonly inner: number
}

/** Everything that the lanes are hung on: the columns and the header above them. */
export interface Frame {
  readonly stages: readonly StageBox[]
  readonly columns: Readonly<Record<LaneSpan, readonly Column[]>>
  readonly width: number
  readonly stageHeader: number
  readonly stepRow: number
}

/** Columns and header of a board. Stages are as wide as their steps need, and steps share their stage equally. */
export function layoutFrame(board: Board, words: SceneWords): Frame {
  const stages: StageBox[] = []
  const stageColumns: Column[] = []
  const stepColumns: Column[] = []
  let x: number = BOARD.laneHeader
  let names = 1
  let stepNames = 1
  for (const stage of board.stages) {
    const steps = board.stepsOf.get(stage.id) ?? []
    const width = Math.max(BOARD.stageMin, BOARD.stepMin * steps.length)
    const stepWidth = width / Math.max(1, steps.length)
    names = Math.max(names, stageTitleLines(stage.title || words.untitledStage, width).length)
    const boxes: StepBox[] = steps.map((step, i) => {
      const column = stepColumn(step.id, x + i * stepWidth, stepWidth, i, steps.length)
      stepColumns.push(column)
      return { step, x: column.x, width: stepWidth }
    })
    for (const step of steps) stepNames = Math.max(stepNames, stepTitleLines(step.title || words.untitledStep, stepWidth).length)
    stages.push({ stage, x, width, steps: boxes })
    stageColumns.push({ id: stage.id, x, width, inset: BOARD.padX, inner: width - 2 * BOARD.padX })
    x += width
  }
  // The names of steps are worth a row once any stage has two of them.
  const showsSteps = stepColumns.length > stageColumns.length
  const stepRow = showsSteps ? stepNames * HEADING.step.line + 2 * HEADING.step.padY : 0
  return {
    stages,
    columns: { stage: stageColumns, step: stepColumns },
    width: Math.max(x, BOARD.laneHeader + BOARD.stageMin),
    stageHeader: Math.max(BOARD.stageHeader + (names - 1) * HEADING.stage.line + stepRow, cornerHeight(board.personas.length)),
    stepRow,
  }
}

/**
 * A step's column. A half-width note fits with 8 to spare on both sides; the first one moves right and the last one
 * left, so that notes of steps end flush with notes of lanes that span the stage.
 */
function stepColumn(id: ColumnId, x: number, width: number, index: number, count: number): Column {
  if (count === 1) return { id, x, width, inset: BOARD.padX, inner: width - 2 * BOARD.padX }
  const inset = BOARD.padX - (8 * index) / (count - 1)
  return { id, x, width, inset, inner: width - 16 }
}

/** A stage's title in the header, as many lines as a title that is still one needs; the whole of it is in the field that renames it. */
export function stageTitleLines(title: string, width: number): readonly string[] {
  const { size, weight, maxLines } = HEADING.stage
  return wrapText(title, { size, weight, maxLines, width: width - HEADING.indent - BOARD.padX })
}

/** A step's title in the header. */
export function stepTitleLines(title: string, width: number): readonly string[] {
  const { size, weight, maxLines } = HEADING.step
  return wrapText(title, { size, weight, maxLines, width: width - HEADING.indent - 4 })
}
