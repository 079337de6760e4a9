import './contextToolbar.css'
import { Toolbar } from '@base-ui/react/toolbar'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { toolbarSpot } from '../board/screenRects'
import { useT } from '../i18n/TranslatorContext'
import type { Session } from '../state/session'
import { useBoard, useSession, useUi } from '../state/SessionContext'
import type { UiState } from '../state/uiState'
import { NoteTools } from './contextToolbarNote'
import { PointTools } from './contextToolbarPoint'
import { LaneTools, StageTools, StepTools } from './contextToolbarHeader'

/** What one does most with the selection, right above it. Out of the way while anything is dragged or typed. */
export function ContextToolbar() {
  const shown = useUi(isShown)
  const session = useSession()
  if (!shown || session.readOnly) return null
  return (
    <Floating session={session}>
      <Tools />
    </Floating>
  )
}

function isShown({ selection, gesture, editing, contextMenu, tool }: UiState): boolean {
  const inHand = tool === 'select' || tool === 'emotion'
  return selection.kind !== 'none' && gesture.kind === 'none' && editing.kind === 'none' && contextMenu === null && inHand
}

/** Follows the selection on screen without being drawn again: the camera moves many times a second. */
function Floating({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const t = useT()
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = (): void => {
      const element = root.current
      if (!element) return
      // What is hidden has no size.
      element.hidden = false
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const spot = toolbarSpot(session.ui.getState(), session.layout(), size)
      element.hidden = spot === null
      if (!spot) return
      element.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`
    }
    place()
    const stops = [session.ui.subscribe(place), session.onPicture(place)]
    return () => stops.forEach((stop) => stop())
  })
  return (
    <Toolbar.Root
      ref={root}
      className="context-toolbar"
      aria-label={t('board.toolbar')}
      data-region="toolbar"
      // The keyboard stays on the board when a button is pressed with the mouse.
      onMouseDown={(event) => event.preventDefault()}
      // What its popups hear arrives here, too. The toolbar would select a field's whole text, and take its arrow keys.
      onFocus={ofButtonsOnly}
      onKeyDown={ofButtonsOnly}
    >
      {children}
    </Toolbar.Root>
  )
}

function ofButtonsOnly(event: {
  readonly currentTarget: Element
  readonly target: EventTarget
  readonly preventBaseUIHandler: () => void
}): void {
  if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) event.preventBaseUIHandler()
}

function Tools() {
  const selection = useUi((ui) => ui.selection)
  const board = useBoard()
  switch (selection.kind) {
    case 'none':
      return null
    case 'notes':
      return <NoteTools board={board} />
    case 'point':
      return <PointTools key={selection.id} board={board} id={selection.id} />
    case 'stage':
      return <StageTools board={board} id={selection.id} />
    case 'step':
      return <StepTools board={board} id={selection.id} />
    case 'lane':
      return <LaneTools board={board} id={selection.id} />
  }
}
