import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Board } from '../../shared/model/board'
import type { Session } from './session'
import type { UiState } from './uiState'

const Context = createContext<Session | null>(null)

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <Context value={session}>{children}</Context>
}

/** The open map. Throws outside of a provider: a component of the board has no business on the start screen. */
export function useSession(): Session {
  const session = use(Context)
  if (!session) throw new Error('useSession outside of a SessionProvider')
  return session
}

/** The board with the gesture in progress applied. */
export function useBoard(): Board {
  const session = useSession()
  return useSyncExternalStore(session.onPicture, session.board)
}

/** A part of the window's state; the selector has to give the same object while that part did not change. */
export function useUi<Part>(select: (ui: UiState) => Part): Part {
  return useStore(useSession().ui, select)
}
