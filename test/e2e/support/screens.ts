import { expect, type Locator, type Page } from '@playwright/test'
import { shown, type BoardPage } from './board'
import { answerDialogs, type Launched } from './launch'

/** Leave the map, if there is one, and wait for the start screen. */
export async function toStart({ page }: Launched): Promise<void> {
  if ((await page.getByRole('grid').count()) > 0) await page.keyboard.press('Control+KeyW')
  await expect(page.locator('.start')).toBeVisible()
  await expect(page.getByRole('grid')).toHaveCount(0)
}

/** Open a file by the dialog of the system, wherever the app is. */
export async function openByDialog({ app, page }: Launched, file: string): Promise<void> {
  await answerDialogs(app, { open: file })
  await page.keyboard.press('Control+KeyO')
}

/** Open a file that is a map, and wait for its board. */
export async function openMap(launched: Launched, file: string): Promise<BoardPage> {
  await openByDialog(launched, file)
  return shown(launched)
}

/** What the title bar says of the file. */
export function saveState(page: Page): Locator {
  return page.locator('.save-state')
}

/** Write a note into an empty cell, by keyboard, and leave its field. */
export async function writeNote(board: BoardPage, text: string, cell = 'Goals, Awareness'): Promise<void> {
  await board.focus(`Empty cell, ${cell}`)
  await board.press('Enter')
  await typeNote(board, text)
}

/** Write another note under the one that has the focus. */
export async function writeNext(board: BoardPage, text: string): Promise<void> {
  await board.press('Control+Enter')
  await typeNote(board, text)
}

async function typeNote(board: BoardPage, text: string): Promise<void> {
  await expect(board.field).toBeFocused()
  await board.type(text)
  await board.press('Escape')
  await expect(board.field).toHaveCount(0)
}

/** Close every message that waits to be closed. */
export async function closeMessages(page: Page): Promise<void> {
  const close = page.locator('.toast .ui-icon-button')
  while ((await close.count()) > 0) await close.first().click()
}

/** The windows of the app. */
export async function windowCount({ app }: Launched): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}
