import './map.css'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { BoardView } from '../../board/BoardView'
import { HistoryView } from '../../history/HistoryView'
import { InboxPanel } from '../../panels/InboxPanel'
import { MapPanel } from '../../panels/MapPanel'
import { MergePanel } from '../../panels/MergePanel'
import { PersonasPanel } from '../../panels/PersonasPanel'
import type { Session } from '../../state/session'
import { SessionProvider, useUi } from '../../state/SessionContext'
import { placeForNewNote } from '../../tools/noteEntry'
import { createPointerController, type PointerController } from '../../tools/pointer'
import { useT } from '../../i18n/TranslatorContext'
import { focusRegion, focusWholeBoard } from '../../ui/focusRegion'
import { TitleBar } from '../title/TitleBar'
import { leaveKeyboardToBoard } from '../boardFocus'
import { BoardTwin } from '../BoardTwin'
import { ContextMenu } from '../ContextMenu'
import { ContextToolbar } from '../ContextToolbar'
import { useNarrow } from '../useNarrow'
import { Banners } from './Banners'
import { DrawingChip } from './DrawingChip'
import { Legend } from './Legend'
import { PanelButtons } from './PanelButtons'
import { ToolRail } from './ToolRail'
import { ZoomCorner } from './ZoomCorner'

/** An open map: the board fills the window, and everything else floats over it. */
export function MapScreen({ session }: { readonly session: Session }) {
  const pointer = useMemo(() => createPointerController(session), [session])
  useEffect(() => () => pointer.destroy(), [pointer])
  return (
    <SessionProvider session={session}>
      <div className="map-screen">
        <TitleBar />
        <Banners />
        <OpenView session={session} pointer={pointer} />
      </div>
    </SessionProvider>
  )
}

/** The board to work on, or its earlier versions. */
function OpenView({ session, pointer }: { readonly session: Session; readonly pointer: PointerController }) {
  const mode = useUi((ui) => ui.mode)
  const before = useRef(mode)
  // After the effects of what is in the view: a panel that is open there comes up with it and would take the keyboard.
  useEffect(() => {
    if (before.current === mode) return
    before.current = mode
    if (mode === 'map') focusWholeBoard()
    else if (document.activeElement === document.body) focusRegion('versions')
  }, [mode])
  if (mode === 'history') return <HistoryView session={session} />
  return (
    <div className="map-area">
      <ToolRail />
      <main className="map-board" data-board="">
        <BoardView pointer={pointer} />
        <BoardTwin />
        <ContextToolbar />
        <ContextMenu />
      </main>
      <RightRail />
      <OpenPanel session={session} />
      <div className="map-foot">
        <Legend />
        <DrawingChip />
      </div>
      <ZoomCorner />
    </div>
  )
}

/** Stands at the right where the window has room for it; in a narrow one its buttons are in the title bar. */
function RightRail() {
  const t = useT()
  const narrow = useNarrow()
  if (narrow) return null
  return (
    <nav className="rail rail-right" aria-label={t('app.rail.panels')} data-region="panels" onMouseDown={leaveKeyboardToBoard}>
      <PanelButtons size="large" tipSide="left" />
    </nav>
  )
}

function OpenPanel({ session }: { readonly session: Session }) {
  const panel = useUi((ui) => ui.panel)
  const place = useCallback(() => placeForNewNote(session), [session])
  switch (panel) {
    case null:
      return null
    case 'inbox':
      return <InboxPanel place={place} />
    case 'personas':
      return <PersonasPanel />
    case 'map':
      return <MapPanel />
    case 'merge':
      return <MergePanel />
  }
}
