import { expect, test } from '@playwright/test'
import { openSample, type BoardPage } from './support/board'
import { launchApp, type Launched } from './support/launch'

// Where the keyboard is, and what a letter does there: a command on the board, nothing in a panel or a bar of buttons.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  launched = await launchApp()
  board = await openSample(launched)
  await board.resize(1920, 1080)
})

test.afterAll(async () => {
  await launched.close()
})

/** The region of the window that has the keyboard. */
function region(): Promise<string | null> {
  return launched.page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null)
}

/** What somebody types who believes to be in a field; on the board nearly each of them would be a command. Space would press a button. */
const SENTENCE = 'Saywhyamaphelpsus!123456789+-'

test('a sentence typed in a panel or the title bar changes nothing', async () => {
  await board.press('Control+KeyA', 'Control+KeyA')
  const before = await board.map()
  for (const panel of ['Control+KeyB', 'Control+Shift+KeyP']) {
    await board.press(panel)
    await expect.poll(region).toBe('panel')
    await board.type(SENTENCE)
    expect(await region()).toBe('panel')
  }
  await launched.page.locator('[data-region="title"] button').first().focus()
  await board.type(SENTENCE)
  expect(await region()).toBe('title')
  expect(await board.map()).toEqual(before)
})

test('back from History the board has the keyboard, with a panel open as well', async () => {
  await board.focus(/^Lane: /)
  await board.press('Control+Alt+Digit3')
  await expect.poll(region).toBe('versions')
  await board.press('Control+Alt+Digit1')
  await expect.poll(region).toBe('board')
  await launched.page.getByRole('radio', { name: 'History' }).click()
  await expect(launched.page.getByRole('region', { name: 'Comparison' })).toBeVisible()
  await launched.page.getByRole('radio', { name: 'Map' }).click()
  await expect.poll(region).toBe('board')
  await expect(launched.page.locator('.ui-panel')).toBeVisible()
})

test('what is deleted leaves the keyboard to its neighbour', async () => {
  // The place of before is kept over History, but nothing is selected there.
  await board.focus(/^Stage: /)
  await board.focus(/^Lane: /)
  const lanes = (await board.map()).lanes?.length ?? 0
  await board.press('Delete')
  await expect.poll(async () => (await board.map()).lanes?.length).toBe(lanes - 1)
  await expect(launched.page.locator(':focus')).toHaveAccessibleName(/^Lane: /)
  await board.press('Control+KeyZ')
})
