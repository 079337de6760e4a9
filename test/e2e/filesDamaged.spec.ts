import { createHash } from 'node:crypto'
import { link, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { docBomb } from '../support/docBomb'
import { answerDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder, notesIn, readMapFile, writeMapFile } from './support/mapFiles'
import { shown } from './support/board'
import { closeMessages, openByDialog, openMap, saveState, toStart, writeNote } from './support/screens'

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

test('a note that was written into a file with a comma too many is on the map, and is said', async () => {
  const { page } = running
  const file = path.join(folder, 'By hand.cjm')
  await writeMapFile(file, { notes: ['Compares rates', 'Calls the bank'] })
  const text = await readFile(file, 'utf8')
  const note = /\{[^{}]*"id": "note_0"[^{}]*\},/.exec(text)?.[0] ?? ''
  await writeFile(file, text.replace(note, `${note} { "text": "By hand" },,`))
  const board = await openMap(running, file)
  expect(JSON.stringify(await board.map())).toContain('By hand')
  const banner = page.locator('.ui-banner')
  await expect(banner).toContainText('the map inside it was intact: 3 notes, nothing is missing.')
  await expect(banner).toContainText('1 of them was written into the file with another program, and was added.')
})

test('a document that would fill the memory is never opened; the map is rebuilt, and the app goes on', async () => {
  const file = path.join(folder, 'Trap.cjm')
  await writeMapFile(file, { notes: ['Still here'], change: trap() })
  await openByDialog(running, file)
  // It is let go of only when it has worked for long enough.
  await expect(running.page.getByRole('grid')).toBeAttached({ timeout: 40_000 })
  const board = await shown(running)
  await expect(running.page.locator('.ui-banner')).toContainText('was rebuilt from its readable part')
  expect(JSON.stringify(await board.map())).toContain('Still here')
})

test('a map of a newer app is shown, not edited, and copied byte for byte', async () => {
  const { page, app } = running
  const file = path.join(folder, 'Newer.cjm')
  await writeMapFile(file, { notes: ['From the future'], change: { format: 2, votes: [{ note: 'note_0', by: 'Anna' }] } })
  const bytes = await readFile(file)

  const board = await openMap(running, file)

  await expect(page.locator('.ui-banner')).toContainText('A newer version of Wayline made this map')
  expect(JSON.stringify(await board.map())).toContain('From the future')
  await expect(saveState(page)).toHaveText('Read-only')
  const copy = path.join(folder, 'Copy of newer.cjm')
  await answerDialogs(app, { save: copy })
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect.poll(async () => (await readFile(copy).catch(() => Buffer.alloc(0))).equals(bytes)).toBe(true)
  expect((await readFile(file)).equals(bytes)).toBe(true)
})

test('a file with two names is said to become one of its own, once, and does when it is saved', async () => {
  const { page } = running
  const [file, other] = [path.join(folder, 'Linked.cjm'), path.join(folder, 'Other name.cjm')]
  await writeMapFile(file)
  await link(file, other)
  const before = await readFile(other)
  const board = await openMap(running, file)
  const banner = page.locator('.ui-banner')
  await expect(banner).toContainText('This file has another name on its disk')
  await page.reload()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(banner).toHaveCount(0)
  await writeNote(board, 'Only here')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file))).toEqual(['Only here'])
  expect((await readFile(other)).equals(before)).toBe(true)
  await toStart(running)
  await openMap(running, file)
  await expect(banner).toHaveCount(0)
})

/** A few bytes that say they are two thousand million structs. */
function trap(): Readonly<Record<string, unknown>> {
  const doc = docBomb(2_000_000_000)
  return { doc: Buffer.from(doc).toString('base64'), docHash: createHash('sha256').update(doc).digest('hex') }
}

test('an older copy in the place of a map that was saved and closed is said, and what it lacks comes back', async () => {
  const { page } = running
  const file = path.join(folder, 'Older.cjm')
  await writeMapFile(file, { notes: ['Compares rates'] })
  const older = await readFile(file)
  const first = await openMap(running, file)
  await writeNote(first, 'Saved here')
  await page.keyboard.press('Control+KeyS')
  await expect(saveState(page)).toHaveText(/^Saved/)
  await toStart(running)
  await writeFile(file, older)

  const board = await openMap(running, file)

  const banner = page.locator('.ui-banner')
  await expect(banner).toContainText('1 note is missing')
  await banner.getByRole('button', { name: 'Bring them in' }).click()
  await expect(banner).toHaveCount(0)
  expect(JSON.stringify(await board.map())).toContain('Saved here')
  await page.keyboard.press('Control+KeyS')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file)).toSorted()).toEqual(['Compares rates', 'Saved here'])
})

test('an older copy over the file of an open map is said, and the map goes back to it and forth again', async () => {
  const { page } = running
  const file = path.join(folder, 'Put over.cjm')
  await writeMapFile(file, { notes: ['Compares rates'] })
  const older = await readFile(file)
  const board = await openMap(running, file)
  await writeNote(board, 'Saved here')
  await page.keyboard.press('Control+KeyS')
  await expect(saveState(page)).toHaveText(/^Saved/)

  await writeFile(file, older)

  const banner = page.locator('.ui-banner')
  await expect(banner).toContainText('An older copy replaced the file: 1 note fewer.')
  await expect.poll(async () => notesIn(await readMapFile(file)).toSorted()).toEqual(['Compares rates', 'Saved here'])
  await banner.getByRole('button', { name: 'Go back to the older copy' }).click()
  await expect(banner).toHaveCount(0)
  expect(JSON.stringify(await board.map())).not.toContain('Saved here')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => JSON.stringify(await board.map())).toContain('Saved here')
})
