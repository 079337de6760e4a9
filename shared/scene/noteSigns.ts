import type { NoteMark } from '../model/note'
import { diamondItem, iconItem } from './items'
import type { SceneItem } from './scene'
import type { Theme } from './theme'

/** Icon of each mark; the moment of truth has a shape of its own. */
const MARK_ICONS: Readonly<Record<Exclude<NoteMark, 'none' | 'momentOfTruth'>, { readonly name: string; readonly width: number }>> = {
  pain: { name: 'zap', width: 2.1 },
  success: { name: 'sparkles', width: 2 },
  barrier: { name: 'construction', width: 2 },
  question: { name: 'circle-question-mark', width: 2.1 },
  idea: { name: 'lightbulb', width: 2.1 },
}

/** The icon of a mark, `size` wide; nothing for a note without one. */
export function markItems(
  mark: NoteMark,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  ink: string,
  theme: Theme,
): readonly SceneItem[] {
  if (mark === 'none') return []
  if (mark === 'momentOfTruth') return [diamondItem(x + size / 2, y + size / 2, size + 2, theme.gold)]
  const { name, width } = MARK_ICONS[mark]
  return iconItem(name, { x, y, size }, { color: ink, width })
}

/** A dashed ring with a question mark in it: a guess so far. `right` is its right edge, `middle` its height. */
export function guessItems(
  { right, middle, size }: { readonly right: number; readonly middle: number; readonly size: number },
  { edge, ink }: { readonly edge: string; readonly ink: string },
): readonly SceneItem[] {
  const r = size / 2
  const ring = { x: right - size + 0.75, y: middle - r + 0.75, width: size - 1.5, height: size - 1.5 }
  const letter = size * 0.625
  return [
    { type: 'rect', rect: ring, radius: r - 0.75, stroke: edge, strokeWidth: 1.5, dash: [3.4, 2.6] },
    {
      type: 'text',
      text: '?',
      x: right - r,
      baseline: middle + letter * 0.36,
      size: letter,
      weight: 600,
      fill: ink,
      anchor: 'middle',
    },
  ]
}
