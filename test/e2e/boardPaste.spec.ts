import { expect, test } from '@playwright/test'
import { newFunnel, type BoardPage } from './support/board'
import type { Launched } from './support/launch'

// What comes from the clipboard: more than fits, ranges of a spreadsheet, chats.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  ;({ launched, board } = await newFunnel())
})

test.afterAll(async () => {
  await launched.close()
})

async function copied(text: string): Promise<void> {
  await launched.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
}

function message(text: string | RegExp) {
  return board.page.locator('.toast').filter({ hasText: text })
}

const LONG = Array.from({ length: 5_200 }, (_, i) => `w${i}`).join(' ')

test('a text too long for a note becomes several notes, whatever ends the field, and Undo takes them back', async () => {
  await board.focus(/^Empty cell, Thoughts, Problem/)
  await board.press('Enter')
  await copied(LONG)
  await board.press('Control+KeyV')
  await expect(message('the rest is in 1 more note')).toBeVisible()
  await board.press('Escape')
  await expect.poll(async () => (await board.texts('thoughts', 'Problem')).join(' ') === LONG).toBe(true)
  await message('the rest is in 1 more note').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => board.texts('thoughts', 'Problem')).toEqual([])
})

test('a name and a reason take what fits and say what does not', async () => {
  await board.focus('Stage: Problem')
  await board.press('F2', 'End')
  await copied('n'.repeat(615))
  await board.press('Control+KeyV')
  await expect(board.field).toHaveValue(`Problem${'n'.repeat(493)}`)
  await expect(message('122 characters did not fit')).toBeVisible()
  await board.press('Enter')
  await expect.poll(async () => (await board.stages())[0]).toBe(`Problem${'n'.repeat(493)}`)
  await message('122 characters did not fit').getByRole('button', { name: 'Put the rest into the inbox' }).click()
  await expect.poll(() => board.inbox()).toEqual(['n'.repeat(122)])
  await board.press('Control+KeyZ', 'Control+KeyZ')
  await expect.poll(async () => (await board.stages())[0]).toBe('Problem')

  await board.press('Control+Shift+KeyP')
  const name = board.page.getByRole('region', { name: 'Personas' }).getByRole('textbox', { name: 'Name' })
  await name.fill('Анна')
  await copied('я'.repeat(600))
  await name.press('Control+KeyV')
  await expect(board.page.getByText('104 characters did not fit. The limit is 500.')).toBeVisible()
  await expect(name).toHaveValue(`Анна${'я'.repeat(496)}`)
  await expect.poll(async () => (await board.map()).personas[0]?.name).toBe(`Анна${'я'.repeat(496)}`)

  await board.focus(/^Emotion, Анна.*, Problem, no value/)
  await board.press('Enter')
  await board.toolbar.getByRole('button', { name: 'Reason' }).click()
  await board.type('Because ')
  await copied('r'.repeat(5_000))
  await board.press('Control+KeyV')
  await expect(message('8 characters did not fit')).toBeVisible()
  await board.press('Enter')
  await expect.poll(async () => (await board.map()).personas[0]?.points[0]?.reason).toBe(`Because ${'r'.repeat(4_992)}`)
  await board.press('Control+Shift+KeyP')
})

test('cells of a spreadsheet go to the cells of the board from the focused one on', async () => {
  await board.focus(/^Empty cell, Actions, Problem/)
  await copied('Searches\t"Compares\nthe terms"\t\r\n\tCalls ""the bank""\t"Signs"\r\n')
  await board.press('Control+KeyV')
  await expect.poll(() => board.texts('actions', 'Market research')).toEqual(['Compares\nthe terms'])
  expect(await board.texts('actions', 'Problem')).toEqual(['Searches'])
  await expect(message('4 notes pasted')).toBeVisible()
  await message('4 notes pasted').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => board.texts('actions', 'Market research')).toEqual([])
  expect(await board.texts('actions', 'Problem')).toEqual([])
})

test('a pasted chat is offered as what each person said, and lines in a note as notes', async () => {
  await board.focus(/^Empty cell, Actions, Problem/)
  await copied('[10:42] Igor: Where is my card?\n[10:43] Eva: In the post')
  await board.press('Control+KeyV')
  await message('2 notes pasted').getByRole('button', { name: 'Take the authors from the text' }).click()
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Where is my card?', 'In the post'])
  expect((await board.notes('actions', 'Problem')).map(({ author }) => author)).toEqual(['Igor', 'Eva'])

  await board.focus(/^Empty cell, Actions, Purchase/)
  await board.press('Enter')
  await copied('1. one\n2. two')
  await board.press('Control+KeyV')
  await message('2 lines are in one note').getByRole('button', { name: 'Make a note of each line' }).click()
  await expect.poll(() => board.texts('actions', 'Purchase')).toEqual(['one', 'two'])
})

test('text that is dropped on the board becomes notes where it was dropped', async () => {
  const sheet = await board.fit()
  const at = sheet.cell('barriers', 'Decision')
  await board.page.evaluate(({ x, y }) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', '• No branch near\n• No time')
    const event = new DragEvent('drop', { dataTransfer, clientX: x, clientY: y, bubbles: true, cancelable: true })
    document.elementFromPoint(x, y)?.dispatchEvent(event)
  }, at)
  await expect.poll(() => board.texts('barriers', 'Decision')).toEqual(['No branch near', 'No time'])
})
