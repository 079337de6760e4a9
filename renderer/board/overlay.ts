import type { Rect } from '../../shared/layout/geometry'
import type { Board } from '../../shared/model/board'
import type { SceneItem, SceneNode } from '../../shared/scene/scene'
import type { BoardFrame } from './boardFrame'
import type { Hover } from './boardInput'
import type { OverlayColors } from './overlayColors'
import { dragItems } from './overlayDrag'
import { hoverItems } from './overlayHover'
import { pointItems } from './overlayPoints'
import { selectionItems } from './overlaySelection'

export interface OverlayInput {
  readonly frame: BoardFrame
  readonly board: Board
  readonly hover: Hover | null
  /** Whether the map may only be looked at: then nothing says it could be taken hold of. */
  readonly readOnly: boolean
  readonly colors: OverlayColors
  /** Writes a value of the emotion scale as the reader's language does. */
  readonly formatValue: (value: number) => string
}

/** A scene node drawn where the hand is: lifted, tilted, a little larger. */
export interface Ghost {
  readonly node: SceneNode
  /** Where it is taken to, in board units from its own place. */
  readonly offset: { readonly x: number; readonly y: number }
}

/**
 * What lies over the sheet, in CSS px of the board's area, by the window it is seen through.
 *
 * Nothing of it is ever exported.
 */
export interface OverlayPicture {
  readonly cells: readonly SceneItem[]
  readonly stageHeader: readonly SceneItem[]
  readonly laneHeader: readonly SceneItem[]
  /** Over everything. */
  readonly free: readonly SceneItem[]
  readonly ghosts: readonly Ghost[]
}

export type OverlayPart = Partial<OverlayPicture>

/** Work out the overlay. Pure, so that it can be tested without a canvas. */
export function overlayPicture(input: OverlayInput): OverlayPicture {
  // Earlier versions are only looked at: nothing there answers a hand.
  const looks = input.frame.ui.mode === 'history'
  const parts: readonly OverlayPart[] = looks ? [] : [hoverItems(input), selectionItems(input), pointItems(input), dragItems(input)]
  return {
    cells: parts.flatMap(({ cells = [] }) => cells),
    stageHeader: parts.flatMap(({ stageHeader = [] }) => stageHeader),
    laneHeader: parts.flatMap(({ laneHeader = [] }) => laneHeader),
    free: parts.flatMap(({ free = [] }) => free),
    ghosts: parts.flatMap(({ ghosts = [] }) => ghosts),
  }
}

/** The windows that the parts of the overlay are clipped to. */
export function overlayWindows({ pinned }: BoardFrame): Readonly<Record<'cells' | 'stageHeader' | 'laneHeader', Rect>> {
  const { x, y, width, height, sheet, cells } = pinned
  return {
    cells,
    stageHeader: { x: cells.x, y, width: cells.width, height },
    laneHeader: { x, y: cells.y, width: Math.min(width, sheet.width), height: cells.height },
  }
}
