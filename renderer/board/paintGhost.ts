import type { Rect } from '../../shared/layout/geometry'
import { paintItems } from '../../shared/scene/paint'
import type { SceneNode } from '../../shared/scene/scene'

/** DESIGN 5: what is lifted tilts a little and comes a little nearer. */
const TILT = (2.5 * Math.PI) / 180
const LIFT_SCALE = 1.04

/** Paint a note that is lifted off the sheet where it lies on it, in board units; `upright` leaves the tilt out. */
export function paintGhost(context: CanvasRenderingContext2D, node: SceneNode, upright: boolean): void {
  const { x, y, width, height } = node.bounds
  context.save()
  context.translate(x + width / 2, y + height / 2)
  if (!upright) {
    context.rotate(TILT)
    context.scale(LIFT_SCALE, LIFT_SCALE)
  }
  context.translate(-x - width / 2, -y - height / 2)
  paintLift(context, node.bounds)
  paintItems(context, node.items)
  context.restore()
}

/** The shadow of what is lifted. One note at a time is in the hand, so that a blurred one can be afforded. */
function paintLift(context: CanvasRenderingContext2D, bounds: Rect): void {
  context.save()
  context.shadowColor = 'rgba(40, 34, 16, 0.28)'
  context.shadowBlur = 22
  context.shadowOffsetY = 10
  context.fillStyle = 'rgba(40, 34, 16, 0.12)'
  context.beginPath()
  context.roundRect(bounds.x + 4, bounds.y + 4, Math.max(0, bounds.width - 8), Math.max(0, bounds.height - 8), 9)
  context.fill()
  context.restore()
}
