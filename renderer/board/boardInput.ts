import type { StoreApi } from 'zustand'
import type { Dispose } from '../../shared/base/disposable'
import type { Point } from '../../shared/layout/geometry'
import type { HitTarget } from '../../shared/layout/layout'
import type { PointerController } from '../tools/pointer'
import type { PointerInput } from '../tools/tool'
import type { Camera, UiState } from '../state/uiState'
import { panBy, pinchCamera, zoomAt } from './camera'
import { notePointer } from './pointerPlace'
import { edgeSpeed, type ScrollEdges } from './edgePan'

/** Where the pointer is and what is under it. */
export interface Hover {
  readonly target: HitTarget
  /** CSS px of the board's area. */
  readonly place: Point
  /** Whether a button or a finger is down. */
  readonly pressed: boolean
}

export interface BoardInputOptions {
  /** Takes the pointer; fills the board's area. */
  readonly element: HTMLElement
  /** Takes the wheel; holds `element` and the fields that lie over it. */
  readonly root: HTMLElement
  readonly ui: StoreApi<UiState>
  readonly pointer: PointerController
  /** Whether the map may only be looked at. */
  readonly readOnly: boolean
  /** What a place of the area (CSS px) stands for. */
  readonly locate: (place: Point) => Pick<PointerInput, 'board' | 'target'>
  /** Near which edges a drag scrolls the board. */
  readonly edges: () => ScrollEdges
  readonly moveTo: (camera: Camera) => void
  /** Null while the pointer is away, or the camera has it. */
  readonly hover: (hover: Hover | null) => void
}

/** Whose gesture it is while buttons or fingers are down. */
type Hand =
  | { readonly does: 'nothing' }
  | { readonly does: 'pan'; readonly pointerId: number; last: Point }
  | { readonly does: 'tool'; readonly pointerId: number; place: Point; last: PointerInput }
  | { readonly does: 'pinch'; readonly ids: readonly [number, number]; places: readonly [Point, Point] }

const MIDDLE_BUTTON = 1
const IDLE: Hand = { does: 'nothing' }

/**
 * Tell the camera's gestures from the tool's, and hand each to whom it belongs.
 *
 * Wheel, pinch, middle button, Space and the hand tool move the camera; everything else is the tool's, in board
 * coordinates and with what is under the pointer.
 */
export function attachBoardInput(options: BoardInputOptions): Dispose {
  const { element, root, ui, pointer, moveTo } = options
  const teardown: Dispose[] = []
  const fingers = new Map<number, Point>()
  let hand: Hand = IDLE
  let space = false
  let overHeader = false
  let edgeTimer: number | null = null

  const camera = (): Camera => ui.getState().camera
  const placeOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const toolEvent = (event: MouseEvent): PointerInput => ({
    ...options.locate(placeOf(event)),
    screen: { x: event.clientX, y: event.clientY },
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
    button: event.button,
    pointerType: pointerTypeOf(event),
  })
  /** A header is taken by hand, with the tool that moves things. */
  const toolCursor = (): string => {
    const { tool, gesture } = ui.getState()
    if (tool !== 'select' || options.readOnly) return tool
    // Nothing would become of letting go here.
    if (gesture.kind === 'dragNotes') return gesture.drop === null && !gesture.overInbox ? 'refused' : 'grabbing'
    return gesture.kind === 'dragHeader' ? 'grabbing' : overHeader ? 'grab' : tool
  }
  const showCursor = (): void => {
    const pans = space || ui.getState().tool === 'hand'
    element.dataset.cursor = hand.does === 'pan' ? 'grabbing' : pans ? 'grab' : toolCursor()
  }

  const stopEdgePan = (): void => {
    if (edgeTimer !== null) cancelAnimationFrame(edgeTimer)
    edgeTimer = null
  }
  const edgePan = (): void => {
    edgeTimer = null
    if (hand.does !== 'tool' || !scrollsAtEdges(ui.getState())) return
    edgeTimer = requestAnimationFrame(edgePan)
    const { dx, dy } = edgeSpeed(hand.place, options.edges())
    if (dx === 0 && dy === 0) return
    moveTo(panBy(camera(), dx, dy))
    hand.last = { ...hand.last, ...options.locate(hand.place) }
    pointer.move(hand.last)
  }

  const down = (event: PointerEvent): void => {
    leaveElsewhere()
    const place = placeOf(event)
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, place)
      const [first, second, third] = [...fingers.keys()]
      if (first !== undefined && second !== undefined && third === undefined) {
        if (hand.does === 'tool') pointer.cancel()
        stopEdgePan()
        hand = { does: 'pinch', ids: [first, second], places: [at(fingers, first), at(fingers, second)] }
        return
      }
    }
    if (hand.does !== 'nothing') return
    element.setPointerCapture(event.pointerId)
    if (event.button === MIDDLE_BUTTON || (event.button === 0 && (space || ui.getState().tool === 'hand'))) {
      hand = { does: 'pan', pointerId: event.pointerId, last: place }
      options.hover(null)
      showCursor()
      return
    }
    const pressed = toolEvent(event)
    hand = { does: 'tool', pointerId: event.pointerId, place, last: pressed }
    options.hover({ target: pressed.target, place, pressed: true })
    pointer.down(pressed)
  }

  const move = (event: PointerEvent): void => {
    const place = placeOf(event)
    notePointer(ui, place)
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, place)
    switch (hand.does) {
      case 'nothing': {
        const moved = toolEvent(event)
        if (event.pointerType !== 'touch') options.hover({ target: moved.target, place, pressed: false })
        overHeader = isHeader(moved.target)
        showCursor()
        pointer.move(moved)
        return
      }
      case 'pan':
        if (event.pointerId !== hand.pointerId) return
        moveTo(panBy(camera(), hand.last.x - place.x, hand.last.y - place.y))
        hand.last = place
        return
      case 'tool':
        if (event.pointerId !== hand.pointerId) return
        hand.place = place
        hand.last = toolEvent(event)
        options.hover({ target: hand.last.target, place, pressed: true })
        pointer.move(hand.last)
        if (edgeTimer === null && scrollsAtEdges(ui.getState())) edgeTimer = requestAnimationFrame(edgePan)
        return
      case 'pinch': {
        const places: readonly [Point, Point] = [at(fingers, hand.ids[0]), at(fingers, hand.ids[1])]
        moveTo(pinchCamera(camera(), hand.places, places))
        hand.places = places
        return
      }
    }
  }

  const lift = (event: PointerEvent, end: (event: PointerInput) => void): void => {
    fingers.delete(event.pointerId)
    if (hand.does === 'nothing') return
    if (hand.does === 'pinch') {
      // The finger that stays does not become a tool: a hand seldom leaves the table with both at once.
      if (fingers.size === 0) hand = IDLE
      return
    }
    if (event.pointerId !== hand.pointerId) return
    const was = hand
    hand = IDLE
    stopEdgePan()
    showCursor()
    if (was.does !== 'tool') return
    const lifted = toolEvent(event)
    options.hover(event.pointerType === 'touch' ? null : { target: lifted.target, place: placeOf(event), pressed: false })
    end(lifted)
  }

  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    // What is under the pointer now is found out when it moves again.
    if (hand.does === 'nothing') options.hover(null)
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1
    const dx = event.deltaX * unit
    const dy = event.deltaY * unit
    if (event.ctrlKey || event.metaKey) moveTo(zoomAt(camera(), placeOf(event), camera().zoom * wheelZoom(dy)))
    else if (event.shiftKey && dx === 0) moveTo(panBy(camera(), dy, 0))
    else moveTo(panBy(camera(), dx, dy))
  }

  const key = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || (event.type === 'keydown' && takesSpace(event.target))) return
    if (event.type === 'keydown') event.preventDefault()
    space = event.type === 'keydown'
    showCursor()
  }
  const forget = (): void => {
    space = false
    showCursor()
  }

  const listen = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    run: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ): void => {
    target.addEventListener(type, run, { passive })
    teardown.push(() => target.removeEventListener(type, run))
  }
  listen(element, 'pointerdown', down)
  listen(element, 'pointermove', move)
  listen(element, 'pointerup', (event) => lift(event, (lifted) => pointer.up(lifted)))
  listen(element, 'pointercancel', (event) => lift(event, () => pointer.cancel()))
  listen(element, 'pointerleave', () => {
    notePointer(ui, null)
    options.hover(null)
  })
  // Where the keyboard is stays the tools' business: pressing on the board must not move it to the page.
  listen(element, 'mousedown', (event) => event.preventDefault(), false)
  listen(element, 'dblclick', (event) => pointer.doubleClick(toolEvent(event)))
  listen(
    element,
    'contextmenu',
    (event) => {
      event.preventDefault()
      // A long press is told by the tools themselves, which know whether the finger was dragging.
      if (pointerTypeOf(event) !== 'touch') pointer.contextMenu(toolEvent(event))
    },
    false,
  )
  listen(root, 'wheel', wheel, false)
  window.addEventListener('keydown', key)
  teardown.push(() => window.removeEventListener('keydown', key))
  window.addEventListener('keyup', key)
  teardown.push(() => window.removeEventListener('keyup', key))
  window.addEventListener('blur', forget)
  teardown.push(() => window.removeEventListener('blur', forget))
  teardown.push(
    ui.subscribe((state, before) => {
      if (state.tool !== before.tool || state.gesture !== before.gesture) showCursor()
    }),
  )
  teardown.push(stopEdgePan)
  showCursor()
  return () => {
    for (const dispose of teardown.splice(0)) dispose()
  }
}

/** What can be taken by hand and put somewhere else in its row or column. */
function isHeader({ kind }: HitTarget): boolean {
  return kind === 'stageHeader' || kind === 'stepHeader' || kind === 'laneHeader'
}

function pointerTypeOf(event: MouseEvent): string {
  return event instanceof PointerEvent ? event.pointerType : 'mouse'
}

function at(fingers: ReadonlyMap<number, Point>, id: number): Point {
  return fingers.get(id) ?? { x: 0, y: 0 }
}

/** One notch of a wheel is a quarter; the small steps of a touchpad's pinch follow the fingers. */
function wheelZoom(deltaY: number): number {
  const most = 30
  return Math.exp(-Math.max(-most, Math.min(most, deltaY)) * 0.008)
}

function scrollsAtEdges({ gesture }: UiState): boolean {
  return gesture.kind === 'dragNotes' || gesture.kind === 'dragHeader' || gesture.kind === 'marquee'
}

/** Pressing on the board takes the keyboard away from whatever else has it: it ends what was being typed, and letters are commands again. */
function leaveElsewhere(): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && !focused.closest('[data-region="board"]')) focused.blur()
}

/** Whether Space means something to whatever has the keyboard. */
function takesSpace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, button, a, [role="menuitem"]'))
  )
}
