import type { Point } from '../../shared/layout/geometry'
import type { SceneNode } from '../../shared/scene/scene'
import type { Camera } from '../state/uiState'
import type { BoardFrame } from './boardFrame'

/** Where the sheet's top left corner would be on screen if nothing were pinned. */
export function sheetOrigin({ x, y, zoom }: Camera): Point {
  return { x: -x * zoom, y: -y * zoom }
}

/** Where the sheet's top left corner is for a part of the scene, in screen px. */
export function originOf({ ui: { camera }, pinned }: Pick<BoardFrame, 'ui' | 'pinned'>, part: SceneNode['part']): Point {
  const scrolled = sheetOrigin(camera)
  return {
    x: part === 'laneHeader' || part === 'corner' ? pinned.x : scrolled.x,
    y: part === 'stageHeader' || part === 'corner' ? pinned.y : scrolled.y,
  }
}

/** Hairlines and copied pictures stay sharp when the sheet begins on a whole device pixel. */
export function snap(place: number, pixelRatio: number): number {
  return Math.round(place * pixelRatio) / pixelRatio
}
