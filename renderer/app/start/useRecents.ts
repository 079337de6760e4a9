import { useEffect, useState } from 'react'
import type { RecentMap } from '../../../shared/ipc/contract'
import type { Bridge } from '../bridge'

/** The maps that were open lately, newest first; null until main has answered. */
export function useRecents(bridge: Bridge): readonly RecentMap[] | null {
  const [recents, setRecents] = useState<readonly RecentMap[] | null>(null)
  useEffect(() => {
    let here = true
    const ask = async (): Promise<void> => {
      const listed = await bridge.call('recents.list', null)
      if (here) setRecents(listed.ok ? listed.value : [])
    }
    void ask()
    const stop = bridge.on('recents.changed', () => void ask())
    return () => {
      here = false
      stop()
    }
  }, [bridge])
  return recents
}
