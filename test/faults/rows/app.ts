import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { Board } from '../../../shared/model/board'
import { shown, type BoardPage } from '../../e2e/support/board'
import { launchApp, type Launched } from '../../e2e/support/launch'
import { readMapFile, writeMapFile } from '../../e2e/support/mapFiles'
import { openMap, saveState, toStart, writeNext, writeNote } from '../../e2e/support/screens'
import { pause, repeat, type FaultRow } from '../support/row'

const THOUSAND = Array.from({ length: 1_000 }, (_, index) => `Known ${index}`)

interface Work {
  readonly launched: Launched
  readonly file: string
  /** Texts that the title bar had called safe. */
  readonly confirmed: string[]
  /** Ends when the app does. */
  readonly typing: Promise<void>
}

/** Start the app with a map, and let somebody write note after note. */
async function atWork(notes: readonly string[] = []): Promise<Work> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'wayline-fault-')), 'Map.cjm')
  await writeMapFile(file, { notes })
  const launched = await launchApp()
  await toStart(launched)
  const board = await openMap(launched, file)
  const confirmed: string[] = []
  await writeNote(board, 'Note 0')
  await confirm(launched, 'Note 0', confirmed)
  // What is asked of an app that has ended is not answered; that is the fault, and no failure of this.
  const typing = typeOn(launched, board, confirmed).catch(() => undefined)
  return { launched, file, confirmed, typing }
}

async function typeOn(launched: Launched, board: BoardPage, confirmed: string[]): Promise<void> {
  for (let number = 1; number < 40; number += 1) {
    await writeNext(board, `Note ${number}`)
    await confirm(launched, `Note ${number}`, confirmed)
  }
}

/** "Saving…" promises nothing: a letter typed while the file is being written may still be on its way. */
async function confirm({ page }: Launched, text: string, confirmed: string[]): Promise<void> {
  const state = saveState(page)
  for (;;) {
    const kind = await state.getAttribute('data-kind', { timeout: 5_000 })
    if (kind === 'kept' || kind === 'saved') break
    await pause(10)
  }
  confirmed.push(text)
}

/** Start again as a person would, and say what is not there. */
async function comeBack({ launched, file, confirmed }: Work, wholeNotes = 0, times: number[] = []): Promise<string | null> {
  const began = Date.now()
  const again = await launchApp({ userData: launched.userData, args: [file] })
  try {
    await shown(again)
    times.push(Date.now() - began)
    const texts = textsOf(await boardOf(again))
    const missing = confirmed.filter((text) => !texts.includes(text))
    if (missing.length > 0) return `${missing.length} confirmed notes are gone, the first: ${missing[0] ?? ''}`
    if (texts.filter((text) => text.startsWith('Known')).length < wholeNotes) return 'notes of before are gone'
    await readMapFile(file)
    return null
  } finally {
    await again.close()
  }
}

/** The map as the main process has it; asked through it, because the driver's page ends with a page that was killed. */
async function boardOf({ app }: Launched): Promise<Board> {
  const state = await app.evaluate(async ({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(
        (window) =>
          window.webContents.executeJavaScript(
            `wayline.call('app.hello', null).then(({ value }) => value.map && Array.from(value.map.state))`,
          ) as Promise<number[] | null>,
      ),
    ),
  )
  const found = state.find((bytes) => bytes !== null)
  if (!found) throw new Error('no window shows a map')
  return openMapDocument({ clock: () => new Date(), state: Uint8Array.from(found) }).board()
}

function textsOf(board: Board): readonly string[] {
  return [...board.notesIn.values(), board.inbox].flat().map(({ text }) => text)
}

/** R1 */
export const killedApp: FaultRow = {
  id: 'R1',
  name: 'kill -9 of the whole app while somebody types, a map of 1,000 notes',
  async run(options) {
    const times: number[] = []
    const outcome = await repeat(options, async (chance) => {
      const work = await atWork(THOUSAND)
      await pause(chance() * 3_000)
      await work.launched.kill()
      await work.typing
      return comeBack(work, THOUSAND.length, times)
    })
    times.sort((one, other) => one - other)
    const middle = times[Math.floor(times.length / 2)] ?? NaN
    return { note: `from the start of the program to the board ${middle} ms, ${times.at(-1) ?? NaN} at most`, ...outcome }
  },
}

/** R5 */
export const killedPage: FaultRow = {
  id: 'R5',
  name: 'the page of a window crashes while somebody types',
  run: (options) =>
    repeat(options, async (chance) => {
      const { launched, confirmed, typing } = await atWork()
      await pause(chance() * 2_000)
      await launched.app.evaluate(
        ({ BrowserWindow }) =>
          new Promise<void>((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents
            contents?.once('did-finish-load', () => resolve())
            contents?.forcefullyCrashRenderer()
          }),
      )
      await typing
      const texts = textsOf(await boardOf(launched))
      const missing = confirmed.filter((text) => !texts.includes(text))
      await launched.app.close()
      return missing.length > 0 ? `${missing.length} confirmed notes are gone` : null
    }),
}

/** R6 */
export const brokenMain: FaultRow = {
  id: 'R6',
  name: 'exceptions and rejections nobody expected in the main process',
  run: (options) =>
    repeat(options, async (_chance, number) => {
      const work = await atWork()
      await work.launched.app.evaluate(
        (_electron, rejects) => {
          if (rejects) void Promise.reject(new Error('provoked rejection'))
          else
            setTimeout(() => {
              throw new Error('provoked exception')
            }, 0)
        },
        number % 2 === 1,
      )
      await pause(1_000)
      const before = work.confirmed.length
      await pause(2_000)
      if (work.confirmed.length <= before) return 'editing stopped'
      await work.launched.kill()
      await work.typing
      const log = await readFile(path.join(work.launched.userData, 'wayline.log'), 'utf8')
      if (!log.includes('provoked')) return 'the log says nothing of it'
      return comeBack(work)
    }),
}

const QUITS_WITHIN_MS = 6_000

/** R31 */
export const quitWhileSaving: FaultRow = {
  id: 'R31',
  name: 'told to end (SIGTERM) in the middle of editing and saving',
  run: (options) =>
    repeat(options, async (chance) => {
      const work = await atWork()
      await pause(chance() * 2_500)
      const ended = new Promise((resolve) => work.launched.app.process().once('exit', resolve))
      work.launched.app.process().kill('SIGTERM')
      const inTime = await Promise.race([ended.then(() => true), pause(QUITS_WITHIN_MS).then(() => false)])
      if (!inTime) await work.launched.kill()
      await work.typing
      return inTime ? comeBack(work) : `it did not end within ${QUITS_WITHIN_MS} ms`
    }),
}

/** R34 */
export const failedStarts: FaultRow = {
  id: 'R34',
  name: 'three starts in a row that come to nothing lead to safe mode, which opens nothing and has every map',
  run: (options) =>
    repeat(options, async () => {
      const work = await atWork()
      await work.launched.kill()
      await work.typing
      const { userData } = work.launched
      for (let failed = 0; failed < 3; failed += 1) {
        const started = await launchApp({ userData })
        await started.kill()
      }
      const safe = await launchApp({ userData })
      const hello = await safe.page.evaluate(() => window.wayline.call('app.hello', null))
      const recents = await safe.page.evaluate(() => window.wayline.call('recents.list', null))
      await safe.close()
      if (!hello.ok || !hello.value.safeMode || hello.value.map) return 'a fourth start is like the ones before'
      if (!recents.ok || recents.value.length !== 1) return 'the map is not in the list'
      return comeBack(work)
    }),
}

/** R35 */
export const cleanQuits: FaultRow = {
  id: 'R35',
  name: 'quit in order: nothing is said to have come back at the next start',
  run: async (options) => {
    const work = await atWork()
    await pause(500)
    await work.launched.close()
    await work.typing
    return repeat(options, async () => {
      const again = await launchApp({ userData: work.launched.userData, args: [work.file] })
      const board = await shown(again)
      await board.focus(/^Note 0/)
      await writeNext(board, 'One more')
      const prompts = await again.page.locator('.ui-banner').count()
      await again.close()
      return prompts > 0 ? 'something is said to have come back' : null
    })
  },
}
