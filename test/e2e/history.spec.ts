import { AxeBuilder } from '@axe-core/playwright'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { openSample, shown, type BoardPage } from './support/board'
import { clippedTexts } from './support/clippedTexts'
import { answerDialogs, launchApp } from './support/launch'
import { mapFolder, writeMapFile } from './support/mapFiles'
import { saveState, writeNote } from './support/screens'

// What became of a map: a version is named, the map is edited, and the History view shows, walks through and takes back what changed.

const REWRITTEN = 'Know our budget before Saturday’s viewing'
const ADDED = 'Dreams of a garden'
const MOVED = 'Proactive rate review'
const REMOVED = 'Asks parents and friends'

test('a version is named, and what changed since then is seen, walked through, taken back one by one and as a whole', async () => {
  const launched = await launchApp()
  const board = await openSample(launched)
  const { page } = launched
  await board.resize(1920, 1080)
  const sample = await board.map()

  await test.step('the map as it is gets a name', async () => {
    await board.press('Control+Alt+Digit3')
    await nameNow(page, 'Sent to the client')
    await board.press('Control+Alt+Digit1')
    await expect(page.getByRole('grid')).toBeAttached()
  })

  await test.step('a note is added, one rewritten, one moved, one deleted, and a curve changed', () => editMap(board))
  const edited = await board.map()

  await test.step('the History view counts it and says it', async () => {
    await page.getByRole('radio', { name: 'History' }).click()
    await version(page, 'Sent to the client').click()
    const strip = page.getByRole('region', { name: 'Comparison' })
    for (const count of ['1 added', '1 changed', '1 moved', '1 removed', 'Curve, 1 point']) await expect(strip).toContainText(count)
    const said = page.getByRole('list', { name: 'All changes' }).getByRole('listitem')
    await expect(said).toHaveCount(5)
    await expect(said.filter({ hasText: 'Removed' })).toContainText(REMOVED)
    await expect(said.filter({ hasText: 'Changed: curve' })).toContainText('Anna')
  })

  await test.step('the timeline is gone through by keyboard', async () => {
    await nameNow(page, 'After the workshop')
    await version(page, 'After the workshop').click()
    await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('No differences')
    await board.press('ArrowDown')
    await expect(version(page, 'Sent to the client')).toBeFocused()
    await expect(version(page, 'Sent to the client')).toHaveAttribute('aria-pressed', 'true')
    await expect(version(page, 'After the workshop')).toContainText('+1')
  })

  await test.step('the arrow keys go from change to change', async () => {
    await expect(walker(page)).toContainText('Change 1 of 5')
    await board.press('ArrowRight', 'ArrowRight')
    await expect(walker(page)).toContainText('Change 3 of 5')
    await board.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await expect(walker(page)).toContainText('Change 5 of 5')
  })

  await test.step('what was and where it was is said', async () => {
    await walkTo(board, 'Changed: note')
    await expect(walker(page)).toContainText(`was “${REWRITTEN}”`)
    await walkTo(board, 'Moved')
    await expect(walker(page)).toContainText('from ')
  })

  await test.step('one change is taken back, and only that, by a double click too', async () => {
    await walkTo(board, 'Removed')
    await walker(page).getByRole('button', { name: 'Undo this change' }).dblclick()
    await expect(walker(page)).toContainText('of 4')
    expect(await board.note(REMOVED)).toBeDefined()
    expect(await board.note(ADDED)).toBeDefined()
  })

  await test.step('the version that was restored stays chosen, though the map before it is a newer one now', async () => {
    await board.press('Control+Alt+Digit1')
    await board.press('Control+Alt+Digit3')
    await expect(version(page, 'After the workshop')).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: 'Restore A' }).click()
    await expect(version(page, 'Before restoring')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('No differences')
    await expect(version(page, 'After the workshop')).toHaveAttribute('aria-pressed', 'true')
    await board.press('Control+KeyZ')
    await version(page, 'Sent to the client').click()
  })

  await test.step('the whole version is restored by one edit, and Ctrl+Z brings the map back', async () => {
    const before = await board.map()
    await page.getByRole('button', { name: 'Restore A' }).click()
    await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('No differences')
    await expect.poll(() => board.map()).toEqual(sample)
    await board.press('Control+KeyZ')
    await expect.poll(() => board.map()).toEqual(before)
    await board.press('Control+KeyZ')
    await expect.poll(() => board.map()).toEqual(edited)
  })

  await test.step('a version is deleted only after a question, and the keyboard stays in the list', async () => {
    await version(page, 'After the workshop').click()
    await startDeleting(page)
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await board.press('Escape')
    await expect(version(page, 'After the workshop')).toBeFocused()
    await startDeleting(page)
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(version(page, 'After the workshop')).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Versions' }).locator(':focus')).toHaveCount(1)
  })

  await test.step('nothing on the board can be edited meanwhile', async () => {
    await page.getByRole('main').click()
    await board.press('KeyN', 'Delete', 'Control+KeyV')
    await board.type('x')
    expect(await board.map()).toEqual(edited)
    await expect(board.field).toHaveCount(0)
  })

  await launched.close()
})

test('the map as it is says when it was saved', async () => {
  const file = path.join(await mapFolder(), 'Saved.cjm')
  await writeMapFile(file, { title: 'Home loan', notes: [ADDED] })
  const launched = await launchApp({ args: [file] })
  const { page } = launched
  const board = await shown(launched)
  await writeNote(board, 'Asks a friend')
  await expect(saveState(page)).toHaveText(/^Saved \d\d:\d\d$/)
  const said = (await saveState(page).textContent()) ?? ''
  await page.getByRole('radio', { name: 'History' }).click()
  const now = page.getByRole('region', { name: 'Versions' }).getByRole('listitem').filter({ hasText: 'Now' })
  await expect(now).toContainText(said)
  await launched.close()
})

test('another file is compared without being opened, and nothing of it can be taken over by mistake', async () => {
  const file = path.join(await mapFolder(), 'Colleague.cjm')
  await writeMapFile(file, { title: 'Home loan', notes: [ADDED] })
  const launched = await launchApp()
  const board = await openSample(launched)
  await board.resize(1280, 800)
  await answerDialogs(launched.app, { open: file })
  const menu = await board.openMenu('File')
  await menu.getByRole('menuitem', { name: 'Compare with…' }).click()

  const strip = launched.page.getByRole('region', { name: 'Comparison' })
  await expect(strip).toContainText('This map')
  await expect(strip).toContainText('Colleague')
  await expect(strip).toContainText('removed')
  await expect(launched.page.getByRole('list', { name: 'All changes' })).toContainText(ADDED)
  await expect(launched.page.getByRole('button', { name: /Restore|Undo this change/ })).toHaveCount(0)

  await launched.page.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(strip).not.toContainText('Colleague')
  await launched.close()
})

test('the words of the view fit in a small window, in Russian and Polish', async () => {
  const launched = await launchApp()
  const board = await openSample(launched)
  await board.resize(1280, 800)
  await board.press('Control+Alt+Digit3')
  await nameNow(launched.page, 'Sent to the client')
  await board.press('Control+Alt+Digit1')
  await editMap(board)
  await board.press('Control+Alt+Digit3')
  for (const language of ['Русский', 'Polski']) {
    await board.press('Control+Comma')
    await launched.page.getByRole('radio', { name: language }).click()
    await board.press('Escape')
    await expect(launched.page.getByRole('dialog')).toHaveCount(0)
    await expect(launched.page.locator('.history-walker')).toBeVisible()
    expect(await clippedTexts(launched.page)).toEqual([])
    await expectAccessible(launched.page)
  }
  await launched.close()
})

/** One edit of every sort. */
async function editMap(board: BoardPage): Promise<void> {
  await board.press('ArrowDown')
  await board.focus(note(REWRITTEN))
  await board.press('Enter')
  await expect(board.field).toBeFocused()
  await board.press('Control+KeyA')
  await board.type('Know our budget before the weekend')
  await board.press('Enter')
  await expect(board.field).toHaveCount(0)
  await board.focus(note(REMOVED))
  await board.press('Delete')
  await board.focus(note(MOVED))
  await board.press('Alt+ArrowRight')
  const sheet = await board.fit()
  await board.drag(sheet.point('Anna, 29', 'Application'), sheet.emotion('Application', 2.6))
  await expect.poll(() => board.value('Anna, 29', 'Application')).toBe(2.5)
  await writeNote(board, ADDED, 'Moments of truth, Awareness')
}

/** Rules of WCAG 2.2 AA that a program can check. */
async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([])
}

async function nameNow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Name this one' }).click()
  await page.getByRole('textbox', { name: 'Name of the version' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(version(page, name)).toBeVisible()
}

async function startDeleting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for this version' }).click()
  await page.getByRole('menuitem', { name: 'Delete this version' }).click()
}

function note(text: string): RegExp {
  return new RegExp(text)
}

function version(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Versions' }).getByRole('button', { name })
}

function walker(page: Page): Locator {
  return page.getByRole('region', { name: 'Walk through the changes' })
}

/** Go on until the change in hand says so. */
async function walkTo(board: BoardPage, said: string): Promise<void> {
  const count = await board.page.getByRole('list', { name: 'All changes' }).getByRole('listitem').count()
  for (let i = 0; i < count; i += 1) {
    if ((await walker(board.page).innerText()).includes(said)) return
    await board.press('ArrowRight')
  }
  throw new Error(`no change says ${said}`)
}
