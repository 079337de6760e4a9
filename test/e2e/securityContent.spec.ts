import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { Patch } from '../../shared/model/patch'
import { awareness, purchase, TestBoard } from '../support/testBoard'
import { answerDialogs, launchApp, type Launched } from './support/launch'
import { XSS_CORPUS, XSS_SIGN } from './support/xssCorpus'

// What a stranger's map says stays text, on the board and in everything made of it: S28 and S29.

/** Everything any window of the app writes to its console from now on, hidden ones too. */
async function listenToConsoles({ app }: Launched): Promise<void> {
  await app.evaluate(({ app: electron, webContents }) => {
    const said: string[] = ((globalThis as { said?: string[] }).said = [])
    // Older runtimes pass the message as an argument, newer ones inside the event.
    const textOf = (arg: unknown): unknown => (typeof arg === 'object' && arg !== null && 'message' in arg ? arg.message : arg)
    const listen = (contents: Electron.WebContents): void => {
      contents.on('console-message', (...args: unknown[]) => said.push(args.map(textOf).join(' ')))
    }
    webContents.getAllWebContents().forEach(listen)
    electron.on('web-contents-created', (_event, contents) => listen(contents))
  })
}

async function executions({ app }: Launched): Promise<readonly string[]> {
  const said = await app.evaluate(() => (globalThis as { said?: string[] }).said ?? [])
  // A page may name a refused script in an error; only what a script says itself begins with the sign.
  return said.filter((line) => new RegExp(`(?:^|\\s)${XSS_SIGN}\\b`).test(line) && !/Refused|violates/.test(line))
}

/** A map in which every text that people can type is one that tries to become code. */
function hostileMap(): Uint8Array {
  const at = (index: number): string => XSS_CORPUS[index % XSS_CORPUS.length] ?? ''
  const texts: Patch[] = XSS_CORPUS.map((text, index) => ({
    op: 'add',
    record: {
      id: `note_xss${index}`,
      order: `a${index.toString(36).padStart(3, '0')}V`,
      ...(index % 2 === 0 ? awareness : purchase),
      text,
      mark: 'none',
      proof: 'hypothesis',
      personaIds: [],
    },
  }))
  const names: Patch[] = [
    { op: 'settings', fields: { title: at(3), scenario: at(8) } },
    { op: 'set', id: 'stage_awareness', fields: { title: at(0), duration: at(5) } },
    { op: 'set', id: 'step_payment', fields: { title: at(7) } },
    { op: 'set', id: 'lane_actions', fields: { title: at(6) } },
    { op: 'set', id: 'persona_anna', fields: { name: at(4) } },
    {
      op: 'add',
      record: {
        id: 'point_xss',
        personaId: 'persona_anna',
        stepId: 'step_awareness',
        curve: 'as-is',
        value: -5,
        label: at(2),
        reason: at(1),
        guessed: false,
      },
    },
  ] as Patch[]
  const board = TestBoard.starter()
  board.document.write([...names, ...texts], { what: 'import', count: 1 })
  expect(board.document.problems()).toEqual([])
  expect(board.notesIn(awareness).length + board.notesIn(purchase).length).toBe(XSS_CORPUS.length)
  return board.document.encode()
}

test(`none of ${XSS_CORPUS.length} hostile texts runs, on the board or in anything exported from it (S28)`, async () => {
  test.setTimeout(120_000)
  const running = await launchApp()
  const { page, app } = running
  await listenToConsoles(running)
  page.on('dialog', (dialog) => void dialog.dismiss())

  // A script that runs is heard: without this the test would prove nothing.
  await page.evaluate((sign) => window.console.log(sign), XSS_SIGN)
  await expect.poll(() => executions(running)).toHaveLength(1)

  const shown = page.evaluate(() => new Promise<string>((resolve) => window.wayline.on('map.opened', ({ handle }) => resolve(handle))))
  const opened = await page.evaluate(
    (state) => window.wayline.call('map.fromState', { state: new Uint8Array(state), title: 'x' }),
    [...hostileMap()],
  )
  expect(opened).toEqual({ ok: true, value: null })
  const handle = await shown
  await page.waitForTimeout(1_500)

  const folder = await mkdtemp(path.join(tmpdir(), 'wayline-xss-'))
  for (const format of ['svg', 'pdf', 'png', 'json'] as const) {
    await answerDialogs(app, { save: path.join(folder, `out.${format}`) })
    const written = await page.evaluate(
      ([map, to]) => window.wayline.call('map.export', { handle: map, format: to, scale: 1, theme: 'light', language: 'en' }),
      [handle, format] as const,
    )
    expect([format, written]).toMatchObject([format, { ok: true }])
  }

  // Whoever gets the SVG opens it in a browser that has no policy of ours.
  const svg = await readFile(path.join(folder, 'out.svg'), 'utf8')
  await app.evaluate(async ({ BrowserWindow, session }, text) => {
    const bare = session.fromPartition('bare')
    bare.protocol.handle('app', () => new Response(text, { headers: { 'Content-Type': 'image/svg+xml' } }))
    const viewer = new BrowserWindow({ show: false, webPreferences: { partition: 'bare', sandbox: true } })
    await viewer.loadURL('app://viewer/out.svg')
    await new Promise((resolve) => setTimeout(resolve, 500))
    viewer.destroy()
  }, svg)
  // No mark of a map's own text made an element, and every word of it is there as text.
  expect(svg).not.toMatch(/<(?:script|iframe|foreignObject|image|img|animate|set|object|embed|a)\b/i)
  expect(svg.match(/\son[a-z]+="/g)).toBeNull()
  expect(svg).not.toMatch(/javascript:[^<]*"\s*>/)

  expect(await executions(running)).toHaveLength(1)
  await running.close()
})

test('characters that turn or hide a file name are shown, not obeyed (S29)', async () => {
  const running = await launchApp()
  const { page, app } = running
  await page.evaluate(() => window.wayline.call('map.new', { template: 'blank', title: 'Mapa' }))
  const saved = async (name: string): Promise<unknown> => {
    await answerDialogs(app, { save: path.join(running.userData, name) })
    return page.evaluate(async () => {
      const hello = await window.wayline.call('app.hello', null)
      const map = hello.ok ? hello.value.map : null
      return window.wayline.call('map.saveAs', { handle: map?.handle ?? '' })
    })
  }
  expect(await saved('plan\u202Efdp.cjm')).toMatchObject({ ok: true })
  const hello = await page.evaluate(() => window.wayline.call('app.hello', null))
  expect(hello).toMatchObject({ ok: true, value: { map: { name: 'plan‹U+202E›fdp' } } })
  await running.close()
})
