import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { openSample } from './support/board'
import { launchApp, type Launched } from './support/launch'

// What stands round the board: the start screen, panels, dialogs; in reach of everybody, in every language.

let launched: Launched

test.beforeEach(async () => {
  launched = await launchApp()
})

test.afterEach(async () => {
  await launched.close()
})

/** Rules of WCAG 2.2 AA that a program can check. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  const violations = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
  expect(violations, what).toEqual([])
}

async function lookAt(page: Page, what: string): Promise<void> {
  // What is still fading in has not its colours yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  await expectAccessible(page, what)
}

async function chooseTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((chosen) => window.wayline.call('settings.change', { theme: chosen }), theme)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

for (const theme of ['light', 'dark'] as const) {
  test(`everybody can use the start screen and its dialogs, ${theme}`, async () => {
    const { page } = launched
    await chooseTheme(page, theme)
    await lookAt(page, 'start screen')
    for (const [button, dialog] of [
      ['New map', 'New map'],
      ['Import', 'Import'],
      ['Shortcuts', 'Shortcuts'],
      ['Settings', 'Settings'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${button}`) }).click()
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      await lookAt(page, dialog)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'Templates' }).click()
    await lookAt(page, 'templates')
  })

  test(`everybody can use the map with its panels and dialogs, ${theme}`, async () => {
    await chooseTheme(launched.page, theme)
    const { page } = await openSample(launched)
    await lookAt(page, 'map')
    for (const panel of ['Inbox', 'Personas', 'Map settings']) {
      await page.getByRole('button', { name: panel, exact: true }).click()
      await expect(page.getByRole('region', { name: panel })).toBeVisible()
      await lookAt(page, panel)
    }
    // A letter is a command on the board only, and the panel has the keyboard.
    await page.keyboard.press('Escape')
    for (const [keys, dialog] of [
      ['Control+KeyE', 'Export the map'],
      ['KeyL', 'Add a lane'],
      ['Control+Comma', 'Settings'],
    ] as const) {
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      await lookAt(page, dialog)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

test('the shortcuts keep every group in one column', async () => {
  const { page } = launched
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  const groups = page.locator('.shortcut-group')
  await expect(groups.first()).toBeVisible()
  // What goes on in the next column is two boxes.
  const boxes = await groups.evaluateAll((all) => all.map((group) => group.getClientRects().length))
  expect(boxes.length).toBeGreaterThan(3)
  expect(new Set(boxes)).toEqual(new Set([1]))
})

test('a message covers neither the zoom nor the panel that is open', async () => {
  const board = await openSample(launched)
  const { page } = board
  for (const [width, height] of [
    [1100, 720],
    [1280, 800],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    await board.resize(width, height)
    await page.getByRole('button', { name: 'Personas', exact: true }).click()
    await page
      .getByRole('button', { name: /^Remove / })
      .first()
      .click()
    const toast = page.locator('.toast').last()
    await expect(toast).toBeVisible()
    const message = await boxOf(toast)
    for (const other of ['.zoom-corner', '.ui-panel', '.rail-left']) {
      expect(overlap(message, await boxOf(page.locator(other))), `${other} at ${width}`).toBe(false)
    }
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(page.locator('.toast')).toHaveCount(0)
    await page.getByRole('button', { name: 'Close the panel' }).click()
  }
})

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return box
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

test('a map that was left stands on the start screen with its picture, and opens from there', async () => {
  const { page } = await openSample(launched)
  await page.getByRole('button', { name: /rename the map/ }).click()
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type('Mortgage of the Nowaks')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+KeyW')

  await expect(page.getByRole('heading', { name: 'Where were we?' })).toBeVisible()
  const card = page.getByRole('listitem').filter({ hasText: 'Mortgage of the Nowaks' })
  await expect(card).toContainText('Not saved to a file yet')
  const picture = card.locator('img')
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(0)

  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('nobody knows it')
  await expect(card).toHaveCount(0)
  // Enter follows the text at once, before the list below could.
  await page.getByRole('searchbox').evaluate((field: HTMLInputElement) => {
    field.select()
    document.execCommand('insertText', false, 'nowaks')
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }))
  })
  await expect(page.getByRole('button', { name: 'Mortgage of the Nowaks: rename the map' })).toBeVisible()
})

test('another language is spoken at once, and what was being done stays', async () => {
  const board = await openSample(launched)
  const { page } = board
  await board.press('ArrowDown', 'ArrowDown')
  await page.getByRole('button', { name: 'Personas', exact: true }).click()
  await page.keyboard.press('Control+Comma')
  await page.getByRole('radio', { name: 'Русский' }).click()
  await page.keyboard.press('Escape')

  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('region', { name: 'Персоны' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Имя' })).toHaveValue('Anna, 29')
})

test('text that is pasted becomes a map, and says what it did not understand', async () => {
  const { page } = launched
  await page.getByRole('button', { name: /^Import/ }).click()
  await page.getByRole('textbox').fill('journey\n  title Buying a bike\n  section Look\n    Read tests: 3: Ewa\n    Ride it: maybe: Ewa')
  await page.getByRole('button', { name: 'Read the text' }).click()

  const dialog = page.getByRole('dialog', { name: 'Import' })
  await expect(dialog).toContainText('Buying a bike')
  await expect(dialog).toContainText('2 steps')
  await expect(dialog).toContainText('Line 5')
  await dialog.getByRole('button', { name: 'Open as a new map' }).click()
  await expect(page.getByRole('button', { name: 'Buying a bike: rename the map' })).toBeVisible()
})

test('F6 goes round the regions of the window and comes back to the board as it was left', async () => {
  const board = await openSample(launched)
  const { page } = board
  await board.press('ArrowDown')
  const region = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'])
  const seen: (string | undefined)[] = []
  do {
    await page.keyboard.press('F6')
    seen.push(await region())
  } while (seen.at(-1) !== 'board' && seen.length < 12)
  expect(seen.at(-1)).toBe('board')
  expect(seen).toEqual(expect.arrayContaining(['title', 'tools', 'zoom']))
})
