import path from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import type { BoardPage } from './support/board'
import { clippedTexts } from './support/clippedTexts'
import { MARIA, writeConflictFile } from './support/conflictFile'
import { launchApp, type Launched } from './support/launch'
import { mapFolder, notesIn, readMapFile } from './support/mapFiles'
import { closeMessages, openMap, saveState, toStart } from './support/screens'

// Where two people changed one thing apart from each other, both are kept until somebody chooses.

let running: Launched
let folder: string

test.beforeAll(async () => {
  running = await launchApp()
  folder = await mapFolder()
  await running.page.evaluate((displayName) => window.wayline.call('settings.change', { displayName }), MARIA)
  await toStart(running)
})

test.afterEach(async () => {
  await closeMessages(running.page)
  await toStart(running)
})

test.afterAll(() => running.close())

async function openConflicts(
  name: string,
  options?: { readonly longScenarios?: boolean },
): Promise<{ readonly board: BoardPage; readonly file: string }> {
  const file = path.join(folder, name)
  await writeConflictFile(file, options)
  return { board: await openMap(running, file), file }
}

/** The button of the rail, which is there only while something waits. */
function railButton(): Locator {
  return running.page.getByRole('button', { name: /^Merge: \d+ places? to choose$/ })
}

function panel(): Locator {
  return running.page.getByRole('region', { name: 'Merge' })
}

function place(name: string): Locator {
  return panel().getByRole('listitem').filter({ hasText: name })
}

async function textsOf(board: BoardPage): Promise<string[]> {
  const { lanes, inbox } = await board.map()
  return [...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...inbox].map(({ text }) => text).toSorted()
}

test('merging as it stands keeps both of everything, is one step back, and is there again after that', async () => {
  const { board, file } = await openConflicts('both.cjm')
  const { page } = running
  await expect(railButton()).toHaveAccessibleName('Merge: 5 places to choose')
  await railButton().click()
  await expect(panel()).toContainText('Igor changed this map too')
  // Everything is chosen already, and the safe way.
  await expect(panel().getByRole('radio', { checked: true })).toHaveCount(5)
  await expect(place('Note text').getByRole('radio', { name: /Keep both/ })).toBeChecked()
  await expect(place('Deleted note').getByRole('radio', { name: /^One-tap offer/ })).toBeChecked()

  await panel().getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(panel()).toHaveCount(0)
  await expect(railButton()).toHaveCount(0)
  expect(await textsOf(board)).toEqual(
    ['Call the bank', 'Call the bank', 'One-tap offer', 'Payslips asked for by two teams', 'Same papers are requested twice'].toSorted(),
  )
  const map = await board.map()
  expect(map.stages[0]?.title.split(' / ').toSorted()).toEqual(['Find out', 'First look'])
  const point = map.personas.flatMap(({ points }) => points).find(({ reason }) => reason !== undefined)
  expect([point?.value, point?.reason].join(' ')).toMatch(/^-4 Igor: −2$|^-2 Maria: −4$/)

  await page.keyboard.press('Control+KeyZ')
  await expect(railButton()).toHaveAccessibleName('Merge: 5 places to choose')
  expect(await textsOf(board)).toHaveLength(3)
  await page.keyboard.press('Control+Shift+KeyZ')
  await expect(railButton()).toHaveCount(0)

  await page.keyboard.press('Control+KeyS')
  await expect(saveState(page)).toContainText('Saved')
  expect(notesIn(await readMapFile(file))).toHaveLength(5)
})

test('each place is chosen by mouse or by keyboard, and what was not chosen is gone', async () => {
  const { board } = await openConflicts('chosen.cjm')
  const { page } = running
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'View' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Merge: choose what to keep' }).press('Enter')
  await expect(panel()).toBeVisible()

  await place('Note text')
    .getByRole('radio', { name: /Payslips asked for by two teams/ })
    .click()
  await place('Deleted note')
    .getByRole('radio', { name: /^Deleted/ })
    .click()
  // From "keep both" up to one's own by the arrow keys, as in any group of radio buttons.
  const emotion = place('Emotion point')
  await emotion.getByRole('radio', { name: /Keep both/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(emotion.getByRole('radio', { name: /Igor/ })).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(emotion.getByRole('radio', { name: /Your version/ })).toBeChecked()
  await place('Name of the stage').getByRole('radio', { name: /Igor/ }).focus()
  await page.keyboard.press('Space')
  await place('Place of the note')
    .getByRole('radio', { name: /Your version/ })
    .click()

  await panel().getByRole('button', { name: 'Merge', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(panel()).toHaveCount(0)
  expect(await textsOf(board)).toEqual(['Call the bank', 'Payslips asked for by two teams'])
  expect((await board.map()).stages.map(({ title }) => title)).toEqual(['First look', 'Purchase'])
  expect(await board.value('Anna', 'Sign')).toBe(-4)
})

test('everything of one side is kept with one press, and taken back by the message', async () => {
  const { board } = await openConflicts('mine.cjm')
  const { page } = running
  await railButton().click()
  await expect(panel().getByRole('button', { name: 'Use Igor’s version everywhere' })).toBeVisible()
  await panel().getByRole('button', { name: 'Use my version everywhere' }).click()
  expect(await textsOf(board)).toEqual(['Call the bank', 'One-tap offer', 'Same papers are requested twice'])
  expect((await board.map()).stages[0]?.title).toBe('Find out')

  await page.locator('.toast', { hasText: '5 places merged' }).getByRole('button', { name: 'Undo' }).click()
  await expect(railButton()).toHaveAccessibleName('Merge: 5 places to choose')
})

test('what was chosen is still chosen when the panel is opened again', async () => {
  await openConflicts('kept.cjm')
  await railButton().click()
  const payslips = place('Note text').getByRole('radio', { name: /Payslips asked for by two teams/ })
  await payslips.click()
  await railButton().click()
  await expect(panel()).toHaveCount(0)
  await railButton().click()
  await expect(payslips).toBeChecked()
})

test('a choice that cannot be made is marked with why, and does not stop the others', async () => {
  const { board } = await openConflicts('refused.cjm', { longScenarios: true })
  await railButton().click()
  await panel().getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(panel().getByRole('listitem')).toHaveCount(1)
  await expect(place('Scenario').getByRole('alert')).toHaveText('Both together are too long. Choose one of them.')
  expect(await textsOf(board)).toHaveLength(5)

  await place('Scenario')
    .getByRole('radio', { name: /Your version/ })
    .click()
  await expect(place('Scenario').getByRole('alert')).toHaveCount(0)
  await panel().getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(panel()).toHaveCount(0)
})

test('what waits for a choice is still there after the map was closed', async () => {
  const { file } = await openConflicts('again.cjm')
  await toStart(running)
  await openMap(running, file)
  await expect(railButton()).toHaveAccessibleName('Merge: 5 places to choose')
})

test('no word of the panel is cut in any language, in a window of 1280 by 800', async () => {
  const { page, app } = running
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await openConflicts('words.cjm')
  await railButton().click()
  for (const language of ['ru', 'pl', 'en'] as const) {
    await page.evaluate((chosen) => window.wayline.call('settings.change', { language: chosen }), language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    // To whoever reads it under another name, nothing in it is theirs.
    for (const displayName of [MARIA, 'Somebody']) {
      await page.evaluate((name) => window.wayline.call('settings.change', { displayName: name }), displayName)
      await expect(page.locator('.merge-foot button')).toHaveCount(3)
      expect(await clippedTexts(page), `${language} ${displayName}`).toEqual([])
    }
  }
  await page.evaluate((displayName) => window.wayline.call('settings.change', { displayName }), MARIA)
})
