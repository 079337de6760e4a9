import { valueToY } from '../layout/emotionScale'
import type { Rect } from '../layout/geometry'
import type { LaneBox, Layout } from '../layout/layout'
import { BOARD, HEADING } from '../layout/metrics'
import { laneTitle, separatorLines } from '../layout/laneLayout'
import type { SceneWords } from '../layout/sceneWords'
import { wrapText } from '../layout/textFit'
import { cellKey, type Board } from '../model/board'
import { laneKindInfo } from '../model/laneKinds'
import { mix } from './color'
import { cornerRect, iconItem, ruleItem, textItems } from './items'
import { shownColor } from './noteColor'
import type { SceneItem, SceneNode } from './scene'
import type { Theme } from './theme'

/** Corner radius of the sheet, which the headers that lie on it share. */
export const SHEET_RADIUS = 20

/** Whether a lane has a line above it, and whether the sheet ends with it. */
export interface LanePlace {
  readonly ruled: boolean
  readonly last: boolean
}

/** What a lane has behind its notes: rules, and the bands of an emotion lane. */
export function laneBackground(layout: Layout, lane: LaneBox, place: LanePlace, theme: Theme): readonly SceneItem[] {
  const { y, height } = lane
  const left = layout.laneHeader
  const width = layout.width - left
  const items: SceneItem[] = []
  const isCurve = lane.content === 'curve' && !lane.lane.collapsed
  if (isCurve) items.push(...bands(layout, lane, place.last, theme))
  if (place.ruled) items.push(ruleItem({ x: left, y, width, height: 1 }, theme.line))
  for (const stage of layout.stages.slice(1)) {
    items.push(ruleItem({ x: stage.x, y: y + 1, width: 1, height: height - 1 }, theme.lineSoft))
  }
  if (lane.lane.span === 'step' && lane.content !== 'separator' && !lane.lane.collapsed) {
    for (const stage of layout.stages) {
      for (const step of stage.steps.slice(1)) {
        const d = `M${step.x + 0.5} ${y + 6}V${y + height - 4}`
        items.push({ type: 'path', d, stroke: theme.lineSoft, strokeWidth: 1, dash: [2, 5] })
      }
    }
  }
  if (isCurve) items.push(...scaleLines(layout, lane, theme))
  if (lane.content === 'separator') items.push(separatorLine(layout, lane, theme))
  return items
}

/** How much of the colour of good and bad feelings the bands have at their edges (DESIGN 4). */
const BAND = 0.075
/** The bands fade in so many steps a half, each of about one shade of a screen. */
const STEPS = 16

/**
 * The tint behind the curves, strongest at the edges.
 *
 * Plain stripes and no gradient: what a PDF has for one, many of its readers leave out. Each stripe reaches a little under the next, so that none shows
 * the sheet between them.
 */
function bands(layout: Layout, { y, height }: LaneBox, last: boolean, theme: Theme): readonly SceneItem[] {
  const stripe = height / 2 / STEPS
  const x = layout.laneHeader
  const width = layout.width - x
  const strengths = Array.from({ length: STEPS }, (_, i) => (BAND * (STEPS - i - 0.5)) / STEPS)
  const good = strengths.map((part, i): SceneItem => {
    const rect = { x, y: y + i * stripe, width, height: stripe + (i === STEPS - 1 ? 0 : 1) }
    return { type: 'rect', rect, fill: mix(theme.surface, theme.ok, part) }
  })
  const bad = strengths.map((part, i): SceneItem => {
    const bottom = y + height - i * stripe
    const rect = { x, y: bottom - stripe, width, height: stripe }
    const over = i === STEPS - 1 ? 0 : 1
    const fill = mix(theme.surface, theme.bad, part)
    if (!last || i * stripe >= SHEET_RADIUS) return { type: 'rect', rect: { ...rect, y: rect.y - over, height: stripe + over }, fill }
    return { type: 'path', d: inCorner({ ...rect, y: rect.y - over, height: stripe + over }, y + height), fill }
  })
  return [...good, ...bad]
}

/** A stripe whose right end follows the round corner of a sheet that ends at `bottom`. */
function inCorner({ x, y, width, height }: Rect, bottom: number): string {
  const right = x + width
  const centre = bottom - SHEET_RADIUS
  const edgeAt = (at: number): number =>
    Math.round(10 * (right - SHEET_RADIUS + Math.sqrt(SHEET_RADIUS ** 2 - Math.max(0, at - centre) ** 2))) / 10
  const end = y + height
  return `M${x} ${y}H${edgeAt(y)}${y < centre ? `V${centre}` : ''}A${SHEET_RADIUS} ${SHEET_RADIUS} 0 0 1 ${edgeAt(end)} ${end}H${x}Z`
}

function scaleLines(layout: Layout, lane: LaneBox, theme: Theme): readonly SceneItem[] {
  const across = (value: number): string => `M${layout.laneHeader} ${valueToY(lane, value)}H${layout.width}`
  const guide = (value: number): SceneItem => ({
    type: 'path',
    d: across(value),
    stroke: theme.line,
    strokeWidth: 1.1,
    dash: [2, 6],
  })
  return [{ type: 'path', d: across(0), stroke: theme.line2, strokeWidth: 1.2 }, guide(2.5), guide(-2.5)]
}

/** Customers act above the line of interaction; it is the one that is always crossed, hence solid. */
function separatorLine(layout: Layout, { lane, y, height }: LaneBox, theme: Theme): SceneItem {
  const d = `M${layout.laneHeader} ${y + height / 2}H${layout.width}`
  const line = { type: 'path', d, stroke: theme.text3, strokeWidth: 1.5 } as const
  return lane.kind === 'lineOfInteraction' ? line : { ...line, dash: [8, 6] }
}

/** What a collapsed lane shows of its notes: a small bar each, and how many there are. */
export function collapsedBars(board: Board, lane: LaneBox, theme: Theme): readonly SceneItem[] {
  const bar = { width: 11, height: 8, pitch: 14 }
  const middle = lane.y + lane.height / 2
  return lane.cells.flatMap(({ cell, rect }) => {
    const notes = board.notesIn.get(cellKey(cell)) ?? []
    if (notes.length === 0) return []
    const room = Math.max(1, Math.floor((rect.width - 2 * BOARD.padX - 30) / bar.pitch))
    const shown = notes.slice(0, room)
    const left = rect.x + BOARD.padX
    const bars = shown.map((note, i): SceneItem => {
      const place = { x: left + i * bar.pitch, y: middle - bar.height / 2, width: bar.width, height: bar.height }
      return { type: 'rect', rect: place, radius: 2.5, fill: theme.notes[shownColor(note, lane.lane)].edge }
    })
    const x = left + shown.length * bar.pitch + 4
    const count = textItems([String(notes.length)], { x, top: middle - 9 }, { size: 14, line: 18, weight: 500 }, { fill: theme.text3 })
    return [...bars, ...count]
  })
}

/** A lane's title at the left; it lies on top of the cells while they scroll beneath it. */
export function laneHeader(
  layout: Layout,
  lane: LaneBox,
  words: SceneWords,
  theme: Theme,
  place: LanePlace,
): Pick<SceneNode, 'items' | 'slides'> & { readonly far: readonly SceneItem[] } {
  const { y, height } = lane
  const width = layout.laneHeader
  const back: SceneItem[] = [cornerRect({ x: 0, y, width, height }, { bl: place.last ? SHEET_RADIUS : 0 }, theme.surface)]
  if (place.ruled) back.push(ruleItem({ x: 0, y, width, height: 1 }, theme.line))
  back.push(ruleItem({ x: width - 1, y: y + (place.ruled ? 1 : 0), width: 1, height: height - (place.ruled ? 1 : 0) }, theme.line))
  if (lane.content === 'separator') {
    const lines = separatorLines(lane.lane, words)
    const { separator } = HEADING
    const top = y + (height - lines.length * separator.line) / 2
    const items = [...back, ...textItems(lines, { x: separator.x, top }, separator, { fill: theme.text2 })]
    return { items, far: back }
  }
  const { icon } = laneKindInfo(lane.lane.kind)
  const size = Math.min(44, height - 8)
  const farIcon = iconItem(icon, { x: (width - size) / 2, y: y + (height - size) / 2, size }, { color: theme.text2, width: 1.9 })
  const title = titleItems(lane, words, theme, icon)
  return { items: [...back, ...title.items], far: [...back, ...farIcon], ...slidesOf(lane, back.length, title) }
}

/** The title of a lane that is higher than the window stays in sight. The one beside a scale has its place there. */
function slidesOf({ content, y, height }: LaneBox, from: number, { items, bottom }: Title): Pick<SceneNode, 'slides'> {
  const most = y + height - bottom - HEADING.lane.top
  return content === 'curve' || most <= 0 ? {} : { slides: { from, to: from + items.length, most } }
}

interface Title {
  readonly items: readonly SceneItem[]
  /** Where its last line ends. */
  readonly bottom: number
}

function titleItems(lane: LaneBox, words: SceneWords, theme: Theme, icon: string): Title {
  const { x, right } = HEADING.lane
  const { y, height } = lane
  const isScale = lane.content === 'curve' && !lane.lane.collapsed
  const width = BOARD.laneHeader - x - right
  const { lines: name, size } = laneTitle(lane.lane, words)
  const type = { ...HEADING.lane, size }
  const centred = height < 70
  const nameHeight = name.length * HEADING.lane.line
  const top = centred ? y + (height - nameHeight) / 2 : y + HEADING.lane.top
  const iconY = centred ? y + (height - 19) / 2 : y + 15
  const hintRoom = Math.floor((height - HEADING.lane.top - nameHeight - 2 - 6) / HEADING.hint.line)
  const hintLines = centred ? 0 : Math.min(HEADING.hint.maxLines, hintRoom)
  const hintText = words.laneHint(lane.lane)
  const hintWidth = isScale ? width - 54 : width
  const hint = hintLines > 0 && hintText !== '' ? wrapText(hintText, { ...HEADING.hint, maxLines: hintLines, width: hintWidth }) : []
  const items = [
    ...iconItem(icon, { x: 18, y: iconY, size: 19 }, { color: theme.text3, width: 1.8 }),
    ...textItems(name, { x, top }, type, { fill: theme.text }),
    ...textItems(hint, { x, top: top + nameHeight + 2 }, HEADING.hint, { fill: theme.text3 }),
    ...(isScale ? faces(lane, theme) : []),
  ]
  return { items, bottom: top + nameHeight + 2 + hint.length * HEADING.hint.line }
}

/** The scale at the right of the title: faces beside +5, 0 and -5. */
function faces(lane: LaneBox, theme: Theme): readonly SceneItem[] {
  const marks = [
    { icon: 'smile', value: 4.3, text: '+5' },
    { icon: 'meh', value: 0, text: '0' },
    { icon: 'frown', value: -4.3, text: '−5' },
  ] as const
  const right = BOARD.laneHeader - 12
  return marks.flatMap(({ icon, value, text }) => {
    const y = valueToY(lane, value)
    return [
      ...iconItem(icon, { x: right - 19, y: y - 9.5, size: 19 }, { color: theme.text3, width: 1.8 }),
      ...textItems([text], { x: right - 25, top: y - 9.5 }, HEADING.hint, { fill: theme.text3, anchor: 'end' }),
    ]
  })
}

/** On a nearly empty map: the question of a lane, in its first empty cell. */
export function promptItems(layout: Layout, lane: LaneBox, words: SceneWords, theme: Theme): readonly SceneItem[] {
  const prompt = words.lanePrompt(lane.lane)
  if (prompt === '' || lane.lane.collapsed || lane.content === 'separator') return []
  const type = { size: 14.5, line: 19, weight: 500 } as const
  if (lane.content === 'curve') {
    const stage = layout.stages[0]
    if (!stage || [...layout.points.values()].some((point) => point.laneId === lane.lane.id)) return []
    const lines = wrapText(prompt, { ...type, width: stage.width - 2 * HEADING.indent })
    const top = valueToY(lane, 0) - 10 - lines.length * type.line
    return textItems(lines, { x: stage.x + HEADING.indent, top }, type, { fill: theme.text3 })
  }
  const cell = lane.cells.find(({ notes }) => notes.length === 0)
  if (!cell) return []
  const { rect } = cell
  const maxLines = Math.max(1, Math.floor((rect.height - 14) / type.line))
  const lines = wrapText(prompt, { ...type, maxLines, width: rect.width - HEADING.indent - BOARD.padX })
  const top = rect.y + Math.max(7, Math.min(17, (rect.height - lines.length * type.line) / 2))
  return textItems(lines, { x: rect.x + HEADING.indent, top }, type, { fill: theme.text3 })
}
