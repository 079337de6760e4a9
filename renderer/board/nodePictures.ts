import { paintItems } from '../../shared/scene/paint'
import type { SceneNode } from '../../shared/scene/scene'
import { itemsAt, type Detail } from './detail'
import { sameDrawing } from './sameDrawing'

/** A node as it was drawn once: its pixels, how many of them a world unit was, and how much of it was drawn. */
interface Picture {
  readonly node: SceneNode
  readonly image: ImageBitmap
  readonly scale: number
  readonly detail: Detail
}

/** Where a part's world begins on the canvas, in device px, how many of them a world unit is, and how much is drawn. */
export interface PicturePlace {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly detail: Detail
}

/** Device px of all pictures together; 64 MB. */
const MOST_PIXELS = 16_000_000
/** A larger node is drawn anew each time: few of them fit on a screen, and a picture of one would push out many others. */
const LARGEST_PICTURE = 400_000
/** How long one frame may draw pictures while the zoom changes; what is late is shown from an older picture. */
const BUDGET_MS = 7
/** A picture of another zoom is good enough in between, as long as it is not blown up beyond this. */
const MOST_STRETCH = 2.5
/** Device px round a picture, for edges that lie between two. */
const MARGIN = 1

/**
 * Draws nodes from pictures of themselves.
 *
 * A note is dashes, rounded corners and lines of text; drawn once and copied from then on, a screen full of them
 * costs half or less (measured: 21 to 10 ms of the main thread a frame at 100 %, 31 to 10 at 50 %). A scene node
 * never changes, so a picture is good as long as its node is shown at one zoom.
 */
export class NodePictures {
  /** By the key of their nodes; the ones used last are at the end. */
  readonly #pictures = new Map<string, Picture>()
  readonly #paper = new OffscreenCanvas(1, 1)
  #pixels = 0
  #deadline = Number.POSITIVE_INFINITY
  #zooming = false
  #late = false

  /**
   * Start a frame.
   *
   * @param pace `whole`: everything is drawn sharp, whatever it takes. `zooming`: what has any picture is drawn from
   *   it. `catchingUp`: as many as there is time for are drawn anew, the others as they are.
   */
  begin(pace: 'whole' | 'zooming' | 'catchingUp'): void {
    this.#deadline = pace === 'whole' ? Number.POSITIVE_INFINITY : performance.now() + BUDGET_MS
    this.#zooming = pace === 'zooming'
    this.#late = false
  }

  /** Whether something could not be drawn as sharp as it should be, so that another frame is needed. */
  end(): boolean {
    return this.#late
  }

  clear(): void {
    for (const { image } of this.#pictures.values()) image.close()
    this.#pictures.clear()
    this.#pixels = 0
  }

  /** Whether a node of that size is drawn from a picture. */
  takes({ bounds, part }: SceneNode, scale: number): boolean {
    return part !== 'sheet' && bounds.width * bounds.height * scale * scale <= LARGEST_PICTURE
  }

  /** Draw the node; the context's transform is not used and not kept. */
  draw(context: CanvasRenderingContext2D, node: SceneNode, place: PicturePlace): void {
    const known = this.#find(node)
    const picture = known && isAsMeant(known, place) ? known : (this.#sharpen(node, place, known) ?? known)
    if (!picture || !isAsMeant(picture, place)) this.#late = true
    if (!picture) {
      context.setTransform(place.scale, 0, 0, place.scale, place.x, place.y)
      paintItems(context, itemsAt(node, 'far'))
      return
    }
    this.#pictures.delete(node.key)
    this.#pictures.set(node.key, picture)
    const x = place.x + node.bounds.x * place.scale
    const y = place.y + node.bounds.y * place.scale
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    if (picture.scale === place.scale) {
      context.drawImage(picture.image, Math.round(x) - MARGIN, Math.round(y) - MARGIN)
      return
    }
    const stretch = place.scale / picture.scale
    const { image } = picture
    context.drawImage(image, x - MARGIN * stretch, y - MARGIN * stretch, image.width * stretch, image.height * stretch)
  }

  /** The picture that shows this node, also where another node that looks the same was drawn at another place. */
  #find(node: SceneNode): Picture | undefined {
    const known = this.#pictures.get(node.key)
    if (!known || known.node === node) return known
    if (!sameDrawing(known.node, node)) {
      this.#forget(known)
      return undefined
    }
    const moved = { ...known, node }
    this.#pictures.set(node.key, moved)
    return moved
  }

  /** A picture as it is meant to be, unless the frame has no time left for it. */
  #sharpen(node: SceneNode, place: PicturePlace, known: Picture | undefined): Picture | null {
    // While the zoom changes, every picture would be of use for one frame only.
    if (this.#zooming && known !== undefined && place.scale / known.scale <= MOST_STRETCH) return null
    if (performance.now() >= this.#deadline) return null
    if (known) this.#forget(known)
    return this.#make(node, place)
  }

  #make(node: SceneNode, { scale, detail }: PicturePlace): Picture | null {
    const { x, y, width, height } = node.bounds
    this.#paper.width = Math.ceil(width * scale) + 2 * MARGIN
    this.#paper.height = Math.ceil(height * scale) + 2 * MARGIN
    const context = this.#paper.getContext('2d')
    if (!context) return null
    context.setTransform(scale, 0, 0, scale, MARGIN - x * scale, MARGIN - y * scale)
    paintItems(context, itemsAt(node, detail))
    const picture: Picture = { node, image: this.#paper.transferToImageBitmap(), scale, detail }
    this.#pictures.set(node.key, picture)
    this.#pixels += pixelsOf(picture)
    this.#makeRoom(node.key)
    return picture
  }

  #forget(picture: Picture): void {
    this.#pictures.delete(picture.node.key)
    this.#pixels -= pixelsOf(picture)
    picture.image.close()
  }

  #makeRoom(keep: string): void {
    for (const [key, picture] of this.#pictures) {
      if (this.#pixels <= MOST_PIXELS || key === keep) return
      this.#forget(picture)
    }
  }
}

function isAsMeant(picture: Picture, { scale, detail }: PicturePlace): boolean {
  return picture.scale === scale && picture.detail === detail
}

function pixelsOf({ image }: Picture): number {
  return image.width * image.height
}
