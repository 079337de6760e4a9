import type { LaneContent } from '../model/laneKinds'
import type { Note } from '../model/note'
import type { Column } from './header'
import { BOARD, MOMENT, NOTE, OWNER, TOUCHPOINT } from './metrics'
import { noteHeight, noteLines } from './noteText'
import { measureText, wrapText } from './textFit'
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

/**
 * Put the notes of one cell into rows.
 * @param laneHeight height of an empty lane of this kind; a note is at least as tall as that leaves room for
 */
export function layoutCell(content: NoteContent, notes: readonly Note[], column: Column, laneHeight: number): CellLayout {
  if (notes.length === 0) return EMPTY
  switch (content) {
    case 'notes':
      return layoutNotes(notes, column, laneHeight)
    case 'touchpoints':
      return layoutTouchpoints(notes, column)
    case 'moments':
      return layoutMoments(notes, column, laneHeight)
    case 'owners':
      return layoutOwners(notes, column)
  }
}

/** How many half-width items stand side by side in a column. */
function perRow(column: Column): number {
  return Math.max(1, Math.floor((column.inner + BOARD.gap) / (NOTE.half + BOARD.gap)))
}

/** Width of an item: a single one in a wide cell may take the room of two. */
function itemWidth(column: Column, count: number): number {
  return count === 1 && column.inner >= NOTE.full ? NOTE.full : Math.min(NOTE.half, column.inner)
}

interface Measured {
  readonly note: Note
  readonly lines: readonly string[]
  readonly height: number
}

/** Items of one width in rows; all items of a row get the height of its tallest, so that rows stay rows. */
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
    const height = Math.max(...row.map((item) => item.height))
    row.forEach(({ note, lines }, i) => {
      const x = column.x + column.inset + i * (width + BOARD.gap)
      placed.push({ note, lines, rect: { x, y, width, height } })
    })
    y += height + space.rowGap
  }
  return { notes: placed, height: y - space.rowGap + space.bottom }
}

function layoutNotes(notes: readonly Note[], column: Column, laneHeight: number): CellLayout {
  const width = itemWidth(column, notes.length)
  const least = laneHeight - 2 * BOARD.padY
  const measured = notes.map((note): Measured => {
    const lines = noteLines(note, width)
    return { note, lines, height: noteHeight(note, lines, width, least) }
  })
  return flowRows(measured, column, width, { top: BOARD.padY, rowGap: BOARD.gap, bottom: BOARD.padY })
}

function layoutTouchpoints(notes: readonly Note[], column: Column): CellLayout {
  const width = itemWidth(column, notes.length)
  const { tile, gap, line, size, weight, padY, rowGap } = TOUCHPOINT
  const measured = notes.map((note): Measured => {
    const lines = wrapText(note.text, { size, weight, width: width - tile - gap })
    return { note, lines, height: Math.max(tile, lines.length * line) }
  })
  return flowRows(measured, column, width, { top: padY, rowGap, bottom: padY })
}

function layoutMoments(notes: readonly Note[], column: Column, laneHeight: number): CellLayout {
  const width = Math.min(NOTE.full, column.inner)
  const { indent, diamond, gap, line, size, weight, padY } = MOMENT
  const placed: PlacedNote[] = []
  let y: number = BOARD.padY
  for (const note of notes) {
    const lines = wrapText(note.text, { size, weight, width: width - 2 * indent - diamond - gap })
    const height = Math.max(laneHeight - 2 * BOARD.padY, lines.length * line + 2 * padY)
    placed.push({ note, lines, rect: { x: column.x + column.inset, y, width, height } })
    y += height
  }
  return { notes: placed, height: y + BOARD.padY }
}

function layoutOwners(notes: readonly Note[], column: Column): CellLayout {
  const { padX, gap, padY, height: least, line, size, weight } = OWNER
  const left = column.x + column.inset
  const placed: PlacedNote[] = []
  let x = left
  let y: number = padY
  let rowHeight = 0
  for (const note of notes) {
    const lines = wrapText(note.text, { size, weight, width: column.inner - 2 * padX })
    const textWidth = Math.max(...lines.map((text) => measureText(text, OWNER)))
    const width = Math.min(column.inner, Math.max(least, Math.ceil(textWidth) + 2 * padX))
    const height = least + (lines.length - 1) * line
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
