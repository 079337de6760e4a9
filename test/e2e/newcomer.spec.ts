import path from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import type { BoardPage } from './support/board'
import { launchApp, type Launched } from './support/launch'
import { mapFolder, writeMapFile } from './support/mapFiles'
import { openMap, toStart, windowCount } from './support/screens'

// What somebody stumbles over who tries the app for the first time, without having read anything.

let running: Launched
let board: BoardPage

test.beforeAll(async () => {
  running = await launchApp()
})

test.beforeEach(async () => {
  await toStart(running)
  const file = path.join(await mapFolder(), 'First.cjm')
  await writeMapFile(file, { notes: ['One', 'Two'] })
  board = await openMap(running, file)
})

test.afterAll(() => running.close())

function dialog(): Locator {
  return board.page.getByRole('dialog')
}

function panel(): Locator {
  return board.page.locator('.ui-panel')
}

async function pressBeside(): Promise<void> {
  await board.page.mouse.click(6, 300)
}

test('a press beside a dialog loses nothing, and pasted text waits for the dialog to be opened again', async () => {
  await board.press('Control+Shift+KeyI')
  const text = dialog().getByRole('textbox')
  await text.fill('journey\n  title Mine')
  await pressBeside()
  await expect(text).toHaveValue('journey\n  title Mine')
  await board.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await board.press('Control+Shift+KeyI')
  await expect(text).toHaveValue('journey\n  title Mine')
  await dialog().getByRole('button', { name: 'Close', exact: true }).click()
  await expect(dialog()).toHaveCount(0)

  await board.press('Control+KeyN')
  await dialog().getByRole('textbox').fill('Typed')
  await pressBeside()
  await expect(dialog().getByRole('textbox')).toHaveValue('Typed')
  await board.press('Escape')

  await board.press('Control+KeyE')
  await dialog().getByRole('radio', { name: /^SVG/ }).click()
  await pressBeside()
  await expect(dialog().getByRole('radio', { name: /^SVG/ })).toBeChecked()
  await board.press('Escape')
  await expect(dialog()).toHaveCount(0)
})

test('Escape in the settings keeps the name that was typed and closes them', async () => {
  await board.press('Control+Comma')
  await dialog().getByRole('textbox', { name: 'Your name' }).fill('Łucja')
  await board.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await board.press('Control+Comma')
  await expect(dialog().getByRole('textbox', { name: 'Your name' })).toHaveValue('Łucja')
  await pressBeside()
  await board.press('Escape')
})

test('Enter and a double click on a template make the map, and what is typed meanwhile goes nowhere', async () => {
  const { page } = board
  for (const how of ['key', 'mouse'] as const) {
    await board.press('Control+KeyN')
    const template = dialog().getByRole('radio').nth(1)
    const made = running.app.waitForEvent('window')
    if (how === 'key') {
      await template.focus()
      await board.press('Enter')
    } else await dialog().locator('.new-map-template').nth(1).dblclick()
    await board.type('snh')
    const other = await made
    await expect(other.getByRole('grid')).toBeAttached()
    await expect(dialog()).toHaveCount(0)
    await other.close()
    await expect.poll(() => windowCount(running)).toBe(1)
    expect(await board.stages()).toEqual(['Awareness', 'Purchase'])
    await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
  }
})

test('the inbox is worked through by keyboard', async () => {
  await board.press('Control+KeyB')
  await expect(panel().getByRole('heading', { name: 'Inbox' })).toBeFocused()
  await board.press('Escape')
  await expect(panel()).toBeVisible()
  await expect(board.page.locator('[data-region="board"] :focus')).toHaveCount(1)
  await board.press('Control+KeyB')
  await expect(panel()).toHaveCount(0)

  await board.focus('Lane: Actions')
  await board.press('Delete')
  await expect.poll(() => board.inbox()).toHaveLength(2)
  await board.press('Control+KeyB')
  const cards = panel().getByRole('listitem')
  await expect(cards.first()).toBeFocused()
  await expect(cards.first()).toContainText('From Actions · Awareness')

  // Neither a cell nor the lane it came from: it says what to do, and the note stays.
  await board.press('Enter')
  await expect(board.page.getByText(/^Select a cell first/)).toBeVisible()
  expect(await board.inbox()).toHaveLength(2)

  await board.press('Escape')
  await board.focus('Empty cell, Goals, Awareness')
  for (let i = 0; i < 8 && !(await cards.first().evaluate((card) => card === document.activeElement)); i += 1) await board.press('F6')
  await expect(cards.first()).toBeFocused()
  await board.press('Enter')
  await expect.poll(() => board.texts('goals', 'Awareness')).toEqual(['One'])
  await expect(cards.first()).toBeFocused()
  await board.press('Enter')
  await expect.poll(() => board.texts('goals', 'Awareness')).toEqual(['One', 'Two'])
  await expect(panel().getByRole('heading', { name: 'Inbox' })).toBeFocused()
  await board.press('Control+KeyB')
  await expect(board.page.locator('[data-region="board"] :focus')).toHaveCount(1)
})

test('a note goes back to its lane when no cell was chosen', async () => {
  await board.focus('Stage: Awareness')
  await board.press('Delete')
  await expect.poll(() => board.inbox()).toHaveLength(2)
  await board.press('Control+KeyB')
  await expect(panel().getByRole('listitem').first()).toBeFocused()
  await board.press('Enter')
  await expect.poll(() => board.texts('actions', 'Sign')).toEqual(['One'])
  await expect(board.page.getByText('Placed in Actions · Purchase')).toBeVisible()
})

test('a new persona is named at once', async () => {
  await board.press('Control+Shift+KeyP')
  await panel().getByRole('button', { name: 'Add a persona' }).click()
  await expect(panel().getByRole('textbox', { name: 'Name' })).toBeFocused()
  await board.type('Viktor')
  await board.press('Escape')
  await expect.poll(async () => (await board.map()).personas.map(({ name }) => name)).toEqual(['Anna', 'Oleg', 'Viktor'])
})
