import type { Rect } from '../layout/geometry'

export type FontWeight = 500 | 600 | 700

/** One thing to draw, in world units. Colours are finished values of a theme; nothing here knows a token. */
export type SceneItem = RectItem | TextItem | PathItem

export interface RectItem {
  readonly type: 'rect'
  readonly rect: Rect
  readonly radius?: number
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
  readonly shadow?: 'note' | 'sheet'
  readonly shadowColor?: string
}

/** One line of text; wrapping was done by the layout. */
export interface TextItem {
  readonly type: 'text'
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly weight: FontWeight
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** A line round the letters in the colour of what is behind them, so that a curve may pass under a label. */
  readonly halo?: { readonly color: string; readonly width: number }
  readonly strike?: boolean
  /** It runs from right to left, and `x` is where it begins: at the right, unless it is anchored otherwise. */
  readonly rightToLeft?: boolean
}

export interface PathItem {
  readonly type: 'path'
  /** SVG path data. */
  readonly d: string
  /** Moves and scales the path, for icons drawn on a 24 grid. */
  readonly at?: { readonly x: number; readonly y: number; readonly scale: number }
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round'
  readonly opacity?: number
}

/**
 * What is drawn as one and changes as one: a note, a lane's background, a curve.
 *
 * `key` is stable from scene to scene and the object is the same while nothing in it changed, so that the
 * board updates only the Konva nodes whose scene node is another object.
 */
export interface SceneNode {
  readonly key: string
  /** Which part of the picture: `stageHeader`, `laneHeader` and `corner` stay in place while the board scrolls. */
  readonly part: 'sheet' | 'notes' | 'curves' | 'stageHeader' | 'laneHeader' | 'corner'
  readonly bounds: Rect
  readonly items: readonly SceneItem[]
  /** The items without those that only a near look can tell apart: a note without its badges, below 50 %. */
  readonly plain?: readonly SceneItem[]
  /** Items that the board moves down, as far as there is room, so that they stay in sight while the node scrolls out of it at the top. */
  readonly slides?: Slides
  /** Of a stage's name: how many letters at its start another stage's has too. Far away, what differs must stay in sight. */
  readonly sharedStart?: number
  /** Cheaper items for far-away zoom (below 35 %): bars instead of text. */
  readonly far?: readonly SceneItem[]
}

/** `items` from `from` up to `to`, by `most` world units at most. */
export interface Slides {
  readonly from: number
  readonly to: number
  readonly most: number
}

export interface Scene {
  readonly width: number
  readonly height: number
  readonly background: string
  /** Height of a band above the sheet that belongs to the picture, 0 on screen: an export's heading is in it. */
  readonly above: number
  /** In drawing order. */
  readonly nodes: readonly SceneNode[]
}
