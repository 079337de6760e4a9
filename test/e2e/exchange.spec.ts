import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { ReadableMap } from '../../shared/export/readableSchema'
import { shown, type BoardPage } from './support/board'
import { colorsOf, pdfFacts, pngSize, svgFacts, wordsOf } from './support/exports'
import { encodeAs } from '../support/encoding'
import { answerDialogs, askedDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder } from './support/mapFiles'
import { closeMessages, toStart } from './support/screens'

// What comes in from other programs, and what goes out to them.

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/import')

let running: Launched

test.beforeAll(async () => {
  running = await launchApp()
  await toStart(running)
})

test.afterEach(async () => {
  const { page } = running
  await page.evaluate(() => window.wayline.call('settings.change', { language: 'en' }))
  await closeMessages(page)
  await toStart(running)
})

test.afterAll(() => running.close())

const dialogOf = (page: Page) => page.getByRole('dialog')

async function importFile({ app, page }: Launched, file: string): Promise<void> {
  await answerDialogs(app, { open: file })
  await page.keyboard.press('Control+Shift+KeyI')
  await dialogOf(page).getByRole('button', { name: 'Choose a file, or drop it here' }).click()
}

async function openImport(launched: Launched): Promise<BoardPage> {
  await dialogOf(launched.page).getByRole('button', { name: 'Open as a new map' }).click()
  const board = await shown(launched)
  // Whoever opened it goes on with the keyboard.
  await expect(board.page.getByRole('grid').locator(':focus')).toHaveCount(1)
  return board
}

/** Every text of a map that somebody could have written. */
function allTexts(map: ReadableMap): string {
  return JSON.stringify(map)
}

test('a Mermaid journey becomes a map: sections, tasks, actors, scores, and a list of what was not understood', async () => {
  const { page } = running
  const source = await readFile(path.join(FIXTURES, 'journey.mmd'), 'utf8')
  await page.keyboard.press('Control+Shift+KeyI')
  await dialogOf(page).getByRole('textbox').fill(source)
  await dialogOf(page).getByRole('button', { name: 'Read the text' }).click()
  const dialog = dialogOf(page)
  await expect(dialog).toContainText('My working day')
  await expect(dialog).toContainText('Mermaid journey')
  await expect(dialog).toContainText('10 steps')

  // Each line that was not taken is named by its number and its words.
  const lines = await dialog.locator('.import-lines > li').allTextContents()
  const listed = (what: string): string => lines.find((line) => line.includes(what)) ?? ''
  const at = (what: string): number => source.split('\n').findIndex((line) => line.includes(what)) + 1
  for (const odd of ['Written in the Tuesday workshop', 'Sleep: well: Me', 'Sit down: 9: Me'])
    expect(listed(odd)).toContain(`Line ${at(odd)}`)

  const board = await openImport(running)
  const map = await board.map()
  expect(map.title).toBe('My working day')
  expect(map.scenario).toContain('From the first tea to the way home')
  expect(map.stages.map(({ title }) => title)).toEqual(expect.arrayContaining(['Go to work', 'Go home']))
  expect(map.personas.map(({ name }) => name)).toEqual(expect.arrayContaining(['Me', 'Cat']))
  expect(await board.value('Me', 'Make tea')).toBe(5)
  const everything = allTexts(map)
  for (const task of ['Wake up', 'Make tea', 'Meet at 10:30', 'Read the post', 'Say goodbye', 'Sit down', 'Feed the cat', 'Sleep'])
    expect(everything).toContain(task)
  await expect(page.locator('.save-state')).toHaveText('Kept on this computer')
})

test('what an import cannot place waits in the inbox', async () => {
  const { page } = running
  const table = [
    'Stage;Action;Emotion;Pain',
    'Find;Searches;3;Two sites',
    ';Nobody knows when this happens;;',
    'Buy;Pays;hmm, mixed;',
  ].join('\n')
  await page.keyboard.press('Control+Shift+KeyI')
  await dialogOf(page).getByRole('textbox').fill(table)
  await dialogOf(page).getByRole('button', { name: 'Read the text' }).click()
  const lines = await dialogOf(page).locator('.import-lines > li').allTextContents()
  const board = await openImport(running)

  const everything = allTexts(await board.map()) + lines.join('\n')
  for (const text of ['Searches', 'Two sites', 'Nobody knows when this happens', 'Pays', 'hmm, mixed']) expect(everything).toContain(text)
  const inbox = await board.inbox()
  expect(inbox.length).toBeGreaterThan(0)
  await board.press('Control+KeyB')
  const panel = page.getByRole('region', { name: 'Inbox' })
  for (const text of inbox) await expect(panel).toContainText(text)
})

test('a table from Excel in Windows-1251 keeps its letters, and its words of feeling become guesses', async () => {
  const { page } = running
  await importFile(running, path.join(FIXTURES, 'list-cp1251.csv'))
  await expect(dialogOf(page)).toContainText('Windows-1251 (Cyrillic)')
  await expect(dialogOf(page)).toContainText(/3 emotions are guesses: “.+” as [+−]\d/)
  const board = await openImport(running)
  const map = await board.map()
  expect(map.title).toBe('list-cp1251')
  expect(map.stages.map(({ title }) => title)).toEqual(['Узнаёт', 'Выбирает', 'Покупает'])
  for (const text of ['Видит рекламу в метро', 'Комиссия спрятана в сноске', 'Подписывает договор'])
    expect(await board.note(text)).toBeDefined()
  const guessed = map.personas.flatMap(({ points }) => points)
  expect(guessed).toHaveLength(3)
  expect(guessed.every((point) => point.guessed === true)).toBe(true)
})

test('a table of a Markdown file is found among its other words', async () => {
  await importFile(running, path.join(FIXTURES, 'table.md'))
  await expect(dialogOf(running.page)).toContainText('Markdown table')
  await expect(dialogOf(running.page).locator('.import-lines')).toContainText('Drawn with the nurses.')
  const board = await openImport(running)
  expect(await board.stages()).toEqual(['Finding us', 'Booking', 'Visit'])
  expect(await board.note('Two sites | two numbers')).toBeDefined()
})

test('what is no text, nothing, or far too much is refused in one sentence, and another can be chosen at once', async () => {
  const { page } = running
  const folder = await mapFolder()
  const problem = page.getByRole('alert')
  const [huge, empty] = [path.join(folder, 'huge.csv'), path.join(folder, 'empty.csv')]
  await writeFile(huge, 'a;b')
  await truncate(huge, 21 * 1024 * 1024)
  await writeFile(empty, '')

  await importFile(running, path.join(FIXTURES, 'picture.png'))
  await expect(problem).toHaveText('This file is not text. Save the table as CSV or copy its cells, then import that.')
  const choose = dialogOf(page).getByRole('button', { name: 'Choose a file, or drop it here' })
  await answerDialogs(running.app, { open: empty })
  await choose.click()
  await expect(problem).toHaveText('There is nothing in it to import.')
  await answerDialogs(running.app, { open: huge })
  await choose.click()
  await expect(problem).toContainText('is larger than 20 MB')
  await answerDialogs(running.app, { open: path.join(folder, 'gone.csv') })
  await choose.click()
  await expect(problem).toContainText('is no longer there')

  await answerDialogs(running.app, { open: path.join(FIXTURES, 'matrix.csv') })
  await choose.click()
  await expect(problem).toHaveCount(0)
  await openImport(running)
})

test('the picture that is exported is as large as was said, and shows the map', async () => {
  const { page, app } = running
  await page.locator('.start-quick-action').last().click()
  await shown(running)
  const folder = await mapFolder()

  const exported: { readonly width: number; readonly height: number }[] = []
  for (const scale of [1, 4]) {
    const file = path.join(folder, `sample ${scale}.png`)
    await answerDialogs(app, { save: file })
    await page.keyboard.press('Control+KeyE')
    await dialogOf(page).getByRole('radio', { name: /^PNG/ }).click()
    await dialogOf(page)
      .getByRole('radio', { name: `${scale}×` })
      .click()
    const promised = (await dialogOf(page).locator('.export-size').textContent()) ?? ''
    await dialogOf(page).getByRole('button', { name: 'Export PNG' }).click()
    await expect(page.locator('.toast')).toContainText(`“sample ${scale}.png” is ready.`)
    await closeMessages(page)
    const size = await pngSize(file)
    expect(promised.replace(/[^\d×]/g, '')).toBe(`${size.width}×${size.height}`)
    exported.push(size)
    // Notes, curves, texts: a map has hundreds of colours, an empty one a dozen.
    expect(await colorsOf(page, file)).toBeGreaterThan(100)
  }
  // Halves of a pixel are rounded in each by itself.
  const [small = { width: 0, height: 0 }, large = { width: 0, height: 0 }] = exported
  expect(Math.abs(large.width - small.width * 4)).toBeLessThanOrEqual(4)
  expect(Math.abs(large.height - small.height * 4)).toBeLessThanOrEqual(4)
})

test('an exported PDF is one page with its own fonts and words that can be found, in Russian and Polish', async () => {
  const { page, app } = running
  const folder = await mapFolder()
  for (const language of ['ru', 'pl'] as const) {
    await page.evaluate((chosen) => window.wayline.call('settings.change', { language: chosen }), language)
    await page.locator('.start-quick-action').last().click()
    const board = await shown(running)
    const file = path.join(folder, `Карта ${language}.pdf`)
    await answerDialogs(app, { save: file })
    await page.keyboard.press('Control+KeyE')
    await dialogOf(page).getByRole('button', { name: / PDF$/ }).click()
    await expect(page.locator('.toast')).toContainText(`Карта ${language}.pdf`)
    await closeMessages(page)
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')

    const pdf = pdfFacts(file)
    test.skip(pdf === null, 'the programs of poppler are not installed')
    if (!pdf) return
    expect(pdf.pages).toBe(1)
    expect(pdf.fonts.length).toBeGreaterThan(0)
    for (const font of pdf.fonts) expect(font).toMatch(/Inter.*CID TrueType\s+\S+\s+yes yes yes/)
    const found = wordsOf(pdf.text)
    const { stages, lanes, personas } = await board.map()
    const texts = [
      ...stages.flatMap(({ title, steps }) => [title, ...steps.map((step) => step.title)]),
      ...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes.map(({ text }) => text))),
      ...personas.map(({ name }) => name),
    ]
    const missing = [...wordsOf(texts.join('\n'))].filter((word) => !found.has(word))
    expect(missing).toEqual([])
    // What a label of the curve says stands there once, so it is found and copied as it was written.
    const labels = personas.flatMap(({ points }) => points.map(({ label = '' }) => label))
    const labelWords = [...wordsOf(labels.join('\n'))].filter((word) => word.length > 4 && !texts.join('\n').includes(word))
    expect(labelWords.length).toBeGreaterThan(3)
    for (const word of labelWords) expect([word, pdf.text.split(word).length - 1]).toEqual([word, 1])
    await toStart(running)
  }
})

test('an exported SVG is well-formed, holds its fonts and texts, and nothing that fetches or runs', async () => {
  const { page, app } = running
  await page.locator('.start-quick-action').last().click()
  const board = await shown(running)
  // A title that every careless writer trips over.
  await board.page.getByRole('button', { name: /rename the map/ }).click()
  await board.press('Control+KeyA')
  await board.type('<&"\'> ]]> Ł ё 🏠')
  await board.press('Enter')
  const file = path.join(await mapFolder(), 'sample.svg')
  await answerDialogs(app, { save: file })
  await page.keyboard.press('Control+KeyE')
  await dialogOf(page).getByRole('radio', { name: /^SVG/ }).click()
  await dialogOf(page).getByRole('button', { name: 'Export SVG' }).click()
  await expect(page.locator('.toast')).toContainText('is ready')

  const { error, texts, active } = await svgFacts(app, file)
  expect(error).toBe('')
  expect(active).toEqual([])
  const found = wordsOf(texts.join('\n'))
  expect([...wordsOf((await board.stages()).join('\n'))].filter((word) => !found.has(word))).toEqual([])
  expect(await readFile(file, 'utf8')).toContain('@font-face')
})

test('an export that is called off, or cannot be written, leaves the dialog and says why', async () => {
  const { page, app } = running
  await page.locator('.start-quick-action').last().click()
  await shown(running)
  const asked = (await askedDialogs(app)).length
  await answerDialogs(app, { save: null })
  await page.keyboard.press('Control+KeyE')
  const write = dialogOf(page).getByRole('button', { name: 'Export PDF' })
  await write.click()
  await expect.poll(async () => (await askedDialogs(app)).length).toBe(asked + 1)
  await expect(write).toBeEnabled()
  await expect(page.locator('.toast')).toHaveCount(0)

  const folder = path.join(await mapFolder(), 'no such folder')
  await answerDialogs(app, { save: path.join(folder, 'x.pdf') })
  await write.click()
  await expect(dialogOf(page).getByRole('alert')).toHaveText('Not exported: the folder is no longer there. Choose another one.')
  await expect(page.locator('.toast')).toHaveCount(0)
  await expect(write).toBeEnabled()
  await expect(stat(folder)).rejects.toThrow('ENOENT')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
})

test('an import shows how it read a file, and reads it in another encoding and the other way round at once', async () => {
  const { page } = running
  const folder = await mapFolder()
  const file = path.join(folder, 'cafe.csv')
  await writeFile(file, encodeAs('Stage,Actions\nBook,Phones the café\nPay,Pays £5\n', 'windows-1252'))
  await importFile(running, file)
  const dialog = dialogOf(page)
  await expect(dialog).toContainText('Its encoding is a guess, Windows-1252 (Western European)')
  await expect(dialog.locator('.import-preview')).toContainText('Phones the café · Pays £5')

  await dialog.getByRole('combobox', { name: 'Encoding' }).click()
  await page.getByRole('option', { name: 'KOI8-R (Russian)' }).click()
  await expect(dialog.locator('.import-preview')).toContainText('Phones the cafИ')
  await expect(dialog).not.toContainText('is a guess')
  await dialog.getByRole('combobox', { name: 'Encoding' }).click()
  await page.getByRole('option', { name: 'Windows-1252 (Western European)' }).click()
  await expect(dialog.locator('.import-preview')).toContainText('Phones the café')

  await dialog.getByRole('radio', { name: 'Lanes' }).click()
  await expect(dialog.locator('.import-preview')).toContainText('Actions')
  await expect(dialog).toContainText('1 stage')
  const board = await openImport(running)
  expect((await board.map()).stages.map(({ title }) => title)).toEqual(['Actions'])
})
