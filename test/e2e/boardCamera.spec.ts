import { expect, test } from '@playwright/test'
import type { Point } from '../../shared/layout/geometry'
import { middle, openSample, type BoardPage } from './support/board'
import { launchApp, type Launched } from './support/launch'

// Where one looks. That the view moved is told by what a click finds: the same note at another place.

test.describe.configure({ mode: 'serial' })

const NOTE = 'Live status, like a parcel'

let launched: Launched
let board: BoardPage

test.beforeAll(async () => {
  launched = await launchApp()
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  board = await openSample(launched)
})

test.afterAll(async () => {
  await launched.close()
})

/** A wheel turns without saying when it has arrived, so it is looked for until it has. */
async function expectAt(place: Point, text: string): Promise<void> {
  await expect(async () => {
    await board.press('Escape')
    await board.click(place)
    expect(await board.selected()).toEqual([expect.stringContaining(text)])
  }).toPass({ timeout: 10_000 })
}

async function zoom(): Promise<number> {
  return Number.parseInt(await board.page.locator('.zoom-value').innerText(), 10)
}

/** The frame of the minimap: the part of the sheet that is in sight. */
async function seen(): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await board.page.locator('.minimap-seen').boundingBox()
  if (!box) throw new Error('no minimap')
  return box
}

test('a map nobody has moved is shown whole when the window becomes large enough', async () => {
  await board.resize(1280, 800)
  await board.resize(1920, 1080)
  const shown = await zoom()
  await board.fit()
  expect(shown).toBe(await zoom())
})

test('Shift+1 shows the whole map, and everything is where the layout says', async () => {
  const sheet = await board.fit()
  expect(await zoom()).toBe(Math.round(sheet.zoom * 100))
  await expectAt(sheet.note(NOTE), NOTE)
  const { x, y, width, height } = sheet.sheet()
  const area = await board.area()
  expect(x).toBeGreaterThanOrEqual(area.x)
  expect(y).toBeGreaterThanOrEqual(area.y)
  expect(x + width).toBeLessThanOrEqual(area.x + area.width)
  expect(y + height).toBeLessThanOrEqual(area.y + area.height)
})

test('the wheel moves the view, with Shift sideways', async () => {
  const at = (await board.fit()).note(NOTE)
  await board.page.mouse.move(at.x, at.y)
  await board.page.mouse.wheel(0, 120)
  await expectAt({ x: at.x, y: at.y - 120 }, NOTE)
  await board.page.mouse.wheel(60, -20)
  await expectAt({ x: at.x - 60, y: at.y - 100 }, NOTE)
  await board.page.keyboard.down('Shift')
  await board.page.mouse.wheel(0, 40)
  await board.page.keyboard.up('Shift')
  await expectAt({ x: at.x - 100, y: at.y - 100 }, NOTE)
})

test('Ctrl and the wheel zoom about the pointer: what lies under it stays there', async () => {
  const at = (await board.fit()).note(NOTE)
  const before = await zoom()
  await board.page.mouse.move(at.x, at.y)
  await board.page.keyboard.down('Control')
  for (let i = 0; i < 4; i += 1) await board.page.mouse.wheel(0, -100)
  await board.page.keyboard.up('Control')
  await expect.poll(zoom).toBeGreaterThan(before * 2)
  await expectAt(at, NOTE)
  await board.page.mouse.move(at.x, at.y)
  await board.page.keyboard.down('Control')
  for (let i = 0; i < 4; i += 1) await board.page.mouse.wheel(0, 100)
  await board.page.keyboard.up('Control')
  await expect.poll(zoom).toBe(before)
  await expectAt(at, NOTE)
})

test('Space and a drag, the middle button, and the hand tool move the paper', async () => {
  const at = (await board.fit()).note(NOTE)
  const move = async (dx: number, dy: number, from: Point, button: 'left' | 'middle' = 'left'): Promise<void> => {
    await board.page.mouse.move(from.x, from.y)
    await board.page.mouse.down({ button })
    await board.page.mouse.move(from.x + dx, from.y + dy, { steps: 4 })
    await board.page.mouse.up({ button })
  }
  const before = await board.map()
  await board.page.keyboard.down('Space')
  await move(80, 40, at)
  await board.page.keyboard.up('Space')
  await expectAt({ x: at.x + 80, y: at.y + 40 }, NOTE)
  await move(-30, 20, at, 'middle')
  await expectAt({ x: at.x + 50, y: at.y + 60 }, NOTE)
  await board.press('KeyH')
  await move(-50, -60, at)
  await board.press('KeyV')
  await expectAt(at, NOTE)
  // No note went along.
  expect(await board.map()).toEqual(before)
})

test('plus and minus, Ctrl+0 and the zoom control know the same steps', async () => {
  await board.press('Control+Digit0')
  await expect.poll(zoom).toBe(100)
  await board.type('+')
  await expect.poll(zoom).toBe(125)
  await board.type('-')
  await expect.poll(zoom).toBe(100)
  const control = board.page.getByRole('group', { name: 'Zoom' })
  await control.getByRole('button', { name: 'Zoom out' }).click()
  await expect.poll(zoom).toBe(80)
  await control.getByRole('button', { name: /^Zoom: 80/ }).click()
  await board.page.getByRole('menuitem', { name: '200%' }).click()
  await expect.poll(zoom).toBe(200)
  await control.getByRole('button', { name: 'Fit the map' }).click()
  const sheet = await board.fit()
  await expect.poll(zoom).toBe(Math.round(sheet.zoom * 100))
})

test('Shift+2 comes near to what is selected', async () => {
  const sheet = await board.fit()
  await board.press('Escape')
  await board.click(sheet.note('One-tap retention offer'))
  await board.press('Shift+Digit2')
  await expect.poll(zoom).toBe(150)
  // It lies in the middle of what the headers leave free, so the middle of the window is it or close to it.
  const label = board.item(/^One-tap retention offer/)
  await expect(label).toBeFocused()
  await board.press('F2')
  const field = await board.field.boundingBox()
  const area = await board.area()
  if (!field) throw new Error('no field')
  expect(field.x).toBeGreaterThan(area.x)
  expect(field.x + field.width).toBeLessThan(area.x + area.width)
  expect(field.y).toBeGreaterThan(area.y)
  expect(field.y + field.height).toBeLessThan(area.y + area.height)
  await board.press('Escape')
})

test('the minimap shows what is in sight, and takes one elsewhere', async () => {
  await board.press('Escape', 'Control+Digit0')
  // Near enough that the frame has room to move in.
  await board.type('+++')
  await expect.poll(zoom).toBe(200)
  const minimap = board.page.getByRole('button', { name: /^Overview of the map/ })
  const box = await minimap.boundingBox()
  if (!box) throw new Error('no minimap')
  await board.click({ x: box.x + box.width - 4, y: box.y + box.height - 4 })
  const right = await seen()
  await board.click({ x: box.x + 4, y: box.y + 4 })
  await expect.poll(async () => (await seen()).x).toBeLessThan(right.x)
  expect((await seen()).y).toBeLessThan(right.y)
  const first = await seen()
  await board.drag(middle(first), { x: middle(first).x + 30, y: middle(first).y })
  await expect.poll(async () => (await seen()).x).toBeGreaterThan(first.x + 10)
  const dragged = await seen()
  await minimap.focus()
  await board.press('ArrowLeft')
  await expect.poll(async () => (await seen()).x).toBeLessThan(dragged.x)
})

test('the headers stay in sight while the map scrolls', async () => {
  await board.fit()
  await board.press('Control+Digit0')
  // The last note of the map comes into sight, and the first stage and lane leave it.
  await board.focus(/^Retention, Refinance or leave/)
  const area = await board.area()
  for (const header of ['Stage: Refinance or leave', 'Lane: Owners']) {
    await board.focus(header)
    await board.press('F2')
    const field = await board.field.boundingBox()
    if (!field) throw new Error('no field')
    if (header.startsWith('Stage')) expect(field.y).toBeLessThan(area.y + 84)
    else expect(field.x).toBeLessThan(area.x + 72 + 184)
    await board.press('Escape')
  }
  await board.press('Escape')
})

test('full screen covers the screen and shows a fitted map larger', async () => {
  await board.resize(1280, 800)
  await board.fit()
  const before = await zoom()
  await board.press('F11')
  const screen = await launched.app.evaluate((electron) => electron.screen.getPrimaryDisplay().bounds)
  await expect.poll(() => board.page.evaluate(() => [innerWidth, innerHeight])).toEqual([screen.width, screen.height])
  await expect.poll(zoom).toBeGreaterThan(before)
  const filled = await zoom()
  const box = await board.page.locator('.board-canvas canvas').first().boundingBox()
  expect(box).toMatchObject({ x: 0, width: screen.width })
  expect(box && box.y + box.height).toBe(screen.height)
  await board.fit()
  expect(await zoom()).toBe(filled)
})
