import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { ReadableMap } from '../../shared/export/readableSchema'
import { openSample, shown, type BoardPage } from './support/board'
import { answerDialogs, launchApp, type Launched } from './support/launch'

// The whole path of a new user: look at the sample, change it, take it all back, save it, lose power, go on.

const WRITTEN = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth']

test('a day with the sample: everything that was done is there after the app was killed', async () => {
  const first = await launchApp()
  let board = await openSample(first)
  await board.resize(1920, 1080)
  const sample = await board.map()
  let edits = 0

  await test.step('a stage and eight notes, by keyboard only', async () => {
    // From nothing, the first arrow puts the keyboard on the board.
    await board.press('ArrowDown', 'KeyS')
    await expect(board.field).toBeFocused()
    await board.type('Dreaming')
    await board.press('Enter')
    await expect.poll(() => board.stages()).toContain('Dreaming')
    edits += 1
    await board.press('ArrowDown')
    await expect(board.item(/^Empty cell, Goals, Dreaming/)).toBeFocused()
    await board.press('ArrowDown')
    await expect(board.item(/^Empty cell, Actions, Dreaming/)).toBeFocused()
    await board.press('Enter')
    for (const text of WRITTEN) {
      await expect(board.field).toHaveValue('')
      await board.type(text)
      await board.press('Enter')
      edits += 1
    }
    await board.press('Escape')
    await expect(board.field).toHaveCount(0)
    await expect.poll(() => board.texts('actions', 'Dreaming')).toEqual(WRITTEN)
  })

  await test.step('two notes caught with a marquee and dragged to another cell', async () => {
    const sheet = await board.fit()
    const cell = sheet.cellRect('actions', 'Dreaming')
    const [one, two] = [sheet.noteRect('Third'), sheet.noteRect('Fourth')]
    // From the empty edge of the cell, over the second row of it.
    await board.drag({ x: cell.x + 2, y: one.y + 2 }, { x: two.x + two.width / 2, y: two.y + two.height - 3 })
    expect(await board.selected()).toEqual([expect.stringContaining('Third'), expect.stringContaining('Fourth')])
    const there = sheet.cellRect('goals', 'Dreaming')
    await board.drag(sheet.note('Third'), { x: there.x + there.width / 2, y: there.y + there.height / 2 })
    await expect.poll(() => board.texts('goals', 'Dreaming')).toEqual(['Third', 'Fourth'])
    edits += 1
  })

  await test.step('a curve is shaped: a point dragged, moved with arrows, and taken out', async () => {
    const sheet = await board.fit()
    await board.drag(sheet.point('Anna, 29', 'Application'), sheet.emotion('Application', 2.6))
    await expect.poll(() => board.value('Anna, 29', 'Application')).toBe(2.5)
    await board.press('ArrowUp', 'Shift+ArrowUp')
    await expect.poll(() => board.value('Anna, 29', 'Application')).toBe(4)
    edits += 3
    await board.click((await board.fit()).point('Anna, 29', 'Routine'))
    await board.press('Delete')
    await expect.poll(() => board.value('Anna, 29', 'Routine')).toBeNull()
    edits += 1
  })

  const done = await board.map()
  await test.step('everything is taken back, and done again', async () => {
    for (let i = 0; i < edits; i += 1) await board.press('Control+KeyZ')
    await expect.poll(() => board.map()).toEqual(sample)
    for (let i = 0; i < edits; i += 1) await board.press('Control+Shift+KeyZ')
    await expect.poll(() => board.map()).toEqual(done)
  })

  await test.step('the app speaks Russian, and nothing of the map changes', async () => {
    await board.press('Control+Comma')
    await first.page.getByRole('radio', { name: 'Русский' }).click()
    await board.press('Escape')
    await expect(first.page.getByRole('dialog')).toHaveCount(0)
    board.language = 'ru'
    await expect(board.item(/^Дорожка: /).first()).toBeAttached()
    expect(await board.map()).toEqual(done)
  })

  const folder = await mkdtemp(path.join(tmpdir(), 'wayline-e2e-maps-'))
  const file = path.join(folder, 'Карта первой ипотеки (черновик).cjm')
  await test.step('it is saved under a Cyrillic name with spaces', async () => {
    await answerDialogs(first.app, { save: file })
    await board.press('Control+KeyS')
    await expect.poll(() => readMapFile(file)).toEqual(done)
    await expect(first.page.getByRole('status').first()).toContainText('Сохранено')
  })

  await test.step('a last edit, which only the journal has, and the power fails', async () => {
    const sheet = await board.fit()
    await board.doubleClick(sheet.cell('painsAndWins', 'Dreaming'))
    await board.type('Последняя мысль')
    await board.press('Escape')
    await expect.poll(() => board.texts('painsAndWins', 'Dreaming')).toEqual(['Последняя мысль'])
  })
  const last = await board.map()
  await first.kill()

  const again = await launchApp({ userData: first.userData })
  await test.step('the next start brings all of it back', async () => {
    board = await openedAgain(again, file)
    expect(await board.map()).toEqual(last)
    await expect(board.item(/^Дорожка: /).first()).toBeAttached()
  })
  await again.close()
})

async function readMapFile(file: string): Promise<ReadableMap | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as { map: ReadableMap }).map
}

/** Edits that are newer than the file bring their map back by themselves; a map that was saved in time waits among the recent ones. */
async function openedAgain(launched: Launched, file: string): Promise<BoardPage> {
  const { page } = launched
  const recent = page.getByText(path.basename(file, '.cjm'))
  const grid = page.getByRole('grid')
  await expect(grid.or(recent).first()).toBeAttached()
  if ((await grid.count()) === 0) await recent.click()
  const board = await shown(launched)
  board.language = 'ru'
  return board
}
