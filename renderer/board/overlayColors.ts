import type { Dispose } from '../../shared/base/disposable'
import type { NoteColor } from '../../shared/model/color'
import { NOTE_COLORS } from '../../shared/model/color'
import type { PersonaColor } from '../../shared/model/persona'

/** The chrome's tokens that the overlay draws with: what is selected belongs to the window, not to the picture of the map. */
export interface OverlayColors {
  readonly select: string
  readonly focus: string
  readonly accent: string
  readonly accentText: string
  readonly accentSoft: string
  readonly surface: string
  readonly lineStrong: string
  readonly tip: string
  readonly tipText: string
  readonly persona: Readonly<Record<PersonaColor, string>>
  readonly noteEdge: Readonly<Record<NoteColor, string>>
}

/** The tokens as they are now, read from the page's style sheet. */
export function readOverlayColors(page: Element): OverlayColors {
  const style = getComputedStyle(page)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const edges = NOTE_COLORS.map((color) => [color, token(`${color}-edge`)] as const)
  return {
    select: token('select'),
    focus: token('focus'),
    accent: token('accent'),
    accentText: token('accent-text'),
    accentSoft: token('accent-soft'),
    surface: token('surface'),
    lineStrong: token('line-3'),
    tip: token('tip'),
    tipText: token('tip-text'),
    persona: { teal: token('pa'), magenta: token('pb'), amber: token('pc'), slate: token('pd') },
    // One entry a colour, by construction.
    noteEdge: Object.fromEntries(edges) as Record<NoteColor, string>,
  }
}

/** Tells when the page's theme is another. */
export function onThemeChange(page: Element, changed: () => void): Dispose {
  const observer = new MutationObserver(changed)
  observer.observe(page, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
