import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { docBomb } from '../support/docBomb'
import { answerDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder, notesIn, readMapFile, writeMapFile } from './support/mapFiles'
import { closeMessages, openMap, saveState, toStart } from './support/screens'

// Files that are not as they were written: what opens of them, what a person is told, and what stays of the file.

let running: Launched
let folder = ''

test.beforeAll(async () => {
  running = await launchApp()
  folder = await mapFolder()
  await toStart(running)
})

test.afterEach(async () => {
  await closeMessages(running.page)
  await toStart(running)
})

test.afterAll(() => running.close())

test('a file that breaks off opens with what is left, and is kept beside the map that takes its place', async () => {
  const { page } = running
  const file = path.join(folder, 'Cut.cjm')
  await writeMapFile(file, { notes: ['Compares rates', 'Calls the bank', 'Never to be read again'] })
  const whole = await readFile(file)
  const damaged = whole.subarray(0, whole.indexOf('note_2'))
  await writeFile(file, damaged)

  const board = await openMap(running, file)

  const banner = page.locator('.ui-banner')
  await expect(banner).toContainText('2 notes were read from what is left of it')
  await banner.getByRole('button', { name: 'Close' }).click()
  await expect(banner).toHaveCount(0)
  expect((await readFile(file)).equals(damaged)).toBe(true)
  expect((await board.map()).title).toBe('Mortgage')
  await page.keyboard.press('Control+KeyS')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file))).toEqual(['Compares rates', 'Calls the bank'])
  const copy = (await readdir(folder)).find((name) => name.startsWith('Cut.damaged-')) ?? ''
  expect((await readFile(path.join(folder, copy))).equals(damaged)).toBe(true)
})

test('a document that would fill the memory is never opened; the map is rebuilt, and the app goes on', async () => {
  const file = path.join(folder, 'Trap.cjm')
  await writeMapFile(file, { notes: ['Still here'], change: trap() })
  const board = await openMap(running, file)
  await expect(running.page.locator('.ui-banner')).toContainText('put together again')
  expect(JSON.stringify(await board.map())).toContain('Still here')
})

test('a map of a newer app is shown, not edited, and copied byte for byte', async () => {
  const { page, app } = running
  const file = path.join(folder, 'Newer.cjm')
  await writeMapFile(file, { notes: ['From the future'], change: { format: 2, votes: [{ note: 'note_0', by: 'Anna' }] } })
  const bytes = await readFile(file)

  const board = await openMap(running, file)

  await expect(page.locator('.ui-banner')).toContainText('A newer Wayline made this map')
  expect(JSON.stringify(await board.map())).toContain('From the future')
  await expect(saveState(page)).toHaveText('Read-only')
  const copy = path.join(folder, 'Copy of newer.cjm')
  await answerDialogs(app, { save: copy })
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect.poll(async () => (await readFile(copy).catch(() => Buffer.alloc(0))).equals(bytes)).toBe(true)
  expect((await readFile(file)).equals(bytes)).toBe(true)
})

/** A few bytes that say they are two thousand million structs. */
function trap(): Readonly<Record<string, unknown>> {
  const doc = docBomb(2_000_000_000)
  return { doc: Buffer.from(doc).toString('base64'), docHash: createHash('sha256').update(doc).digest('hex') }
}
