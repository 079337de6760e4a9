import { AxeBuilder } from '@axe-core/playwright'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { answerDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder, writeMapFile } from './support/mapFiles'
import { closeMessages, openByDialog, openMap, toStart, writeNote } from './support/screens'

// What comes over the screens only at times: banners, messages, menus, reports. In reach of everybody, in both themes.

let running: Launched

test.beforeAll(async () => {
  running = await launchApp()
  await toStart(running)
})

test.afterAll(() => running.close())

test.afterEach(async () => {
  await closeMessages(running.page)
  await toStart(running)
})

/** Nothing that a program can find against WCAG 2.2 AA, with the colours of each theme. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.wayline.call('settings.change', { theme: chosen }), theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
    const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const violations = found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
    expect(violations, `${what}, ${theme}`).toEqual([])
  }
}

test('a list of maps with one that is gone, one never saved, and its menu', async () => {
  const { page } = running
  const folder = await mapFolder()
  const gone = path.join(folder, 'Gone.cjm')
  await writeMapFile(gone)
  await openMap(running, gone)
  await rename(gone, `${gone}.away`)
  await toStart(running)
  await page.getByRole('button', { name: 'Blank map' }).click()
  await expect(page.getByRole('grid')).toBeAttached()
  await page.getByRole('button', { name: /rename the map/ }).click()
  await page.keyboard.type('A draft')
  await page.keyboard.press('Enter')
  await toStart(running)

  await expectAccessible(page, 'recent maps')
  await page.getByRole('button', { name: 'List' }).click()
  await expectAccessible(page, 'recent maps as a list')
  await page.getByRole('button', { name: 'More for Gone' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page, 'menu of a recent map')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Cards' }).click()
})

test('messages and banners: refused, read-only, not saved, put together again', async () => {
  const { page } = running
  const folder = await mapFolder()
  const damaged = path.join(folder, 'Damaged.cjm')
  await writeFile(damaged, '{')
  await openByDialog(running, damaged)
  await expect(page.locator('.toast')).toBeVisible()
  await expectAccessible(page, 'message')
  await closeMessages(page)

  const sealed = path.join(folder, 'Sealed.cjm')
  await writeMapFile(sealed)
  await chmod(sealed, 0o444)
  await openMap(running, sealed)
  await expectAccessible(page, 'read-only')
  await toStart(running)

  const rebuilt = path.join(folder, 'Rebuilt.cjm')
  await writeMapFile(rebuilt)
  await writeFile(rebuilt, JSON.stringify({ ...(JSON.parse(await readFile(rebuilt, 'utf8')) as object), doc: 'AAAA' }))
  await openMap(running, rebuilt)
  await expect(page.locator('.ui-banner')).toContainText('damaged')
  await expectAccessible(page, 'put together again')
  await toStart(running)

  const lost = path.join(folder, 'Lost.cjm')
  await writeMapFile(lost)
  const board = await openMap(running, lost)
  await rename(lost, `${lost}.away`)
  await writeNote(board, 'Not in the file')
  await expect(page.getByRole('alert').filter({ hasText: 'Can’t save' })).toBeVisible()
  await expectAccessible(page, 'not saved')
  await rename(`${lost}.away`, lost)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('.save-state')).toHaveText(/^Saved/)
})

test('a selection with its toolbar, the menus of the board and of the app, an open field', async () => {
  const { page } = running
  const file = path.join(await mapFolder(), 'Menus.cjm')
  await writeMapFile(file, { notes: ['One', 'Two'] })
  const board = await openMap(running, file)
  await board.focus(/^One/)
  await expect(board.toolbar).toBeVisible()
  await expectAccessible(page, 'toolbar')
  await board.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page, 'menu of the board')
  await board.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await board.openMenu('Insert')
  await expectAccessible(page, 'menu of the app')
  await board.press('Escape', 'Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await board.focus(/^One/)
  await board.press('Enter')
  await expect(board.field).toBeFocused()
  await expectAccessible(page, 'open field')
  await board.press('Escape')
})

test('what an import understood and what not, and where one learns of the app', async () => {
  const { page, app } = running
  await answerDialogs(app, { open: path.resolve(import.meta.dirname, '../fixtures/import/journey.mmd') })
  await page.keyboard.press('Control+Shift+KeyI')
  await page.getByRole('button', { name: 'Choose a file, or drop it here' }).click()
  await expect(page.locator('.import-lines')).toBeVisible()
  await expectAccessible(page, 'import report')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('wayline:event:menu.command', { id: 'help.about' }),
  )
  await expect(page.getByRole('dialog', { name: 'About Wayline' })).toBeVisible()
  await expectAccessible(page, 'about')
  await page.keyboard.press('Escape')
})
