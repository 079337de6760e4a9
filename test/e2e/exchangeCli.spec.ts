import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { shown } from './support/board'
import { pdfFacts, pngSize, wordsOf } from './support/exports'
import { answerDialogs, APP_FOLDER, launchApp } from './support/launch'
import { mapFolder, notesIn, readMapFile } from './support/mapFiles'
import { saveState, toStart } from './support/screens'

// The command line as a script calls it: processes of their own, no display, one sentence and a code.

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/import')

let folder: string
/** The sample in Russian, saved by the app. */
let sample: string

test.beforeAll(async () => {
  folder = await mapFolder()
  sample = path.join(folder, 'Ипотека на первое жильё.cjm')
  const launched = await launchApp()
  await toStart(launched)
  await launched.page.evaluate(() => window.wayline.call('settings.change', { language: 'ru' }))
  await launched.page.locator('.start-quick-action').last().click()
  const board = await shown(launched)
  await answerDialogs(launched.app, { save: sample })
  await board.press('Control+KeyS')
  await expect(saveState(launched.page)).toHaveText(/^Сохранено/)
  await launched.close()
})

interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Run the built command line in the folder of the maps, without a display. */
function cli(...words: readonly string[]): Promise<Outcome> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  const env = { ...rest, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' }
  const run = spawn(process.execPath, [path.join(APP_FOLDER, 'out/cli/index.js'), ...words], { cwd: folder, env })
  let [stdout, stderr] = ['', '']
  run.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  run.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve) => run.on('close', (code) => resolve({ code, stdout, stderr })))
}

const DONE: Outcome = { code: 0, stdout: '', stderr: '' }

test('info tells what is in a map, to people and to programs', async () => {
  const json = await cli('info', sample, '--json')
  expect(json).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject({
    title: 'Ипотека на первое жильё',
    kind: 'cjm',
    state: 'as-is',
    counts: { personas: 2, stages: 6, lanes: 10, inbox: 0 },
  })
  expect(await cli('info', sample)).toMatchObject({ code: 0, stdout: expect.stringMatching(/Ипотека[\s\S]*\b6\b/), stderr: '' })
  expect(await cli('validate', sample)).toMatchObject({ code: 0, stdout: expect.stringContaining('is a valid map'), stderr: '' })
})

test('import makes a map the app opens, and lists by line what it did not understand', async () => {
  for (const [from, count] of [
    ['journey.mmd', 3],
    ['list-cp1251.csv', 3],
    ['list-cp1250.csv', 1],
    ['list-utf16le.csv', 1],
    ['matrix.csv', 1],
    ['table.md', 3],
    ['list-notes.tsv', 1],
  ] as const) {
    const out = path.join(folder, `${from}.cjm`)
    const made = await cli('import', path.join(FIXTURES, from), '--out', out)
    expect([from, made.code, made.stdout]).toEqual([from, 0, expect.stringMatching(/^“[^”]+” is made: .+\n$/)])
    for (const line of made.stderr.split('\n').filter((text) => text !== '')) expect(line).toMatch(/^Line \d+: .+ \(.+\)$/)
    expect(await cli('validate', out)).toMatchObject({ code: 0 })
    const { counts } = JSON.parse((await cli('info', out, '--json')).stdout) as { readonly counts: { readonly stages: number } }
    expect(counts.stages).toBeGreaterThanOrEqual(count)
  }
  expect(notesIn(await readMapFile(path.join(folder, 'list-cp1251.csv.cjm')))).toContain('Комиссия спрятана в сноске')

  const forced = await cli('import', path.join(FIXTURES, 'journey.md'), '--from', 'mermaid', '--out', 'forced.cjm')
  expect(forced).toMatchObject({ code: 0, stdout: expect.stringContaining('“forced.cjm” is made') })
})

test('export to JSON and SVG starts nothing but Node', async () => {
  expect(await cli('export', sample, '--to', 'json', '--out', 'sample.json')).toEqual(DONE)
  const map = JSON.parse(await readFile(path.join(folder, 'sample.json'), 'utf8')) as { readonly stages: readonly { title: string }[] }
  expect(map.stages).toHaveLength(6)

  expect(await cli('export', sample, '--to', 'svg', '--lang', 'pl', '--theme', 'dark', '--out', 'sample.svg')).toEqual(DONE)
  const svg = await readFile(path.join(folder, 'sample.svg'), 'utf8')
  const found = wordsOf(svg.replace(/<style>[^<]*<\/style>/, ''))
  expect(map.stages.flatMap(({ title }) => [...wordsOf(title)]).filter((word) => !found.has(word))).toEqual([])
  // What nobody typed stands in the language that was asked for.
  expect(svg).toContain('Punkty styku')
})

test('export to PNG and PDF works without a display', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere there is always a display')
  for (const scale of [1, 2]) {
    expect(await cli('export', sample, '--to', 'png', '--scale', String(scale), '--out', `sample ${scale}.png`)).toEqual(DONE)
  }
  const [once, twice] = [await pngSize(path.join(folder, 'sample 1.png')), await pngSize(path.join(folder, 'sample 2.png'))]
  expect(once.width).toBeGreaterThan(2000)
  expect(Math.abs(twice.width - 2 * once.width)).toBeLessThanOrEqual(2)

  const file = path.join(folder, 'карта.pdf')
  expect(await cli('export', sample, '--to', 'pdf', '--lang', 'ru', '--out', file)).toEqual(DONE)
  const pdf = pdfFacts(file)
  test.skip(pdf === null, 'the programs of poppler are not installed')
  expect(pdf?.pages).toBe(1)
  expect(pdf?.fonts.every((font) => /Inter.*CID TrueType\s+\S+\s+yes yes yes/.test(font))).toBe(true)
  const found = wordsOf(pdf?.text ?? '')
  const texts = notesIn(await readMapFile(sample)).join('\n')
  expect([...wordsOf(texts)].filter((word) => !found.has(word))).toEqual([])
})

test('what cannot be done is said in one sentence, with a code, and nothing is written', async () => {
  const before = await readFile(sample)
  await writeFile(path.join(folder, 'cut.cjm'), before.subarray(0, 1_000))
  await writeFile(path.join(folder, 'notes.txt'), 'The quick brown fox')
  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^Usage: /],
    [['paint', sample], /There is no command “paint”/],
    [['info', 'gone.cjm'], /There is no file “gone\.cjm”/],
    [['info', 'cut.cjm'], /“cut\.cjm” is not as it was written/],
    [['validate', 'cut.cjm'], /“cut\.cjm” is not as it was written/],
    [['validate', 'notes.txt'], /“notes\.txt” is (damaged|not a Wayline map)/],
    [['export', sample, '--to', 'gif', '--out', 'x.gif'], /“gif” is not a value for --to/],
    [['export', sample, '--to', 'svg', '--out', sample], /would replace the file/],
    ...['pdf', 'svg', 'json'].map((to) => [['export', sample, '--to', to, '--out', 'away/x'], /There is no folder “away”/] as const),
    [['import', path.join(FIXTURES, 'table.md'), '--out', 'away/x.cjm'], /There is no folder “away”/],
    [['import', 'notes.txt', '--out', 'x.cjm'], /cannot be imported: No journey and no table was found/],
    [['import', path.join(FIXTURES, 'picture.png'), '--out', 'x.cjm'], /cannot be imported: This file is not text/],
    [['import', path.join(FIXTURES, 'table.md'), '--out', 'notes.txt'], /must end with \.cjm/],
  ]
  for (const [words, sentence] of refused) {
    const { code, stdout, stderr } = await cli(...words)
    expect([words, code !== 0, stdout, stderr.trimEnd().split('\n').length]).toEqual([words, true, '', 1])
    expect(stderr).toMatch(sentence)
  }
  expect((await readFile(sample)).equals(before)).toBe(true)
  await expect(readFile(path.join(folder, 'x.cjm'))).rejects.toThrow('ENOENT')
})
