import { expect, test, type Locator } from '@playwright/test'
import { newFunnel, type BoardPage } from './support/board'
import type { Launched } from './support/launch'

// Personas and their curves.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  ;({ launched, board } = await newFunnel())
})

test.afterAll(async () => {
  await launched.close()
})

async function personas() {
  return (await board.map()).personas
}

function panel(): Locator {
  return board.page.getByRole('region', { name: 'Personas' })
}

test('personas are named and added, with colours and markers of their own', async () => {
  await board.press('Control+Shift+KeyP')
  const name = panel().getByRole('textbox', { name: 'Name' })
  await name.fill('Анна')
  await name.press('Enter')
  await expect.poll(async () => (await personas()).map((persona) => persona.name)).toEqual(['Анна'])
  await panel().getByRole('button', { name: 'Add a persona' }).click()
  await expect.poll(async () => (await personas()).length).toBe(2)
  await panel().getByRole('textbox', { name: 'Name' }).fill('Viktor')
  await panel().getByRole('radio', { name: 'Amber' }).click()
  await panel().getByRole('radio', { name: 'Square' }).click()
  await expect.poll(async () => (await personas())[1]).toMatchObject({ name: 'Viktor', color: 'amber', marker: 'square' })
  const [first, second] = await personas()
  expect([first?.color, first?.marker]).not.toEqual([second?.color, second?.marker])
})

test('a panel has the keyboard when it opens, and Escape gives it back to the board', async () => {
  const { page } = board
  const ofBoard = page.getByRole('grid').locator(':focus')
  const ofPanel = page.locator('.ui-panel').locator(':focus')
  await board.press('Escape')
  await board.press('Control+Shift+KeyP')
  for (const [key, name] of [
    ['Control+KeyB', 'Inbox'],
    ['Control+Shift+KeyP', 'Personas'],
  ] as const) {
    await board.focus('Stage: Problem')
    await board.press(key)
    await expect(page.getByRole('region', { name })).toBeVisible()
    await expect(ofPanel).toHaveCount(1)
    await board.press('Escape')
    await expect(ofBoard).toHaveCount(1)
  }
})

test('the emotion tool draws the curve of the chosen persona, snapping to halves', async () => {
  await panel().getByRole('button', { name: 'Анна' }).first().click()
  // Letters are commands on the board only.
  await board.press('Escape', 'KeyE')
  const sheet = await board.fit()
  await board.click(sheet.emotion('Problem', 1.1))
  await board.click(sheet.emotion('Market research', -2.4))
  await board.drag(sheet.emotion('Purchase', 0), sheet.emotion('Purchase', 4.4))
  await expect
    .poll(() => board.points('Анна'))
    .toMatchObject([
      { title: 'Problem', value: 1 },
      { title: 'Market research', value: -2.5 },
      { title: 'Purchase', value: 4.5 },
    ])
  // Where nobody said anything the curve has a gap, not a zero.
  expect(await board.value('Анна', 'Decision')).toBeNull()
  await expect(board.item('Emotion, Анна, Decision, no value')).toBeAttached()
  await board.click(sheet.cell('goals', 'Problem'))
  await expect(board.page.getByText('Emotion points go into an emotion lane.')).toBeVisible()
  await board.press('KeyV')
})

test('a point is dragged in halves, with Alt in tenths, and Escape lets it go back', async () => {
  let sheet = await board.fit()
  await board.drag(sheet.point('Анна', 'Problem'), sheet.emotion('Problem', 2.2))
  await expect.poll(() => board.value('Анна', 'Problem')).toBe(2)
  sheet = await board.fit()
  await board.page.keyboard.down('Alt')
  await board.drag(sheet.point('Анна', 'Problem'), sheet.emotion('Problem', 2.7))
  await board.page.keyboard.up('Alt')
  await expect.poll(() => board.value('Анна', 'Problem')).toBe(2.7)
  sheet = await board.fit()
  await board.take(sheet.point('Анна', 'Problem'), sheet.emotion('Problem', -3))
  await board.press('Escape')
  await board.page.mouse.up()
  expect(await board.value('Анна', 'Problem')).toBe(2.7)
})

test('arrows change a point by a half, with Shift by one, and never beyond the scale', async () => {
  await board.focus(/^Emotion, Анна, Purchase/)
  await expect(board.item(/^Emotion, Анна, Purchase/)).toHaveAttribute('aria-valuenow', '4.5')
  await board.press('ArrowDown', 'Shift+ArrowDown')
  await expect.poll(() => board.value('Анна', 'Purchase')).toBe(3)
  await board.press('Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp')
  await expect.poll(() => board.value('Анна', 'Purchase')).toBe(5)
  await board.press('ArrowUp')
  expect(await board.value('Анна', 'Purchase')).toBe(5)
})

test('a gap is filled by keyboard, a point is deleted, and undo brings it back', async () => {
  await board.focus('Emotion, Анна, Decision, no value')
  await board.press('Enter')
  await expect.poll(() => board.value('Анна', 'Decision')).toBe(0)
  await board.press('ArrowDown')
  await expect.poll(() => board.value('Анна', 'Decision')).toBe(-0.5)
  await board.press('Delete')
  await expect.poll(() => board.value('Анна', 'Decision')).toBeNull()
  await board.press('Control+KeyZ')
  await expect.poll(() => board.value('Анна', 'Decision')).toBe(-0.5)
})

test('whose curve is drawn is said at the foot of the window, away from the names of the stages', async () => {
  const sheet = await board.fit()
  await board.click(sheet.point('Анна', 'Market research'))
  const chip = board.page.locator('.drawing-chip')
  await expect(chip).toBeVisible()
  const box = await chip.boundingBox()
  const { y, height } = sheet.sheet()
  expect(box?.y ?? 0).toBeGreaterThanOrEqual(y + height)
  await board.press('Escape')
})

test('a point has a label and a reason', async () => {
  let sheet = await board.fit()
  await board.doubleClick(sheet.point('Анна', 'Market research'))
  await board.type('Слишком много вкладок')
  await board.press('Enter')
  await expect.poll(() => board.points('Анна')).toMatchObject([{}, { label: 'Слишком много вкладок' }, {}, {}])
  sheet = await board.fit()
  await board.click(sheet.point('Анна', 'Market research'))
  await board.toolbar.getByRole('button', { name: 'Reason' }).click()
  await expect(board.page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await board.type('Every bank words its terms its own way.')
  // As it is typed, not only when the field is left.
  await expect.poll(() => board.points('Анна')).toMatchObject([{}, { reason: 'Every bank words its terms its own way.' }, {}, {}])
  await board.press('Enter')
  await board.toolbar.getByRole('button', { name: 'Reason' }).click()
  await expect(board.page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await board.type(' Nobody explains.')
  const longer = 'Every bank words its terms its own way. Nobody explains.'
  await expect.poll(() => board.points('Анна')).toMatchObject([{}, { reason: longer }, {}, {}])
  await board.press('Escape')
  await expect.poll(() => board.points('Анна')).toMatchObject([{}, { reason: 'Every bank words its terms its own way.' }, {}, {}])
})

test('keys pressed at once after a reason is opened are text, and at once after it is closed they are not', async () => {
  const { page } = board
  const reason = async () => (await board.points('Анна'))[1]?.reason
  const written = await reason()
  const sheet = await board.fit()
  await board.click(sheet.point('Анна', 'Market research'))
  await board.toolbar.getByRole('button', { name: 'Reason' }).focus()
  // Each look is in the very next task, where the next key of somebody fast would be on a machine that has drawn nothing yet.
  const focused = await page.evaluate(async () => {
    const nextTask = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve())
        port1.start()
        port2.postMessage(null)
      })
    const button = document.activeElement
    if (button instanceof HTMLElement) button.click()
    await nextTask()
    const field = document.activeElement
    const atEnd = field instanceof HTMLTextAreaElement && field.value !== '' && field.selectionStart === field.value.length
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }))
    await nextTask()
    return [field?.tagName, atEnd, document.activeElement?.tagName === 'TEXTAREA']
  })
  expect(focused).toEqual(['TEXTAREA', true, false])
  await board.toolbar.getByRole('button', { name: 'Reason' }).focus()
  await board.press('Enter', 'KeyN', 'End', 'ArrowRight', 'Space', 'KeyE')
  await expect.poll(reason).toBe(`${written}n e`)
  await board.press('Escape')
  await expect.poll(reason).toBe(written)
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)
})

test('the menu of a point has what its toolbar has: its value, its label and its reason', async () => {
  const sheet = await board.fit()
  const before = (await board.value('Анна', 'Market research')) ?? 0
  await board.click(sheet.point('Анна', 'Market research'), { button: 'right' })
  await board.page.getByRole('menuitem', { name: /^Raise/ }).click()
  await expect.poll(() => board.value('Анна', 'Market research')).toBe(before + 0.5)
  await board.press('Control+KeyZ')
  await expect.poll(() => board.value('Анна', 'Market research')).toBe(before)

  await board.click(sheet.point('Анна', 'Market research'), { button: 'right' })
  await board.page.getByRole('menuitem', { name: 'Reason' }).click()
  await expect(board.page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await board.type(' At all.')
  await expect.poll(() => board.points('Анна')).toMatchObject([{}, { reason: 'Every bank words its terms its own way. At all.' }, {}, {}])
  await board.press('Escape')
  await expect.poll(() => board.points('Анна')).toMatchObject([{}, { reason: 'Every bank words its terms its own way.' }, {}, {}])
})

test('the lowest point at the threshold is called critical, and no longer when it rises', async () => {
  await board.focus(/^Emotion, Анна, Market research/)
  await board.press('Shift+ArrowDown', 'ArrowDown')
  await expect.poll(() => board.value('Анна', 'Market research')).toBe(-4)
  const point = board.item(/^Emotion, Анна, Market research/)
  await expect(point).toHaveAttribute('aria-valuetext', /critical point/)
  await board.press('ArrowUp')
  await expect(point).not.toHaveAttribute('aria-valuetext', /critical point/)
})

test('a curve is hidden and shown; a removed persona takes its curve along, and undo brings both back', async () => {
  await panel().getByRole('button', { name: 'Hide the curve of Анна' }).click()
  await expect(board.item(/^Emotion, Анна/)).toHaveCount(0)
  await panel().getByRole('button', { name: 'Show the curve of Анна' }).click()
  await expect(board.item(/^Emotion, Анна/)).toHaveCount(4)
  const before = await board.map()
  await panel().getByRole('button', { name: 'Remove Анна' }).click()
  await expect.poll(async () => (await personas()).map(({ name }) => name)).toEqual(['Viktor'])
  await board.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => board.map()).toEqual(before)
})

test('notes are told to be about a persona', async () => {
  await board.focus(/^Empty cell, Thoughts, Problem/)
  await board.press('Enter')
  await board.type('I pay and own nothing')
  await board.press('Escape', 'KeyP')
  const id = (await personas()).find(({ name }) => name === 'Анна')?.id
  await expect.poll(async () => (await board.note('I pay and own nothing'))?.personas).toEqual([id])
  await expect(board.item(/^I pay and own nothing, Problem, about Анна/)).toBeFocused()
})
