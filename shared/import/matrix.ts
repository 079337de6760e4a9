import type { LaneKind } from '../model/lane'
import { laneKindInfo } from '../model/laneKinds'
import { columnMeaning, isCornerWord } from './columnWords'
import { ContentBuilder, type ImportOrigin, type Source } from './contentBuilder'
import { emotionOf, placeEmotion } from './emotionLane'
import { emotionName } from './emotionPersona'
import { emotionScale } from './emotionValue'
import { cellAt, columnCount, filledCells, type Grid, type GridRow } from './grid'
import { guessLane, laneTitle, plainName, unmarked, type LaneGuess } from './laneWords'
import { notesOf } from './noteTexts'

interface MatrixColumn {
  readonly stage: number
  readonly step: number
}

interface MatrixLane extends LaneGuess {
  readonly index: number
}

/** How far down the header may stand: people put a title and remarks above their tables. */
const HEADER_WITHIN = 10

/** Read a table whose rows are lanes and whose columns are stages, or steps under stages. */
export function readMatrix(grid: Grid, origin: ImportOrigin): ContentBuilder {
  const builder = new ContentBuilder(origin, 'matrix')
  const headerAt = findHeader(grid.rows)
  readAbove(builder, grid.rows.slice(0, headerAt))

  const [header, ...rest] = grid.rows.slice(headerAt)
  if (!header) return builder
  const corner = cellAt(header, 0)
  if (!isCornerWord(corner)) builder.setTitle(unmarked(corner), { line: header.line, text: corner })

  const steps = rest[0] && isStepRow(rest[0]) ? rest[0] : undefined
  const columns = readColumns(builder, columnCount(grid), header, steps)
  readLanes(builder, columns, steps ? rest.slice(1) : rest)
  return builder
}

/** The row that names the stages: the one that says so, else the first with more than one filled cell. */
function findHeader(rows: readonly GridRow[]): number {
  const named = rows.slice(0, HEADER_WITHIN).findIndex((row) => columnMeaning(cellAt(row, 0))?.is === 'stage' && filledCells(row) > 1)
  if (named >= 0) return named
  return Math.max(
    0,
    rows.findIndex((row) => filledCells(row) > 1 && !isTitleRow(row)),
  )
}

const TITLE_WORD = /^(?:title|map|journey|journey map|название|карта|карта пути|tytuł|mapa|mapa podróży)$/u

function isTitleRow(row: GridRow): boolean {
  return filledCells(row) === 2 && cellAt(row, 1) !== '' && TITLE_WORD.test(plainName(cellAt(row, 0)))
}

function readAbove(builder: ContentBuilder, rows: readonly GridRow[]): void {
  for (const row of rows) {
    if (isTitleRow(row)) builder.setTitle(cellAt(row, 1), { line: row.line, text: row.cells.join(' ') })
    else {
      for (const cell of row.cells) {
        const source = { line: row.line, text: cell.trim() }
        if (builder.title === '' && filledCells(row) === 1) builder.setTitle(unmarked(source.text), source)
        else builder.toInbox(source, 'not-understood')
      }
    }
  }
}

/** The row under the stages names steps when its own name says so or is empty: there is no lane above it to go on. */
function isStepRow(row: GridRow): boolean {
  const name = cellAt(row, 0)
  return filledCells(row) > 0 && (name === '' || columnMeaning(name)?.is === 'step')
}

/** Where the notes of each column belong; index 0, the names of the lanes, is unused. */
function readColumns(builder: ContentBuilder, count: number, header: GridRow, steps: GridRow | undefined): (MatrixColumn | undefined)[] {
  const columns: (MatrixColumn | undefined)[] = [undefined]
  let last: { title: string; stage: number } | null = null
  const lastFilled = Math.max(header.cells.length, steps?.cells.length ?? 0)
  for (let column = 1; column < Math.max(count, lastFilled); column += 1) {
    const text = cellAt(header, column)
    const stepTitle = cellAt(steps, column)
    const source = { line: header.line, text }
    if (column >= lastFilled) {
      // Cells to the right of the header belong to no stage.
      columns.push(undefined)
      continue
    }
    // A merged header leaves the cells beside it empty, or repeats its text in them.
    if (last === null || (text !== '' && text !== last.title)) {
      // A second line under the name says how long the stage lasts.
      const lines = unmarked(text).split('\n')
      const stage: number = builder.addStage(lines.length === 2 ? (lines[0] ?? '') : unmarked(text), source)
      if (lines.length === 2) builder.setDuration(stage, lines[1] ?? '', source)
      last = { title: text, stage }
    }
    const step = builder.addStep(last.stage, stepTitle, { line: steps?.line ?? header.line, text: stepTitle })
    columns.push({ stage: last.stage, step })
  }
  return columns
}

function readLanes(builder: ContentBuilder, columns: readonly (MatrixColumn | undefined)[], rows: readonly GridRow[]): void {
  const lanes = new Map<string, MatrixLane>()
  const guesses = new Map<string, LaneGuess | null>()
  let current: MatrixLane | null = null
  let hasEmotions = false
  for (const row of rows) {
    const name = cellAt(row, 0)
    const nameSource = { line: row.line, text: name }
    if (builder.isOverLimit) break
    const guess = guesses.get(name) ?? guessLane(name)
    guesses.set(name, guess)

    if (guess === null && columnMeaning(name)?.is === 'duration') {
      forEachCell(builder, row, columns, ({ stage }, source) => builder.setDuration(stage, source.text, source))
    } else if (guess?.kind === 'emotions') {
      const { base, persona } = emotionName(unmarked(name))
      const title = laneTitle(base, 'emotions')
      if (!hasEmotions) builder.addLane('emotions', title, nameSource)
      // All curves share one lane, so what else a further row is called is said of its persona.
      readEmotionRow(builder, columns, row, hasEmotions && (title !== undefined || persona === '') ? unmarked(name) : persona)
      hasEmotions = true
      current = null
    } else if (name === '') {
      readNotes(builder, columns, row, current)
    } else if (guess === null && filledCells(row) === 1) {
      builder.toInbox(nameSource, 'not-understood')
    } else {
      const known = lanes.get(name)
      current = known ?? addLane(builder, name, guess, filledCells(row) > 1, nameSource)
      lanes.set(name, current)
      readNotes(builder, columns, row, current)
    }
  }
}

function addLane(builder: ContentBuilder, name: string, guess: LaneGuess | null, hasNotes: boolean, source: Source): MatrixLane {
  // A separator line takes no notes, so a row with notes that is called like one is a lane of text.
  const isLine = guess !== null && laneKindInfo(guess.kind).content === 'separator'
  const lane: LaneGuess = guess === null || (isLine && hasNotes) ? { kind: 'text' } : guess
  const kind: LaneKind = lane.kind
  return { ...lane, index: builder.addLane(kind, laneTitle(name, kind), source) }
}

function readEmotionRow(builder: ContentBuilder, columns: readonly (MatrixColumn | undefined)[], row: GridRow, name: string): void {
  const scale = emotionScale(cellAt(row, 0), row.cells.slice(1))
  const persona = builder.persona(name, { line: row.line, text: cellAt(row, 0) })
  forEachCell(builder, row, columns, (column, source) => {
    if (persona === null) builder.toInbox(source, 'too-many-personas')
    else {
      const reading = emotionOf(builder, source.text, scale, source)
      if (reading) placeEmotion(builder, reading, { persona, ...column }, source)
    }
  })
}

function readNotes(builder: ContentBuilder, columns: readonly (MatrixColumn | undefined)[], row: GridRow, lane: MatrixLane | null): void {
  forEachCell(builder, row, columns, (column, source) => {
    if (lane === null) builder.toInbox(source, 'not-understood')
    else for (const { text, look } of notesOf(source.text, lane)) builder.addNote(text, { lane: lane.index, ...column }, source, look)
  })
}

/** The filled cells after the name; one that stands under no stage goes to the inbox. */
function forEachCell(
  builder: ContentBuilder,
  row: GridRow,
  columns: readonly (MatrixColumn | undefined)[],
  visit: (column: MatrixColumn, source: Source) => void,
): void {
  row.cells.forEach((cell, index) => {
    const source = { line: row.line, text: cell.trim() }
    if (index === 0 || source.text === '') return
    const column = columns[index]
    if (column) visit(column, source)
    else builder.toInbox(source, 'no-stage')
  })
}
