import type { Point, Rect } from '../../shared/layout/geometry'
import type { CellBox, LaneBox, Layout, StepBox } from '../../shared/layout/layout'
import type { NoteId } from '../../shared/model/note'
import type { PersonaId } from '../../shared/model/persona'
import type { Focus } from '../state/uiState'
import { focusRect } from './focusRect'

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * Where an arrow key takes the focus; null where the board ends.
 *
 * Inside a cell the arrows go from note to note as they lie; past its edge they enter the next cell, at the note
 * nearest to where they come from, or the empty cell itself. Headers are the outermost row and column.
 * @param personaId whose curve the steps of an emotion lane stand for; null passes over emotion lanes.
 */
export function moveFocus(layout: Layout, focus: Focus, direction: Direction, personaId: PersonaId | null): Focus | null {
  switch (focus.kind) {
    case 'none':
      return firstFocus(layout, personaId)
    case 'stage':
      return fromStage(layout, focus, direction, personaId)
    case 'step':
      return fromStep(layout, focus, direction, personaId)
    case 'lane':
      return fromLane(layout, focus, direction, personaId)
    case 'cell':
    case 'note':
    case 'emotion':
      return fromInside(layout, focus, direction, personaId)
  }
}

/** The next note in that direction, over empty cells and headers; null where there is none. For Shift+arrows. */
export function nextNote(layout: Layout, from: Focus, direction: Direction): NoteId | null {
  let focus: Focus | null = moveFocus(layout, from, direction, null)
  // A board has fewer cells in a row than this; the bound only keeps a mistake from hanging the window.
  for (let i = 0; focus && i < 10_000; i += 1) {
    if (focus.kind === 'note') return focus.id
    if (focus.kind !== 'cell') return null
    focus = moveFocus(layout, focus, direction, null)
  }
  return null
}

/** Everything that Tab stops at, in reading order: headers, then lane by lane its title and what is in its cells. */
export function tabStops(layout: Layout, personaId: PersonaId | null): readonly Focus[] {
  const stops: Focus[] = layout.stages.map(({ stage }) => ({ kind: 'stage', id: stage.id }))
  for (const { step } of namedSteps(layout)) stops.push({ kind: 'step', id: step.id })
  for (const lane of layout.lanes) {
    stops.push({ kind: 'lane', id: lane.lane.id })
    if (!isOpen(lane)) continue
    if (lane.content === 'curve') {
      if (personaId === null) continue
      for (const { step } of stepBoxes(layout)) stops.push({ kind: 'emotion', laneId: lane.lane.id, stepId: step.id, personaId })
      continue
    }
    for (const cell of lane.cells) {
      if (cell.notes.length === 0) stops.push({ kind: 'cell', cell: cell.cell })
      else for (const id of cell.notes) stops.push({ kind: 'note', id })
    }
  }
  return stops
}

/** The next or previous stop of Tab; null at the ends, where Tab leaves the board. */
export function nextStop(layout: Layout, focus: Focus, by: 1 | -1, personaId: PersonaId | null): Focus | null {
  const stops = tabStops(layout, personaId)
  if (focus.kind === 'none') return (by === 1 ? stops[0] : stops.at(-1)) ?? null
  const at = stops.findIndex((stop) => sameFocus(stop, focus))
  if (at < 0) return cellStop(stops, layout, focus, by)
  return stops[at + by] ?? null
}

/** A cell that has notes is no stop of its own; Tab goes on from its notes. */
function cellStop(stops: readonly Focus[], layout: Layout, focus: Focus, by: 1 | -1): Focus | null {
  if (focus.kind !== 'cell') return null
  const notes = findCell(layout, focus)?.box.notes ?? []
  const id = by === 1 ? notes[0] : notes.at(-1)
  return id === undefined ? (stops[0] ?? null) : { kind: 'note', id }
}

export function sameFocus(a: Focus, b: Focus): boolean {
  switch (a.kind) {
    case 'none':
      return b.kind === 'none'
    case 'cell':
      return b.kind === 'cell' && a.cell.laneId === b.cell.laneId && a.cell.columnId === b.cell.columnId
    case 'emotion':
      return b.kind === 'emotion' && a.laneId === b.laneId && a.stepId === b.stepId && a.personaId === b.personaId
    default:
      return b.kind === a.kind && a.id === b.id
  }
}

/** Where the keyboard starts on a board that has no focus yet: the first cell, or the first stage. */
export function firstFocus(layout: Layout, personaId: PersonaId | null): Focus | null {
  const stage = layout.stages[0]
  if (!stage) return null
  const lane = layout.lanes.find((box) => isOpen(box) && (box.content !== 'curve' || personaId !== null))
  return (lane && enterLane(layout, lane, centreOf(stage.steps[0] ?? stage), 'down', personaId)) ?? { kind: 'stage', id: stage.stage.id }
}

function fromStage(
  layout: Layout,
  focus: Extract<Focus, { kind: 'stage' }>,
  direction: Direction,
  personaId: PersonaId | null,
): Focus | null {
  const at = layout.stages.findIndex(({ stage }) => stage.id === focus.id)
  const box = layout.stages[at]
  if (!box || direction === 'up') return null
  if (direction === 'down') {
    const step = box.steps[0]
    if (step && box.steps.length > 1) return { kind: 'step', id: step.step.id }
    return enterBelow(layout, -1, centreOf(step ?? box), personaId)
  }
  const next = layout.stages[at + (direction === 'right' ? 1 : -1)]
  if (next) return { kind: 'stage', id: next.stage.id }
  return null
}

function fromStep(
  layout: Layout,
  focus: Extract<Focus, { kind: 'step' }>,
  direction: Direction,
  personaId: PersonaId | null,
): Focus | null {
  const steps = namedSteps(layout)
  const at = steps.findIndex(({ step }) => step.id === focus.id)
  const box = steps[at]
  if (!box) return null
  if (direction === 'up') return { kind: 'stage', id: box.step.stageId }
  if (direction === 'down') return enterBelow(layout, -1, centreOf(box), personaId)
  const next = steps[at + (direction === 'right' ? 1 : -1)]
  return next ? { kind: 'step', id: next.step.id } : null
}

function fromLane(
  layout: Layout,
  focus: Extract<Focus, { kind: 'lane' }>,
  direction: Direction,
  personaId: PersonaId | null,
): Focus | null {
  const at = layout.lanes.findIndex(({ lane }) => lane.id === focus.id)
  const box = layout.lanes[at]
  if (!box || direction === 'left') return null
  if (direction === 'right') {
    return isOpen(box) ? enterLane(layout, box, { x: -Infinity, y: box.y }, 'right', personaId) : null
  }
  const next = layout.lanes[at + (direction === 'down' ? 1 : -1)]
  if (next) return { kind: 'lane', id: next.lane.id }
  const stage = layout.stages[0]
  return direction === 'up' && stage ? { kind: 'stage', id: stage.stage.id } : null
}

type Inside = Extract<Focus, { kind: 'cell' | 'note' | 'emotion' }>

function fromInside(layout: Layout, focus: Inside, direction: Direction, personaId: PersonaId | null): Focus | null {
  const rect = focusRect(layout, focus)
  const place = placeOf(layout, focus)
  if (!rect || !place) return firstFocus(layout, personaId)
  const centre = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
  if (focus.kind === 'note' && place.cell) {
    const within = noteBeyond(layout, place.cell, focus.id, rect, direction)
    if (within) return { kind: 'note', id: within }
  }
  if (direction === 'left' || direction === 'right') {
    const columns = columnsOf(layout, place.lane)
    const at = columns.findIndex((column) => centre.x >= column.x && centre.x < column.x + column.width)
    const next = columns[at + (direction === 'right' ? 1 : -1)]
    if (next) return enterLane(layout, place.lane, { x: next.x + next.width / 2, y: centre.y }, direction, personaId)
    return direction === 'left' ? { kind: 'lane', id: place.lane.lane.id } : null
  }
  const at = layout.lanes.indexOf(place.lane)
  if (direction === 'down') return enterBelow(layout, at, centre, personaId)
  return enterAbove(layout, at, centre, personaId)
}

function enterBelow(layout: Layout, at: number, from: Point, personaId: PersonaId | null): Focus | null {
  for (const lane of layout.lanes.slice(at + 1)) {
    const focus = isOpen(lane) ? enterLane(layout, lane, from, 'down', personaId) : null
    if (focus) return focus
  }
  return null
}

function enterAbove(layout: Layout, at: number, from: Point, personaId: PersonaId | null): Focus | null {
  for (const lane of layout.lanes.slice(0, Math.max(0, at)).reverse()) {
    const focus = isOpen(lane) ? enterLane(layout, lane, from, 'up', personaId) : null
    if (focus) return focus
  }
  const under = <Box extends { readonly x: number; readonly width: number }>(boxes: readonly Box[]): Box | undefined =>
    boxes.find(({ x, width }) => from.x >= x && from.x < x + width)
  const step = under(namedSteps(layout))
  if (step) return { kind: 'step', id: step.step.id }
  const stage = under(layout.stages)
  return stage ? { kind: 'stage', id: stage.stage.id } : null
}

/** The item of a lane at `from.x` that one meets first when coming in that direction. */
function enterLane(layout: Layout, lane: LaneBox, from: Point, direction: Direction, personaId: PersonaId | null): Focus | null {
  if (lane.content === 'curve') {
    const step = columnAt(stepBoxes(layout), from.x)
    return step && personaId !== null ? { kind: 'emotion', laneId: lane.lane.id, stepId: step.step.id, personaId } : null
  }
  const cell = columnAt(
    lane.cells.map((box) => ({ x: box.rect.x, width: box.rect.width, box })),
    from.x,
  )?.box
  if (!cell) return null
  const id = nearestNote(layout, cell, from, direction)
  return id === null ? { kind: 'cell', cell: cell.cell } : { kind: 'note', id }
}

function columnAt<Box extends { readonly x: number; readonly width: number }>(boxes: readonly Box[], x: number): Box | undefined {
  return boxes.find((box) => x < box.x + box.width) ?? boxes.at(-1)
}

/** Of the notes at the edge where one comes in, the one straight ahead. */
function nearestNote(layout: Layout, cell: CellBox, from: Point, direction: Direction): NoteId | null {
  const boxes = cell.notes.flatMap((id) => {
    const box = layout.notes.get(id)
    return box ? [{ id, rect: box.rect }] : []
  })
  const ahead = ({ rect }: { readonly rect: Rect }): readonly [number, number] => {
    const x = Math.abs(rect.x + rect.width / 2 - (Number.isFinite(from.x) ? from.x : cell.rect.x))
    const y = Math.abs(rect.y + rect.height / 2 - from.y)
    switch (direction) {
      case 'right':
        return [rect.x, y]
      case 'left':
        return [-(rect.x + rect.width), y]
      case 'down':
        return [rect.y, x]
      case 'up':
        return [-(rect.y + rect.height), x]
    }
  }
  const [best] = boxes.sort((a, b) => compare(ahead(a), ahead(b)))
  return best?.id ?? null
}

/** The note of the same cell that lies next in that direction: sideways in its row, up and down in the nearest row. */
function noteBeyond(layout: Layout, cell: CellBox, from: NoteId, rect: Rect, direction: Direction): NoteId | null {
  const sideways = direction === 'left' || direction === 'right'
  let best: { readonly id: NoteId; readonly rank: readonly [number, number] } | null = null
  for (const id of cell.notes) {
    const other = layout.notes.get(id)?.rect
    if (id === from || !other) continue
    const dx = other.x + other.width / 2 - (rect.x + rect.width / 2)
    const dy = other.y + other.height / 2 - (rect.y + rect.height / 2)
    const along = direction === 'right' ? dx : direction === 'left' ? -dx : direction === 'down' ? dy : -dy
    const overlaps = sideways ? other.y < rect.y + rect.height && rect.y < other.y + other.height : true
    // Up and down skip what lies in the same row, however tall its neighbours are.
    const beyond = sideways ? along > 1 : direction === 'down' ? other.y >= rect.y + rect.height - 1 : other.y + other.height <= rect.y + 1
    if (!overlaps || !beyond) continue
    const rank = sideways ? ([along, Math.abs(dy)] as const) : ([along, Math.abs(dx)] as const)
    if (!best || compare(rank, best.rank) < 0) best = { id, rank }
  }
  return best?.id ?? null
}

function compare(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1]
}

function columnsOf(layout: Layout, lane: LaneBox): readonly { readonly x: number; readonly width: number }[] {
  return lane.content === 'curve' ? stepBoxes(layout) : lane.cells.map(({ rect }) => rect)
}

function placeOf(layout: Layout, focus: Inside): { readonly lane: LaneBox; readonly cell: CellBox | null } | null {
  if (focus.kind === 'emotion') {
    const lane = layout.lanes.find((box) => box.lane.id === focus.laneId)
    return lane ? { lane, cell: null } : null
  }
  const cell = focus.kind === 'cell' ? focus.cell : layout.notes.get(focus.id)?.cell
  const found = cell && findCell(layout, { cell })
  return found ? { lane: found.lane, cell: found.box } : null
}

function findCell(layout: Layout, { cell }: Pick<Extract<Focus, { kind: 'cell' }>, 'cell'>): { lane: LaneBox; box: CellBox } | null {
  const lane = layout.lanes.find((box) => box.lane.id === cell.laneId)
  const box = lane?.cells.find((candidate) => candidate.cell.columnId === cell.columnId)
  return lane && box ? { lane, box } : null
}

function stepBoxes(layout: Layout): readonly StepBox[] {
  return layout.stages.flatMap(({ steps }) => steps)
}

/** Steps whose names are in the header: a stage's only step has none of its own. */
function namedSteps(layout: Layout): readonly StepBox[] {
  return layout.stages.flatMap(({ steps }) => (steps.length > 1 ? steps : []))
}

/** Whether the keyboard can go inside: a folded lane and a separator line are only their header. */
function isOpen(lane: LaneBox): boolean {
  return !lane.lane.collapsed && lane.content !== 'separator'
}

function centreOf(box: { readonly x: number; readonly width: number }): Point {
  return { x: box.x + box.width / 2, y: -Infinity }
}
