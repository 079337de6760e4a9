import type { Point, Rect } from '../../shared/layout/geometry'
import { contains } from '../../shared/layout/geometry'
import { markerReach } from '../../shared/layout/emotionLane'
import { stageTitleLines, stepTitleLines } from '../../shared/layout/header'
import { laneTitle, separatorLines } from '../../shared/layout/laneLayout'
import type { HitTarget, PointBox } from '../../shared/layout/layout'
import type { SceneWords } from '../../shared/layout/sceneWords'
import { durationLine, personaName } from '../../shared/layout/shortNames'
import { shorten } from '../../shared/base/shorten'
import type { TextItem } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import { FAR_ZOOM, rectToScreen } from './camera'
import { farHeaderItems } from './farHeader'
import { laneBox, laneHeaderRect, stageBox, stageHeaderRect, stepBox, stepHeaderRect } from './places'

/** The whole of a text that the board shows only the beginning of, and the screen px of what it belongs to. */
export interface CutText {
  readonly text: string
  readonly rect: Rect
}

/**
 * What is cut short, or left out from far away, of the names under the pointer; null where all of it can be read.
 * @param at the pointer's place in the board's own units
 */
export function cutTextAt(frame: BoardFrame, target: HitTarget, at: Point, words: SceneWords): CutText | null {
  const { layout, ui, pinned } = frame
  const far = ui.camera.zoom < FAR_ZOOM
  switch (target.kind) {
    case 'stageHeader': {
      const box = stageBox(layout, target.id)
      const rect = stageHeaderRect(frame, target.id)
      if (!box || !rect) return null
      const title = box.stage.title || words.untitledStage
      const { duration } = box.stage
      const lines = far ? farLines(frame, box.stage.id) : stageTitleLines(title, box.width)
      const shownDuration = far ? [] : [durationLine(duration, box.width)]
      return cut(rect, [...missing(title, lines), ...missing(duration, shownDuration)])
    }
    case 'stepHeader': {
      const box = stepBox(layout, target.id)
      const rect = stepHeaderRect(frame, target.id)
      if (!box || !rect) return null
      return cut(rect, missing(box.step.title, far ? [] : stepTitleLines(box.step.title, box.width)))
    }
    case 'laneHeader': {
      const lane = laneBox(layout, target.id)
      const rect = laneHeaderRect(frame, target.id)
      if (!lane || !rect) return null
      const lines = lane.content === 'separator' ? separatorLines(lane.lane, words) : laneTitle(lane.lane, words).lines
      return cut(rect, missing(words.laneTitle(lane.lane), far ? [] : lines))
    }
    case 'persona': {
      const row = layout.corner.rows.find(({ persona }) => persona.id === target.id)
      if (!row) return null
      const { zoom } = ui.camera
      const { x, y, width, height } = row.rect
      const rect = { x: pinned.x + x * zoom, y: pinned.y + y * zoom, width: width * zoom, height: height * zoom }
      return cut(rect, missing(row.persona.name, [personaName(row.persona.name, layout.corner.disc)]))
    }
    case 'point':
      return saidOf(frame, layout.points.get(target.id))
    case 'emotion':
      // Beside its point a label is a place of the lane like any other.
      return saidOf(frame, far ? undefined : [...layout.points.values()].find(({ label }) => label !== null && contains(label.rect, at)))
    default:
      return null
  }
}

/** So much of a reason is in a tooltip; the whole of it is in the field that writes it. */
const REASON_LETTERS = 400

/** What of a point's label cannot be read, and its reason, of which the board draws only a sign. */
function saidOf({ ui }: BoardFrame, box: PointBox | undefined): CutText | null {
  if (!box) return null
  const { label, point } = box
  const lines = ui.camera.zoom < FAR_ZOOM ? [] : (label?.lines ?? [])
  const reason = shorten(point.reason, REASON_LETTERS)
  const { x, up, down } = markerReach(box)
  const rect = label?.rect ?? { x: box.x - x, y: box.y - up, width: 2 * x, height: up + down }
  return cut(rectToScreen(ui.camera, rect), [...(label ? missing(point.label, lines) : []), ...(reason === '' ? [] : [reason])])
}

function cut(rect: Rect, texts: readonly string[]): CutText | null {
  return texts.length === 0 ? null : { rect, text: texts.join('\n') }
}

/** A text, where its lines do not show all of it. Spaces at the ends of lines are not drawn. */
function missing(text: string, lines: readonly string[]): readonly string[] {
  const letters = (some: string): string => some.replace(/\s+/g, '')
  return letters(text) === letters(lines.join('')) ? [] : [text.trim()]
}

function farLines({ scene, ui }: BoardFrame, id: string): readonly string[] {
  const node = scene.nodes.find(({ part, key }) => part === 'stageHeader' && key.includes(id))
  const items = node ? farHeaderItems(node, ui.camera.zoom) : []
  return items.filter((item): item is TextItem => item.type === 'text').map(({ text }) => text)
}
