import path from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { addNote, pasteNotes } from '../../shared/commands/notes'
import type { NoteId } from '../../shared/model/note'
import { awareness, TestBoard } from '../support/testBoard'
import type { BoardPage } from './support/board'
import { launchApp, type Launched } from './support/launch'
import { mapFolder, writeBoard } from './support/mapFiles'
import { openMap } from './support/screens'

// An import may put thousands of notes into the inbox: only what is in view is on the page, and every note is reached all the same.

const COUNT = 3_000

let running: Launched
let board: BoardPage

test.beforeAll(async () => {
  running = await launchApp()
  const file = path.join(await mapFolder(), 'large inbox.cjm')
  const notes = Array.from({ length: COUNT }, (_, i) => ({
    noteId: `note_${i}` as NoteId,
    text: `Note ${i + 1}${i % 7 === 0 ? `\n${'with more to say '.repeat(6)}` : ''}`,
  }))
  await writeBoard(
    file,
    TestBoard.starter().run(addNote, { noteId: 'note_on', cell: awareness, text: 'On the board' }).run(pasteNotes, { notes }),
  )
  board = await openMap(running, file)
  await board.press('Control+KeyB')
})

test.afterAll(() => running.close())

function rows(): Locator {
  return board.page.getByRole('region', { name: 'Inbox' }).getByRole('listitem')
}

function row(number: number): Locator {
  return rows().and(board.page.locator(`[aria-posinset="${number}"]`))
}

test('few of the notes are on the page, and each says which of how many it is', async () => {
  await expect(row(1)).toBeFocused()
  await expect(row(1)).toHaveAttribute('aria-setsize', String(COUNT))
  expect(await rows().count()).toBeLessThan(40)
})

test('arrow keys, Home and End reach every note', async () => {
  for (let i = 0; i < 45; i += 1) await board.page.keyboard.press('ArrowDown')
  await expect(row(46)).toBeFocused()
  await expect(row(46)).toBeInViewport()
  await board.page.keyboard.press('End')
  await expect(row(COUNT)).toBeFocused()
  await expect(row(COUNT)).toBeInViewport()
  await board.page.keyboard.press('ArrowDown')
  await board.page.keyboard.press('ArrowUp')
  await expect(row(COUNT - 1)).toBeFocused()
  await board.page.keyboard.press('Home')
  await expect(row(1)).toBeFocused()
  await expect(row(1)).toBeInViewport()
  expect(await rows().count()).toBeLessThan(60)
})

test('the wheel shows others, and the keyboard goes on where it was', async () => {
  await row(1).hover()
  await board.page.mouse.wheel(0, 150_000)
  await expect(row(1)).not.toBeInViewport()
  await expect.poll(async () => rows().filter({ visible: true }).count()).toBeGreaterThan(3)
  await board.page.keyboard.press('ArrowDown')
  await expect(row(2)).toBeFocused()
  await expect(row(2)).toBeInViewport()
})

test('a note that is deleted or placed leaves the keyboard to the next one', async () => {
  await board.page.keyboard.press('Delete')
  await expect(row(2)).toContainText('Note 3')
  await expect(row(2)).toBeFocused()
  await expect(row(2)).toHaveAttribute('aria-setsize', String(COUNT - 1))
  await board.page.keyboard.press('End')
  await expect(row(COUNT - 1)).toBeFocused()
  await board.page.keyboard.press('Delete')
  await expect(row(COUNT - 2)).toBeFocused()
  await expect(row(COUNT - 2)).toContainText(`Note ${COUNT - 1}`)
})
