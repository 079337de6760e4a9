import { BOARD, HEADING, PERSONA } from './metrics'
import { fitText } from './textFit'

/** A stage's duration under its title: one line. */
export function durationLine(duration: string, width: number): string {
  return fitText(duration, { ...HEADING.duration, width: width - HEADING.indent - BOARD.padX })
}

/** Where a persona's name begins in the corner above the lane titles. */
export function personaNameX(disc: number): number {
  return PERSONA.left + disc + PERSONA.gap
}

/** A persona's name there: one line, with room for the marker behind it. */
export function personaName(name: string, disc: number): string {
  const { gap, mark, right, size, weight } = PERSONA
  return fitText(name, { size, weight, width: BOARD.laneHeader - personaNameX(disc) - gap - mark - right })
}
