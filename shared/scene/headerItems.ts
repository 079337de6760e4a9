import { stageTitleLines, stepTitleLines } from '../layout/header'
import type { Layout, PersonaRow, StageBox } from '../layout/layout'
import { HEADING, PERSONA } from '../layout/metrics'
import type { SceneWords } from '../layout/sceneWords'
import { durationLine, personaName, personaNameX } from '../layout/shortNames'
import { measureText, wrapText } from '../layout/textFit'
import type { Persona, PersonaId } from '../model/persona'
import { cornerRect, iconItem, ruleItem, textItems } from './items'
import { SHEET_RADIUS } from './laneItems'
import { markerItem } from './markers'
import type { SceneItem } from './scene'
import type { Theme } from './theme'

/** The way line runs through the middle of the stages' nodes. */
const WAY = { y: 18.75, thickness: 2.5, node: 11, indent: 25.5 } as const

/** The white sheet that everything lies on. */
export function sheetItems(layout: Layout, theme: Theme): readonly SceneItem[] {
  const rect = { x: 0, y: 0, width: layout.width, height: layout.height }
  return [{ type: 'rect', rect, radius: SHEET_RADIUS, fill: theme.surface, shadow: 'sheet', shadowColor: theme.sheetShadow }]
}

/** Ground of the stage header, which stays on top while lanes scroll beneath it, and the way line. */
export function headerBackground(layout: Layout, theme: Theme): readonly SceneItem[] {
  const { stageHeader, stepRow, width, stages } = layout
  const bottom = layout.lanes.length > 0 ? stageHeader + 1 : stageHeader
  const items: SceneItem[] = [
    cornerRect({ x: 0, y: 0, width, height: stageHeader }, { tl: SHEET_RADIUS, tr: SHEET_RADIUS }, theme.surface),
    ruleItem({ x: 0, y: stageHeader, width, height: bottom - stageHeader }, theme.line),
  ]
  if (stepRow > 0) {
    const y = stageHeader - stepRow
    items.push(ruleItem({ x: layout.laneHeader, y, width: width - layout.laneHeader, height: 1 }, theme.lineSoft))
  }
  const first = stages[0]
  const last = stages.at(-1)
  if (first && last && first !== last) {
    const x = first.x + WAY.indent
    const line = { x, y: WAY.y - WAY.thickness / 2, width: last.x - first.x, height: WAY.thickness }
    items.push({ type: 'rect', rect: line, fill: theme.text, opacity: 0.9 })
  }
  return items
}

/** A stage's node on the way line, its title, duration and the names of its steps. */
export function stageItems(
  layout: Layout,
  box: StageBox,
  words: SceneWords,
  theme: Theme,
): { readonly items: readonly SceneItem[]; readonly far: readonly SceneItem[] } {
  const { stage, x, width } = box
  const r = (WAY.node - WAY.thickness) / 2
  const node: SceneItem = {
    type: 'path',
    d: `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`,
    at: { x: x + WAY.indent, y: WAY.y, scale: 1 },
    fill: theme.surface,
    stroke: theme.text,
    strokeWidth: WAY.thickness,
  }
  const title = stage.title === '' ? words.untitledStage : stage.title
  const fill = stage.title === '' ? theme.text3 : theme.text
  const name = stageTitleLines(title, width)
  const left = x + HEADING.indent
  const durationTop = HEADING.stage.top + name.length * HEADING.stage.line
  const duration = stage.duration === '' ? [] : [durationLine(stage.duration, width)]
  const far = { size: 38, line: 40, weight: 600 } as const
  const farName = wrapText(title, { ...far, width: width - HEADING.indent, maxLines: layout.stageHeader > 110 ? 2 : 1 })
  return {
    items: [
      node,
      ...textItems(name, { x: left, top: HEADING.stage.top }, HEADING.stage, { fill }),
      ...textItems(duration, { x: left, top: durationTop }, HEADING.duration, { fill: theme.text3 }),
      ...stepItems(layout, box, words, theme),
    ],
    far: [node, ...textItems(farName, { x: left, top: HEADING.stage.top }, far, { fill })],
  }
}

function stepItems(layout: Layout, box: StageBox, words: SceneWords, theme: Theme): readonly SceneItem[] {
  if (layout.stepRow === 0) return []
  const top = layout.stageHeader - layout.stepRow
  return box.steps.flatMap(({ step, x, width }, i) => {
    const unnamed = step.title === ''
    const title = unnamed && box.steps.length > 1 ? words.untitledStep : step.title
    const lines = title === '' ? [] : stepTitleLines(title, width)
    // The first name stands under the stage's; the others as far from their rule.
    const left = x + (i === 0 ? HEADING.indent : HEADING.indent - 8)
    const fill = unnamed ? theme.text3 : theme.text2
    const rule: readonly SceneItem[] = i === 0 ? [] : [ruleItem({ x, y: top + 8, width: 1, height: layout.stepRow - 16 }, theme.line)]
    return [...rule, ...textItems(lines, { x: left, top: top + HEADING.step.padY }, HEADING.step, { fill })]
  })
}

/**
 * The corner above the lane titles: who walks this way, each with colour and shape.
 *
 * @param active whose curve is drawn on in a window; null in a picture of the map
 */
export function cornerItems(layout: Layout, active: PersonaId | null, words: SceneWords, theme: Theme): readonly SceneItem[] {
  const { stageHeader, laneHeader, corner } = layout
  const { rows, disc, more } = corner
  const items: SceneItem[] = [
    cornerRect({ x: 0, y: 0, width: laneHeader, height: stageHeader }, { tl: SHEET_RADIUS }, theme.surface),
    ruleItem({ x: 0, y: stageHeader, width: laneHeader, height: layout.lanes.length > 0 ? 1 : 0 }, theme.line),
  ]
  // Where there is nobody to choose from, nobody stands out.
  const chosen = rows.length + more > 1 ? active : null
  for (const row of rows) items.push(...personaItems(row, { disc, active: row.persona.id === chosen }, words, theme))
  if (more > 0) {
    const at = { x: personaNameX(disc), top: corner.moreTop }
    items.push(...textItems([`+${more}`], at, { size: 14, line: 20, weight: 500 }, { fill: theme.text3 }))
  }
  return items
}

interface RowLook {
  readonly disc: number
  readonly active: boolean
}

function personaItems(
  { persona, middle, rect }: PersonaRow,
  { disc, active }: RowLook,
  words: SceneWords,
  theme: Theme,
): readonly SceneItem[] {
  const { left, mark, gap } = PERSONA
  const paint = theme.personas[persona.color]
  const nameX = personaNameX(disc)
  const unnamed = persona.name.trim() === ''
  const name = personaName(unnamed ? words.untitledPersona : persona.name, disc)
  const quiet = unnamed || persona.curveHidden
  const markX = nameX + measureText(name, PERSONA) + gap + mark / 2
  const ground: SceneItem = {
    type: 'rect',
    rect: { ...rect, y: rect.y + 1, height: rect.height - 2 },
    radius: (rect.height - 2) / 2,
    fill: paint.soft,
  }
  return [
    ...(active ? [ground] : []),
    {
      type: 'rect',
      rect: { x: left, y: middle - disc / 2, width: disc, height: disc },
      radius: disc / 2,
      fill: active ? theme.surface : paint.soft,
    },
    ...faceItems(persona, { x: left + disc / 2, y: middle, disc }, paint.line),
    ...textItems([name], { x: nameX, top: middle - 10 }, PERSONA, { fill: quiet ? theme.text3 : theme.text }),
    markerItem(
      persona.marker,
      { x: markX, y: middle, size: mark - 1.6 },
      { fill: theme.surface, stroke: persona.curveHidden ? theme.line2 : paint.line, width: 2.8 },
    ),
  ]
}

/** Initials, or a plain head where a persona has none. */
function faceItems(persona: Persona, { x, y, disc }: { x: number; y: number; disc: number }, color: string): readonly SceneItem[] {
  const text = initials(persona.name)
  if (text === '') return iconItem('user-round', { x: x - disc * 0.29, y: y - disc * 0.29, size: disc * 0.58 }, { color, width: 2.2 })
  return [{ type: 'text', text, x, baseline: y + disc * 0.155, size: disc * 0.43, weight: 600, fill: color, anchor: 'middle' }]
}

/** First letters of the first two words that begin with a letter. */
function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word))
  return words
    .slice(0, 2)
    .map((word) => (word.match(/^\p{L}/u)?.[0] ?? '').toLocaleUpperCase())
    .join('')
}
