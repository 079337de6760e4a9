import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { TEMPLATE_IDS } from '../../shared/model/templateIds'
import { shown } from './support/board'
import { answerDialogs, APP_FOLDER, askedDialogs, electronProgram, launchApp, sandboxSwitches, type Launched } from './support/launch'
import { mapFolder, notesIn, readMapFile, writeMapFile } from './support/mapFiles'
import { closeMessages, openByDialog, openMap, saveState, toStart, windowCount, writeNext, writeNote } from './support/screens'

// What becomes of maps and their files: opened, saved, saved elsewhere, refused. One app serves all tests that only need one.

let running: Launched

test.beforeAll(async () => {
  running = await launchApp()
  await toStart(running)
})

test.afterEach(async () => {
  await closeMessages(running.page)
  await toStart(running)
})

test.afterAll(() => running.close())

test('every template opens as a whole map, in the language of the app, and is kept from the first moment', async () => {
  const { page } = running
  for (const template of TEMPLATE_IDS) {
    await page.keyboard.press('Control+KeyN')
    await page.getByRole('radio').nth(TEMPLATE_IDS.indexOf(template)).click()
    await page.getByRole('textbox', { name: 'Name of the map' }).fill(`Map of ${template}`)
    await page.keyboard.press('Enter')
    const board = await shown(running)

    await expect(page.getByRole('button', { name: `Map of ${template}: rename the map` })).toBeVisible()
    await expect(saveState(page)).toHaveText('Kept on this computer')
    const map = await board.map()
    expect(map.lanes.length).toBeGreaterThanOrEqual(5)
    expect(map.stages.length).toBeGreaterThanOrEqual(4)
    expect(map.stages.every(({ title, steps }) => /^[A-Z]/.test(title) && steps.length > 0)).toBe(true)
    await toStart(running)
  }
  // Nobody wrote anything in them.
  await expect(page.locator('.recent')).toHaveCount(0)
})

test('saving a new map asks for a place once; the file holds what the board shows, and then it saves itself', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  const file = path.join(folder, 'Путь клиента Ż.cjm')
  await page.getByRole('button', { name: 'Blank map' }).click()
  const board = await shown(running)
  await expect(saveState(page)).toHaveText('Kept on this computer')

  await answerDialogs(app, { save: null })
  await page.keyboard.press('Control+KeyS')
  await expect.poll(async () => (await askedDialogs(app)).at(-1)?.options.defaultPath).toMatch(/Untitled map\.cjm$/)
  await expect(page.locator('.toast')).toHaveCount(0)
  await expect(saveState(page)).toHaveText('Kept on this computer')

  await answerDialogs(app, { save: file })
  await page.keyboard.press('Control+KeyS')
  await expect(saveState(page)).toHaveText(/^Saved \d/)
  expect((await readMapFile(file)).map).toEqual(await board.map())
  await expect(page.locator('.title-file')).toHaveText('Путь клиента Ż')

  const asked = (await askedDialogs(app)).length
  await writeNote(board, 'Kept without being told to', 'Actions, Awareness')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file))).toEqual(['Kept without being told to'])
  expect(await askedDialogs(app)).toHaveLength(asked)

  // And again from the list of recent maps, the newest first.
  await toStart(running)
  await page.locator('.recent-open').first().click()
  const again = await shown(running)
  expect(await again.note('Kept without being told to')).toBeDefined()
  await expect(saveState(page)).toHaveText(/^Saved/)
})

test('the indicator never says more than is true', async () => {
  const { page } = running
  const file = path.join(await mapFolder(), 'Indicator.cjm')
  await writeMapFile(file)
  const board = await openMap(running, file)
  await expect(saveState(page)).toHaveText(/^Saved/)
  await watchIndicator(page)

  // Keys of a hand that does not rest, looked at after every one of them.
  await board.focus('Empty cell, Goals, Awareness')
  await board.press('Enter')
  const seen: string[] = []
  for (const letter of 'To buy a home before the summer') {
    await board.type(letter)
    const kind = await saveState(page).getAttribute('data-kind')
    seen.push(kind ?? '')
    const typed = await board.field.inputValue()
    if (kind === 'saved') expect(notesIn(await readMapFile(file))).toEqual([typed])
  }
  await board.press('Escape')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file))).toEqual(['To buy a home before the summer'])

  // Before it was in the file it was on its way to the journal, then in it, then being written.
  const said = await indicatorLog(page)
  expect(said.at(-1)).toBe('saved')
  expect(said.at(-2)).toBe('saving')
  expect(said).toContain('keeping')
  expect(said).not.toContain('notSaved')
})

test('a file that cannot be written is said, with what is safe and the ways out, and is saved when it can be', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  const [here, away] = [path.join(folder, 'stick'), path.join(folder, 'pulled out')]
  await mkdir(here)
  const file = path.join(here, 'On a stick.cjm')
  await writeMapFile(file)
  const board = await openMap(running, file)

  await rename(here, away)
  await writeNote(board, 'Written while the stick was away')
  await expect(saveState(page)).toHaveText('Not saved: the file or its folder is missing')
  const banner = page.getByRole('alert').filter({ hasText: 'Can’t save' })
  await expect(banner).toContainText('Your work is kept on this computer')

  await banner.getByRole('button', { name: 'Try again' }).click()
  await expect(saveState(page)).toHaveText('Not saved: the file or its folder is missing')
  await rename(away, here)
  await banner.getByRole('button', { name: 'Try again' }).click()
  await expect(saveState(page)).toHaveText(/^Saved/)
  await expect(banner).toHaveCount(0)
  expect(notesIn(await readMapFile(file))).toEqual(['Written while the stick was away'])

  // The other way out.
  await rename(here, away)
  await writeNext(board, 'Second')
  await expect(banner).toBeVisible()
  const elsewhere = path.join(folder, 'Elsewhere.cjm')
  await answerDialogs(app, { save: elsewhere })
  await banner.getByRole('button', { name: 'Save somewhere else' }).click()
  await expect(saveState(page)).toHaveText(/^Saved/)
  await expect(banner).toHaveCount(0)
  expect(notesIn(await readMapFile(elsewhere))).toEqual(['Written while the stick was away', 'Second'])
})

test('save as leaves the original as it was, byte for byte, whatever is written after', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  const [original, copy] = [path.join(folder, 'Original.cjm'), path.join(folder, 'Копия с пробелом.cjm')]
  await writeMapFile(original, { notes: ['From before'] })
  const board = await openMap(running, original)
  await writeNote(board, 'In both')
  await expect(saveState(page)).toHaveText(/^Saved/)
  const before = await readFile(original)

  await answerDialogs(app, { save: copy })
  await board.press('Control+Shift+KeyS')
  await expect(page.locator('.title-in-file')).toHaveText('Копия с пробелом.cjm')
  await writeNext(board, 'In the copy only')
  await expect(saveState(page)).toHaveText(/^Saved/)
  await toStart(running)

  expect((await readFile(original)).equals(before)).toBe(true)
  const [first, second] = [await readMapFile(original), await readMapFile(copy)]
  expect(second.id).not.toBe(first.id)
  expect(second.derivedFrom).toBe(first.id)
  expect(notesIn(first).sort()).toEqual(['From before', 'In both'])
  expect(notesIn(second).sort()).toEqual(['From before', 'In both', 'In the copy only'])
})

test('a file that may not be written opens for reading; a copy of it can be edited', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  const file = path.join(folder, 'Sealed.cjm')
  await writeMapFile(file, { notes: ['As it is'] })
  await chmod(file, 0o444)
  const before = await readFile(file)
  const board = await openMap(running, file)
  await expect(saveState(page)).toHaveText('Read-only')
  await expect(page.getByText('This file can’t be changed')).toBeVisible()

  await board.focus(/^As it is/)
  await board.press('Delete')
  await expect(page.locator('.toast')).toContainText('open for reading only')
  expect(await board.note('As it is')).toBeDefined()

  const copy = path.join(folder, 'Unsealed.cjm')
  await answerDialogs(app, { save: copy })
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect(saveState(page)).toHaveText(/^Saved/)
  await expect(page.getByText('This file can’t be changed')).toHaveCount(0)
  await writeNote(board, 'Now it can be')
  await expect(saveState(page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(copy)).sort()).toEqual(['As it is', 'Now it can be'])
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('a file that is open already comes to the front instead of opening twice', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  const file = path.join(folder, 'One and only.cjm')
  await writeMapFile(file)
  await openMap(running, file)
  const second = path.join(folder, 'Second.cjm')
  await writeMapFile(second)
  const [other] = await Promise.all([app.waitForEvent('window'), openByDialog(running, second)])
  await expect(other.locator('.title-file')).toHaveText('Mortgage')
  expect(await windowCount(running)).toBe(2)
  await app.evaluate(({ BrowserWindow }) => {
    const fronted: string[] = ((globalThis as { fronted?: string[] }).fronted = [])
    for (const window of BrowserWindow.getAllWindows()) window.focus = () => void fronted.push(String(window.id))
  })
  const idOf = (target: Page): Promise<string> =>
    app.browserWindow(target).then((handle) => handle.evaluate((window: { id: number }) => String(window.id)))
  const fronted = (): Promise<readonly string[]> => app.evaluate(() => (globalThis as { fronted?: string[] }).fronted ?? [])

  // By the dialog of the other window, under another name of the same place.
  await answerDialogs(app, { open: path.join(folder, '..', path.basename(folder), 'One and only.cjm') })
  await other.keyboard.press('Control+KeyO')
  await expect.poll(fronted).toEqual([await idOf(page)])

  // By the command line: the second instance ends, and the first shows the window that is there.
  const env = { ...process.env, WAYLINE_USER_DATA: running.userData }
  const again = spawn(electronProgram(), [...sandboxSwitches(), APP_FOLDER, second], { env, stdio: 'ignore' })
  expect(await new Promise((resolve) => again.on('exit', resolve))).toBe(0)
  await expect.poll(fronted).toEqual([await idOf(page), await idOf(other)])
  expect(await windowCount(running)).toBe(2)

  // Nor can one map be saved over the other.
  const before = await readFile(second)
  await answerDialogs(app, { save: second, message: 0 })
  await page.keyboard.press('Control+Shift+KeyS')
  await expect.poll(async () => (await askedDialogs(app)).at(-1)?.options.message).toContain('is open in another window')
  expect((await readFile(second)).equals(before)).toBe(true)
  await other.close()
  await expect.poll(() => windowCount(running)).toBe(1)
})

test('a file that is there under a typed name without its ending is replaced only by whoever says so', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  const [plan, other] = [path.join(folder, 'Plan.cjm'), path.join(folder, 'Other.cjm')]
  await writeMapFile(plan, { notes: ['Somebody else wrote this'] })
  const before = await readFile(plan)
  await page.getByRole('button', { name: 'Blank map' }).click()
  const board = await shown(running)
  await writeNote(board, 'Mine', 'Actions, Awareness')

  // The safe answer brings the dialog back, with what was typed.
  const typed = path.join(folder, 'Plan')
  await answerDialogs(app, { save: [typed, path.join(folder, 'Other')], message: 0 })
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.locator('.title-file')).toHaveText('Other')
  const [question, dialog] = (await askedDialogs(app)).slice(-2)
  expect(question).toMatchObject({ kind: 'message', options: { buttons: ['Choose another name', 'Replace the file'], defaultId: 0 } })
  expect(question?.options.message).toContain('Plan.cjm')
  expect(dialog?.options.defaultPath).toBe(plan)
  expect((await readFile(plan)).equals(before)).toBe(true)
  expect(notesIn(await readMapFile(other))).toEqual(['Mine'])

  // Pictures and all else that is written go the same way.
  const svg = path.join(folder, 'Plan.svg')
  await writeFile(svg, 'a picture')
  await answerDialogs(app, { save: [path.join(folder, 'Plan'), null], message: 0 })
  await page.keyboard.press('Control+KeyE')
  await page.getByRole('dialog').getByRole('radio', { name: /^SVG/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Export SVG' }).click()
  await expect.poll(async () => (await askedDialogs(app)).at(-2)?.options.message).toContain('Plan.svg')
  expect(await readFile(svg, 'utf8')).toBe('a picture')
  await page.keyboard.press('Escape')

  await answerDialogs(app, { save: typed, message: 1 })
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.locator('.title-file')).toHaveText('Plan')
  expect(notesIn(await readMapFile(plan))).toEqual(['Mine'])
})

const REFUSED = [
  {
    name: 'Cut.cjm',
    make: async (file: string) => writeFile(file, '{"format":1,"app":"wayline","id":"map_1","map":{"title":"Mort'),
    en: /“Cut\.cjm” is damaged: it is not complete, or not JSON\. The file was not changed/,
    ru: /Файл «Cut\.cjm» повреждён: он записан не до конца или это не JSON\. Файл не изменён/,
  },
  {
    name: 'Power cut.cjm',
    make: async (file: string) => writeFile(file, Buffer.alloc(4096)),
    en: /“Power cut\.cjm” is damaged: it contains zero bytes/,
    ru: /Файл «Power cut\.cjm» повреждён: .+\. Файл не изменён/,
  },
  {
    name: 'Tomorrow.cjm',
    make: async (file: string) => writeFile(file, '{"format":99,"app":"wayline","everything":"is elsewhere"}'),
    en: /“Tomorrow\.cjm” was made by a newer version of Wayline\. .+update Wayline/,
    ru: /Файл «Tomorrow\.cjm» сделан в более новой версии Wayline/,
  },
  {
    name: 'Huge.cjm',
    make: async (file: string) => {
      await writeFile(file, '{')
      await truncate(file, 51 * 1024 * 1024)
    },
    en: /“Huge\.cjm” is larger than 50\sMB/,
    ru: /Файл «Huge\.cjm» больше 50\sМБ/,
  },
  {
    name: 'Sign-in.cjm',
    make: async (file: string) => writeFile(file, '<!doctype html><html><body>Please sign in</body></html>'),
    en: /“Sign-in\.cjm” is not a Wayline map: it is a web page/,
    ru: /«Sign-in\.cjm»\s— не карта Wayline: /,
  },
  {
    name: 'Package.cjm',
    make: async (file: string) => writeFile(file, '{"name":"something else","version":"1.0.0"}'),
    en: /“Package\.cjm” is not a Wayline map: it is JSON, but not a map/,
    ru: /«Package\.cjm»\s— не карта Wayline: /,
  },
] as const

test('a file that is no sound map is refused in a clear sentence of either language, and left untouched', async () => {
  const { page } = running
  const folder = await mapFolder()
  for (const { name, make, ...says } of REFUSED) {
    const file = path.join(folder, name)
    await make(file)
    const [before, { mtimeMs, ino }] = [await readFile(file), await stat(file)]
    for (const language of ['en', 'ru'] as const) {
      await page.evaluate((chosen) => window.wayline.call('settings.change', { language: chosen }), language)
      await openByDialog(running, file)
      await expect(page.locator('.toast')).toHaveText(says[language])
      await closeMessages(page)
    }
    expect((await readFile(file)).equals(before)).toBe(true)
    expect(await stat(file)).toMatchObject({ mtimeMs, ino })
  }
  await page.evaluate(() => window.wayline.call('settings.change', { language: 'en' }))

  // The app is none the worse for it, and the list of recent maps shows none of them.
  const sound = path.join(folder, 'Sound.cjm')
  await writeMapFile(sound, { title: 'A sound one' })
  await openMap(running, sound)
  await expect(page.locator('.title-file')).toHaveText('A sound one')
  await toStart(running)
  await expect(page.locator('.recent-name', { hasText: /Cut|Huge|Tomorrow/ })).toHaveCount(0)
})

test('a map whose file is gone stays in the list, says so, and can be taken off it', async () => {
  const { page } = running
  const file = path.join(await mapFolder(), 'Moved away.cjm')
  await writeMapFile(file)
  await openMap(running, file)
  await rename(file, `${file}.elsewhere`)
  await toStart(running)

  const card = page.locator('.recent', { hasText: 'Moved away' })
  await expect(card).toContainText('The file is no longer there')
  await card.locator('.recent-open').click()
  await expect(page.locator('.toast')).toHaveText(/“Moved away” is no longer there/)
  await card.getByRole('button', { name: 'More for Moved away' }).click()
  await page.getByRole('menuitem', { name: 'Remove from the list' }).click()
  await expect(card).toHaveCount(0)
})

async function watchIndicator(page: Page): Promise<void> {
  await page.evaluate(() => {
    const log: string[] = ((globalThis as { indicator?: string[] }).indicator = [])
    const element = document.querySelector<HTMLElement>('.save-state')
    if (!element) throw new Error('there is no indicator')
    new MutationObserver(() => log.push(element.dataset['kind'] ?? '')).observe(element, { attributes: true })
  })
}

function indicatorLog(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as { indicator?: string[] }).indicator ?? [])
}
