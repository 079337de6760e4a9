/** Measures of the board in world units, px at 100 % (DESIGN 4). */
export const BOARD = {
  laneHeader: 184,
  stageHeader: 84,
  /** A stage is at least this wide; so is a step, by the second number. */
  stageMin: 336,
  stepMin: 168,
  /** Left and right of a cell, and of a stage. */
  padX: 12,
  padY: 8,
  gap: 8,
  collapsedLane: 36,
  /** Space round the sheet in an export, and where the board's own controls may sit. */
  margin: 24,
} as const

export const NOTE = {
  half: 152,
  padX: 11,
  padY: 9,
  size: 16,
  line: 20.5,
  weight: 500,
  /** The icon of a mark stands before the first line. */
  iconIndent: 22,
  badge: 20,
  badgeGap: 4,
  /** From the badge to the note's right and bottom edge. */
  badgeInset: 7,
  personaMark: 12,
} as const

export const TOUCHPOINT = { tile: 28, gap: 8, rowGap: 6, padY: 14, size: 15, line: 19, weight: 500 } as const

export const MOMENT = { indent: 6, diamond: 19, gap: 9, size: 16, line: 20, weight: 600, padY: 10 } as const

export const OWNER = { padX: 12, gap: 7, padY: 12, height: 28, size: 14.5, line: 19, weight: 500 } as const

/** Beside the label of a touchpoint, a moment of truth or an owner. */
export const SIGN = {
  /** The icon of a mark, and what the first line leaves free for it. */
  mark: 15,
  markIndent: 20,
  /** The shape of a persona. */
  persona: 11,
  gap: 4,
  /** From the text to the first sign. */
  before: 7,
} as const

export const HEADING = {
  /** Where names in the stage header start, from the left edge of their column. */
  indent: 20,
  stage: { size: 21, line: 26, weight: 600, top: 30, maxLines: 4 },
  duration: { size: 14.5, line: 19, weight: 500 },
  step: { size: 14.5, line: 19, weight: 600, padY: 7, maxLines: 4 },
  lane: { size: 16, line: 21, weight: 600, maxLines: 5, top: 14, x: 48, right: 10 },
  hint: { size: 14, line: 19, weight: 500, maxLines: 2 },
  separator: { size: 14, line: 18, weight: 600, x: 18, maxLines: 3, padY: 5 },
} as const

/** A persona in the corner above the lane titles: disc, name, marker. */
export const PERSONA = { left: 16, gap: 9, mark: 12, right: 12, size: 15.5, line: 20, weight: 600 } as const

export const CURVE_LABEL = { size: 15.5, line: 19, weight: 600, maxWidth: 260, maxLines: 3 } as const
