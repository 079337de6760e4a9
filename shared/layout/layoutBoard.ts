import type { Board } from '../model/board'
import type { LaneId } from '../model/lane'
import type { NoteId } from '../model/note'
import type { PointId } from '../model/point'
import { layoutCorner } from './corner'
import { layoutEmotions, type EmotionLayout } from './emotionLane'
import { layoutFrame, type Frame } from './header'
import { layoutLane, type PlacedLane } from './laneLayout'
import type { CurveBox, LaneBox, Layout, NoteBox, PointBox } from './layout'
import { BOARD } from './metrics'
import type { SceneWords } from './sceneWords'

/** Works out where everything is, and remembers it, so that the next board costs only what changed on it. */
export interface LayoutEngine {
  layout(board: Board, words: SceneWords): Layout
}

/** What the engine made the last layout from. */
interface Memory {
  readonly board: Board
  readonly words: SceneWords
  readonly frame: Frame
  readonly lanes: ReadonlyMap<LaneId, PlacedLane>
  readonly emotions: ReadonlyMap<LaneId, EmotionLayout>
  readonly layout: Layout
}

/**
 * An engine for one board.
 *
 * The layout is a function of board and words alone: the same two give an equal layout, whatever the engine laid
 * out before. Boxes that did not change are the same objects as in the layout before.
 */
export function createLayoutEngine(): LayoutEngine {
  let memory: Memory | undefined
  return {
    layout(board, words) {
      if (memory?.board === board && memory.words === words) return memory.layout
      memory = layoutFrom(board, words, memory)
      return memory.layout
    },
  }
}

function layoutFrom(board: Board, words: SceneWords, before: Memory | undefined): Memory {
  const frame = takeFrame(board, words, before)
  const shown = board.lanes.filter((lane) => !lane.hidden)
  const lanes = new Map<LaneId, PlacedLane>()
  const boxes: LaneBox[] = []
  const notes = new Map<NoteId, NoteBox>()
  let y = frame.stageHeader
  for (const lane of shown) {
    const old = before?.words === words && before.frame === frame ? before.lanes.get(lane.id) : undefined
    const placed = layoutLane(board, frame, lane, y, words, old ?? sameFrameNotes(before, lane.id))
    lanes.set(lane.id, placed)
    boxes.push(placed.box)
    for (const box of placed.notes) notes.set(box.note.id, box)
    y += placed.box.height
  }
  const emotions = takeEmotions(board, frame, boxes, before)
  const points = new Map<PointId, PointBox>()
  const curves: CurveBox[] = []
  for (const part of emotions.values()) {
    curves.push(...part.curves)
    // A point has one box: with several emotion lanes, that in the first of them.
    for (const box of part.points) if (!points.has(box.point.id)) points.set(box.point.id, box)
  }
  const layout: Layout = {
    width: frame.width,
    height: y,
    laneHeader: BOARD.laneHeader,
    stageHeader: frame.stageHeader,
    stepRow: frame.stepRow,
    corner:
      before?.frame === frame && before.board.personas === board.personas
        ? before.layout.corner
        : layoutCorner(board.personas, frame.stageHeader),
    stages: frame.stages,
    lanes: boxes,
    notes,
    points,
    curves,
  }
  return { board, words, frame, lanes, emotions, layout }
}

/** After a change of columns the cells are measured again, but notes that come out alike keep their boxes. */
function sameFrameNotes(before: Memory | undefined, laneId: LaneId): PlacedLane | undefined {
  const old = before?.lanes.get(laneId)
  return old && { ...old, box: { ...old.box, height: -1 }, cells: [] }
}

function takeFrame(board: Board, words: SceneWords, before: Memory | undefined): Frame {
  const same =
    before?.words === words &&
    before.board.stages === board.stages &&
    before.board.stepsOf === board.stepsOf &&
    before.board.personas.length === board.personas.length
  return same ? before.frame : layoutFrame(board, words)
}

function takeEmotions(
  board: Board,
  frame: Frame,
  boxes: readonly LaneBox[],
  before: Memory | undefined,
): ReadonlyMap<LaneId, EmotionLayout> {
  const emotions = new Map<LaneId, EmotionLayout>()
  const sameCurves =
    before?.frame === frame &&
    before.board.pointsOf === board.pointsOf &&
    before.board.personas === board.personas &&
    before.board.settings.criticalThreshold === board.settings.criticalThreshold
  for (const box of boxes) {
    if (box.content !== 'curve' || box.lane.collapsed) continue
    const old = sameCurves && before.lanes.get(box.lane.id)?.box === box ? before.emotions.get(box.lane.id) : undefined
    emotions.set(box.lane.id, old ?? layoutEmotions(board, frame, box))
  }
  return emotions
}
