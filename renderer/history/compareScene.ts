import type { Rect } from '../../shared/layout/geometry'
import type { Layout, PointBox } from '../../shared/layout/layout'
import type { LaneId } from '../../shared/model/lane'
import type { NoteId } from '../../shared/model/note'
import type { PointId } from '../../shared/model/point'
import type { StageId } from '../../shared/model/stage'
import type { Scene, SceneItem, SceneNode } from '../../shared/scene/scene'
import type { Theme } from '../../shared/scene/theme'
import { badgeItems, dimmed, farOutlineItem, MARK_REACH, outlineItem, removedItems, ringItem, struckOut, type What } from './compareLook'
import { curveKey, laneRect, stageRect, stepRect, type Comparison, type Stop } from './stops'

export interface CompareInput {
  /** The board of both, as it is drawn on any other day. */
  readonly scene: Scene
  readonly layout: Layout
  /** The same board with the points of the earlier one. */
  readonly ghosts: Layout
  readonly comparison: Comparison
  /** The change that is being looked at. */
  readonly current: Stop | null
  readonly theme: Theme
}

/**
 * The scene of a comparison: the scene of the board with marks on what changed, and the rest stepping back.
 *
 * Marked nodes are drawn last, so that no neighbour lies over a sign.
 */
export function compareScene(input: CompareInput): Scene {
  const marks = marksOf(input)
  const plain: SceneNode[] = []
  const marked: SceneNode[] = []
  for (const node of input.scene.nodes) {
    const drawn = drawNode(node, input, marks)
    if (marks.loud(node)) marked.push(drawn)
    else plain.push(drawn)
  }
  return { ...input.scene, nodes: [...plain, ...oldCurves(input, marks), ...marked] }
}

interface MarkSet {
  readonly what: ReadonlyMap<string, What>
  readonly current: ReadonlySet<string>
  /** Curves with changed points, by `curveKey`. */
  readonly curves: ReadonlySet<string>
  /** Whether it is a note, a point or a curve that changed, or a point on such a curve. */
  readonly loud: (node: SceneNode) => boolean
}

function marksOf({ layout, ghosts, comparison, current }: CompareInput): MarkSet {
  const what = new Map<string, What>(comparison.diff.changes.map((change) => [change.id, change.what]))
  const curves = new Set(comparison.stops.flatMap(({ curve }) => (curve ? [curveKey(curve)] : [])))
  const curveNodes = new Set(
    layout.curves
      .filter(({ personaId, curve }) => curves.has(curveKey({ personaId, curve })))
      .map(({ laneId, pointIds: [first] }) => `curve:${laneId}:${first}`),
  )
  const ofCurve = (id: string): boolean => {
    const box = layout.points.get(id as PointId) ?? ghosts.points.get(id as PointId)
    return box !== undefined && curves.has(curveKey(box.point))
  }
  const loud = ({ part, key }: SceneNode): boolean =>
    part === 'notes' ? what.has(key) : part === 'curves' && (curveNodes.has(key) || ofCurve(key))
  return { what, current: new Set(current?.ids), curves, loud }
}

function drawNode(node: SceneNode, input: CompareInput, marks: MarkSet): SceneNode {
  const { layout } = input
  switch (node.part) {
    case 'notes':
      return marks.loud(node) ? markNote(node, input, marks) : dim(node, input.theme)
    case 'curves':
      if (!marks.loud(node)) return dim(node, input.theme)
      return marks.what.has(node.key) ? markPoint(node, layout.points.get(node.key as PointId), input, marks) : node
    case 'laneHeader': {
      const id = node.key.slice('laneHeader:'.length)
      return markHeaders(node, [{ id, rect: laneRect(layout, id as LaneId) }], input, marks)
    }
    case 'stageHeader':
      return markHeaders(node, headersOf(node.key, layout), input, marks)
    case 'corner':
      return markHeaders(
        node,
        layout.corner.rows.map(({ persona, rect }) => ({ id: persona.id, rect })),
        input,
        marks,
      )
    case 'sheet':
      return node
  }
}

const dimmedNodes = new WeakMap<SceneNode, SceneNode>()

/** A node belongs to one theme, so that its dimmed twin can be kept with it. */
function dim(node: SceneNode, theme: Theme): SceneNode {
  const known = dimmedNodes.get(node)
  if (known) return known
  const made = dimmed(node, theme)
  dimmedNodes.set(node, made)
  return made
}

function markNote(node: SceneNode, { layout, theme }: CompareInput, { what, current }: MarkSet): SceneNode {
  const box = layout.notes.get(node.key as NoteId)
  const change = what.get(node.key)
  if (!box || change === undefined) return node
  const { rect } = box
  const radius = box.content === 'owners' ? rect.height / 2 : 9
  const marks = [
    outlineItem(rect, radius, change, theme),
    ...(current.has(node.key) ? [ringItem(rect, radius, theme)] : []),
    ...badgeItems({ x: rect.x + rect.width - 4, y: rect.y + 6 }, change, theme),
  ]
  const look = (items: readonly SceneItem[]): readonly SceneItem[] => (change === 'removed' ? removedItems(items, theme) : items)
  return {
    ...node,
    bounds: reach(node.bounds),
    items: [...look(node.items), ...marks],
    ...(node.plain && { plain: [...look(node.plain), ...marks] }),
    far: [...look(node.far ?? node.items), farOutlineItem(rect, change, theme)],
  }
}

/** A sign beside the marker of a point, small enough to leave the curve in sight. */
function markPoint(node: SceneNode, box: PointBox | undefined, { theme }: CompareInput, { what, current }: MarkSet): SceneNode {
  const change = what.get(node.key)
  if (!box || change === undefined) return node
  const marks = pointMarks(box, change, current.has(node.key), theme)
  return {
    ...node,
    bounds: reach(reach(node.bounds)),
    items: [...node.items, ...marks],
    far: [...(node.far ?? node.items), ...marks],
  }
}

function pointMarks(box: PointBox, change: What, isCurrent: boolean, theme: Theme): readonly SceneItem[] {
  const r = box.critical ? 22 : 9
  const rect = { x: box.x - r, y: box.y - r, width: 2 * r, height: 2 * r }
  const sign = badgeItems({ x: box.x + (box.critical ? 20 : 13), y: box.y - (box.critical ? 20 : 13) }, change, theme, 0.68)
  return [...(isCurrent ? [ringItem(rect, r, theme)] : []), ...sign]
}

interface Header {
  readonly id: string
  readonly rect: Rect | null
}

function headersOf(key: string, layout: Layout): readonly Header[] {
  const box = layout.stages.find(({ stage }) => stage.id === key)
  if (!box) return []
  const steps = box.steps.map(({ step }) => ({ id: step.id, rect: stepRect(layout, step.id) }))
  return [{ id: key, rect: stageRect(layout, key as StageId) }, ...steps]
}

/** Headers keep their full colours, for they say where one is; those that changed are marked inside their edges. */
function markHeaders(node: SceneNode, headers: readonly Header[], { theme }: CompareInput, { what, current }: MarkSet): SceneNode {
  const marks = headers.flatMap(({ id, rect }): readonly SceneItem[] => {
    const change = what.get(id)
    if (change === undefined || !rect) return []
    if (node.part === 'corner') return personaMarks(rect, change, current.has(id), theme)
    const inner = { x: rect.x + 9, y: rect.y + 8, width: rect.width - 18, height: rect.height - 16 }
    return [
      outlineItem(inner, 5, change, theme),
      ...(current.has(id) ? [ringItem(inner, 5, theme)] : []),
      ...badgeItems({ x: inner.x + inner.width - 5, y: inner.y + 5 }, change, theme, 0.8),
    ]
  })
  if (marks.length === 0) return node
  // The first header is the node's own; a persona is one of many in the corner.
  const gone = node.part !== 'corner' && headers[0] !== undefined && what.get(headers[0].id) === 'removed'
  const items = gone ? struckOut(node.items, theme) : node.items
  return { ...node, items: [...items, ...marks], ...(node.far && { far: [...node.far, ...marks] }) }
}

/** Rows of personas stand close together: there is room for a line round one, and its sign at the end. */
function personaMarks(rect: Rect, change: What, isCurrent: boolean, theme: Theme): readonly SceneItem[] {
  const inner = { x: rect.x + 2, y: rect.y + 2, width: rect.width - 4, height: rect.height - 4 }
  const radius = inner.height / 2
  const ring: readonly SceneItem[] = isCurrent ? [ringItem({ ...inner, x: inner.x + 5, width: inner.width - 10 }, radius, theme)] : []
  return [
    outlineItem(inner, radius, change, theme),
    ...ring,
    ...badgeItems({ x: inner.x + inner.width - 6, y: inner.y + radius }, change, theme, 0.62),
  ]
}

/** Curves as they were, grey and dashed, under the ones that are; and the points that are gone. */
function oldCurves({ ghosts, layout, theme }: CompareInput, { curves, what, current }: MarkSet): readonly SceneNode[] {
  const lines = ghosts.curves
    .filter(({ personaId, curve, pointIds }) => pointIds.length > 1 && curves.has(curveKey({ personaId, curve })))
    .map(({ laneId, path, pointIds: [first] }): SceneNode => {
      const lane = laneRect(layout, laneId)
      const bounds = { x: 0, y: lane?.y ?? 0, width: layout.width, height: lane?.height ?? layout.height }
      const items: readonly SceneItem[] = [
        { type: 'path', d: path, stroke: theme.surface, strokeWidth: 7, cap: 'round', opacity: 0.85 },
        { type: 'path', d: path, stroke: theme.text3, strokeWidth: 3, dash: [9, 6] },
      ]
      return { key: `was:${laneId}:${first}`, part: 'curves', bounds, items }
    })
  const gone = [...ghosts.points.values()].filter(({ point }) => what.get(point.id) === 'removed')
  return [...lines, ...gone.map((box) => gonePoint(box, current.has(box.point.id), theme))]
}

function gonePoint(box: PointBox, isCurrent: boolean, theme: Theme): SceneNode {
  const rect = { x: box.x - 7, y: box.y - 7, width: 14, height: 14 }
  const items: readonly SceneItem[] = [
    { type: 'rect', rect, radius: 7, fill: theme.surface, stroke: theme.bad, strokeWidth: 2.4, dash: [3.2, 2.6] },
    ...pointMarks({ ...box, critical: false }, 'removed', isCurrent, theme),
  ]
  return { key: box.point.id, part: 'curves', bounds: reach(reach(rect)), items }
}

function reach({ x, y, width, height }: Rect): Rect {
  return { x: x - MARK_REACH, y: y - MARK_REACH, width: width + 2 * MARK_REACH, height: height + 2 * MARK_REACH }
}
