import type { BoardChange } from '../../shared/analysis/boardDiff'
import type { Rect } from '../../shared/layout/geometry'
import { mix } from '../../shared/scene/color'
import type { SceneItem, SceneNode } from '../../shared/scene/scene'
import type { Theme } from '../../shared/scene/theme'

export type What = BoardChange['what']

/** Colours of the marks; each goes with a sign and a line of its own. */
interface Marks {
  /** Outlines; 3:1 or better on the sheet. */
  readonly line: Readonly<Record<What, string>>
  /** Ground of the signs. */
  readonly badge: Readonly<Record<What, string>>
  /** The ring round the change that is being looked at. */
  readonly current: string
}

const MARKS: Readonly<Record<Theme['name'], Marks>> = {
  light: {
    line: { added: '#17714A', changed: '#B87700', moved: '#2B52D9', removed: '#BF3119' },
    badge: { added: '#17714A', changed: '#7A4D00', moved: '#2B52D9', removed: '#BF3119' },
    current: '#2B52D9',
  },
  dark: {
    line: { added: '#46B884', changed: '#D99A2B', moved: '#8FA6FF', removed: '#F0705A' },
    badge: { added: '#46B884', changed: '#F2C063', moved: '#8FA6FF', removed: '#F0705A' },
    current: '#8FA6FF',
  },
}

/** +, ~, → and − round 0 0, as paths: they are drawn alike in every font. */
const SIGNS: Readonly<Record<What, string>> = {
  added: 'M-4.6 0H4.6M0 -4.6V4.6',
  changed: 'M-5 1.3C-3.6 -2.4 -1.4 -1.6 0 0C1.4 1.6 3.6 2.4 5 -1.3',
  moved: 'M-5 0H5M1.2 -3.8L5 0L1.2 3.8',
  removed: 'M-4.6 0H4.6',
}

const BADGE = 12

/** How far marks reach beyond what they mark, in world units. */
export const MARK_REACH = 14

/** The frame round something that was added, changed or moved; a dashed one round what is gone. */
export function outlineItem(rect: Rect, radius: number, what: What, theme: Theme): SceneItem {
  const width = what === 'removed' ? 2.5 : 3
  return {
    type: 'rect',
    rect: grow(rect, width / 2),
    radius: radius + width / 2,
    stroke: MARKS[theme.name].line[what],
    strokeWidth: width,
    ...(what === 'removed' ? { dash: [6, 4] } : {}),
  }
}

/** The frame as it is seen from far away, thick enough to be seen at all. */
export function farOutlineItem(rect: Rect, what: What, theme: Theme): SceneItem {
  const dash = what === 'removed' ? { dash: [22, 14] } : {}
  return { type: 'rect', rect: grow(rect, 2), radius: 10, stroke: MARKS[theme.name].line[what], strokeWidth: 9, ...dash }
}

/** A disc with the sign of a change. */
export function badgeItems(at: { readonly x: number; readonly y: number }, what: What, theme: Theme, scale = 1): readonly SceneItem[] {
  const { x, y } = at
  const r = BADGE * scale
  const disc = { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
  return [
    { type: 'rect', rect: grow(disc, 2.5 * scale), radius: r + 2.5 * scale, fill: theme.surface },
    { type: 'rect', rect: disc, radius: r, fill: MARKS[theme.name].badge[what] },
    { type: 'path', d: SIGNS[what], at: { x, y, scale: 1.15 * scale }, stroke: theme.surface, strokeWidth: 2.3, cap: 'round' },
  ]
}

/** Round the change that is being looked at. */
export function ringItem(rect: Rect, radius: number, theme: Theme): SceneItem {
  return { type: 'rect', rect: grow(rect, 6.5), radius: radius + 6.5, stroke: MARKS[theme.name].current, strokeWidth: 3 }
}

/** The words of something that is gone. */
export function struckOut(items: readonly SceneItem[], theme: Theme): readonly SceneItem[] {
  return items.map((item) => (item.type === 'text' ? { ...item, fill: theme.badText, strike: true } : item))
}

/** Something that is gone: no ground of its own, struck through, in the colour of what is wrong. */
export function removedItems(items: readonly SceneItem[], theme: Theme): readonly SceneItem[] {
  return items.flatMap((item): SceneItem[] => {
    switch (item.type) {
      case 'text':
        return [{ ...item, fill: theme.badText, strike: true }]
      case 'rect':
        // Its own dashed edge would lie under the one that says it is gone.
        return item.fill === undefined ? [] : [{ type: 'rect', rect: item.rect, radius: item.radius ?? 0, fill: theme.surface }]
      case 'path':
        return [
          { ...item, ...(item.stroke && { stroke: theme.badText }), ...(item.fill && { fill: theme.surface, stroke: theme.badText }) },
        ]
    }
  })
}

const UNCHANGED = 0.42

/** What did not change steps back to 42 %: its colours are mixed into the sheet, so that nothing shines through it. */
export function dimmed(node: SceneNode, theme: Theme): SceneNode {
  const dim = (items: readonly SceneItem[]): readonly SceneItem[] => items.map((item) => dimItem(item, theme))
  return {
    ...node,
    items: dim(node.items),
    ...(node.plain && { plain: dim(node.plain) }),
    ...(node.far && { far: dim(node.far) }),
  }
}

function dimItem(item: SceneItem, theme: Theme): SceneItem {
  const fade = (color: string): string => mix(theme.surface, color, UNCHANGED)
  switch (item.type) {
    case 'text':
      return { ...item, fill: fade(item.fill) }
    case 'rect': {
      const { shadow: _shadow, shadowColor: _shadowColor, ...plain } = item
      return {
        ...plain,
        ...(typeof item.fill === 'string' && { fill: fade(item.fill) }),
        ...(item.stroke && { stroke: fade(item.stroke) }),
      }
    }
    case 'path':
      return { ...item, ...(item.fill && { fill: fade(item.fill) }), ...(item.stroke && { stroke: fade(item.stroke) }) }
  }
}

function grow({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}
