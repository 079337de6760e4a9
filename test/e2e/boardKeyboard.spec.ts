import { expect, test, type CDPSession } from '@playwright/test'
import { newMap, type BoardPage } from './support/board'
import { launchApp, type Launched } from './support/launch'

// A Russian keyboard: letters are Cyrillic, shortcuts stay where they are on the board of keys, and letters in a text stay letters.

test.describe.configure({ mode: 'serial' })

let launched: Launched
let board: BoardPage
let devtools: CDPSession

test.beforeAll(async () => {
  launched = await launchApp()
  board = await newMap(launched, 'cjm-funnel', 'Раскладка')
  await board.resize(1920, 1080)
  devtools = await launched.page.context().newCDPSession(launched.page)
})

test.afterAll(async () => {
  await launched.close()
})

const LETTERS = 'ФИСВУАПРШОЛДЬТЩЗЙКЫЕГМЦЧНЯ'
const OTHERS: Readonly<Record<string, string>> = {
  х: 'BracketLeft',
  ъ: 'BracketRight',
  ж: 'Semicolon',
  э: 'Quote',
  б: 'Comma',
  ю: 'Period',
  ё: 'Backquote',
  ' ': 'Space',
}

/** The key that types a letter on the Russian layout, by its place. */
function codeOf(letter: string): string {
  const at = LETTERS.indexOf(letter.toUpperCase())
  const code = at >= 0 ? `Key${String.fromCharCode(65 + at)}` : OTHERS[letter.toLowerCase()]
  if (code === undefined) throw new Error(`no key types ${letter}`)
  return code
}

const MODIFIERS = { alt: 1, ctrl: 2, shift: 8 } as const

/** Press the key of a Cyrillic letter as a Russian layout sends it: the place of the Latin letter, the Cyrillic character. */
async function press(letter: string, held: readonly (keyof typeof MODIFIERS)[] = []): Promise<void> {
  const modifiers = held.reduce((sum, name) => sum + MODIFIERS[name], 0)
  const code = codeOf(letter)
  const latin = code.startsWith('Key') ? code.slice(3) : ''
  const key = held.includes('shift') ? letter.toUpperCase() : letter
  const types = !held.includes('ctrl') && !held.includes('alt')
  const common = { code, key, modifiers, windowsVirtualKeyCode: latin === '' ? 0 : latin.charCodeAt(0) }
  await devtools.send('Input.dispatchKeyEvent', { type: types ? 'keyDown' : 'rawKeyDown', ...common, ...(types ? { text: key } : {}) })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common })
}

async function write(text: string): Promise<void> {
  for (const letter of text) await press(letter, letter === letter.toLowerCase() ? [] : ['shift'])
}

test('a note is written in Russian, every letter of it', async () => {
  await board.focus(/^Empty cell, Actions, Problem/)
  await board.press('Enter')
  // Among them the keys of V, H, N, E, T, S, L, Y, P, A, W, M and I, which are shortcuts outside of a text.
  await write('Съешь ещё этих мягких французских булок')
  await board.press('Enter')
  await write('Пойдём')
  await board.press('Escape')
  await expect.poll(() => board.texts('actions', 'Problem')).toEqual(['Съешь ещё этих мягких французских булок', 'Пойдём'])
  const map = await board.map()
  expect(map.stages).toHaveLength(4)
  const note = await board.note('Пойдём')
  for (const given of ['color', 'mark', 'proof', 'personas']) expect(note).not.toHaveProperty(given)
  await expect(board.page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
})

test('Ctrl+Я takes back, Ctrl+Shift+Я does it again, Ctrl+В duplicates, Ctrl+Ф selects the lane', async () => {
  await press('я', ['ctrl'])
  await expect.poll(() => board.texts('actions', 'Problem')).toHaveLength(1)
  await press('я', ['ctrl', 'shift'])
  await expect.poll(() => board.texts('actions', 'Problem')).toHaveLength(2)
  await board.focus(/^Пойдём/)
  await press('в', ['ctrl'])
  await expect.poll(() => board.texts('actions', 'Problem')).toHaveLength(3)
  await press('ф', ['ctrl'])
  expect(await board.selected()).toHaveLength(3)
  await press('я', ['ctrl'])
  await expect.poll(() => board.texts('actions', 'Problem')).toHaveLength(2)
})

test('single letters take tools, mark notes and add stages by the place of their keys', async () => {
  await board.focus(/^Пойдём/)
  await press('ф')
  await expect.poll(async () => (await board.note('Пойдём'))?.mark).toBe('pain')
  await press('н')
  await expect.poll(async () => (await board.note('Пойдём'))?.proof).toBe('validated')
  const pressed = (name: string) => expect(board.page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
  await press('т')
  await expect(board.field).toBeFocused()
  await board.press('Escape')
  await press('у')
  await pressed('Emotion point')
  await press('р')
  await pressed('Hand')
  await press('м')
  await pressed('Select')
  await press('ы')
  await expect(board.field).toBeFocused()
  await write('Новый этап')
  await board.press('Enter')
  await expect.poll(() => board.stages()).toContain('Новый этап')
  await press('д')
  await expect(board.page.getByRole('dialog', { name: 'Add a lane' })).toBeVisible()
  await board.press('Escape')
})

test('single letters never fire in any text: the name of the map, the personas, the search of shortcuts', async () => {
  const before = await board.map()
  await board.page.getByRole('button', { name: 'Раскладка: rename the map' }).click()
  await board.press('Control+KeyA')
  await write('натс')
  await board.press('Enter')
  await expect.poll(async () => (await board.map()).title).toBe('натс')

  await board.press('Control+Shift+KeyP')
  await board.page.getByRole('textbox', { name: 'Name' }).click()
  await board.press('Control+KeyA')
  await write('Вера Львовна')
  await board.press('Enter')
  await expect.poll(async () => (await board.map()).personas[0]?.name).toBe('Вера Львовна')
  await board.press('Control+Shift+KeyP')

  await board.type('?')
  const search = board.page.getByRole('searchbox')
  await expect(search).toBeFocused()
  await write('тест')
  await expect(search).toHaveValue('тест')
  await board.press('Escape')
  await expect(search).toHaveCount(0)
  expect({ ...(await board.map()), title: before.title, personas: before.personas }).toEqual(before)
})

test('with single letters switched off, typing on a cell starts a note there', async () => {
  await board.press('Control+Comma')
  await board.page.getByRole('switch', { name: /Single-letter shortcuts/ }).click()
  await board.press('Escape')
  await board.focus(/^Empty cell, Goals, Problem/)
  await write('Надежда')
  await board.press('Escape')
  await expect.poll(() => board.texts('goals', 'Problem')).toEqual(['Надежда'])
})

test('the plus, the minus and the question mark follow the typed character', async () => {
  const zoom = () => board.page.locator('.zoom-value').innerText()
  await board.press('Control+Digit0')
  await expect.poll(zoom).toBe('100%')
  // On a Russian layout the question mark is Shift and 7.
  const question = { code: 'Digit7', key: '?', modifiers: MODIFIERS.shift, windowsVirtualKeyCode: 55 }
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...question, text: '?' })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...question })
  await expect(board.page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
  await board.press('Escape')
  const plus = { code: 'NumpadAdd', key: '+', windowsVirtualKeyCode: 107 }
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...plus, text: '+' })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...plus })
  await expect.poll(zoom).toBe('125%')
})
