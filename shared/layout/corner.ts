import type { Persona } from '../model/persona'
import type { CornerBox, PersonaRow } from './layout'
import { BOARD } from './metrics'

/** Rows stand apart where the corner has room for all of them so, else closer. */
const ROOMY = { pitch: 34, disc: 27, top: 12 } as const
const TIGHT = { pitch: 24, disc: 20, top: 7 } as const
/** From the sides of the corner to the ground of a row. */
const MARGIN = 8

/** Of more personas than these the rest is counted: the header must leave room for the map. */
const MOST_ROWS = 9

/** What the header has to be high so that nobody is left out: eight groups and their mean, in a merged map. */
export function cornerHeight(personas: number): number {
  return Math.min(personas, MOST_ROWS) * TIGHT.pitch + 8
}

/** Who walks this way, one below the other above the lane titles; those that find no room are counted. */
export function layoutCorner(personas: readonly Persona[], stageHeader: number): CornerBox {
  const roomy = personas.length * ROOMY.pitch + 8 <= stageHeader - 8
  const { pitch, disc, top } = roomy ? ROOMY : TIGHT
  const room = Math.max(1, Math.floor((stageHeader - 8) / pitch))
  const shown = personas.length <= room ? personas : personas.slice(0, room - 1)
  const rows = shown.map((persona, i): PersonaRow => {
    const middle = top + i * pitch + disc / 2
    return { persona, middle, rect: { x: MARGIN, y: middle - pitch / 2, width: BOARD.laneHeader - 2 * MARGIN, height: pitch } }
  })
  return { rows, disc, more: personas.length - shown.length, moreTop: top + shown.length * pitch }
}
