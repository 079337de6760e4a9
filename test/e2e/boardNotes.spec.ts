import { expect, test } from '@playwright/test'
import { middle, newFunnel, type BoardPage } from './support/board'
import type { Launched } from './support/launch'

// Notes in one map of four stages: written in a chain, changed in every way, moved by hand and by key, copied and deleted.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  ;({ launched, board } = await newFunnel())
})

test.afterAll(async () => {
  await launched.close()
})

test('Enter opens the next note of the cell, Tab goes on in the next step, Shift+Tab back, Escape stops', async () => {
  await board.focus(/^Empty cell, Actions, Problem/)
  await board.press('Enter')
  await board.type('Notices it')
  await board.press('Enter')
  await board.type('Asks around')
  await board.press('Tab')
  await board.type('Searches')
  await board.press('Shift+Tab')
  await board.type('Waits')
  await board.press('Escape')
  await expect(board.field).toHaveCount(0)
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Notices it', 'Asks around', 'Waits'])
  expect(await board.texts('actions', 'Market research')).toEqual(['Searches'])
  // What was written last is what the keyboard is on.
  await expect(board.item(/^Waits, Problem/)).toBeFocused()
})

test('Enter on an empty note stops and leaves none behind', async () => {
  await board.focus(/^Empty cell, Actions, Decision/)
  await board.press('Enter')
  await board.type('Compares')
  await board.press('Enter', 'Enter')
  await expect(board.field).toHaveCount(0)
  await expect.poll(() => board.texts('actions', 'Decision')).toEqual(['Compares'])
  await board.press('Control+Enter')
  await expect(board.field).toBeFocused()
  await board.press('Escape')
  await expect(board.field).toHaveCount(0)
  expect(await board.texts('actions', 'Decision')).toEqual(['Compares'])
})

test('Shift+Enter breaks the line, and a long text makes the note grow instead of cutting it', async () => {
  const before = (await board.fit()).noteRect('Compares').height
  await board.focus(/^Compares, Decision/)
  await board.press('F2')
  await board.press('End', 'Shift+Enter')
  await board.type('three offers, one evening, and the advice of a friend who has done it all before')
  await board.press('Enter')
  await expect(board.field).toHaveCount(0)
  const text = 'Compares\nthree offers, one evening, and the advice of a friend who has done it all before'
  await expect.poll(() => board.texts('actions', 'Decision')).toEqual([text])
  expect((await board.fit()).noteRect(text).height).toBeGreaterThan(before)
})

test('Escape in an old note brings its former text back, and undo what was typed', async () => {
  await board.focus(/^Searches, Market research/)
  await board.press('Enter', 'Control+KeyA')
  await board.type('Reads reviews')
  await expect.poll(() => board.texts('actions', 'Market research')).toEqual(['Reads reviews'])
  await board.press('Escape')
  await expect.poll(() => board.texts('actions', 'Market research')).toEqual(['Searches'])
  await board.press('Control+KeyZ')
  await expect.poll(() => board.texts('actions', 'Market research')).toEqual(['Reads reviews'])
})

test('a double click on an empty cell writes a note there, one on a note opens it', async () => {
  let sheet = await board.fit()
  await board.doubleClick(sheet.cell('goals', 'Problem'))
  await expect(board.field).toBeFocused()
  await board.type('Peace of mind')
  // Pressing beside the field ends the typing.
  await board.click(sheet.cell('goals', 'Decision'))
  await expect(board.field).toHaveCount(0)
  await expect.poll(() => board.texts('goals', 'Problem')).toEqual(['Peace of mind'])
  sheet = await board.fit()
  await board.doubleClick(sheet.note('Peace of mind'))
  await expect(board.field).toHaveValue('Peace of mind')
  await board.press('End')
  await board.type(' at last')
  await board.press('Enter')
  await expect.poll(() => board.texts('goals', 'Problem')).toEqual(['Peace of mind at last'])
})

test('the note tool writes where it is pressed, again and again, until Escape gives it back', async () => {
  const sheet = await board.fit()
  await board.page.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(board.page.getByRole('button', { name: 'Note', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await board.click(sheet.cell('goals', 'Market research'))
  await board.type('A short list')
  await board.press('Escape')
  await board.click(sheet.cell('goals', 'Decision'))
  await board.type('No regrets')
  await board.press('Escape', 'Escape')
  await expect(board.page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => board.texts('goals', 'Market research')).toEqual(['A short list'])
  expect(await board.texts('goals', 'Decision')).toEqual(['No regrets'])
})

test('a touchpoint is written by its tool, gets a channel, and the tool refuses other lanes', async () => {
  const sheet = await board.fit()
  await board.press('KeyT')
  await board.click(sheet.cell('goals', 'Purchase'))
  await expect(board.page.getByText('Touchpoints go into a touchpoint lane.')).toBeVisible()
  await board.click(sheet.cell('touchpoints', 'Problem'))
  await board.type('Hotline')
  await board.press('Escape', 'Escape')
  await expect.poll(() => board.texts('touchpoints', 'Problem')).toEqual(['Hotline'])
  await board.click((await board.fit()).note('Hotline'))
  await board.toolbar.getByRole('button', { name: 'Channel' }).click()
  await board.page.getByRole('button', { name: 'Phone', exact: true }).click()
  await expect.poll(async () => (await board.note('Hotline'))?.icon).toBe('phone')
})

test('colour, mark and proof change by key and by toolbar, for one note and for many', async () => {
  const sheet = await board.fit()
  await board.click(sheet.note('Notices it'))
  await board.press('Digit3', 'KeyA', 'KeyY')
  await expect.poll(() => board.note('Notices it')).toMatchObject({ color: 'rose', mark: 'pain', proof: 'validated' })
  await board.click(sheet.note('Asks around'), {})
  await board.page.keyboard.down('Shift')
  await board.click(sheet.note('Waits'))
  await board.page.keyboard.up('Shift')
  expect(await board.selected()).toHaveLength(2)
  await board.toolbar.getByRole('button', { name: 'Colour' }).click()
  await board.page.getByRole('menuitemcheckbox', { name: 'Mint' }).click()
  await expect.poll(async () => (await board.note('Waits'))?.color).toBe('mint')
  expect((await board.note('Asks around'))?.color).toBe('mint')
  await board.toolbar.getByRole('button', { name: 'Mark' }).click()
  await board.page.getByRole('menuitemcheckbox', { name: 'Moment of truth' }).click()
  await expect.poll(async () => (await board.note('Asks around'))?.mark).toBe('momentOfTruth')
  await board.toolbar.getByRole('button', { name: 'Status' }).click()
  await board.page.getByRole('menuitemcheckbox', { name: 'Refuted' }).click()
  await expect.poll(async () => (await board.note('Waits'))?.proof).toBe('refuted')
  // While the menu is closing the keys are still the menu's.
  await expect(board.page.getByRole('menu')).toHaveCount(0)
  // Back to what the lane gives them.
  await board.press('Digit9', 'KeyM')
  await expect.poll(() => board.note('Waits')).not.toHaveProperty('color')
  expect(await board.note('Waits')).not.toHaveProperty('mark')
})

test('a hypothesis looks like one once something is validated, or as the map says', async () => {
  const { page } = board
  const legend = page.getByRole('region', { name: 'Legend' })
  const waiting = board.item(/^Waits/)
  await board.click((await board.fit()).note('Waits'))
  // Refuted so far.
  await board.press('KeyY')
  await expect(waiting).toHaveAccessibleName(/hypothesis/)
  await expect(legend).toContainText('Hypothesis')
  await page.getByRole('button', { name: 'Map settings' }).click()
  await page.getByRole('combobox', { name: 'Show hypotheses' }).click()
  await page.getByRole('option', { name: 'Never' }).click()
  await expect(legend).not.toContainText('Hypothesis')
  await expect(waiting).not.toHaveAccessibleName(/hypothesis/)
  await expect.poll(async () => (await board.map()).hypotheses).toBe('never')
  await page.getByRole('button', { name: 'Close the panel' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(legend).toContainText('Hypothesis')
})

test('duplicates stand beside their originals', async () => {
  await board.focus(/^A short list, Market research/)
  await board.press('Control+KeyD')
  await expect.poll(() => board.texts('goals', 'Market research')).toEqual(['A short list', 'A short list'])
  await board.press('Control+KeyZ')
  await expect.poll(() => board.texts('goals', 'Market research')).toEqual(['A short list'])
})

test('deleted notes come back by the message, and by Ctrl+Z', async () => {
  const sheet = await board.fit()
  await board.click(sheet.note('Asks around'))
  await board.page.keyboard.down('Shift')
  await board.click(sheet.note('Waits'))
  await board.page.keyboard.up('Shift')
  await board.press('Delete')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Notices it'])
  const toast = board.page.getByRole('region', { name: 'Messages' }).filter({ hasText: '2 notes deleted' })
  await toast.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Notices it', 'Asks around', 'Waits'])
  await board.focus(/^Waits, Problem/)
  await board.press('Backspace')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Notices it', 'Asks around'])
  await board.press('Control+KeyZ')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Notices it', 'Asks around', 'Waits'])
})

test('copied notes keep what was given to them; lines of a plain text become notes', async () => {
  await board.focus(/^Pain point, Notices it/)
  await board.press('Control+KeyC')
  await board.focus(/^Empty cell, Opportunities, Problem/)
  await board.press('Control+KeyV')
  await expect
    .poll(() => board.notes('opportunities', 'Problem'))
    .toMatchObject([{ text: 'Notices it', color: 'rose', mark: 'pain', proof: 'validated' }])
  expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Notices it')

  await launched.app.evaluate(({ clipboard }) => clipboard.writeText('- Call back\r\n\r\nПерезвонить\n• Oddzwonić\n'))
  await board.focus(/^Empty cell, Opportunities, Decision/)
  await board.press('Control+KeyV')
  await expect.poll(() => board.texts('opportunities', 'Decision')).toEqual(['Call back', 'Перезвонить', 'Oddzwonić'])
  await board.press('Control+KeyX')
  await expect.poll(() => board.texts('opportunities', 'Decision')).toEqual([])
  await board.focus(/^Empty cell, Opportunities, Purchase/)
  await board.press('Control+KeyV')
  await expect.poll(() => board.texts('opportunities', 'Purchase')).toEqual(['Call back', 'Перезвонить', 'Oddzwonić'])
})

test('arrows walk over cells and notes, Alt+arrows take the note along', async () => {
  await board.focus(/^No regrets, Decision/)
  await board.press('ArrowLeft')
  await expect(board.item(/^A short list, Market research/)).toBeFocused()
  await board.press('ArrowDown')
  await expect(board.item(/^Reads reviews, Market research/)).toBeFocused()
  await board.press('Alt+ArrowRight')
  await expect.poll(() => board.texts('actions', 'Market research')).toEqual([])
  expect(await board.texts('actions', 'Decision')).toContain('Reads reviews')
  // Up and down go place by place in the cell, and from its end to the next lane.
  await board.focus(/^Asks around, Problem/)
  await board.press('Alt+ArrowUp')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Asks around', 'Notices it', 'Waits'])
  await board.press('Alt+ArrowUp')
  await expect.poll(() => board.texts('goals', 'Problem')).toEqual(['Peace of mind at last', 'Asks around'])
  await board.press('Alt+ArrowDown')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Asks around', 'Notices it', 'Waits'])
})

test('a dragged note shows where it will land, falls between two others, and Escape calls the drag off', async () => {
  let sheet = await board.fit()
  const before = await board.map()
  await board.take(sheet.note('No regrets'), sheet.cell('goals', 'Purchase'))
  await board.press('Escape')
  await board.page.mouse.up()
  expect(await board.map()).toEqual(before)

  const right = sheet.noteRect('Asks around')
  await board.drag(sheet.note('No regrets'), { x: right.x + right.width - 4, y: middle(right).y })
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Asks around', 'No regrets', 'Notices it', 'Waits'])

  // With Alt a copy is dropped. Escape lets go of the selection, whose toolbar lies over the note that is taken.
  await board.press('Escape')
  sheet = await board.fit()
  await board.page.keyboard.down('Alt')
  await board.drag(sheet.note('Peace of mind at last'), sheet.cell('goals', 'Purchase'))
  await board.page.keyboard.up('Alt')
  await expect.poll(() => board.texts('goals', 'Purchase')).toEqual(['Peace of mind at last'])
  expect(await board.texts('goals', 'Problem')).toEqual(['Peace of mind at last'])
  await expect(board.page.getByRole('menu')).toHaveCount(0)
})

test('Ctrl+A selects the lane, then everything, and a marquee what it touches', async () => {
  await board.focus(/^Peace of mind at last, Problem/)
  await board.press('Control+KeyA')
  expect(await board.selected()).toHaveLength(3)
  await board.press('Control+KeyA')
  expect((await board.selected()).length).toBeGreaterThan(8)
  const sheet = await board.fit()
  const [from, to] = [sheet.cellRect('actions', 'Problem'), sheet.cellRect('actions', 'Decision')]
  await board.drag({ x: from.x + 2, y: from.y + 2 }, { x: to.x + to.width - 2, y: to.y + to.height - 3 })
  expect((await board.selected()).length).toBe(6)
})
