import type { Keep } from '../../shared/commands/conflicts'
import type { Rect } from '../../shared/layout/geometry'
import type { Board } from '../../shared/model/board'
import type { ConflictId } from '../../shared/model/conflict'
import type { Cell, NoteId } from '../../shared/model/note'
import type { LaneId } from '../../shared/model/lane'
import type { Patch } from '../../shared/model/patch'
import type { PersonaId } from '../../shared/model/persona'
import type { PointId } from '../../shared/model/point'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'

/** Where the board's window looks: screen = (board - camera) * zoom. x and y are board units at the view's top left. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export type ToolId = 'select' | 'hand' | 'note' | 'emotion' | 'touchpoint'

/** What keyboard and toolbar act on. Notes may be many; everything else is one at a time. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'notes'; readonly ids: ReadonlySet<NoteId> }
  | { readonly kind: 'point'; readonly id: PointId }
  | { readonly kind: 'stage'; readonly id: StageId }
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'lane'; readonly id: LaneId }

/** The one place the arrow keys start from. A selected note or header is also the focus. */
export type Focus =
  | { readonly kind: 'none' }
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'note'; readonly id: NoteId }
  /** A step of an emotion lane, whether the persona has a point there or not. */
  | { readonly kind: 'emotion'; readonly laneId: LaneId; readonly stepId: StepId; readonly personaId: PersonaId }
  | { readonly kind: 'stage'; readonly id: StageId }
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'lane'; readonly id: LaneId }

/** The text field that is open over the board, if any. */
export type Editing =
  | { readonly kind: 'none' }
  /** A note that exists; `before` is its text when the field opened, for Escape. */
  | { readonly kind: 'note'; readonly id: NoteId; readonly before: string }
  /** A note to be: it is written with its first character, so an empty one never exists. */
  | { readonly kind: 'newNote'; readonly id: NoteId; readonly cell: Cell; readonly index: number; readonly icon?: string }
  | { readonly kind: 'stage'; readonly id: StageId; readonly field: 'title' | 'duration' }
  | { readonly kind: 'step'; readonly id: StepId }
  | { readonly kind: 'lane'; readonly id: LaneId }
  | { readonly kind: 'point'; readonly id: PointId }
  | { readonly kind: 'mapTitle' }

/** What a gesture in progress shows besides the preview board. */
export type Gesture =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'marquee'
      readonly from: { readonly x: number; readonly y: number }
      readonly to: { readonly x: number; readonly y: number }
    }
  /** Notes under the hand: they follow the pointer while `drop` shows where they would land. */
  | {
      readonly kind: 'dragNotes'
      readonly ids: readonly NoteId[]
      readonly grabbed: NoteId
      /** How far the hand took them from their places, in board units. */
      readonly offset: { readonly x: number; readonly y: number }
      /** `bar` is where the insert bar goes, in board units; null where the cell is empty. */
      readonly drop: { readonly cell: Cell; readonly index: number; readonly bar: Rect | null } | null
      /** Alt is held: the originals stay and copies are dropped. */
      readonly copying: boolean
      /** Over the inbox button or panel: letting go takes them off the board. */
      readonly overInbox: boolean
    }
  | { readonly kind: 'dragPoint'; readonly id: PointId; readonly value: number }
  | {
      readonly kind: 'dragHeader'
      readonly header:
        | { readonly kind: 'stage'; readonly id: StageId }
        | { readonly kind: 'step'; readonly id: StepId }
        | { readonly kind: 'lane'; readonly id: LaneId }
      readonly at: { readonly x: number; readonly y: number }
      readonly index: number
      /** Where the insert bar goes, in board units. */
      readonly bar: Rect | null
    }
  | { readonly kind: 'pan' }

export type PanelId = 'inbox' | 'personas' | 'map' | 'merge'
export type DialogId = 'settings' | 'shortcuts' | 'export' | 'import' | 'about' | 'newMap' | 'addLane' | 'mergeMaps'

/** What fills the window of an open map: the board to work on, or its earlier versions. */
export type Mode = 'map' | 'history'

/** What the History view sets the map against. */
export type Compared =
  /** The newest version there is. */
  | { readonly kind: 'newest' }
  | { readonly kind: 'version'; readonly id: string }
  /** The map before others' changes came in; kept in memory only. */
  | { readonly kind: 'beforeMerge'; readonly board: Board }
  /** Another file, which then is the later of the two. */
  | { readonly kind: 'file'; readonly name: string; readonly board: Board }

/** State of the window that is never part of the map: what is selected, where one looks, what is open. */
export interface UiState {
  readonly mode: Mode
  readonly compared: Compared
  readonly tool: ToolId
  readonly selection: Selection
  readonly focus: Focus
  readonly editing: Editing
  readonly gesture: Gesture
  /** Patches of a gesture in progress, drawn on top of the board and written once at its end. */
  readonly preview: readonly Patch[]
  readonly camera: Camera
  /** Where the map was looked at when the History view opened, and will be again; null while the map itself is shown. */
  readonly mapCamera: Camera | null
  /** CSS pixels of the board's area. */
  readonly view: { readonly width: number; readonly height: number }
  readonly activePersona: PersonaId | null
  readonly panel: PanelId | null
  /** What was chosen in the merge panel and is not merged yet. */
  readonly mergeChoices: ReadonlyMap<ConflictId, Keep>
  readonly dialog: DialogId | null
  /** The emotion point whose reason is being written, in a field of its toolbar. */
  readonly reasonOf: PointId | null
  readonly contextMenu: { readonly x: number; readonly y: number } | null
}
