import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 1439px)'

/** Below 1440 px the right rail moves into the title bar and the legend becomes one button. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
