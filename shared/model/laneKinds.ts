import type { NoteColor } from './color'

/** How a lane's content is drawn: sticky notes, icon and label, gold diamond, pill, the curve, a line between lanes. */
export type LaneContent = 'notes' | 'touchpoints' | 'moments' | 'owners' | 'curve' | 'separator'

export interface LaneKindInfo {
  /** Lucide icon name; the drawing is in assets/icons. */
  readonly icon: string
  readonly color: NoteColor
  readonly content: LaneContent
  /** What a new lane of this kind spans; see Lane.span. */
  readonly span: 'step' | 'stage'
  /** Height of an empty lane, in world units (DESIGN 4). */
  readonly height: number
}

/** Every lane kind there is. Names, hints and prompt questions are in i18n under `laneKind.<kind>`. */
export const LANE_KIND_TABLE = {
  goals: { icon: 'target', color: 'sky', content: 'notes', span: 'stage', height: 76 },
  actions: { icon: 'footprints', color: 'paper', content: 'notes', span: 'step', height: 106 },
  touchpoints: { icon: 'route', color: 'paper', content: 'touchpoints', span: 'step', height: 90 },
  thoughts: { icon: 'quote', color: 'lavender', content: 'notes', span: 'step', height: 84 },
  emotions: { icon: 'activity', color: 'paper', content: 'curve', span: 'step', height: 272 },
  barriers: { icon: 'construction', color: 'rose', content: 'notes', span: 'step', height: 106 },
  painsAndWins: { icon: 'zap', color: 'rose', content: 'notes', span: 'step', height: 106 },
  kpi: { icon: 'gauge', color: 'paper', content: 'notes', span: 'stage', height: 108 },
  moments: { icon: 'star', color: 'paper', content: 'moments', span: 'stage', height: 56 },
  opportunities: { icon: 'lightbulb', color: 'lemon', content: 'notes', span: 'step', height: 106 },
  owners: { icon: 'building-2', color: 'paper', content: 'owners', span: 'stage', height: 52 },
  frontStage: { icon: 'users', color: 'apricot', content: 'notes', span: 'step', height: 106 },
  backStage: { icon: 'settings-2', color: 'orchid', content: 'notes', span: 'step', height: 106 },
  support: { icon: 'server', color: 'paper', content: 'notes', span: 'step', height: 106 },
  image: { icon: 'image', color: 'paper', content: 'notes', span: 'step', height: 106 },
  text: { icon: 'text', color: 'apricot', content: 'notes', span: 'step', height: 106 },
  lineOfInteraction: { icon: 'separator-horizontal', color: 'paper', content: 'separator', span: 'stage', height: 28 },
  lineOfVisibility: { icon: 'eye', color: 'paper', content: 'separator', span: 'stage', height: 28 },
  lineOfInternalInteraction: { icon: 'separator-horizontal', color: 'paper', content: 'separator', span: 'stage', height: 28 },
} as const satisfies Record<string, LaneKindInfo>

export type LaneKindName = keyof typeof LANE_KIND_TABLE

// The table's own keys; Object.keys is typed wider than it is.
export const LANE_KINDS = Object.keys(LANE_KIND_TABLE) as [LaneKindName, ...LaneKindName[]]

export function laneKindInfo(kind: LaneKindName): LaneKindInfo {
  return LANE_KIND_TABLE[kind]
}

/**
 * Whether notes of a lane of this kind are hypotheses, validated or refuted.
 *
 * Touchpoints, moments of truth and owners are short lists of what there is: nothing in them waits for proof.
 */
export function carriesProof(kind: LaneKindName): boolean {
  return laneKindInfo(kind).content === 'notes'
}

/** Whether notes can be put in a lane of this kind. */
export function takesNotes(kind: LaneKindName): boolean {
  const { content } = laneKindInfo(kind)
  return content !== 'curve' && content !== 'separator'
}
