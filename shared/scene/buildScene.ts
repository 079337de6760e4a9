import type { Rect } from '../layout/geometry'
import type { LaneBox, Layout, NoteBox, PointBox } from '../layout/layout'
import type { SceneWords } from '../layout/sceneWords'
import { showsHypotheses } from '../analysis/proofs'
import { sharedStarts } from '../layout/shortNames'
import type { Board } from '../model/board'
import type { PersonaId } from '../model/persona'
import { curveItems, labelItems, markerItems, pointBounds, reasonItems } from './emotionItems'
import { cornerItems, headerBackground, sheetItems, stageItems } from './headerItems'
import { collapsedBars, laneBackground, laneHeader, promptItems, type LanePlace } from './laneItems'
import { drawNote } from './noteItems'
import type { Scene, SceneItem, SceneNode, Slides } from './scene'
import type { Theme } from './theme'

export interface Look {
  readonly theme: Theme
  readonly words: SceneWords
  /** Whose curve is drawn on, in a window; a picture of the map has nobody in hand. */
  readonly activePersona?: PersonaId | null
}

/** Turns layouts into things to draw, and remembers them, so that what did not change stays the same object. */
export interface SceneBuilder {
  scene(layout: Layout, board: Board, look: Look): Scene
}

/** From this many notes on a map asks no more questions. */
const PROMPTS_UP_TO = 10

/** What a node was made from: it is kept while every one of these is the same. */
type Inputs = readonly unknown[]

interface Kept {
  readonly inputs: Inputs
  readonly node: SceneNode
}

type Draw = () => {
  readonly bounds: Rect
  readonly items: readonly SceneItem[]
  readonly plain?: readonly SceneItem[]
  readonly far?: readonly SceneItem[]
  readonly slides?: Slides
  readonly sharedStart?: number
}

/** Collects the nodes of one scene, taking over those of the scene before whose inputs are the same. */
class Nodes {
  readonly kept = new Map<string, Kept>()
  readonly list: SceneNode[] = []
  readonly #before: ReadonlyMap<string, Kept>

  constructor(before: ReadonlyMap<string, Kept>) {
    this.#before = before
  }

  add(key: string, part: SceneNode['part'], inputs: Inputs, draw: Draw): void {
    const old = this.#before.get(key)
    const known = old && sameInputs(old.inputs, inputs) ? old : { inputs, node: { key, part, ...draw() } }
    this.kept.set(key, known)
    this.list.push(known.node)
  }
}

function sameInputs(a: Inputs, b: Inputs): boolean {
  return a.length === b.length && a.every((input, i) => input === b[i])
}

export function createSceneBuilder(): SceneBuilder {
  let kept: ReadonlyMap<string, Kept> = new Map()
  let last: { readonly look: Look; readonly scene: Scene } | undefined
  return {
    scene(layout, board, look) {
      const sameLook = last?.look.theme === look.theme && last.look.words === look.words
      const nodes = new Nodes(sameLook ? kept : new Map())
      addSheet(nodes, layout, board, look)
      addNotes(nodes, layout, board, look)
      addCurves(nodes, layout, look)
      addHeaders(nodes, layout, look)
      kept = nodes.kept
      const { width, height } = layout
      const before = last?.scene
      if (sameLook && before && before.width === width && before.height === height && sameInputs(before.nodes, nodes.list)) return before
      const scene: Scene = { width, height, background: look.theme.canvas, above: 0, nodes: nodes.list }
      last = { look, scene }
      return scene
    },
  }
}

function addSheet(nodes: Nodes, layout: Layout, board: Board, { theme, words }: Look): void {
  const { width, height } = layout
  nodes.add('sheet', 'sheet', [width, height], () => ({
    bounds: { x: -12, y: -12, width: width + 24, height: height + 24 },
    items: sheetItems(layout, theme),
  }))
  const asks = noteCount(board) < PROMPTS_UP_TO
  layout.lanes.forEach((lane, i) => {
    const place = placeOf(layout, i)
    const id = lane.lane.id
    nodes.add(`lane:${id}`, 'sheet', [...bandOf(lane), lane.lane.collapsed, layout.stages, width, place.ruled, place.last], () => ({
      bounds: laneBounds(layout, lane),
      items: laneBackground(layout, lane, place, theme),
    }))
    if (lane.lane.collapsed) {
      nodes.add(`bars:${id}`, 'sheet', [lane, board.notesIn], () => ({
        bounds: laneBounds(layout, lane),
        items: collapsedBars(board, lane, theme),
      }))
    } else if (asks) {
      nodes.add(`prompt:${id}`, 'sheet', [lane, layout.stages, layout.points], () => ({
        bounds: laneBounds(layout, lane),
        items: promptItems(layout, lane, words, theme),
        far: [],
      }))
    }
  })
}

function noteCount(board: Board): number {
  let count = board.inbox.length
  for (const notes of board.notesIn.values()) count += notes.length
  return count
}

/** A lane has a line above it, unless the header or a separator does that already. */
function hasRule(layout: Layout, index: number): boolean {
  if (index === 0) return false
  return layout.lanes[index]?.content !== 'separator' && layout.lanes[index - 1]?.content !== 'separator'
}

function placeOf(layout: Layout, index: number): LanePlace {
  return { ruled: hasRule(layout, index), last: index === layout.lanes.length - 1 }
}

function bandOf(lane: LaneBox): Inputs {
  return [lane.content, lane.lane.kind, lane.lane.span, lane.y, lane.height]
}

function laneBounds(layout: Layout, lane: LaneBox): Rect {
  return { x: 0, y: lane.y, width: layout.width, height: lane.height }
}

function addNotes(nodes: Nodes, layout: Layout, board: Board, { theme }: Look): void {
  const hypotheses = showsHypotheses(board)
  for (const box of layout.notes.values()) {
    const { note } = box
    const personas = note.personaIds.length > 0 ? board.personas : null
    nodes.add(note.id, 'notes', [box, personas, hypotheses], () => ({
      bounds: noteBounds(box),
      ...drawNote(box, { personas: board.personas, theme, hypotheses }),
    }))
  }
}

/** With the shadow. */
function noteBounds({ rect }: NoteBox): Rect {
  return { x: rect.x - 3, y: rect.y - 3, width: rect.width + 6, height: rect.height + 10 }
}

/** All curves first, then markers, then what has to be read: triangles and labels are never under a curve. */
function addCurves(nodes: Nodes, layout: Layout, { theme, words }: Look): void {
  for (const box of layout.curves) {
    const [first] = box.pointIds
    const key = `curve:${box.laneId}:${first}`
    nodes.add(key, 'curves', [box.path, box.persona.color, box.curve, box.pointIds.length > 1], () => ({
      bounds: curveBounds(layout, box.pointIds),
      items: curveItems(box, theme),
    }))
  }
  const points = [...layout.points.values()]
  const plain = points.filter((box) => !box.critical)
  for (const box of [...plain, ...points.filter((box) => box.critical)]) addPoint(nodes, box, { theme, words })
}

function addPoint(nodes: Nodes, box: PointBox, { theme, words }: Look): void {
  nodes.add(box.point.id, 'curves', [box], () => {
    const marker = markerItems(box, theme, words.language)
    return { bounds: pointBounds(box), items: [...marker, ...reasonItems(box, theme), ...labelItems(box, theme)], far: marker }
  })
}

function curveBounds(layout: Layout, ids: readonly PointBox['point']['id'][]): Rect {
  const boxes = ids.flatMap((id) => layout.points.get(id) ?? [])
  if (boxes.length === 0) return { x: 0, y: 0, width: layout.width, height: layout.height }
  const xs = boxes.map((box) => box.x)
  const ys = boxes.map((box) => box.y)
  const x = Math.min(...xs) - 6
  const y = Math.min(...ys) - 6
  return { x, y, width: Math.max(...xs) + 6 - x, height: Math.max(...ys) + 6 - y }
}

function addHeaders(nodes: Nodes, layout: Layout, { theme, words, activePersona = null }: Look): void {
  layout.lanes.forEach((lane, i) => {
    const place = placeOf(layout, i)
    nodes.add(`laneHeader:${lane.lane.id}`, 'laneHeader', [lane.lane, lane.y, lane.height, place.ruled, place.last], () => ({
      bounds: { x: 0, y: lane.y, width: layout.laneHeader, height: lane.height },
      ...laneHeader(layout, lane, words, theme, place),
    }))
  })
  const height = layout.stageHeader
  const header = [height, layout.stepRow, layout.width, layout.lanes.length > 0]
  nodes.add('stageHeader', 'stageHeader', [...header, layout.stages], () => ({
    bounds: { x: 0, y: 0, width: layout.width, height: height + 1 },
    items: headerBackground(layout, theme),
  }))
  const shared = sharedStarts(layout.stages.map(({ stage }) => stage.title))
  layout.stages.forEach((box, i) => {
    const sharedStart = shared[i] ?? 0
    nodes.add(box.stage.id, 'stageHeader', [...header, box, sharedStart], () => ({
      bounds: { x: box.x, y: 0, width: box.width, height },
      ...stageItems(layout, box, words, theme),
      sharedStart,
    }))
  })
  nodes.add('corner', 'corner', [...header, layout.corner, activePersona], () => ({
    bounds: { x: 0, y: 0, width: layout.laneHeader, height: height + 1 },
    items: cornerItems(layout, activePersona, words, theme),
  }))
}
