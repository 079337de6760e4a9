import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Layout } from '../../shared/layout/layout'
import type { Board } from '../../shared/model/board'
import { useSession } from '../state/SessionContext'

export interface SettledPicture {
  readonly board: Board
  readonly layout: Layout
}

/** Board and layout as they were before the gesture or the typing that is going on: for what need not follow each move. */
export function useSettledPicture(): SettledPicture {
  const session = useSession()
  const last = useRef<SettledPicture | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [session.onPicture(changed), session.ui.subscribe(changed)]
      return () => stops.forEach((stop) => stop())
    },
    [session],
  )
  const read = useCallback(() => {
    const { gesture, editing } = session.ui.getState()
    const busy = gesture.kind !== 'none' || editing.kind !== 'none'
    const known = last.current
    if (known && (busy || known.layout === session.layout())) return known
    last.current = { board: session.board(), layout: session.layout() }
    return last.current
  }, [session])
  return useSyncExternalStore(subscribe, read)
}
