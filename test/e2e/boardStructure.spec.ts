import { expect, test } from '@playwright/test'
import { middle, newFunnel, type BoardPage } from './support/board'
import type { Launched } from './support/launch'

// Stages, steps and lanes: added between, named in place, moved by hand and by key, folded, hidden and deleted.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  ;({ launched, board } = await newFunnel())
})

test.afterAll(async () => {
  await launched.close()
})

async function writeNote(cell: string, text: string): Promise<void> {
  await board.focus(new RegExp(`^Empty cell, ${cell}`))
  await board.press('Enter')
  await board.type(text)
  await board.press('Escape')
  await expect.poll(() => board.note(text)).toBeDefined()
}

async function steps(stage: string): Promise<string[]> {
  return (await board.map()).stages.find(({ title }) => title === stage)?.steps.map(({ title }) => title) ?? []
}

test('a stage is put between two others by the plus on their line, and named at once', async () => {
  const sheet = await board.fit()
  const { x, y } = sheet.stageRect('Decision')
  await board.page.mouse.move(x, y + 12)
  await board.page.getByRole('button', { name: 'Add a stage here' }).click()
  await expect(board.field).toBeFocused()
  await board.type('Trial')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Market research', 'Trial', 'Decision', 'Purchase'])
  // A stage and its name are one step of undo.
  await board.press('Control+KeyZ')
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Market research', 'Decision', 'Purchase'])
  await board.press('Control+KeyY')
  await expect.poll(() => board.stages()).toContain('Trial')
})

test('a stage is added at the end by the plus beside the sheet, and before another from its toolbar', async () => {
  await board.fit()
  await board.page.getByRole('button', { name: 'Add a stage', exact: true }).click()
  await board.type('Loyalty')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Market research', 'Trial', 'Decision', 'Purchase', 'Loyalty'])
  await board.click((await board.fit()).stage('Loyalty'))
  await board.toolbar.getByRole('button', { name: 'Add a stage before' }).click()
  await board.type('Support')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Market research', 'Trial', 'Decision', 'Purchase', 'Support', 'Loyalty'])
})

test('names are written in place: by double click, by F2, on to the next by Tab, back by Escape', async () => {
  let sheet = await board.fit()
  await board.doubleClick(sheet.stage('Trial'))
  await expect(board.field).toHaveValue('Trial')
  // The caret is behind the name, which nobody loses by a letter too many.
  await board.type(' for free')
  await expect(board.field).toHaveValue('Trial for free')
  await board.press('Control+KeyA')
  await board.type('Free trial')
  await board.press('Tab')
  await expect(board.field).toHaveValue('Decision')
  await board.press('Control+KeyA')
  await board.type('Choice')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toContain('Choice')
  expect(await board.stages()).toContain('Free trial')
  await board.press('F2')
  await board.type('Anything else')
  await board.press('Escape')
  await expect.poll(() => board.stages()).toContain('Choice')
  expect(await board.stages()).not.toContain('Anything else')

  sheet = await board.fit()
  await board.doubleClick(sheet.lane('actions'))
  await expect(board.field).toHaveValue('Actions')
  await board.type('What people do')
  await board.press('Enter')
  await expect.poll(async () => (await board.map()).lanes.find(({ kind }) => kind === 'actions')?.title).toBe('What people do')
  // An emptied name is the kind's again, in the reader's language.
  await board.press('F2', 'Control+KeyA', 'Backspace', 'Enter')
  await expect(board.item('Lane: Actions')).toBeAttached()
  expect((await board.map()).lanes.find(({ kind }) => kind === 'actions')?.title).toBeUndefined()
})

test('a stage has a duration, written under its name', async () => {
  await board.click((await board.fit()).stage('Problem'))
  await board.toolbar.getByRole('button', { name: 'More' }).click()
  await board.page.getByRole('menuitem', { name: 'Duration' }).click()
  await expect(board.field).toBeFocused()
  await board.type('2 weeks')
  await board.press('Enter')
  await expect.poll(async () => (await board.map()).stages[0]?.duration).toBe('2 weeks')
})

test('stages move by a drag of their header and by Alt+arrows, notes and all', async () => {
  await writeNote('Actions, Purchase', 'Pays')
  const sheet = await board.fit()
  const target = sheet.stageRect('Market research')
  await board.drag(sheet.stage('Purchase'), { x: target.x + 8, y: middle(target).y })
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Purchase', 'Market research', 'Free trial', 'Choice', 'Support', 'Loyalty'])
  expect(await board.texts('actions', 'Purchase')).toEqual(['Pays'])
  await board.press('Alt+ArrowRight')
  await expect.poll(() => board.stages()).toEqual(['Problem', 'Market research', 'Purchase', 'Free trial', 'Choice', 'Support', 'Loyalty'])
  await board.press('Alt+ArrowLeft')
  await expect.poll(async () => (await board.stages())[1]).toBe('Purchase')
})

test('a stage is divided into steps, which are named, moved and deleted', async () => {
  await board.focus('Stage: Purchase')
  await board.press('Shift+KeyS')
  await board.type('Payment')
  await board.press('Tab')
  await board.type('Delivery')
  await board.press('Enter')
  await expect.poll(() => steps('Purchase')).toEqual(['Payment', 'Delivery'])
  let sheet = await board.fit()
  await board.click(sheet.step('Payment'))
  await board.toolbar.getByRole('button', { name: 'Add a step after' }).click()
  await board.type('Waiting')
  await board.press('Enter')
  await expect.poll(() => steps('Purchase')).toEqual(['Payment', 'Waiting', 'Delivery'])
  await board.press('Alt+ArrowRight')
  await expect.poll(() => steps('Purchase')).toEqual(['Payment', 'Delivery', 'Waiting'])
  sheet = await board.fit()
  const first = sheet.step('Payment')
  await board.drag(sheet.step('Waiting'), { x: first.x - 20, y: first.y })
  await expect.poll(() => steps('Purchase')).toEqual(['Waiting', 'Payment', 'Delivery'])
  await board.press('Delete')
  await expect.poll(() => steps('Purchase')).toEqual(['Payment', 'Delivery'])
  expect(await board.texts('actions', 'Payment')).toEqual(['Pays'])
})

test('a deleted step and a deleted stage leave their notes in the inbox, and undo puts them back', async () => {
  await writeNote('Thoughts, Purchase, Delivery', 'Where is it?')
  await board.focus('Step: Purchase, Delivery')
  await board.press('Delete')
  await expect.poll(() => board.inbox()).toEqual(['Where is it?'])
  await expect(board.page.getByText('Step deleted. 1 note is in the inbox now.')).toBeVisible()
  // The stage got the keyboard from its step, and nothing is selected yet.
  await board.focus('Stage: Problem')
  await board.focus('Stage: Purchase')
  await board.press('Delete')
  await expect.poll(async () => [...(await board.inbox())].sort()).toEqual(['Pays', 'Where is it?'])
  expect(await board.stages()).not.toContain('Purchase')
  await expect(board.page.getByRole('button', { name: 'Inbox, 2 notes' })).toBeVisible()
  await board.press('Control+KeyZ', 'Control+KeyZ')
  await expect.poll(() => board.inbox()).toEqual([])
  expect(await board.texts('actions', 'Payment')).toEqual(['Pays'])
  await board.press('Control+Shift+KeyZ', 'Control+Shift+KeyZ')
  await expect.poll(async () => (await board.inbox()).length).toBe(2)
})

test('notes are placed from the inbox by key and by drag, and go back there', async () => {
  await board.focus(/^Empty cell, Goals, Problem/)
  await board.press('Control+KeyB')
  const list = board.page.getByRole('list', { name: 'Inbox' })
  await list.getByRole('listitem').filter({ hasText: 'Pays' }).focus()
  await board.press('Enter')
  await expect.poll(() => board.texts('goals', 'Problem')).toEqual(['Pays'])
  expect(await board.inbox()).toEqual(['Where is it?'])

  const waiting = list.getByRole('listitem').filter({ hasText: 'Where is it?' })
  const box = await waiting.boundingBox()
  if (!box) throw new Error('the note is not in the inbox')
  const sheet = await board.fit()
  await board.take({ x: box.x + box.width / 2, y: box.y + 16 }, sheet.cell('thoughts', 'Problem'))
  await expect(board.page.locator('.inbox-ghost')).toBeVisible()
  await board.page.mouse.up()
  await expect.poll(() => board.texts('thoughts', 'Problem')).toEqual(['Where is it?'])
  expect(await board.inbox()).toEqual([])
  await expect(board.page.getByText(/^The inbox is empty/)).toBeVisible()

  const button = await board.page.getByRole('button', { name: 'Inbox', exact: true }).boundingBox()
  if (!button) throw new Error('no button of the inbox')
  await board.drag((await board.fit()).note('Where is it?'), middle(button))
  await expect.poll(() => board.inbox()).toEqual(['Where is it?'])
  await board.press('Control+KeyB')
  await expect(list).toHaveCount(0)
})

test('a note on its way to the button of the inbox lies over the window’s frame, and the button says it would take it', async () => {
  const { page } = board
  const sheet = await board.fit()
  const button = page.getByRole('button', { name: /^Inbox/ })
  const box = await button.boundingBox()
  if (!box) throw new Error('no button of the inbox')
  const ghost = page.locator('body > .board-ghosts > canvas')
  await board.take(sheet.note('Pays'), sheet.cell('thoughts', 'Problem'))
  await expect(ghost).toBeAttached()
  await expect(button).not.toHaveAttribute('data-over')
  await page.mouse.move(middle(box).x, middle(box).y, { steps: 6 })
  await expect(button).toHaveAttribute('data-over', '')
  await board.press('Escape')
  await expect(button).not.toHaveAttribute('data-over')
  await expect(ghost).toHaveCount(0)
  await page.mouse.up()
  expect(await board.texts('goals', 'Problem')).toEqual(['Pays'])
})

test('headers say with the pointer that they can be taken', async () => {
  const { page } = board
  // The toolbar of what is selected would lie over a header.
  await board.press('Escape')
  const sheet = await board.fit()
  const canvas = page.locator('.board-canvas')
  for (const [at, cursor] of [
    [sheet.stage('Problem'), 'grab'],
    [sheet.cell('thoughts', 'Problem'), 'select'],
    [sheet.lane('goals'), 'grab'],
  ] as const) {
    await page.mouse.move(at.x, at.y)
    await expect(canvas).toHaveAttribute('data-cursor', cursor)
  }
})

test('a name that is cut short is told whole by a tooltip', async () => {
  const { page } = board
  const long =
    'A stage whose name goes on for so long that nobody could ever put all of it above one column of a map, however small it is set and however wide it is'
  await board.focus('Stage: Problem')
  await board.press('F2', 'Control+KeyA')
  await board.type(long)
  await board.press('Enter')
  await expect.poll(() => board.stages()).toContain(long)
  await board.press('Escape')
  const sheet = await board.fit()
  const tip = page.locator('.board-tip')
  await page.mouse.move(sheet.stage(long).x, sheet.stage(long).y)
  await expect(tip).toHaveText(long)
  const lane = sheet.lane('goals')
  await page.mouse.move(lane.x, lane.y)
  await expect(tip).toHaveCount(0)
  await board.press('Control+KeyZ')
  await expect.poll(() => board.stages()).toContain('Problem')
})

test('a note from the inbox does not fall through a pinned header, and scrolls the board at its edge', async () => {
  const { page } = board
  // So near that the map is higher than the window.
  await page.locator('.zoom-value').click()
  await page.getByRole('menuitem', { name: '200' }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await board.press('Control+KeyB')
  const item = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').filter({ hasText: 'Where is it?' })
  const from = await item.boundingBox()
  const area = await board.area()
  if (!from) throw new Error('the note is not in the inbox')
  const hand = { x: from.x + from.width / 2, y: from.y + 16 }
  const seen = async (): Promise<number> => (await page.locator('.minimap-seen').boundingBox())?.y ?? 0

  // To the middle of the board, and then down to its edge.
  const before = await seen()
  await board.take(hand, { x: area.x + 500, y: area.y + area.height / 2 })
  await page.mouse.move(area.x + 500, area.y + area.height - 3, { steps: 4 })
  await expect.poll(seen).toBeGreaterThan(before + 3)

  // The board is scrolled down now: what lies behind the stage header is a cell, which takes nothing.
  await page.mouse.move(area.x + 500, area.y + 24, { steps: 4 })
  await page.mouse.up()
  await expect(page.locator('.inbox-ghost')).toHaveCount(0)
  expect(await board.inbox()).toEqual(['Where is it?'])
  await page.getByRole('button', { name: 'Close the panel' }).click()
})

test('a lane is put in between, moved by hand and by key', async () => {
  const sheet = await board.fit()
  const { x, y } = sheet.laneRect('thoughts')
  await board.page.mouse.move(x + 24, y + 1)
  await board.page.getByRole('button', { name: 'Add a lane here' }).click()
  await board.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Support/ })
    .click()
  const added = ['goals', 'actions', 'touchpoints', 'support', 'thoughts', 'emotions']
  await expect.poll(async () => (await board.laneKinds()).slice(0, 6)).toEqual(added)
  await board.press('Alt+ArrowUp')
  await expect.poll(async () => (await board.laneKinds())[2]).toBe('support')
  const next = await board.fit()
  const goals = next.laneRect('goals')
  await board.drag(next.lane('support'), { x: middle(goals).x, y: goals.y + 4 })
  await expect.poll(async () => (await board.laneKinds()).slice(0, 3)).toEqual(['support', 'goals', 'actions'])
})

test('a separator line is added from the dialog by keyboard only', async () => {
  await board.focus('Lane: Actions')
  await board.press('KeyL')
  const dialog = board.page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Line of visibility/ }).focus()
  await board.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await board.laneKinds()).slice(2, 4)).toEqual(['actions', 'lineOfVisibility'])
  await expect(board.item('Lane: Line of visibility')).toBeFocused()
})

test('a lane is folded and unfolded, hidden and shown again', async () => {
  // Lets go of the lane before, whose toolbar lies over this one.
  await board.press('Escape')
  const open = await board.fit()
  const height = open.laneRect('actions').height / open.zoom
  await board.click(open.lane('actions'))
  await board.toolbar.getByRole('button', { name: 'Collapse' }).click()
  await expect(board.item('Lane: Actions, collapsed')).toBeAttached()
  const folded = await board.fit()
  expect(folded.laneRect('actions').height / folded.zoom).toBeLessThan(height / 2)
  await board.press('Control+Period')
  await expect.poll(async () => (await board.map()).lanes.find(({ kind }) => kind === 'actions')?.collapsed).toBeUndefined()

  await board.toolbar.getByRole('button', { name: 'Hide' }).click()
  await expect(board.item(/^Lane: Actions/)).toHaveCount(0)
  await board.page.getByRole('button', { name: 'Show again' }).click()
  await expect(board.item('Lane: Actions')).toBeAttached()

  await board.focus('Lane: Actions')
  await board.click((await board.fit()).lane('actions'))
  await board.toolbar.getByRole('button', { name: 'Hide' }).click()
  await expect(board.item(/^Lane: Actions/)).toHaveCount(0)
  await board.page.getByRole('button', { name: 'Map settings' }).click()
  await board.page.getByRole('button', { name: 'Show Actions' }).click()
  await expect(board.item('Lane: Actions')).toBeAttached()
  await board.page.getByRole('button', { name: 'Close the panel' }).click()
})

test('a deleted lane leaves its notes in the inbox', async () => {
  await board.click((await board.fit()).lane('goals'))
  await board.press('Delete')
  await expect.poll(async () => [...(await board.inbox())].sort()).toEqual(['Pays', 'Where is it?'])
  await board.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => board.texts('goals', 'Problem')).toEqual(['Pays'])
})
