import { useMemo } from 'react'
import { useSession } from '../state/SessionContext'
import { createTypedRun, type TypedRun } from '../state/typedRun'

/** The writing of the fields of one panel: at most one of them is typed in at a time. */
export function useTypedRun(): TypedRun {
  const session = useSession()
  return useMemo(() => createTypedRun(session), [session])
}
