import { utimes } from 'node:fs/promises'
import { RESTLESS, Editor } from '../support/editorProcess'
import { closeStartedApps, NEVER, startApp, TestWindow, valueOf } from '../../main/maps/testMaps'
import { wrongAfterwards } from '../support/afterwards'
import { repeat, type FaultRow } from '../support/row'
import { workplace } from './killed'

const TEN_YEARS_MS = 10 * 365 * 86_400_000
const STRANGE_TIMES = [new Date('1980-01-01T00:00:00Z'), new Date('2107-12-31T23:59:58Z')] as const

/** R22: clocks jump by years, and files bear impossible times: what is newer is never decided by a clock. */
export const jumpingClock: FaultRow = {
  id: 'R22',
  name: 'clock jumps of up to ten years both ways, files dated 1980 and 2107',
  run: (options) =>
    repeat(options, async (chance, number) => {
      const { home, file } = await workplace()
      const strange = STRANGE_TIMES[number % STRANGE_TIMES.length] ?? STRANGE_TIMES[0]
      const confirmed: string[] = []
      let shift = 0
      const clock = (): Date => new Date(Date.now() + shift)
      for (let session = 0; session < 3; session += 1) {
        await utimes(file, strange, strange)
        const app = await startApp(home, { clock, autosave: NEVER })
        const host = valueOf(await app.maps.openFile(file))
        const window = new TestWindow(host)
        for (let edit = 0; edit < 4; edit += 1) {
          shift = (chance() * 2 - 1) * TEN_YEARS_MS
          const text = `session ${session} edit ${edit}`
          if (!(await window.tryNote(text))) return 'an edit was not kept'
          confirmed.push(text)
          if (edit === 1 && !(await host.save()).ok) return 'a save failed'
        }
        // The last two edits of a session are in the journal only: the app ends here without a goodbye.
        if (session < 2) await closeStartedApps()
      }
      await closeStartedApps()
      return wrongAfterwards({ home, file, texts: confirmed })
    }),
}

const MOST_GROWTH_MB = 50

/** R32, in small: thousands of edits and saves in one go leave neither memory nor open files behind. */
export const longDay: FaultRow = {
  id: 'R32',
  name: 'a long day: 500 edits a trial, 10,000 at most, saved all the while',
  run: async ({ trials }) => {
    const { home, file } = await workplace()
    const edits = Math.min(10_000, trials * 500)
    const editor = await Editor.start({ home, file, name: 'note', edits, gapMs: 0, autosave: RESTLESS })
    await editor.ended
    const { growthMb, openFiles } = editor.used ?? { growthMb: NaN, openFiles: NaN }
    const wrong = await wrongAfterwards({ home, file, texts: editor.confirmed })
    const note = `${edits} edits, memory grew by ${growthMb} MB, ${openFiles} more files open than at the start`
    const bad = wrong !== null || !(growthMb < MOST_GROWTH_MB + edits / 100) || openFiles > 5 || editor.confirmed.length !== edits
    return { trials, losses: bad ? 1 : 0, note: wrong ?? note }
  },
}
