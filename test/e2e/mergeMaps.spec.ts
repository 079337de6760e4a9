import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { shown } from './support/board'
import { writeGroupFile } from './support/groupFiles'
import { answerDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder } from './support/mapFiles'
import { closeMessages, toStart } from './support/screens'

// The maps of parallel groups become one map, and their files stay as they are.

let running: Launched
let folder: string
let files: readonly string[]

test.beforeAll(async () => {
  running = await launchApp()
  folder = await mapFolder()
  files = [
    await writeGroupFile(folder, { name: 'Table 1', notes: { 0: ['Sees an advert', 'Asks parents'] }, values: { 0: 2, 1: -3 } }),
    await writeGroupFile(folder, { name: 'Table 2', notes: { 0: ['Walks past'], 3: ['Signs'] }, values: { 0: 1, 3: -4.5 } }),
    await writeGroupFile(folder, { name: 'Стол 3', notes: { 1: ['Reads reviews'] }, values: { 0: -1 }, titles: { 1: 'Look round' } }),
    await writeGroupFile(folder, {
      name: 'Table 4',
      notes: { 0: ['Needs a room more'], 5: ['Sells it'] },
      values: {},
      titles: { 0: 'Needs', 1: 'Searching', 5: 'Farewell' },
      foreign: true,
    }),
  ]
  await toStart(running)
})

test.afterEach(async () => {
  await closeMessages(running.page)
  await toStart(running)
})

test.afterAll(() => running.close())

const dialogOf = (page: Page): Locator => page.getByRole('dialog')

/** Choose files in the dialog of the system, as many as there are. */
async function choose(chosen: readonly string[]): Promise<Locator> {
  const { app, page } = running
  await answerDialogs(app, { open: chosen })
  await page.keyboard.press('Control+Shift+KeyM')
  await page.getByRole('button', { name: 'Choose the maps of the groups' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('textbox', { name: 'Name of group 1' })).toBeFocused()
  return dialog
}

/** The rows of a table, a row as the texts of its cells. */
async function rows(dialog: Locator, table: string): Promise<string[]> {
  const all = await dialog.getByRole('table', { name: table }).locator('tbody tr').all()
  return Promise.all(all.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.split('\n')[0]).join(' | ')))
}

test('three maps of one template and one with other names become one map, with every note and every curve', async () => {
  const before = await Promise.all(files.map((file) => readFile(file)))
  const dialog = await choose(files)
  const { page } = running
  expect(await rows(dialog, 'Stages')).toEqual([
    'Need / Needs | Need | Need | Need | Needs',
    'Search / Look round / Searching | Search | Search | Look round | Searching',
    'Alternatives | Alternatives | Alternatives | Alternatives | Alternatives',
    'Purchase | Purchase | Purchase | Purchase | Purchase',
    'Use | Use | Use | Use | Use',
    'Leave | Leave | Leave | Leave | –',
    'Farewell | – | – | – | Farewell',
  ])
  await expect(dialog).toContainText('7 notes')
  await expect(dialog.getByRole('textbox', { name: 'Name of the map' })).toHaveValue(/./)
  await expect(dialog).toContainText('7 stages')

  // Its last stage is the same thing under another name: put together by keyboard.
  await dialog.getByRole('button', { name: 'Farewell, Table 4: move it elsewhere' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Together with Leave')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('6 stages')
  // And one is not the same after all.
  await dialog.getByRole('button', { name: 'Look round, Стол 3: move it elsewhere' }).click()
  await page.getByRole('menuitem', { name: 'On its own' }).click()
  await expect(dialog).toContainText('7 stages')

  await dialog.getByRole('textbox', { name: 'Name of group 2' }).fill('Window')
  await dialog.getByRole('textbox', { name: 'Name of the map' }).fill('All tables')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()

  const board = await shown(running)
  const map = await board.map()
  expect(map.title).toBe('All tables')
  expect(map.stages.map(({ title }) => title)).toEqual([
    'Need / Needs',
    'Search / Searching',
    'Look round',
    'Alternatives',
    'Purchase',
    'Use',
    'Leave / Farewell',
  ])
  const texts = map.lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes.map(({ text }) => text)))
  expect(texts.toSorted()).toEqual(
    [
      'Sees an advert\n— Table 1',
      'Asks parents\n— Table 1',
      'Walks past\n— Window',
      'Signs\n— Window',
      'Reads reviews\n— Стол 3',
      'Needs a room more\n— Table 4',
      'Sells it\n— Table 4',
    ].toSorted(),
  )
  expect(map.personas.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
    [expect.stringMatching(/^Table 1/), [2, -3]],
    [expect.stringMatching(/^Window/), [1, -4.5]],
    [expect.stringMatching(/^Стол 3/), [-1]],
    [expect.stringMatching(/^Table 4/), []],
    ['Mean of all groups', [0.5, -3, -4.5]],
  ])
  // A draft like any other, and the files of the groups are the bytes they were.
  await expect(page.locator('.save-state')).toHaveText('Kept on this computer')
  expect(await Promise.all(files.map((file) => readFile(file)))).toEqual(before)
})

test('rows that were put together by hand stay when a map is added or left out', async () => {
  const { app, page } = running
  const dialog = await choose([files[0] ?? '', files[3] ?? ''])
  await dialog.getByRole('button', { name: 'Farewell, Table 4: move it elsewhere' }).click()
  await page.getByRole('menuitem', { name: 'Together with Leave' }).click()
  await dialog.getByRole('textbox', { name: 'Name of group 1' }).fill('Window')

  await answerDialogs(app, { open: [files[1] ?? ''] })
  await dialog.getByRole('button', { name: 'Add maps…' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name of group 3' })).toHaveValue('Table 2')
  await expect(dialog.getByRole('textbox', { name: 'Name of group 1' })).toHaveValue('Window')
  expect((await rows(dialog, 'Stages')).at(-1)).toBe('Leave / Farewell | Leave | Farewell | Leave')

  await dialog.getByRole('button', { name: 'Leave out Window' }).click()
  expect((await rows(dialog, 'Stages')).at(-1)).toBe('Farewell / Leave | Farewell | Leave')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a file that is no map is named, and the others come all the same', async () => {
  const { app, page } = running
  const broken = path.join(folder, 'broken.cjm')
  await writeFile(broken, 'not a map at all')
  const dialog = await choose([files[0] ?? '', broken])
  await expect(dialog.getByRole('alert')).toContainText('broken')
  await expect(dialog).toContainText('Add the map of one more group.')
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()

  await answerDialogs(app, { open: files.slice(1, 2) })
  await dialog.getByRole('button', { name: 'Add maps…' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name of group 2' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeEnabled()

  // The same file again is said and left out.
  await answerDialogs(app, { open: files.slice(0, 1) })
  await dialog.getByRole('button', { name: 'Add maps…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('“Table 1” is already added.')
  await expect(dialog.getByRole('textbox', { name: /^Name of group/ })).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Leave out Table 1' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name of group 1' })).toHaveValue('Table 2')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
