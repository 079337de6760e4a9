import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { notesIn, readMapFile } from './support/mapFiles'
import { answerDialogs, askedDialogs, launchApp, type Launched } from './support/launch'

// What windows do with maps: one each, nothing lost when a page or the whole app ends, and what comes out as a picture.

/** The map a window shows, as its page would learn it after a reload. */
async function shownIn(page: Page) {
  const hello = await page.evaluate(async () => {
    const answer = await window.wayline.call('app.hello', null)
    if (!answer.ok) throw new Error(answer.code)
    const { map, openFailure } = answer.value
    return { openFailure, map: map && { handle: map.handle, name: map.name, recovered: map.recovered, bytes: map.state.byteLength } }
  })
  return hello
}

async function openSample({ page }: Launched): Promise<string> {
  const shown = page.evaluate(() => new Promise<string>((resolve) => window.wayline.on('map.opened', ({ handle }) => resolve(handle))))
  expect(await page.evaluate(() => window.wayline.call('map.open', { from: 'sample' }))).toMatchObject({ ok: true })
  return shown
}

async function saveAs(running: Launched, handle: string, file: string): Promise<void> {
  await answerDialogs(running.app, { save: file })
  expect(await running.page.evaluate((map) => window.wayline.call('map.saveAs', { handle: map }), handle)).toMatchObject({ ok: true })
}

test('a map opens where the start screen is, the next one in a window of its own', async () => {
  const running = await launchApp()
  await openSample(running)
  const [second] = await Promise.all([
    running.app.waitForEvent('window'),
    running.page.evaluate(() => window.wayline.call('map.new', { template: 'cjm-classic', title: 'Second' })),
  ])
  await second.waitForLoadState('load')

  const [first, other] = [await shownIn(running.page), await shownIn(second)]
  expect(first.map).not.toBeNull()
  expect(other.map).not.toBeNull()
  expect(other.map?.handle).not.toBe(first.map?.handle)
  await running.close()
})

test('the first window is whole on a screen that is smaller than it would like', async () => {
  const running = await launchApp({ args: ['--force-device-scale-factor=2'] })
  const [bounds, area, smallest] = await running.app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows()
    return [window?.getBounds(), screen.getPrimaryDisplay().workArea, window?.getMinimumSize()] as const
  })
  expect(area.height).toBeLessThan(680)
  expect(bounds?.width).toBeLessThanOrEqual(area.width)
  expect(bounds?.height).toBeLessThanOrEqual(area.height)
  expect(bounds?.y).toBeGreaterThanOrEqual(area.y)
  expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(area.y + area.height)
  expect(smallest?.[1]).toBeLessThanOrEqual(area.height)
  await running.close()
})

test('a page that ends comes back with its map', async () => {
  const running = await launchApp()
  const handle = await openSample(running)
  const loaded = running.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve())
        contents?.forcefullyCrashRenderer()
      }),
  )
  await loaded
  // The driver's page object ended with the page, so the main process looks.
  const map: unknown = await running.app.evaluate(async ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `wayline.call('app.hello', null).then(({ value }) => ({ handle: value.map.handle, recovered: value.map.recovered }))`,
    ),
  )
  expect(map).toEqual({ handle, recovered: 0 })
  expect(await readFile(path.join(running.userData, 'wayline.log'), 'utf8')).toContain('the page of a window ended')
  await running.app.close()
})

test('a page that keeps ending is let go of without a question, and its map can be written elsewhere', async () => {
  const running = await launchApp()
  await saveAs(running, await openSample(running), path.join(running.userData, 'Карта.cjm'))
  const copy = path.join(running.userData, 'Копия.cjm')
  await answerDialogs(running.app, { message: 0, save: copy })
  for (let crash = 0; crash < 3; crash += 1)
    await running.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve())
          contents?.forcefullyCrashRenderer()
        }),
    )
  expect((await askedDialogs(running.app)).map(({ kind }) => kind)).toEqual(['save'])
  const left: unknown = await running.app.evaluate(async ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `wayline.call('app.hello', null).then(({ value }) => ({ map: value.map, safeMode: value.safeMode }))`,
    ),
  )
  expect(left).toEqual({ map: null, safeMode: true })
  await running.app.evaluate(async ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `wayline.call('recents.list', null).then(({ value }) => wayline.call('recents.export', { id: value[0].id, to: 'cjm', language: 'en' }))`,
    ),
  )
  expect(notesIn(await readMapFile(copy)).length).toBeGreaterThan(50)
  await running.app.close()
})

test('after the app was killed the open map comes back by itself, and says once how much did', async () => {
  const before = await launchApp()
  const handle = await openSample(before)
  const file = path.join(before.userData, 'Карта клиента Ż.cjm')
  await saveAs(before, handle, file)
  // An edit that is kept the moment the process ends, long before the hands rest and the file is written.
  const state = await before.page.evaluate(async () => {
    const hello = await window.wayline.call('app.hello', null)
    return hello.ok && hello.value.map ? [...hello.value.map.state] : []
  })
  const replica = openMapDocument({ clock: () => new Date(), state: new Uint8Array(state) })
  const known = replica.stateVector()
  replica.write([{ op: 'settings', fields: { scenario: 'Buys a home' } }], { what: 'import', count: 1 })
  const kept = await before.page.evaluate(
    ([map, update]) => window.wayline.call('map.update', { handle: map, update: new Uint8Array(update) }),
    [handle, [...replica.encodeSince(known)]] as const,
  )
  expect(kept).toEqual({ ok: true, value: null })
  await before.kill()

  const after = await launchApp({ userData: before.userData })
  await expect(after.page.getByText('1 change was recovered')).toBeVisible()
  await expect.poll(async () => (await shownIn(after.page)).map?.name).toBe('Карта клиента Ż')
  expect((await shownIn(after.page)).map?.recovered).toBe(0)
  expect(await after.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await after.close()

  const calm = await launchApp({ userData: before.userData })
  expect((await shownIn(calm.page)).map).toBeNull()
  await calm.close()
})

test('a file named on the command line opens; one that is no map is said and left as it is', async () => {
  const first = await launchApp()
  const file = path.join(first.userData, 'Mapa 1.cjm')
  await saveAs(first, await openSample(first), file)
  await first.close()

  const opened = await launchApp({ args: [file] })
  expect((await shownIn(opened.page)).map).toMatchObject({ name: 'Mapa 1' })
  await opened.close()

  const damaged = path.join(await mkdtemp(path.join(tmpdir(), 'wayline-')), 'kaputt.cjm')
  await writeFile(damaged, '{"format":1,')
  const refused = await launchApp({ args: [damaged] })
  await expect(refused.page.getByText(/kaputt\.cjm/)).toBeVisible()
  expect(await readFile(damaged, 'utf8')).toBe('{"format":1,')
  await refused.close()
})

test('a window comes back as large as it was left, never smaller than it can be used', async () => {
  const before = await launchApp()
  const sizeOf = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
  expect(await sizeOf(before)).toEqual([1280, 800])
  await before.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 720))
  await before.close()

  const after = await launchApp({ userData: before.userData })
  expect(await sizeOf(after)).toEqual([1100, 720])
  await after.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(200, 100))
  expect(await sizeOf(after)).toEqual([1024, 680])
  await after.close()
})

test('every format comes out of the open map under a name from its title', async () => {
  const running = await launchApp()
  const handle = await openSample(running)
  for (const format of ['svg', 'pdf', 'png', 'json'] as const) {
    const file = path.join(running.userData, `Вывод ${format}`)
    await answerDialogs(running.app, { save: file })
    const written = await running.page.evaluate(
      ([map, to]) => window.wayline.call('map.export', { handle: map, format: to, scale: 2, theme: 'light', language: 'ru' }),
      [handle, format] as const,
    )
    // Dialogs of Linux leave the ending out.
    expect(written).toMatchObject({ ok: true, value: { name: `Вывод ${format}.${format}` } })
    const bytes = await readFile(`${file}.${format}`)
    expect(written).toMatchObject({ value: { bytes: bytes.byteLength } })
    const text = bytes.toString('latin1')
    if (format === 'svg') expect(bytes.toString()).toMatch(/^<\?xml[\s\S]*@font-face[\s\S]*Awareness/)
    if (format === 'json') expect(JSON.parse(bytes.toString())).toMatchObject({ title: 'First home mortgage' })
    if (format === 'png') expect([text.slice(1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 4496])
    // One page, fonts inside, made by us.
    if (format === 'pdf') {
      expect(text.slice(0, 5)).toBe('%PDF-')
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
      expect(text).toMatch(/\/FontFile2/)
    }
  }
  const asked = await askedDialogs(running.app)
  expect(asked.map(({ options }) => path.basename(options.defaultPath ?? ''))).toEqual(
    ['svg', 'pdf', 'png', 'json'].map((format) => `First home mortgage.${format}`),
  )
  await running.close()
})

test('a measurement gets a bare window of the size it measures in, and user data of its own', async () => {
  const running = await launchApp({ env: { WAYLINE_BENCH: '1' } })
  const found = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize())
  expect(found).toEqual([1920, 1080])
  expect(await running.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1920, 1080])
  await running.close()
})
