import type { LaneKind } from '../model/lane'
import { laneKindInfo } from '../model/laneKinds'
import { columnMeaning } from './columnWords'
import type { ContentBuilder, Source } from './contentBuilder'
import { cellAt, filledCells, type Grid, type GridRow } from './grid'
import { guessLane, laneTitle, unmarked, type LaneGuess } from './laneWords'
import { readMatrixHead, type MatrixColumn } from './matrixColumns'
import { isFeelingRow, MatrixEmotions, type MatrixCell } from './matrixEmotions'
import { labelColumns, rowNames, type RowName } from './matrixLabels'
import { notesOf } from './noteTexts'
import { saysNothing } from './nothing'

interface MatrixLane extends LaneGuess {
  readonly index: number
}

/** Read a table whose rows are lanes and whose columns are stages, or steps under stages. */
export function readMatrix(builder: ContentBuilder, grid: Grid): void {
  const labels = labelColumns(grid)
  const { columns, rows } = readMatrixHead(builder, grid, labels)
  new MatrixReader(builder, columns, labels).read(rows)
}

class MatrixReader {
  readonly #builder: ContentBuilder
  readonly #columns: readonly (MatrixColumn | undefined)[]
  readonly #labels: number
  readonly #lanes = new Map<string, MatrixLane>()
  readonly #groups = new Set<string>()
  readonly #emotions: MatrixEmotions
  /** What a row without a name goes on with. */
  #current: MatrixLane | 'emotions' | null = null

  constructor(builder: ContentBuilder, columns: readonly (MatrixColumn | undefined)[], labels: number) {
    this.#builder = builder
    this.#columns = columns
    this.#labels = labels
    this.#emotions = new MatrixEmotions(builder)
  }

  read(rows: readonly GridRow[]): void {
    const names = rowNames(rows, this.#labels)
    rows.forEach((row, i) => {
      if (!this.#builder.isOverLimit) this.#readRow(row, names[i] ?? { name: '', groups: [] })
    })
    this.#emotions.place()
  }

  #readRow(row: GridRow, label: RowName): void {
    const { name, groups } = label
    const group = groups.at(-1) ?? ''
    const source = { line: row.line, text: name }
    const guess = this.#guessOf(label, row)
    this.#keepStageless(row)
    const isLine = guess !== null && laneKindInfo(guess.kind).content === 'separator'
    if (name === '') this.#goOn(row)
    // A group with a row of its own, above its lanes.
    else if (filledCells(row) === 1 && !isLine && cellAt(row, this.#labels - 1) === '') this.#listGroup(name, row)
    else if (guess === null && columnMeaning(name)?.is === 'duration') {
      for (const { column, source: cell } of this.#cellsOf(row))
        if (!saysNothing(cell.text)) this.#builder.setDuration(column.stage, cell.text, cell)
    } else if (guess?.kind === 'emotions') {
      // "Emotions" and beside it "Anna": the group says what it is, and the name whose.
      const isPersona = guessLane(name) === null && guessLane(group)?.kind === 'emotions'
      for (const other of isPersona ? groups.slice(0, -1) : groups) this.#listGroup(other, row)
      this.#emotions.open(isPersona ? `${group}: ${name}` : unmarked(name), source, this.#cellsOf(row))
      this.#current = 'emotions'
    } else if (guess === null && filledCells(row) === 1) {
      this.#builder.toInbox(source, 'not-understood')
    } else {
      this.#current = this.#laneOf(label, guess, row)
      this.#readNotes(row, this.#current)
    }
  }

  #guessOf({ name, groups }: RowName, row: GridRow): LaneGuess | null {
    const group = groups.at(-1) ?? ''
    const said = guessLane(name)
    const of = group === '' ? null : guessLane(group)
    // What people do on the stage and behind it are lanes of a blueprint.
    const isStaff = said?.kind === 'actions' && (of?.kind === 'frontStage' || of?.kind === 'backStage')
    const own = isStaff ? of : (said ?? (columnMeaning(name) === null ? of : null))
    // Nobody knows the words, but all its cells are scores, stars or faces.
    return own ?? (this.#emotions.isEmpty && isFeelingRow(this.#cellsOf(row)) ? { kind: 'emotions' } : null)
  }

  #goOn(row: GridRow): void {
    if (this.#current === 'emotions') this.#emotions.goOn(this.#cellsOf(row))
    else this.#readNotes(row, this.#current)
  }

  #laneOf({ name, groups }: RowName, guess: LaneGuess | null, row: GridRow): MatrixLane {
    const group = groups.join(' / ')
    const key = `${group}|${name}`
    const known = this.#lanes.get(key)
    if (known) return known
    // Two groups may have a lane of one name each; else the group is only listed.
    const isTwice = group !== '' && [...this.#lanes.keys()].some((other) => other.endsWith(`|${name}`))
    if (!isTwice) for (const other of groups) this.#listGroup(other, row)
    const title = isTwice ? `${group}: ${name}` : name
    const lane = this.#addLane(title, guess, this.#cellsOf(row).length > 0, { line: row.line, text: title })
    this.#lanes.set(key, lane)
    return lane
  }

  #listGroup(group: string, row: GridRow): void {
    if (this.#groups.has(group)) return
    this.#groups.add(group)
    this.#builder.list({ line: row.line, text: group }, /^\d+[.)]?$/.test(group) ? 'id-column' : 'group')
  }

  #addLane(name: string, guess: LaneGuess | null, hasNotes: boolean, source: Source): MatrixLane {
    // A separator line takes no notes, so a row with notes that is called like one is a lane of text.
    const isLine = guess !== null && laneKindInfo(guess.kind).content === 'separator'
    const lane: LaneGuess = guess === null || (isLine && hasNotes) ? { kind: 'text' } : guess
    const kind: LaneKind = lane.kind
    return { ...lane, index: this.#builder.addLane(kind, laneTitle(name, kind), source) }
  }

  #readNotes(row: GridRow, lane: MatrixLane | null): void {
    for (const { column, source } of this.#cellsOf(row)) {
      if (lane === null) this.#builder.toInbox(source, 'not-understood')
      else
        for (const { text, ticked, look } of notesOf(source.text, lane)) {
          this.#builder.addNote(text, { lane: lane.index, ...column }, source, look)
          if (ticked) this.#builder.list({ line: source.line, text }, 'ticked')
        }
    }
  }

  /** The filled cells after the name that stand under a stage. */
  #cellsOf(row: GridRow): MatrixCell[] {
    return row.cells.flatMap((cell, index) => {
      const column = this.#columns[index]
      const text = cell.trim()
      return column && text !== '' ? { column, source: { line: row.line, text } } : []
    })
  }

  #keepStageless(row: GridRow): void {
    row.cells.forEach((cell, index) => {
      const text = cell.trim()
      if (index >= this.#labels && !this.#columns[index]) this.#builder.toInbox({ line: row.line, text }, 'no-stage')
    })
  }
}
