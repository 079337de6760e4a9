import { useEffect, useLayoutEffect, useState } from 'react'
import type { HitTarget } from '../../shared/layout/layout'
import { BoardView } from '../board/BoardView'
import { historyInsets } from '../board/camera'
import { windowMotion } from '../board/cameraAnimation'
import { ZoomControl } from '../board/ZoomControl'
import { useServices } from '../app/ServicesContext'
import { useTranslator } from '../i18n/TranslatorContext'
import type { Session } from '../state/session'
import { SessionProvider } from '../state/SessionContext'
import type { Compared } from '../state/uiState'
import { standInFor } from '../state/shownSession'
import { doneBy, stopText } from './changeTexts'
import { createHistoryBoard } from './historyBoard'
import { enterHistory, showPlace } from './historyCamera'
import { placeOf, type Comparison, type Stop } from './stops'
import { Walker } from './Walker'

export interface ComparedBoardProps {
  readonly session: Session
  /** Stands for what is compared; a walk begins anew with another. */
  readonly of: string | Compared
  readonly comparison: Comparison | null
  readonly onUndo: ((stop: Stop) => void) | null
}

/** The board of a comparison and the walk through its changes. */
export function ComparedBoard({ session, of, comparison, onUndo }: ComparedBoardProps) {
  const translator = useTranslator()
  const { t } = translator
  const { clock } = useServices()
  const [board] = useState(() => createHistoryBoard(session))
  const [walk, setWalk] = useState<{ readonly of: ComparedBoardProps['of']; readonly at: number }>({ of, at: 0 })
  const stops = comparison?.stops ?? []
  const at = walk.of === of ? Math.min(walk.at, Math.max(0, stops.length - 1)) : 0
  const current = stops[at] ?? null

  useLayoutEffect(() => board.show({ comparison, current }), [board, comparison, current])
  useOwnCamera(board.session)
  useEffect(() => standInFor(session, board.session), [session, board])

  const go = (to: number): void => {
    const stop = stops[to]
    if (!stop) return
    setWalk({ of, at: to })
    const place = placeOf(stop, board.layout(), board.ghosts())
    if (place) showPlace(board.session, place, windowMotion())
  }
  const choose = (target: HitTarget): void => {
    const id = 'id' in target ? target.id : null
    const found = stops.findIndex(({ ids }) => id !== null && ids.includes(id))
    if (found >= 0) setWalk({ of, at: found })
  }
  useEffect(() => board.onChoose(choose))
  return (
    <>
      <main className="map-board" data-region="compared" tabIndex={0} aria-label={t('history.comparison')}>
        <SessionProvider session={board.session}>
          <BoardView pointer={board.pointer} insets={historyInsets} />
        </SessionProvider>
        <ol className="visually-hidden" aria-label={t('history.changes')}>
          {comparison && stops.map((stop) => <li key={stop.change.id}>{stopText(stop, comparison, translator)}</li>)}
        </ol>
      </main>
      {comparison && current && (
        <Walker
          at={at}
          count={stops.length}
          text={stopText(current, comparison, translator)}
          by={doneBy(current, comparison, translator, { authors: session.document, now: clock() })}
          onGo={(by) => go((at + by + stops.length) % stops.length)}
          onUndo={onUndo && (() => onUndo(current))}
        />
      )}
      <section className="zoom-corner history-zoom" aria-label={t('app.zoom')} data-region="zoom">
        <SessionProvider session={board.session}>
          <ZoomControl />
        </SessionProvider>
      </section>
    </>
  )
}

/** The History view looks where it likes, and goes on doing so where the map was opened anew; the map is seen again as it was left. */
function useOwnCamera(session: Session): void {
  useLayoutEffect(() => enterHistory(session), [session])
}
