import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { shown } from './support/board'
import { launchApp, type Launched } from './support/launch'
import { mapFolder, writeMapFile } from './support/mapFiles'
import { clippedTexts } from './support/clippedTexts'
import { openMap, toStart } from './support/screens'

// The first screen and the dialogs over it: by keyboard alone, with a file from outside, and in languages longer than English.

let running: Launched

test.beforeAll(async () => {
  // Where the system's names of files are not in UTF-8, Chromium drops no file with another name.
  running = await launchApp({ env: { LC_ALL: 'C.UTF-8' } })
  await toStart(running)
})

test.afterEach(async () => {
  const { page } = running
  await page.evaluate(() => window.wayline.call('settings.change', { language: 'en' }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await toStart(running)
})

test.afterAll(() => running.close())

/** Press Tab until the element has the focus; it must not take long. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** The element that has the focus can be seen: it is on screen and shows a ring. */
async function expectFocusSeen(page: Page): Promise<void> {
  const focus = page.locator(':focus')
  await expect(focus).toBeInViewport()
  const ringed = await focus.evaluate((element) => {
    const rings = (candidate: Element): boolean => {
      const { outlineStyle, boxShadow } = getComputedStyle(candidate)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    }
    // Fields and cards show it on the frame round the control.
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) if (rings(at)) return true
    return false
  })
  expect(ringed, await focus.evaluate((element) => element.outerHTML.slice(0, 120))).toBe(true)
}

test('a map is chosen, named and made by keyboard alone', async () => {
  const { page } = running
  const make = page.getByRole('button', { name: /^New map/ })
  await tabTo(page, make)
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New map' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('radio', { checked: true })).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('ArrowRight')
  await expect(
    dialog.getByRole('radio', { name: /^Path to purchase|^CJM funnel|funnel/i }).or(dialog.getByRole('radio').nth(1)),
  ).toBeChecked()
  // The focus stays in the dialog however often Tab is pressed.
  const seen = new Set<string>()
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab')
    // At its ends the focus passes over a guard beside the dialog, which sends it back.
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    seen.add(await page.evaluate(() => document.activeElement?.textContent ?? ''))
  }
  expect([...seen]).toEqual(expect.arrayContaining(['Cancel', 'Create the map']))
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(make).toBeFocused()

  await page.keyboard.press('Control+KeyN')
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Enter')
  const board = await shown(running)
  await expect.poll(async () => (await board.map()).title).toBe('By keyboard')
})

test('every control of the start screen is reached by Tab and seen when it is', async () => {
  const { page } = running
  await page.locator('body').click({ position: { x: 640, y: 20 } })
  const reached = new Set<string>()
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name !== '') {
      await expectFocusSeen(page)
      reached.add(name)
    }
  }
  const names = [...reached].join('\n')
  for (const name of [
    'Recent',
    'Templates',
    'Merge maps…',
    'Shortcuts',
    'Settings',
    'New map',
    'Open a file',
    'Import',
    'Open the sample',
    'Blank map',
  ])
    expect(names).toContain(name)
})

test('recent maps are walked with arrows, opened, searched and taken off the list by keyboard', async () => {
  const { page } = running
  const folder = await mapFolder()
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    const file = path.join(folder, `${name}.cjm`)
    await writeMapFile(file, { title: name })
    await openMap(running, file)
    await toStart(running)
  }
  const card = (name: string): Locator => page.locator('.recent-open', { hasText: name })
  await tabTo(page, card('Gamma'))
  await page.keyboard.press('ArrowRight')
  await expect(card('Beta')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(card('Alpha')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(card('Alpha')).toHaveCount(0)

  await page.keyboard.press('Control+KeyF')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('bet')
  await expect(card('Gamma')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect((await shown(running)).page.locator('.title-file')).toHaveText('Beta')
})

test('a file dropped on the window opens: a map as a map, a table as an import', async () => {
  const { page } = running
  const file = path.join(await mapFolder(), 'Dropped.cjm')
  await writeMapFile(file, { title: 'Dropped on the window' })
  await drop(page, file)
  await expect(page.locator('.title-file')).toHaveText('Dropped on the window')
  await toStart(running)

  await drop(page, path.resolve(import.meta.dirname, '../fixtures/import/list-cp1251.csv'))
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await expect(dialog).toContainText('Windows-1251')
  await page.keyboard.press('Escape')
})

test('the templates stand in the language of the app, and so does the map that is made of one', async () => {
  const { page } = running
  await page.evaluate(() => window.wayline.call('settings.change', { language: 'ru' }))
  await page.getByRole('button', { name: 'Шаблоны' }).click()
  await page.getByRole('button', { name: /^Путь клиента/ }).click()
  const board = await shown(running)
  expect(await board.stages()).toEqual(['Потребность', 'Поиск', 'Сравнение вариантов', 'Покупка', 'Использование', 'Уход'])
  await toStart(running)
  await page.getByRole('button', { name: 'Недавние' }).click()
})

for (const language of ['ru', 'pl'] as const) {
  test(`no word is cut in a window of 1280 by 800, ${language}`, async () => {
    const { page, app } = running
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
    await page.evaluate((chosen) => window.wayline.call('settings.change', { language: chosen }), language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const nothingCut = async (what: string): Promise<void> => expect(await clippedTexts(page), what).toEqual([])
    const throughDialogs = async (ids: readonly string[]): Promise<void> => {
      for (const id of ids) {
        await command(running, id)
        await expect(page.getByRole('dialog')).toBeVisible()
        await nothingCut(id)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    }

    await nothingCut('start screen')
    await throughDialogs(['file.new', 'file.import', 'file.mergeMaps', 'app.settings', 'help.shortcuts', 'help.about'])

    await page.locator('.start-quick-action').last().click()
    await shown(running)
    await nothingCut('map')
    await throughDialogs(['file.export', 'insert.lane'])
    for (const panel of ['view.inbox', 'view.personas', 'map.settings']) {
      await command(running, panel)
      await expect(page.locator('.ui-panel')).toBeVisible()
      await nothingCut(panel)
      await command(running, panel)
    }
    // With a note selected every menu has something to choose.
    await page.locator('[id^="twin-note_"]').nth(3).focus()
    await expect(page.getByRole('toolbar')).toBeVisible()
    await nothingCut('toolbar')
    await page.keyboard.press('Alt')
    const menus = page.getByRole('menu').first().getByRole('menuitem')
    await expect(menus.first()).toBeVisible()
    const count = await menus.count()
    for (let at = 0; at < count; at += 1) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('menu')).toHaveCount(2)
      await expect(page.getByRole('menu').last().locator(':focus')).toHaveCount(1)
      await nothingCut(`menu ${at}`)
      await page.keyboard.press('ArrowLeft')
      await expect(page.getByRole('menu')).toHaveCount(1)
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  })
}

test('the sample opens in the language of the app and is no file of anybody', async () => {
  await running.page.getByRole('button', { name: /^Open the sample/ }).click()
  const board = await shown(running)
  expect((await board.map()).title).toBe('First home mortgage')
  await toStart(running)
  // It was looked at and not touched, so there is nothing to keep.
  await expect(running.page.locator('.recent', { hasText: 'First home mortgage' })).toHaveCount(0)
})

/** What the menu of the system would send. */
async function command({ app }: Launched, id: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, action) => BrowserWindow.getAllWindows()[0]?.webContents.send('wayline:event:menu.command', { id: action }),
    id,
  )
}

/** A file let go over the middle of the window, as the system's file manager does it. */
async function drop(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const event = { x: 640, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, ...event })
  await expect(page.locator('.drop-zone-over')).toBeVisible()
  for (const type of ['dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...event })
  await session.detach()
}

test('whoever made a map writes in it at once: Enter opens a field in its first cell', async () => {
  const { page } = running
  await page.keyboard.press('Control+KeyN')
  await page.getByRole('dialog').getByRole('textbox').fill('Written at once')
  await page.getByRole('button', { name: 'Create the map' }).click()
  await shown(running)
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('.board-field')).toBeFocused()
  await page.keyboard.press('Escape')
})

test('the name of a map keeps its width whatever is said of saving beside it', async () => {
  const { page } = running
  await page.keyboard.press('Control+KeyN')
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill('A map whose name is far too long for the bar at the top of any window that people have')
  await page.getByRole('button', { name: 'Create the map' }).click()
  await shown(running)
  const widths = new Set<number>()
  const look = async (): Promise<void> => void widths.add(Math.round((await page.locator('.title-file').boundingBox())?.width ?? 0))
  const state = page.locator('.save-state')
  await expect(state).toHaveAttribute('data-kind', 'kept')
  await look()
  // What every edit makes of it for a moment.
  await state.locator('.ellipsis').evaluate((words) => (words.textContent = 'Storing…'))
  await look()
  expect([...widths]).toHaveLength(1)
})
