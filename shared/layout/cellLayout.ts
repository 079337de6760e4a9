import type { LaneContent } from '../model/laneKinds'
import type { Note } from '../model/note'
import type { Column } from './header'
import { BOARD, MOMENT, NOTE, OWNER, TOUCHPOINT } from './metrics'
import { labelRows, labelWidth, markIndent, signPlace, type SignPlace } from './labelSigns'
import { noteHeight, noteLines } from './noteText'
import { wrapText, type TextStyle } from './textFit'
import type { Rect } from './geometry'

export type NoteContent = Exclude<LaneContent, 'curve' | 'separator'>

/** A note in its cell; `rect.y` counts from the lane's top, so a cell can be used again when its lane moves. */
export interface PlacedNote {
  readonly note: Note
  readonly rect: Rect
  readonly lines: readonly string[]
}

export interface CellLayout {
  readonly notes: readonly PlacedNote[]
  /** What the cell needs of its lane's height. */
  readonly height: number
}

const EMPTY: CellLayout = { notes: [], height: 0 }

/** A note that needs at most so many lines more than its lane's height holds makes all notes of the lane as tall. */
const LINES_SHARED = 2

/**
 * The height that notes of this cell ask all notes of their lane to have, at least `least`.
 *
 * Notes a line or two longer than the rest would leave a ragged edge in every row, so the whole lane follows them.
 * A note much longer than that grows by itself.
 */
export function sharedHeight(content: NoteContent, notes: readonly Note[], column: Column, least: number): number {
  if (content !== 'notes' && content !== 'moments') return least
  const width = content === 'notes' ? itemWidth(column, notes.length) : column.inner
  const most = least + LINES_SHARED * NOTE.line
  let tallest = least
  for (const note of notes) {
    const height =
      content === 'notes'
        ? noteHeight(note, noteLines(note, width), width, least)
        : momentHeight(momentLabel(note, width).rows, notes.length === 1 ? least : 0)
    if (height <= most) tallest = Math.max(tallest, height)
  }
  return tallest
}

/**
 * Put the notes of one cell into rows.
 * @param least what a note is high at least
 */
export function layoutCell(content: NoteContent, notes: readonly Note[], column: Column, least: number): CellLayout {
  if (notes.length === 0) return EMPTY
  switch (content) {
    case 'notes':
      return layoutNotes(notes, column, least)
    case 'touchpoints':
      return layoutTouchpoints(notes, column)
    case 'moments':
      return layoutMoments(notes, column, least)
    case 'owners':
      return layoutOwners(notes, column)
  }
}

/** How many half-width items stand side by side in a column. */
function perRow(column: Column): number {
  return Math.max(1, Math.floor((column.inner + BOARD.gap) / (NOTE.half + BOARD.gap)))
}

/** Width of an item: a single one is as wide as its cell, so that what is said of a whole stage spans it. */
function itemWidth(column: Column, count: number): number {
  return count === 1 ? column.inner : Math.min(NOTE.half, column.inner)
}

interface Measured {
  readonly note: Note
  readonly lines: readonly string[]
  readonly height: number
}

/** The label of what is no sticky: its lines, and how many of them it takes with its signs. */
interface Label {
  readonly lines: readonly string[]
  readonly rows: number
  readonly signs: SignPlace | null
}

function labelOf(note: Note, content: NoteContent, type: TextStyle, width: number): Label {
  const { size, weight } = type
  const lines = wrapText(note.text, { size, weight, width, firstIndent: markIndent(note, content) })
  const signs = signPlace(note, { content, lines, type, width })
  return { lines, signs, rows: labelRows(lines, signs) }
}

/** Items of one width in rows, each as high as it needs; the next row begins below the tallest. */
function flowRows(
  items: readonly Measured[],
  column: Column,
  width: number,
  space: { readonly top: number; readonly rowGap: number; readonly bottom: number },
): CellLayout {
  const columns = perRow(column)
  const placed: PlacedNote[] = []
  let y = space.top
  for (let start = 0; start < items.length; start += columns) {
    const row = items.slice(start, start + columns)
    const tallest = Math.max(...row.map((item) => item.height))
    row.forEach(({ note, lines, height }, i) => {
      const x = column.x + column.inset + i * (width + BOARD.gap)
      placed.push({ note, lines, rect: { x, y, width, height } })
    })
    y += tallest + space.rowGap
  }
  return { notes: placed, height: y - space.rowGap + space.bottom }
}

function layoutNotes(notes: readonly Note[], column: Column, least: number): CellLayout {
  const width = itemWidth(column, notes.length)
  const measured = notes.map((note): Measured => {
    const lines = noteLines(note, width)
    return { note, lines, height: noteHeight(note, lines, width, least) }
  })
  return flowRows(measured, column, width, { top: BOARD.padY, rowGap: BOARD.gap, bottom: BOARD.padY })
}

function layoutTouchpoints(notes: readonly Note[], column: Column): CellLayout {
  const width = itemWidth(column, notes.length)
  const { tile, gap, line, padY, rowGap } = TOUCHPOINT
  const measured = notes.map((note): Measured => {
    const { lines, rows } = labelOf(note, 'touchpoints', TOUCHPOINT, width - tile - gap)
    return { note, lines, height: Math.max(tile, rows * line) }
  })
  return flowRows(measured, column, width, { top: padY, rowGap, bottom: padY })
}

function layoutMoments(notes: readonly Note[], column: Column, least: number): CellLayout {
  const width = column.inner
  const placed: PlacedNote[] = []
  let y: number = BOARD.padY
  for (const note of notes) {
    const { lines, rows } = momentLabel(note, width)
    // One alone is centred in its lane; several stand close together.
    const height = momentHeight(rows, notes.length === 1 ? least : 0)
    placed.push({ note, lines, rect: { x: column.x + column.inset, y, width, height } })
    y += height
  }
  return { notes: placed, height: y + BOARD.padY }
}

function momentLabel(note: Note, width: number): Label {
  const { indent, diamond, gap } = MOMENT
  return labelOf(note, 'moments', MOMENT, width - 2 * indent - diamond - gap)
}

function momentHeight(rows: number, least: number): number {
  return Math.max(least, rows * MOMENT.line + 2 * MOMENT.padY)
}

function layoutOwners(notes: readonly Note[], column: Column): CellLayout {
  const { padX, gap, padY, height: least, line } = OWNER
  const left = column.x + column.inset
  const placed: PlacedNote[] = []
  let x = left
  let y: number = padY
  let rowHeight = 0
  for (const note of notes) {
    const { lines, rows, signs } = labelOf(note, 'owners', OWNER, column.inner - 2 * padX)
    const wanted = Math.ceil(labelWidth(note, 'owners', lines, OWNER, signs))
    const width = Math.min(column.inner, Math.max(least, wanted + 2 * padX))
    const height = least + (rows - 1) * line
    if (x > left && x + width > left + column.inner) {
      x = left
      y += rowHeight + gap
      rowHeight = 0
    }
    placed.push({ note, lines, rect: { x, y, width, height } })
    x += width + gap
    rowHeight = Math.max(rowHeight, height)
  }
  return { notes: placed, height: y + rowHeight + padY }
}
