import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { APP_FOLDER, answerDialogs, askedDialogs, electronProgram, launchApp, sandboxSwitches, type Launched } from './support/launch'

// The shell of the app: its windows, its door, what leads out of it and what may start it. S1-S5, S10 and S12 of the security checklist.

let running: Launched

test.beforeEach(async () => {
  running = await launchApp()
})

test.afterEach(async () => {
  // What a probe provokes in the console is its result, and each test looks at its own.
  await running.app.close()
})

async function openSample({ page }: Launched): Promise<string> {
  const opened = page.evaluate(() => new Promise<string>((resolve) => window.wayline.on('map.opened', ({ handle }) => resolve(handle))))
  expect(await page.evaluate(() => window.wayline.call('map.open', { from: 'sample' }))).toEqual({ ok: true, value: null })
  return opened
}

test('every window has all privileges off, the one that makes pictures too (S1)', async () => {
  const handle = await openSample(running)
  const file = path.join(running.userData, 'out.pdf')
  await answerDialogs(running.app, { save: file })
  await running.app.evaluate(({ app, webContents }) => {
    const seen: unknown[] = ((globalThis as { seen?: unknown[] }).seen = [])
    const note = (contents: Electron.WebContents): void => {
      const prefs = (contents as unknown as { getLastWebPreferences(): Electron.WebPreferences | null }).getLastWebPreferences()
      if (prefs) seen.push(prefs)
    }
    webContents.getAllWebContents().forEach(note)
    app.on('web-contents-created', (_event, contents) => contents.once('did-finish-load', () => note(contents)))
  })
  const written = await running.page.evaluate(
    (map) => window.wayline.call('map.export', { handle: map, format: 'pdf', scale: 1, theme: 'light', language: 'en' }),
    handle,
  )
  expect(written).toMatchObject({ ok: true })
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')

  const all = await running.app.evaluate(() => (globalThis as { seen?: Electron.WebPreferences[] }).seen ?? [])
  expect(all).toHaveLength(2)
  for (const prefs of all) {
    expect(prefs).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false, webviewTag: false })
    expect(prefs.nodeIntegrationInWorker ?? false).toBe(false)
    expect(prefs.nodeIntegrationInSubFrames ?? false).toBe(false)
    expect(prefs.allowRunningInsecureContent ?? false).toBe(false)
    expect(prefs.experimentalFeatures ?? false).toBe(false)
    expect(prefs.enableBlinkFeatures ?? '').toBe('')
  }
})

test('the page has three functions more than a web page, and nothing of Node or Electron (S2, S4)', async () => {
  const found = await running.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'setImmediate', '__dirname', 'electron', 'ipcRenderer']
    return {
      node: names.filter((name) => name in globalThis),
      api: Object.entries(window.wayline).map(([name, value]) => [name, typeof value]),
      frozen: Object.isFrozen(window.wayline),
    }
  })
  expect(found).toEqual({
    node: [],
    api: [
      ['call', 'function'],
      ['on', 'function'],
      ['dropTicket', 'function'],
    ],
    frozen: true,
  })
})

test('a listener gets the payload and nothing of Electron (S4)', async () => {
  const args = await running.page.evaluate(async () => {
    const got = new Promise<unknown[]>((resolve) => window.wayline.on('settings.changed', (...rest: unknown[]) => resolve(rest)))
    await window.wayline.call('settings.change', { displayName: 'Ann' })
    return got
  })
  expect(args).toEqual([{ theme: 'system', displayName: 'Ann', singleKeyShortcuts: true }])
})

test('calls that are not in the contract, or not as it says, are refused (S3, S4, S5)', async () => {
  const answers = await running.page.evaluate(async () => {
    const call = window.wayline.call as (channel: string, input: unknown) => Promise<{ readonly ok: boolean; readonly code?: string }>
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const tries: [string, unknown][] = [
      ['fs.read', '/etc/passwd'],
      ['__proto__', null],
      ['map.open', { from: 'path', path: '/etc/passwd' }],
      ['map.open', { from: 'drop', ticket: '/etc/passwd' }],
      ['map.save', { handle: '/etc/passwd' }],
      ['map.update', { handle: 'h', update: 'text' }],
      ['app.report', { message: 'x'.repeat(2_000_000), stack: '' }],
      ['settings.change', cycle],
      ['app.hello', { deep: JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown }],
    ]
    return Promise.all(tries.map(async ([channel, input]) => (await call(channel, input)).code))
  })
  expect(answers).toEqual(answers.map(() => 'bad-request'))
})

test('a map of another window is out of reach (S5)', async () => {
  const handle = await openSample(running)
  const [other] = await Promise.all([
    running.app.waitForEvent('window'),
    running.page.evaluate(() => window.wayline.call('map.new', { template: 'blank', title: 'Second' })),
  ])
  await other.waitForLoadState('load')
  const answers = await other.evaluate(
    async (map) => [
      await window.wayline.call('map.save', { handle: map }),
      await window.wayline.call('map.update', { handle: map, update: new Uint8Array(3) }),
      await window.wayline.call('map.export', { handle: map, format: 'svg', scale: 1, theme: 'light', language: 'en' }),
      await window.wayline.call('map.close', { handle: map }),
    ],
    handle,
  )
  expect(answers).toEqual(answers.map(() => ({ ok: false, code: 'closed' })))
})

test('neither a frame in the page nor a window of somebody else can speak to the main process (S3)', async () => {
  const inFrame = await running.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return 'wayline' in (frame.contentWindow ?? {})
  })
  expect(inFrame).toBe(false)

  const answers = await running.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const ask = async (url: string): Promise<unknown> => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
        await stranger.loadURL(url)
        const answer: unknown = await stranger.webContents.executeJavaScript(`wayline.call('app.hello', null)`)
        stranger.destroy()
        return answer
      }
      return [await ask('data:text/html,x'), await ask('app://wayline/index.html')]
    },
    path.join(APP_FOLDER, 'out/preload/preload.cjs'),
  )
  expect(answers).toEqual(answers.map(() => ({ ok: false, code: 'untrusted-sender' })))
})

test('a link opens outside only after a question that shows where it leads (S10)', async () => {
  const { page, app } = running
  await app.evaluate(({ shell }) => {
    const opened: string[] = ((globalThis as { opened?: string[] }).opened = [])
    shell.openExternal = async (url) => void opened.push(url)
  })
  const open = (url: string): Promise<unknown> => page.evaluate((link) => window.wayline.call('app.openLink', { url: link }), url)

  await answerDialogs(app, { message: 0 })
  expect(await open('https://example.org/a')).toEqual({ ok: false, code: 'cancelled' })
  await answerDialogs(app, { message: 1 })
  expect(await open('https://раураl.com/login')).toEqual({ ok: true, value: null })
  for (const link of ['file:///etc/passwd', 'smb://host/share', 'ms-msdt:/id', 'javascript:alert(1)', '\\\\host\\share'])
    expect(await open(link)).toEqual({ ok: false, code: 'refused' })

  expect((await askedDialogs(app)).at(-1)?.options.detail).toContain('xn--l-7sba6dbr.com')
  expect(await app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual(['https://xn--l-7sba6dbr.com/login'])
})

test('a second instance hands over names of files and ends; the same file twice stays in its window (S12)', async () => {
  const handle = await openSample(running)
  const file = path.join(running.userData, 'Карта клиента Ż 1.cjm')
  await answerDialogs(running.app, { save: file })
  expect(await running.page.evaluate((map) => window.wayline.call('map.saveAs', { handle: map }), handle)).toMatchObject({ ok: true })
  await running.page.evaluate((map) => window.wayline.call('map.close', { handle: map }), handle)

  const opened = (page: Page): Promise<string | null> =>
    page.evaluate(() => new Promise((resolve) => window.wayline.on('map.opened', ({ name }) => resolve(name))))
  const shown = opened(running.page)
  const again = async (...words: string[]): Promise<number | null> => {
    const env = { ...process.env, WAYLINE_USER_DATA: running.userData }
    const second = spawn(electronProgram(), [...sandboxSwitches(), APP_FOLDER, ...words], { env, stdio: 'ignore' })
    return new Promise((resolve) => second.on('exit', resolve))
  }
  expect(await again(file)).toBe(0)
  expect(await shown).toBe('Карта клиента Ż 1')

  expect(await again(file, '--remote-debugging-port=0', '--wayline-nonsense')).toBe(0)
  expect(await again('https://example.org/a.cjm', 'smb://host/a.cjm')).toBe(0)
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a released app refuses switches that open a door into it, and what only tests may set (S12)', async () => {
  test.skip(process.platform !== 'linux', 'the release is put together by hand here, as Linux lays it out')
  const program = await releasedApp()
  const home = await mkdtemp(path.join(tmpdir(), 'wayline-home-'))
  const start = (word: string, more: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; said: string }> => {
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, WAYLINE_USER_DATA: running.userData, ...more }
    const released = spawn(program, [...sandboxSwitches(), word], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    released.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    return new Promise((resolve) => released.on('exit', (code) => resolve({ code, said })))
  }
  for (const door of [
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--unknown',
    '--wayline-export=job.cjm',
    '--no-sandbox=a.cjm',
  ]) {
    const { code, said } = await start(door)
    expect([door, code]).toEqual([door, 2])
    expect(said).toContain(door)
    expect(said).not.toContain('DevTools listening')
  }
  // It has a lock of its own, so it did not take the user data of the app that runs: the export job ends with its own failure.
  const { code, said } = await start('--disable-gpu', { WAYLINE_EXPORT_JOB: '{}' })
  expect([code, said.includes('The export job cannot be read.')]).toEqual([1, true])
  await rm(path.dirname(program), { recursive: true })
})

/** The built app inside a runtime whose program has another name, which is how Electron knows a release. */
async function releasedApp(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wayline-release-'))
  await cp(path.dirname(electronProgram()), folder, { recursive: true })
  await rename(path.join(folder, 'electron'), path.join(folder, 'wayline'))
  const app = path.join(folder, 'resources/app')
  await mkdir(app)
  await symlink(path.join(APP_FOLDER, 'out'), path.join(app, 'out'))
  await writeFile(path.join(app, 'package.json'), JSON.stringify({ name: 'wayline', type: 'module', main: 'out/main/index.js' }))
  return path.join(folder, 'wayline')
}
