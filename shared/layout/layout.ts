import type { CellKey } from '../model/board'
import type { LaneContent } from '../model/laneKinds'
import type { Lane, LaneId } from '../model/lane'
import type { Cell, Note, NoteId } from '../model/note'
import type { Persona, PersonaId } from '../model/persona'
import type { Point as EmotionPoint, PointId } from '../model/point'
import type { Stage, StageId } from '../model/stage'
import type { Step, StepId } from '../model/step'
import type { Rect } from './geometry'

/** Where everything of a board is, in world units (px at 100 %), origin at the sheet's top left corner. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** Width of the lane titles at the left, height of the stage header at the top; both stay while scrolling. */
  readonly laneHeader: number
  readonly stageHeader: number
  /** Height of the row of step names inside the header, 0 where every stage has one step. */
  readonly stepRow: number
  readonly corner: CornerBox
  readonly stages: readonly StageBox[]
  readonly lanes: readonly LaneBox[]
  readonly notes: ReadonlyMap<NoteId, NoteBox>
  readonly points: ReadonlyMap<PointId, PointBox>
  readonly curves: readonly CurveBox[]
}

/** The corner above the lane titles, where the personas are. */
export interface CornerBox {
  readonly rows: readonly PersonaRow[]
  /** Diameter of the discs with the initials. */
  readonly disc: number
  /** How many personas found no room, and where their number stands. */
  readonly more: number
  readonly moreTop: number
}

export interface PersonaRow {
  readonly persona: Persona
  /** Height of the middle of disc, name and marker. */
  readonly middle: number
  /** What takes a click, and the ground of the active persona. */
  readonly rect: Rect
}

export interface StageBox {
  readonly stage: Stage
  readonly x: number
  readonly width: number
  readonly steps: readonly StepBox[]
}

export interface StepBox {
  readonly step: Step
  readonly x: number
  readonly width: number
}

export interface LaneBox {
  readonly lane: Lane
  readonly content: LaneContent
  readonly y: number
  readonly height: number
  readonly cells: readonly CellBox[]
}

export interface CellBox {
  readonly cell: Cell
  readonly key: CellKey
  readonly rect: Rect
  readonly notes: readonly NoteId[]
}

export interface NoteBox {
  readonly note: Note
  readonly lane: Lane
  readonly content: Exclude<LaneContent, 'curve' | 'separator'>
  readonly cell: Cell
  readonly rect: Rect
  /** The text, already wrapped; the scene only draws it. */
  readonly lines: readonly string[]
}

export interface PointBox {
  readonly point: EmotionPoint
  readonly persona: Persona
  readonly laneId: LaneId
  readonly stepId: StepId
  readonly x: number
  readonly y: number
  /** Computed, never typed; see analysis/criticalPoints.ts. */
  readonly critical: boolean
  readonly label: LabelBox | null
}

/** Where the label of a point is: its lines, the anchor of their x, and the first baseline. */
export interface LabelBox {
  readonly rect: Rect
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  readonly x: number
  readonly baseline: number
}

/** One unbroken run of a persona's curve in one emotion lane; a gap starts another. */
export interface CurveBox {
  readonly persona: Persona
  readonly personaId: PersonaId
  readonly laneId: LaneId
  readonly curve: EmotionPoint['curve']
  /** SVG path data in world units, monotone cubic. */
  readonly path: string
  readonly pointIds: readonly PointId[]
}

export type HitTarget =
  | { readonly kind: 'note'; readonly id: NoteId }
  | { readonly kind: 'point'; readonly id: PointId }
  /** Inside an emotion lane: the step and the value that the place stands for, not yet snapped. */
  | { readonly kind: 'emotion'; readonly laneId: LaneId; readonly stepId: StepId; readonly value: number }
  | { readonly kind: 'cell'; readonly cell: Cell; readonly index: number }
  | { readonly kind: 'stageHeader'; readonly id: StageId }
  | { readonly kind: 'stepHeader'; readonly id: StepId }
  | { readonly kind: 'laneHeader'; readonly id: LaneId }
  /** A persona's name in the corner. */
  | { readonly kind: 'persona'; readonly id: PersonaId }
  | { readonly kind: 'corner' }
  | { readonly kind: 'outside' }
