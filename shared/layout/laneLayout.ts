import { cellKey, type Board } from '../model/board'
import { laneKindInfo } from '../model/laneKinds'
import type { Lane } from '../model/lane'
import type { Cell, Note, NoteId } from '../model/note'
import { layoutCell, sharedHeight, type CellLayout } from './cellLayout'
import type { Column, Frame } from './header'
import type { CellBox, LaneBox, NoteBox } from './layout'
import { BOARD, HEADING } from './metrics'
import type { SceneWords } from './sceneWords'
import { measureText, wrapText } from './textFit'

/** A lane with its notes, and what it was made from, so that it can be taken over while nothing changed. */
export interface PlacedLane {
  readonly box: LaneBox
  readonly notes: readonly NoteBox[]
  readonly cells: readonly PlacedCell[]
}

interface PlacedCell {
  readonly column: Column
  readonly notes: readonly Note[]
  /** What its notes ask of the lane, and what the lane gave them; see sharedHeight. */
  readonly asked: number
  readonly given: number
  readonly layout: CellLayout
  readonly box: CellBox
}

const NO_NOTES: readonly Note[] = []

/** Height of a lane's title when it is a line with a name on it, which may need more rows in some languages. */
export function separatorLines(lane: Lane, words: SceneWords): readonly string[] {
  const { size, weight, x, maxLines } = HEADING.separator
  return wrapText(words.laneTitle(lane), { size, weight, maxLines, width: BOARD.laneHeader - x - HEADING.lane.right })
}

/** A lane's title: its lines, and the size of its letters. */
export interface LaneTitle {
  readonly lines: readonly string[]
  readonly size: number
}

const titles = new WeakMap<Lane, { readonly words: SceneWords; readonly title: LaneTitle }>()

/** Asked for at every layout, which a drag makes in every frame; it changes with the lane and the language only. */
export function laneTitle(lane: Lane, words: SceneWords): LaneTitle {
  const known = titles.get(lane)
  if (known?.words === words) return known.title
  const title = fitTitle(lane, words)
  titles.set(lane, { words, title })
  return title
}

/** As many lines as it needs; it is set smaller before one of its words is broken, for words are long in Russian and Polish. */
function fitTitle(lane: Lane, words: SceneWords): LaneTitle {
  const { size: usual, weight, maxLines, x, right } = HEADING.lane
  const width = BOARD.laneHeader - x - right
  const title = words.laneTitle(lane)
  const widest = Math.max(...title.split(/[\s-]+/).map((word) => measureText(word, { size: usual, weight })))
  const size = widest <= width ? usual : Math.max(13, Math.floor((usual * width * 2) / widest) / 2)
  return { size, lines: wrapText(title, { size, weight, width, maxLines: lane.collapsed ? 1 : maxLines }) }
}

/** What a lane is high at least: room for a note, and for its title. */
function leastHeight(lane: Lane, words: SceneWords): number {
  if (lane.collapsed) return BOARD.collapsedLane
  const { height } = laneKindInfo(lane.kind)
  const rows = laneTitle(lane, words).lines.length
  return rows <= 2 ? height : Math.max(height, 2 * HEADING.lane.top + rows * HEADING.lane.line)
}

/**
 * Place one lane at `y`.
 *
 * A cell whose column and list of notes are the same objects as before is not measured again, and a lane that
 * comes out equal is returned as the same object, so that nothing below it has to look further.
 */
export function layoutLane(
  board: Board,
  frame: Frame,
  lane: Lane,
  y: number,
  words: SceneWords,
  before: PlacedLane | undefined,
): PlacedLane {
  const info = laneKindInfo(lane.kind)
  if (info.content === 'separator') {
    const { line, padY } = HEADING.separator
    const height = Math.max(info.height, separatorLines(lane, words).length * line + 2 * padY)
    return emptyLane(lane, y, height, before)
  }
  if (info.content === 'curve') return emptyLane(lane, y, leastHeight(lane, words), before)

  const { content } = info
  const columns = frame.columns[lane.span]
  const sameLane = before?.box.lane === lane
  const room = info.height - 2 * BOARD.padY
  const asking = columns.map((column, i) => {
    const cell: Cell = { laneId: lane.id, columnId: column.id }
    const notes = lane.collapsed ? NO_NOTES : (board.notesIn.get(cellKey(cell)) ?? NO_NOTES)
    const known = before?.cells[i]
    const old = sameLane && known?.column === column && known.notes === notes ? known : undefined
    return { cell, column, notes, old, asked: old?.asked ?? sharedHeight(content, notes, column, room) }
  })
  const given = Math.max(room, ...asking.map(({ asked }) => asked))
  const sources = asking.map((source) => {
    const { old, notes, column } = source
    return { ...source, given, layout: old?.given === given ? old.layout : layoutCell(content, notes, column, given) }
  })
  const height = Math.max(leastHeight(lane, words), ...sources.map(({ layout }) => layout.height))
  const sameBand = before?.box.y === y && before.box.height === height
  if (before && sameLane && sameBand && isSame(before, sources)) return before

  const known = new Map(before?.notes.map((box) => [box.note.id, box]))
  const noteBoxes: NoteBox[] = []
  const cells = sources.map(({ cell, column, notes, old, layout, asked }): PlacedCell => {
    for (const { note, rect, lines } of layout.notes) {
      const box: NoteBox = { note, lane, content, cell, rect: { ...rect, y: rect.y + y }, lines }
      noteBoxes.push(sameNoteBox(known.get(note.id), box))
    }
    const box = old && sameBand ? old.box : cellBox(cell, column, y, height, notes)
    return { column, notes, asked, given, layout, box }
  })
  return { box: { lane, content, y, height, cells: cells.map(({ box }) => box) }, notes: noteBoxes, cells }
}

function isSame(
  before: PlacedLane,
  sources: readonly { readonly column: Column; readonly notes: readonly Note[]; readonly layout: CellLayout }[],
): boolean {
  if (before.cells.length !== sources.length) return false
  return sources.every(({ column, notes, layout }, i) => {
    const cell = before.cells[i]
    return cell?.column === column && cell.notes === notes && cell.layout === layout
  })
}

function emptyLane(lane: Lane, y: number, height: number, before: PlacedLane | undefined): PlacedLane {
  if (before?.box.lane === lane && before.box.y === y && before.box.height === height) return before
  return { box: { lane, content: laneKindInfo(lane.kind).content, y, height, cells: [] }, notes: [], cells: [] }
}

function cellBox(cell: Cell, column: Column, y: number, height: number, notes: readonly Note[]): CellBox {
  const rect = { x: column.x, y, width: column.width, height }
  return { cell, key: cellKey(cell), rect, notes: notes.map((note): NoteId => note.id) }
}

/** The old box where the new one is equal to it: the scene compares boxes by identity. */
function sameNoteBox(old: NoteBox | undefined, box: NoteBox): NoteBox {
  if (!old || old.note !== box.note || old.lane !== box.lane || old.cell.columnId !== box.cell.columnId) return box
  const { x, y, width, height } = old.rect
  const { rect } = box
  if (x !== rect.x || y !== rect.y || width !== rect.width || height !== rect.height) return box
  return old.lines === box.lines || sameLines(old.lines, box.lines) ? old : box
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i])
}
