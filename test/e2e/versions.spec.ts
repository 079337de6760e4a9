import { copyFile, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Version } from '../../shared/ipc/versions'
import { launchApp, type Launched } from './support/launch'
import { mapFolder, readMapFile, writeMapFile } from './support/mapFiles'
import { closeMessages, openMap, saveState, toStart, writeNote } from './support/screens'

// Earlier versions of a map, over the same door that the window uses, and what a shared computer forgets when it is asked to.

let running: Launched

test.beforeEach(async () => {
  running = await launchApp()
  await toStart(running)
})

test.afterEach(() => running.close())

/** The versions of the map that the window shows. */
async function listed(page: Page): Promise<readonly Version[]> {
  return page.evaluate(async () => {
    const hello = await window.wayline.call('app.hello', null)
    const list = hello.ok && hello.value.map ? await window.wayline.call('versions.list', { handle: hello.value.map.handle }) : hello
    if (!list.ok || !Array.isArray(list.value)) throw new Error(JSON.stringify(list))
    return list.value as readonly Version[]
  })
}

async function nameVersion(page: Page, name: string): Promise<void> {
  const code = await page.evaluate(async (wanted) => {
    const hello = await window.wayline.call('app.hello', null)
    if (!hello.ok || !hello.value.map) return 'no map'
    const named = await window.wayline.call('versions.name', { handle: hello.value.map.handle, name: wanted })
    return named.ok ? 'named' : named.code
  }, name)
  expect(code).toBe('named')
}

/** The texts of a version's notes. */
async function textsOf(page: Page, id: string): Promise<readonly string[]> {
  const json = await page.evaluate(async (wanted) => {
    const hello = await window.wayline.call('app.hello', null)
    if (!hello.ok || !hello.value.map) return '{}'
    const read = await window.wayline.call('versions.read', { handle: hello.value.map.handle, id: wanted })
    return read.ok ? new TextDecoder().decode(read.value) : '{}'
  }, id)
  return [...json.matchAll(/"text":"([^"]*)"/g)].map((match) => match[1] ?? '')
}

test('a version that was named is there after the map was closed, and on another computer that has only the file', async () => {
  const { page } = running
  const file = path.join(await mapFolder(), 'Versions.cjm')
  await writeMapFile(file, { notes: ['As it was'] })
  const board = await openMap(running, file)
  await expect.poll(async () => (await listed(page)).map(({ reason }) => reason)).toEqual(['opened'])
  await nameVersion(page, 'Before the workshop')
  await writeNote(board, 'Came later')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect((await readMapFile(file)).versions).toHaveLength(1)
  await toStart(running)

  await openMap(running, file)
  await expect
    .poll(async () => (await listed(page)).map(({ reason, name }) => name ?? reason))
    .toEqual(['closed', 'Before the workshop', 'opened'])
  const named = (await listed(page)).find(({ name }) => name !== undefined)
  expect(named).toMatchObject({ inFile: true, counts: { notes: 1 } })
  expect(await textsOf(page, named?.id ?? '')).toEqual(['As it was'])

  const sent = path.join(await mapFolder(), 'Sent by mail.cjm')
  await copyFile(file, sent)
  const elsewhere = await launchApp()
  await toStart(elsewhere)
  await openMap(elsewhere, sent)
  await expect.poll(async () => (await listed(elsewhere.page)).some(({ id }) => id === named?.id)).toBe(true)
  expect(await textsOf(elsewhere.page, named?.id ?? '')).toEqual(['As it was'])
  await elsewhere.close()
})

test('a map is forgotten by this computer on request, with everything but its file', async () => {
  const { page, userData } = running
  const file = path.join(await mapFolder(), 'Confidential.cjm')
  await writeMapFile(file, { title: 'Confidential', notes: ['Nobody else may read this'] })
  const board = await openMap(running, file)
  await nameVersion(page, 'For the board')
  await writeNote(board, 'Nor this')
  await expect(saveState(page)).toHaveText(/^Saved/)
  await toStart(running)
  await expect.poll(async () => (await readdir(path.join(userData, 'versions'))).length).toBe(1)
  const before = await readFile(file)

  // By keyboard alone; called off first.
  const card = page.locator('.recent', { hasText: 'Confidential' })
  await card.getByRole('button', { name: 'More for Confidential' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Delete map data…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete the data of “Confidential”?' })
  await expect(dialog).toContainText('The file stays where it is')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(card).toHaveCount(1)

  await card.getByRole('button', { name: 'More for Confidential' }).click()
  await page.getByRole('menuitem', { name: 'Delete map data…' }).click()
  await dialog.getByRole('button', { name: 'Delete the data' }).click()
  await expect(page.locator('.toast')).toContainText('The data of “Confidential” was deleted')
  await expect(card).toHaveCount(0)
  await closeMessages(page)
  expect(await readFile(file)).toEqual(before)
  expect(await readdir(path.join(userData, 'versions'))).toEqual([])
  expect(await readdir(path.join(userData, 'journals'))).toEqual([])
  expect(await readFile(path.join(userData, 'recents.json'), 'utf8')).not.toContain('Confidential')
})

test('a draft is deleted with it, and that is said in other words', async () => {
  const { page, userData } = running
  await page.getByRole('button', { name: 'Blank map' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('Only here')
  await page.keyboard.press('Escape')
  await toStart(running)
  const card = page.locator('.recent')
  await expect(card).toHaveCount(1)
  await card.locator('.recent-more').click()
  await page.getByRole('menuitem', { name: 'Delete map data…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('never saved as a file')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(card).toHaveCount(0)
  await expect.poll(async () => readdir(path.join(userData, 'journals'))).toEqual([])
  await closeMessages(page)
})
