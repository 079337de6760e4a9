import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { launchApp, type Launched } from './support/launch'

// Shortcuts go by the physical key, text by the layout: the same hands on a Russian keyboard.

let running: Launched

test.beforeEach(async () => {
  running = await launchApp()
})

test.afterEach(async () => {
  await running.close()
})

/** What a Russian layout types on the keys that are pressed here. */
const LETTERS: Readonly<Record<string, string>> = { KeyN: 'т', KeyV: 'м', KeyZ: 'я', KeyA: 'ф', KeyS: 'ы', KeyD: 'в', KeyE: 'у' }
const CTRL = 2
const SHIFT = 8

/** Presses keys as the system reports them with a Russian layout switched on. */
class RussianKeyboard {
  readonly #keys: CDPSession

  private constructor(keys: CDPSession) {
    this.#keys = keys
  }

  static async of(page: Page): Promise<RussianKeyboard> {
    return new RussianKeyboard(await page.context().newCDPSession(page))
  }

  async press(code: string, modifiers = 0, key = LETTERS[code] ?? code): Promise<void> {
    const text = modifiers & CTRL || key.length > 1 ? {} : { text: key }
    const press = { code, key, modifiers, windowsVirtualKeyCode: code.startsWith('Key') ? code.charCodeAt(3) : code.charCodeAt(5) }
    await this.#keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, ...text })
    await this.#keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  }
}

test('tools, undo and a note are in reach on a Russian layout', async () => {
  const { page } = running
  expect(await page.evaluate(() => window.wayline.call('map.new', { template: 'cjm-funnel', title: 'Путь' }))).toEqual({
    ok: true,
    value: null,
  })
  const grid = page.getByRole('grid')
  await grid.waitFor({ state: 'attached' })
  const keyboard = await RussianKeyboard.of(page)
  const tool = (name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true })

  await keyboard.press('KeyH')
  await expect(tool('Hand')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('KeyV')
  await expect(tool('Select')).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  for (const letter of 'Выбор') await page.keyboard.insertText(letter)
  await keyboard.press('KeyN')
  await keyboard.press('KeyA')
  await page.keyboard.press('Escape')
  const note = grid.getByRole('button', { name: 'Выбортф' })
  await expect(note).toBeFocused()

  await keyboard.press('KeyA')
  await expect(grid.getByRole('button', { name: 'Pain point, Выбортф' })).toBeFocused()
  await keyboard.press('KeyZ', CTRL)
  await expect(note).toBeFocused()
  await keyboard.press('KeyZ', CTRL)
  await expect(note).toHaveCount(0)
  await keyboard.press('KeyZ', CTRL | SHIFT, 'Я')
  await expect(note).toHaveCount(1)

  await keyboard.press('Digit7', SHIFT, '?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
})
