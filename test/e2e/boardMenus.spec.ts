import { expect, test } from '@playwright/test'
import { newMap, type BoardPage } from './support/board'
import { launchApp, type Launched } from './support/launch'

// Every command has more than one way to it: toolbar, right click, the menu behind Alt, and a sheet of all keys.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  launched = await launchApp()
  board = await newMap(launched, 'cjm-funnel')
  await board.resize(1920, 1080)
  await board.focus(/^Empty cell, Actions, Problem/)
  await board.press('Enter')
  for (const text of ['One', 'Two', 'Three']) {
    await board.type(text)
    await board.press('Enter')
  }
  await board.press('Escape')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['One', 'Two', 'Three'])
})

test.afterAll(async () => {
  await launched.close()
})

test('the toolbar stands over the selection, has few buttons, and goes while one drags or writes', async () => {
  const sheet = await board.fit()
  await board.press('Escape')
  await expect(board.toolbar).toHaveCount(0)
  await board.click(sheet.note('Two'))
  await expect(board.toolbar).toBeVisible()
  const names = await board.toolbar.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  expect(names).toEqual(['Colour', 'Mark', 'Status', 'Delete', 'More'])
  const note = sheet.noteRect('Two')
  const bar = await board.toolbar.boundingBox()
  expect(Math.round((bar?.y ?? 0) + (bar?.height ?? 0))).toBeLessThanOrEqual(Math.round(note.y) - 11)
  await board.press('F2')
  await expect(board.toolbar).toHaveCount(0)
  await board.press('Enter')
  await expect(board.toolbar).toBeVisible()
  await board.take(sheet.note('Two'), sheet.cell('goals', 'Decision'))
  await expect(board.toolbar).toHaveCount(0)
  await board.press('Escape')
  await board.page.mouse.up()
})

test('F6 goes to the toolbar and on through the window, arrows along its buttons', async () => {
  await board.focus(/^Two, Problem/)
  await board.press('F6')
  await expect(board.toolbar.getByRole('button', { name: 'Colour' })).toBeFocused()
  await board.press('ArrowRight')
  await expect(board.toolbar.getByRole('button', { name: 'Mark' })).toBeFocused()
  await board.press('Shift+F6')
  await expect(board.item(/^Two, Problem/)).toBeFocused()
})

test('of notes that differ the toolbar says so, and of what they share nothing else', async () => {
  const sheet = await board.fit()
  await board.press('Escape')
  await board.click(sheet.note('One'))
  await board.press('3', 'a')
  await expect.poll(async () => (await board.note('One'))?.mark).toBe('pain')
  await board.page.keyboard.down('Shift')
  await board.click(sheet.note('Two'))
  await board.page.keyboard.up('Shift')
  const names = () => board.toolbar.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')))
  await expect.poll(names).toEqual(['Colour: several', 'Mark: several', 'Status', 'Delete', 'More'])
  await expect(board.toolbar.locator('.menu-swatch')).toHaveAttribute('data-color', 'mixed')
  await board.press('Control+KeyZ', 'Control+KeyZ')
  await expect.poll(names).toEqual(['Colour', 'Mark', 'Status', 'Delete', 'More'])
  await board.press('Escape')
})

test('a right click selects what lies there and offers all that can be done with it', async () => {
  const sheet = await board.fit()
  await board.press('Escape')
  await board.click(sheet.note('One'), { button: 'right' })
  const menu = board.page.getByRole('menu')
  await expect(menu).toBeVisible()
  expect(await board.selected()).toEqual([expect.stringContaining('One')])
  await menu.getByRole('menuitem', { name: /^Mark/ }).hover()
  await board.page.getByRole('menuitemcheckbox', { name: 'Idea' }).click()
  await expect.poll(async () => (await board.note('One'))?.mark).toBe('idea')
  await expect(board.page.getByRole('menu')).toHaveCount(0)

  await board.click(sheet.stage('Decision'), { button: 'right' })
  await board.page.getByRole('menuitem', { name: 'Add a stage after' }).click()
  await board.type('Between')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Market research', 'Decision', 'Between', 'Purchase'])
})

test('the menu key opens the same menu, and Rename in it opens the field', async () => {
  await board.focus('Stage: Between')
  await board.press('ContextMenu')
  await board.page.getByRole('menuitem', { name: /^Rename/ }).click()
  await expect(board.field).toBeFocused()
  await board.press('Control+KeyA')
  await board.type('Middle')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toContain('Middle')
  await board.press('Shift+F10')
  await expect(board.page.getByRole('menu')).toBeVisible()
  await board.press('Escape')
  await expect(board.page.getByRole('menu')).toHaveCount(0)
  await expect(board.item('Stage: Middle')).toBeFocused()
})

test('a right click on an empty cell writes and pastes there', async () => {
  const sheet = await board.fit()
  await board.press('Escape')
  await board.click(sheet.cell('goals', 'Purchase'), { button: 'right' })
  await board.page.getByRole('menuitem', { name: /^New note here/ }).click()
  await board.type('From the menu')
  await board.press('Escape')
  await expect.poll(() => board.texts('goals', 'Purchase')).toEqual(['From the menu'])
})

test('Alt opens the application menu with every command, its key, and what undo would take back', async () => {
  await board.focus(/^Empty cell, Opportunities, Problem/)
  const edit = await board.openMenu('Edit')
  const texts = await edit.getByRole('menuitem').allInnerTexts()
  const lines = texts.map((text) => text.replace(/\s+/g, ' ').trim())
  expect(lines).toContain('Undo add note Ctrl+Z')
  expect(lines).toContain('Paste Ctrl+V')
  await board.press('Escape', 'Escape', 'Escape')
  await expect(board.page.getByRole('menu')).toHaveCount(0)
})

test('undo names what it takes back: three notes that were moved together', async () => {
  await board.press('Escape')
  const sheet = await board.fit()
  await board.click(sheet.note('One'))
  await board.page.keyboard.down('Shift')
  await board.click(sheet.note('Two'))
  await board.click(sheet.note('Three'))
  await board.page.keyboard.up('Shift')
  await board.drag(sheet.note('Three'), sheet.cell('goals', 'Decision'))
  await expect.poll(() => board.texts('goals', 'Decision')).toEqual(['One', 'Two', 'Three'])
  await expect(board.page.getByRole('button', { name: 'Undo move 3 notes' })).toBeVisible()
  const edit = await board.openMenu('Edit')
  await edit.getByRole('menuitem', { name: /^Undo move 3 notes/ }).click()
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['One', 'Two', 'Three'])
  const again = await board.openMenu('Edit')
  await again.getByRole('menuitem', { name: /^Redo move 3 notes/ }).click()
  await expect.poll(() => board.texts('goals', 'Decision')).toEqual(['One', 'Two', 'Three'])
})

test('the application menu is walked with arrows and closed with Escape', async () => {
  await board.press('Escape', 'Alt', 'ArrowDown', 'ArrowDown', 'ArrowRight')
  await expect(board.page.getByRole('menu')).toHaveCount(2)
  await board.press('Escape', 'Escape')
  await expect(board.page.getByRole('menu')).toHaveCount(0)
})

test('the question mark opens a sheet of all keys, which is searched by what they do and by key', async () => {
  await board.type('?')
  const sheet = board.page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(sheet).toBeVisible()
  await board.type('duplicate')
  await expect(sheet.locator('dt')).toHaveText(['Duplicate'])
  await expect(sheet.locator('dd')).toHaveText(['Ctrl+D'])
  await board.press('Control+KeyA')
  await board.type('ctrl+z')
  await expect(sheet.locator('dt').first()).toHaveText('Undo')
  await board.press('Control+KeyA')
  await board.type('no such thing')
  await expect(sheet.getByText('No command or key is called “no such thing”.')).toBeVisible()
  await board.press('Escape')
  await expect(sheet).toHaveCount(0)
})

test('in Russian and Polish the plural forms of undo are right', async () => {
  for (const [name, undo] of [
    ['Русский', /^Отменить.* перемещение 3 стикеров$/],
    ['Polski', /^Cofnij.* przeniesienie 3 karteczek$/],
  ] as const) {
    await board.press('Control+Comma')
    await board.page.getByRole('radio', { name }).click()
    await board.press('Escape')
    await expect(board.page.getByRole('button', { name: undo })).toBeVisible()
  }
})
