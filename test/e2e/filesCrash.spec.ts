import type { ChildProcess } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { shown, type BoardPage } from './support/board'
import { answerDialogs, askedDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder, notesIn, readMapFile, writeMapFile } from './support/mapFiles'
import { openMap, saveState, toStart, writeNext, writeNote } from './support/screens'

// What is left of somebody's work when the app ends: in order, and in the middle of a word.

const running: ChildProcess[] = []

async function start(userData?: string): Promise<Launched> {
  const launched = await launchApp(userData === undefined ? {} : { userData })
  running.push(launched.app.process())
  return launched
}

test.afterEach(async () => {
  // Only a test that failed leaves one.
  for (const app of running.splice(0)) app.kill('SIGKILL')
})

function recovered(page: Page) {
  return page.locator('.ui-banner', { hasText: 'recovered after the app closed unexpectedly' })
}

test('a draft survives quitting without a question, and waits in the list of recent maps', async () => {
  const first = await start()
  await toStart(first)
  await first.page.getByRole('button', { name: 'Blank map' }).click()
  const board = await shown(first)
  await writeNote(board, 'Never saved anywhere')
  // Quitting in the middle of a note keeps what is in its field.
  await board.press('Control+Enter')
  await board.type('half a thou')
  await first.close()

  const second = await start(first.userData)
  await toStart(second)
  await expect(recovered(second.page)).toHaveCount(0)
  const card = second.page.locator('.recent')
  await expect(card).toContainText('Not saved to a file yet')
  await card.locator('.recent-open').click()
  const again = await shown(second)
  await expect.poll(() => again.texts('goals', 'Awareness')).toEqual(['Never saved anywhere', 'half a thou'])
  await expect(saveState(second.page)).toHaveText('Kept on this computer')
  await expect(recovered(second.page)).toHaveCount(0)

  // Left for the start screen and opened again, it is the same draft.
  await toStart(second)
  await expect(card).toHaveCount(1)
  await second.close()
})

test('a map with a file is written before the app quits, and nothing has to come back', async () => {
  const file = path.join(await mapFolder(), 'Written at the end.cjm')
  await writeMapFile(file)
  const first = await start()
  await toStart(first)
  const board = await openMap(first, file)
  await board.focus('Empty cell, Goals, Awareness')
  await board.press('Enter')
  await board.type('Typed and quit at once')
  await first.close()
  expect(notesIn(await readMapFile(file))).toEqual(['Typed and quit at once'])

  const second = await start(first.userData)
  await toStart(second)
  await expect(recovered(second.page)).toHaveCount(0)
  await second.close()
})

const ROUNDS = 4

test('killed again and again in the middle of typing, a draft has every time what the app had called kept', async () => {
  let launched = await start()
  await toStart(launched)
  await launched.page.getByRole('button', { name: 'Blank map' }).click()
  let board = await shown(launched)
  await writeNote(board, 'Round 0')
  let whole = ['Round 0']

  for (let round = 1; round <= ROUNDS; round += 1) {
    await expect(saveState(launched.page)).toHaveText('Kept on this computer')
    await writeNext(board, `Kept in round ${round}`)
    await expect(saveState(launched.page)).toHaveText('Kept on this computer')
    const kept = [...whole, `Kept in round ${round}`]

    // The power fails after any number of letters, the last of which nobody promised to keep.
    const text = `Round ${round}: ${'and then something happened '.repeat(3)}`
    await board.press('Control+Enter')
    await expect(board.field).toBeFocused()
    await board.type(text.slice(0, Math.floor((text.length * round) / ROUNDS)))
    await launched.kill()

    launched = await start(launched.userData)
    board = await shown(launched)
    await expect(recovered(launched.page)).toContainText(/^[1-3] changes? w(?:as|ere) recovered/)
    whole = await board.texts('goals', 'Awareness')
    expect(whole.slice(0, kept.length)).toEqual(kept)
    const rest = whole.slice(kept.length)
    expect(rest.length).toBeLessThanOrEqual(1)
    expect(rest.every((last) => text.startsWith(last))).toBe(true)
    // The keyboard goes on where the map was left.
    await focusLast(board, whole)
  }

  await recovered(launched.page).getByRole('button', { name: 'Close' }).click()
  await expect(recovered(launched.page)).toHaveCount(0)
  await launched.close()
  const calm = await start(launched.userData)
  await toStart(calm)
  await expect(recovered(calm.page)).toHaveCount(0)
  await calm.close()
})

test('killed before the hands rested, a map with a file comes back with the last edits and writes them', async () => {
  const file = path.join(await mapFolder(), 'Прервано.cjm')
  await writeMapFile(file, { notes: ['From before'] })
  const first = await start()
  await toStart(first)
  const board = await openMap(first, file)
  await board.focus('Empty cell, Goals, Awareness')
  await board.press('Enter')
  const before = await readFile(file)
  await board.type('Typed, then the power failed')
  await board.press('Enter')
  await first.page.getByRole('button', { name: /: rename the map/ }).click()
  await board.press('Control+KeyA')
  await board.type('Renamed in the dark')
  await expect(saveState(first.page)).not.toHaveText('Storing…')
  await first.kill()

  const second = await start(first.userData)
  const again = await shown(second)
  expect(await again.texts('goals', 'Awareness')).toEqual(['Typed, then the power failed'])
  await expect(second.page.getByRole('button', { name: 'Renamed in the dark: rename the map' })).toBeVisible()
  // Either the file had it when the power failed, or it came back and was said.
  if ((await readFile(file)).equals(before)) await expect(recovered(second.page)).toContainText(/^[1-4] changes? w(?:as|ere) recovered/)
  await expect.poll(async () => notesIn(await readMapFile(file)).sort()).toEqual(['From before', 'Typed, then the power failed'])
  await expect(saveState(second.page)).toHaveText(/^Saved/)
  await second.close()
})

test('what is typed in the fields of a panel survives a kill, and one undo takes it back', async () => {
  const first = await start()
  await toStart(first)
  await first.page.getByRole('button', { name: 'Blank map' }).click()
  const board = await shown(first)
  await first.page.getByRole('button', { name: 'Map settings', exact: true }).click()
  await scenario(first.page).click()
  await board.type('Buys a home, and then the power failed')
  await expect.poll(async () => (await board.map()).scenario).toBe('Buys a home, and then the power failed')
  await expect(saveState(first.page)).toHaveText('Kept on this computer')
  await first.kill()

  const second = await start(first.userData)
  const again = await shown(second)
  expect((await again.map()).scenario).toBe('Buys a home, and then the power failed')
  await second.page.getByRole('button', { name: 'Map settings', exact: true }).click()
  await expect(scenario(second.page)).toHaveValue('Buys a home, and then the power failed')

  await scenario(second.page).press('Control+KeyA')
  await second.page.keyboard.type('Rents a flat ')
  await expect.poll(async () => (await again.map()).scenario).toBe('Rents a flat')
  await expect(scenario(second.page)).toHaveValue('Rents a flat ')
  await second.page.keyboard.press('Escape')
  await second.page.keyboard.press('Control+KeyZ')
  await expect.poll(async () => (await again.map()).scenario).toBe('Buys a home, and then the power failed')
  await second.close()
})

function scenario(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Scenario' })
}

test('quitting asks where the last edits could not even be kept on this computer, and stays if the person does', async () => {
  const first = await start()
  await toStart(first)
  // A file in the place of the folder of the recovery copies: no copy can be made, for whoever asks.
  const journals = path.join(first.userData, 'journals')
  await rm(journals, { recursive: true, force: true })
  await writeFile(journals, '')
  await first.page.getByRole('button', { name: 'Blank map' }).click()
  const board = await shown(first)
  await writeNote(board, 'Nowhere but here')

  await answerDialogs(first.app, { message: 0 })
  await first.app.evaluate(({ app }) => app.quit())
  await expect.poll(async () => (await askedDialogs(first.app)).length).toBe(1)
  expect((await askedDialogs(first.app))[0]?.options.message).toContain('Untitled')
  expect(await board.texts('goals', 'Awareness')).toEqual(['Nowhere but here'])

  // The person leaves after all.
  await answerDialogs(first.app, { message: 1 })
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  await first.app.evaluate(({ app }) => app.quit())
  await ended
})

/** Put the keyboard on the last note of the cell, after which the next one goes. */
async function focusLast(board: BoardPage, texts: readonly string[]): Promise<void> {
  await board.focus(new RegExp(`^${texts.at(-1)?.trimEnd() ?? ''}, Awareness`))
}
