import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { Settings } from '../../shared/ipc/contract'
import { launchApp, type Launched } from './support/launch'
import { mapFolder, readMapFile, writeMapFile } from './support/mapFiles'
import { openMap, saveState, toStart, windowCount, writeNote } from './support/screens'

// What a person chooses for themselves: kept, shared by all windows, and never in the way of a map.

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+Comma')
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** What another window would do. */
async function change(page: Page, settings: Partial<Settings>): Promise<void> {
  await page.evaluate((changed) => window.wayline.call('settings.change', changed), settings)
}

async function settingsOnDisk({ userData }: Launched): Promise<unknown> {
  return JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8'))
}

test('damaged settings and recent maps are set aside, and the app starts as if it were new', async () => {
  const userData = await mkdtemp(path.join(tmpdir(), 'wayline-e2e-'))
  const damaged = { 'settings.json': '{"theme":"dark","language":', 'recents.json': '\0\0\0\0' } as const
  for (const [name, text] of Object.entries(damaged)) await writeFile(path.join(userData, name), text)

  const launched = await launchApp({ userData })
  await toStart(launched)
  await expect(launched.page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(launched.page.getByText('Maps you open will appear here')).toBeVisible()
  for (const [name, text] of Object.entries(damaged)) {
    const aside = (await readdir(userData)).filter((file) => file.startsWith(`${name}.damaged-`))
    expect(aside).toHaveLength(1)
    expect(await readFile(path.join(userData, aside[0] ?? ''), 'utf8')).toBe(text)
  }

  await openSettings(launched.page)
  await launched.page.getByRole('radio', { name: 'Dark' }).click()
  await expect.poll(() => settingsOnDisk(launched)).toMatchObject({ theme: 'dark' })
  await launched.close()
})

test('what was chosen is there after a restart, in the language and the colours from the first picture on', async () => {
  const first = await launchApp()
  await toStart(first)
  await openSettings(first.page)
  await first.page.getByRole('radio', { name: 'Polski' }).click()
  const dialog = first.page.getByRole('dialog', { name: 'Ustawienia' })
  await dialog.getByRole('radio', { name: 'Ciemny' }).click()
  await dialog.getByRole('textbox').fill('Zażółć Gęślą')
  await dialog.getByRole('switch').click()
  await leaveDialog(first.page)
  await first.close()

  const second = await launchApp({ userData: first.userData })
  const { page } = second
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('heading', { name: 'Od czego zaczynamy?' })).toBeVisible()
  // The system's own parts, and what is behind the page before it draws, are dark as well.
  const outside = await second.app.evaluate(({ nativeTheme, BrowserWindow }) => [
    nativeTheme.themeSource,
    BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  ])
  expect(outside).toEqual(['dark', '#121315'])
  await openSettings(page)
  await expect(page.getByRole('textbox')).toHaveValue('Zażółć Gęślą')
  await expect(page.getByRole('switch')).not.toBeChecked()
  await second.close()
})

test('without a choice the app speaks the language of the system', async () => {
  for (const [language, heading] of [
    ['ru', 'С чего начнём?'],
    ['pl', 'Od czego zaczynamy?'],
    ['de', 'Where do we begin?'],
  ] as const) {
    const launched = await launchApp({ env: { LANGUAGE: language } })
    await expect(launched.page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await launched.close()
  }
})

test.describe('with a map', () => {
  let running: Launched

  test.beforeAll(async () => {
    running = await launchApp()
    await toStart(running)
  })

  test.afterEach(async () => {
    await change(running.page, { language: 'en', theme: 'system', singleKeyShortcuts: true, displayName: '' })
    await toStart(running)
  })

  test.afterAll(() => running.close())

  test('another language takes neither the selection, nor what is being typed, nor what can be undone', async () => {
    const { page } = running
    const file = path.join(await mapFolder(), 'Languages.cjm')
    await writeMapFile(file, { notes: ['One', 'Two'] })
    const board = await openMap(running, file)
    await writeNote(board, 'Can be undone')

    await board.focus(/^One/)
    await board.press('Shift+ArrowRight')
    await expect.poll(() => board.selected()).toHaveLength(2)
    await openSettings(page)
    await page.getByRole('radio', { name: 'Русский' }).click()
    await expect(page.getByRole('dialog', { name: 'Настройки' })).toBeVisible()
    await leaveDialog(page)
    await expect.poll(() => board.selected()).toEqual([expect.stringMatching(/^One/), expect.stringMatching(/^Two/)])
    await expect(page.getByRole('toolbar')).toBeVisible()

    // In another window somebody goes back to English while here somebody is in the middle of a word.
    await board.press('Escape')
    await board.focus('Пустая ячейка, Цели, Purchase')
    await board.press('Enter')
    await board.type('half a wo')
    await board.press('ArrowLeft')
    await change(page, { language: 'pl' })
    await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
    await expect(board.field).toBeFocused()
    await board.type('X')
    await expect(board.field).toHaveValue('half a wXo')
    await board.press('Escape')

    await board.press('Control+KeyZ')
    await expect.poll(() => board.note('half a wXo')).toBeUndefined()
    await board.press('Control+KeyZ')
    await expect.poll(() => board.note('Can be undone')).toBeUndefined()
    await board.press('Control+Shift+KeyZ')
    await expect.poll(() => board.note('Can be undone')).toBeDefined()
    expect(await board.stages()).toEqual(['Awareness', 'Purchase'])
  })

  test('colours change at once, on the board too, and follow the system where that is chosen', async () => {
    const { page } = running
    const file = path.join(await mapFolder(), 'Colours.cjm')
    await writeMapFile(file)
    await openMap(running, file)
    const sheet = () => colorAt(page, '.map-board canvas')
    const surface = () => page.locator('.title-bar').evaluate((bar) => getComputedStyle(bar).backgroundColor)

    await openSettings(page)
    await page.getByRole('radio', { name: 'Dark' }).click()
    await expect.poll(surface).toBe('rgb(27, 29, 32)')
    await expect.poll(sheet).toBe('27,29,32')
    await page.getByRole('radio', { name: 'Light' }).click()
    await expect.poll(surface).toBe('rgb(255, 255, 255)')
    await expect.poll(sheet).toBe('255,255,255')

    await page.getByRole('radio', { name: 'Same as system' }).click()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(surface).toBe('rgb(27, 29, 32)')
    await page.emulateMedia({ colorScheme: null })
    await leaveDialog(page)
  })

  test('single letters do nothing once they are off, and everything else still works', async () => {
    const { page } = running
    const file = path.join(await mapFolder(), 'Letters.cjm')
    await writeMapFile(file)
    const board = await openMap(running, file)
    const hand = page.getByRole('button', { name: 'Hand', exact: true })
    await board.press('KeyH')
    await expect(hand).toHaveAttribute('aria-pressed', 'true')
    await board.press('KeyV')
    await expect(hand).toHaveAttribute('aria-pressed', 'false')

    await openSettings(page)
    await page.getByRole('switch', { name: 'Single-letter shortcuts' }).click()
    await leaveDialog(page)
    await board.press('KeyH', 'KeyS')
    await expect(hand).toHaveAttribute('aria-pressed', 'false')
    expect(await board.stages()).toEqual(['Awareness', 'Purchase'])
    await writeNote(board, 'Still written by keyboard')
    await expect.poll(() => board.note('Still written by keyboard')).toBeDefined()
  })

  test('the name in the settings stands beside the notes one writes', async () => {
    const { page } = running
    const file = path.join(await mapFolder(), 'Names.cjm')
    await writeMapFile(file)
    const board = await openMap(running, file)
    await openSettings(page)
    await page.getByRole('textbox', { name: 'Your name' }).fill('Łucja Ким')
    await page.keyboard.press('Enter')
    await leaveDialog(page)
    await writeNote(board, 'Mine')
    await expect(saveState(page)).toHaveText(/^Saved/)
    const { map } = await readMapFile(file)
    expect(map.lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes))).toMatchObject([{ text: 'Mine', author: 'Łucja Ким' }])
  })

  test('all windows speak one language', async () => {
    const { page, app } = running
    const file = path.join(await mapFolder(), 'Windows.cjm')
    await writeMapFile(file)
    await openMap(running, file)
    await page.keyboard.press('Control+KeyN')
    const [other] = await Promise.all([app.waitForEvent('window'), page.getByRole('button', { name: 'Create the map' }).click()])
    await expect(other.getByRole('grid')).toBeAttached()
    await openSettings(other)
    await other.getByRole('radio', { name: 'Русский' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    await other.close()
    await expect.poll(() => windowCount(running)).toBe(1)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

/** Colour of the sheet, a little to the right of its corner under the way line, as the board drew it. */
function colorAt(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d')
      const { data } = context?.getImageData(Math.floor(canvas.width / 2), Math.floor(canvas.height / 3), 1, 1) ?? { data: [] }
      return [...data].slice(0, 3).join(',')
    })
}

test('a message that comes while a dialog is open lies over it, and closing the message leaves the dialog', async () => {
  const launched = await launchApp()
  const { page, app } = launched
  await toStart(launched)
  // The disk with the settings refuses.
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('wayline:call:settings.change')
    ipcMain.handle('wayline:call:settings.change', () => ({ ok: false, code: 'unsaved' }))
  })
  await openSettings(page)
  await page.getByRole('radio', { name: 'Dark' }).click()
  const message = page.locator('.toast')
  await expect(message).toBeVisible()
  // A press that something lies over would not reach the button.
  await message.getByRole('button', { name: 'Close' }).click()
  await expect(message).toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeVisible()
  await launched.close()
})
