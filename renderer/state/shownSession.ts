import type { Dispose } from '../../shared/base/disposable'
import type { Session } from './session'

const shown = new WeakMap<Session, Session>()

/** Says that a board drawn from another source stands in for the open map's, until disposed of: zooming and fitting then mean that one. */
export function standInFor(session: Session, looking: Session): Dispose {
  shown.set(session, looking)
  return () => {
    if (shown.get(session) === looking) shown.delete(session)
  }
}

/** The session whose board is in sight: the open map's own, or what stands in for it. */
export function shownSession(session: Session): Session {
  return shown.get(session) ?? session
}
