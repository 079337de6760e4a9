import { app } from 'electron'
import type { Maps } from '../maps/maps'
import type { Log } from './log'
import type { Windows } from './windows'

/** Longest that quitting may take; what is not in its file by then is in the journal and comes back. */
const PATIENCE_MS = 5_000

/** Quit only after every map was committed, kept and, where that can be, written to its file. */
export function quitInOrder({ windows, maps, log }: { readonly windows: Windows; readonly maps: Maps; readonly log: Log }): void {
  let settling = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (settling) return
    settling = true
    const settled = windows
      .leaveAll()
      .then(() => maps.settle())
      .catch((error: unknown) => log('a map was not settled before quitting', error))
    void Promise.race([settled, pause(PATIENCE_MS)]).then(() => app.exit(0))
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
