import { expect, type Locator, type Page } from '@playwright/test'
import { fitCamera, freeInsets, toScreen, type Size } from '../../../renderer/board/camera'
import type { Camera } from '../../../renderer/state/uiState'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { readableMap } from '../../../shared/export/readableMap'
import type { ReadableMap, ReadableNote, ReadablePoint } from '../../../shared/export/readableSchema'
import { createTranslator, type Language } from '../../../shared/i18n/translator'
import type { Point, Rect } from '../../../shared/layout/geometry'
import { valueToY } from '../../../shared/layout/emotionScale'
import type { Layout } from '../../../shared/layout/layout'
import { createLayoutEngine } from '../../../shared/layout/layoutBoard'
import { sceneWords, type SceneWords } from '../../../shared/layout/sceneWords'
import type { Board } from '../../../shared/model/board'
import type { LaneKind } from '../../../shared/model/lane'
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/model/templateIds'
import { launchApp, type Launched } from './launch'

/**
 * An open map as a test sees it: what is in the document, where things are on screen, and the board's hidden grid.
 *
 * What is in the document is asked of the main process, which has it in its journal, so an edit counts only when it
 * is safe. Where things are follows from the same layout that draws them, once the whole map is fitted into the
 * window: the app needs no door of its own for tests.
 */
export class BoardPage {
  readonly page: Page
  readonly #launched: Launched
  language: Language = 'en'

  constructor(launched: Launched) {
    this.page = launched.page
    this.#launched = launched
  }

  /** The map as the main process has it, and as its file would read. */
  async map(): Promise<ReadableMap> {
    return JSON.parse(JSON.stringify(readableMap(await this.#board()))) as ReadableMap
  }

  async #board(): Promise<Board> {
    const state = await this.page.evaluate(async () => {
      const hello = await window.wayline.call('app.hello', null)
      if (!hello.ok || !hello.value.map) throw new Error('no map is open')
      return [...hello.value.map.state]
    })
    return openMapDocument({ clock: () => new Date(), state: Uint8Array.from(state) }).board()
  }

  /** Texts of the notes in a cell, in order; the column goes by the title of its stage or step. */
  async texts(lane: LaneKind, column: string): Promise<string[]> {
    return (await this.notes(lane, column)).map(({ text }) => text)
  }

  async notes(lane: LaneKind, column: string): Promise<readonly ReadableNote[]> {
    const { lanes } = await this.map()
    return lanes.find(({ kind }) => kind === lane)?.cells.find(({ title }) => title === column)?.notes ?? []
  }

  /** The note with this text, wherever it is. */
  async note(text: string): Promise<ReadableNote | undefined> {
    const { lanes, inbox } = await this.map()
    return [...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...inbox].find((note) => note.text === text)
  }

  async inbox(): Promise<string[]> {
    return (await this.map()).inbox.map(({ text }) => text)
  }

  async stages(): Promise<string[]> {
    return (await this.map()).stages.map(({ title }) => title)
  }

  async laneKinds(): Promise<LaneKind[]> {
    return (await this.map()).lanes.map(({ kind }) => kind)
  }

  async points(persona: string): Promise<readonly ReadablePoint[]> {
    return (await this.map()).personas.find(({ name }) => name === persona)?.points ?? []
  }

  /** The value of a persona at a step; null is a gap. */
  async value(persona: string, step: string): Promise<number | null> {
    return (await this.points(persona)).find(({ title }) => title === step)?.value ?? null
  }

  /** An item of the hidden grid, by how its name begins. */
  item(name: string | RegExp): Locator {
    return this.page.getByRole('grid').getByLabel(name)
  }

  /** The focus goes to an item of the hidden grid, as a screen reader's would. */
  async focus(name: string | RegExp): Promise<void> {
    const item = this.item(name).first()
    await item.evaluate((element: HTMLElement) => element.focus())
    await expect(item).toBeFocused()
  }

  /** The field that is open over the board. */
  get field(): Locator {
    return this.page.locator('.board-field')
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Actions for the selection' })
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Labels of what is selected. */
  async selected(): Promise<string[]> {
    return this.page
      .locator('.board-twin [aria-pressed="true"]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''))
  }

  /** Fit the whole map into the window, and tell where everything is. */
  async fit(): Promise<Sheet> {
    // Not by its key: in some tests a panel has the keyboard, and keeps it.
    await this.page
      .locator('.zoom-control button')
      .last()
      .evaluate((button: HTMLElement) => button.click())
    const area = await this.area()
    const board = await this.#board()
    const words = sceneWords(createTranslator(this.language))
    const layout = createLayoutEngine().layout(board, words)
    // Which panel it is makes no difference.
    const panel = (await this.page.locator('.ui-panel').count()) > 0 ? 'inbox' : null
    const camera = fitCamera(layout, area, freeInsets({ view: area, panel }))
    return new Sheet(board, layout, words, camera, area)
  }

  /** The part of the window in which the board is. */
  async area(): Promise<Rect & Size> {
    const box = await this.page.locator('main.map-board').boundingBox()
    if (!box) throw new Error('the board is not on screen')
    return box
  }

  /** Press at one place, let go at another, with the moves between that a hand makes. */
  async drag(from: Point, to: Point, { steps = 8 } = {}): Promise<void> {
    await this.take(from, to, { steps })
    await this.page.mouse.up()
  }

  /** The first half of a drag: the button stays down. */
  async take(from: Point, to: Point, { steps = 8 } = {}): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(to.x, to.y, { steps })
  }

  async click(at: Point, options: Parameters<Page['mouse']['click']>[2] = {}): Promise<void> {
    await this.page.mouse.click(at.x, at.y, options)
  }

  async doubleClick(at: Point): Promise<void> {
    await this.page.mouse.dblclick(at.x, at.y)
  }

  /** Open the application menu by its key, then one of its submenus. */
  async openMenu(title: string): Promise<Locator> {
    // One that is just closing would take the key.
    await expect(this.page.getByRole('menu')).toHaveCount(0)
    await this.press('Alt')
    const entry = this.page.getByRole('menuitem', { name: title, exact: true })
    await entry.hover()
    await this.press('ArrowRight')
    const menu = this.page.getByRole('menu').last()
    await expect(menu.getByRole('menuitem').first()).toBeVisible()
    return menu
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#launched.app.evaluate(
      ({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.unmaximize()
        window?.setContentSize(size.width, size.height)
      },
      { width, height },
    )
    await expect.poll(() => this.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
    // The board follows a moment later.
    const canvas = this.page.locator('.board-canvas canvas').first()
    await expect.poll(async () => (await canvas.boundingBox())?.width).toBe((await this.area()).width)
  }
}

/** Where things of a fitted board are, in CSS pixels of the window. */
export class Sheet {
  readonly #board: Board
  readonly #layout: Layout
  readonly #words: SceneWords
  readonly #camera: Camera
  readonly #area: Rect

  constructor(board: Board, layout: Layout, words: SceneWords, camera: Camera, area: Rect) {
    this.#board = board
    this.#layout = layout
    this.#words = words
    this.#camera = camera
    this.#area = area
  }

  get zoom(): number {
    return this.#camera.zoom
  }

  /** A place of the sheet, given in world units. */
  at(point: Point): Point {
    const { x, y } = toScreen(this.#camera, point)
    return { x: this.#area.x + x, y: this.#area.y + y }
  }

  rect(rect: Rect): Rect {
    return { ...this.at(rect), width: rect.width * this.zoom, height: rect.height * this.zoom }
  }

  noteRect(text: string): Rect {
    const box = [...this.#layout.notes.values()].find(({ note }) => note.text === text)
    if (!box) throw new Error(`no note "${text}" is on the board`)
    return this.rect(box.rect)
  }

  note(text: string): Point {
    return middle(this.noteRect(text))
  }

  cellRect(lane: LaneKind, column: string): Rect {
    const cell = this.#lane(lane).cells.find((box) => this.#titleOf(box.cell.columnId) === column)
    if (!cell) throw new Error(`lane ${lane} has no cell at "${column}"`)
    return this.rect(cell.rect)
  }

  /** A place in the cell under its notes, or its middle where it has none. */
  cell(lane: LaneKind, column: string): Point {
    return middle(this.cellRect(lane, column))
  }

  /** A value in the emotion lane at a step. */
  emotion(step: string, value: number, lane: LaneKind = 'emotions'): Point {
    const box = this.#step(step)
    return this.at({ x: box.x + box.width / 2, y: valueToY(this.#lane(lane), value) })
  }

  point(persona: string, step: string): Point {
    const box = [...this.#layout.points.values()].find(
      (candidate) => candidate.persona.name === persona && this.#titleOf(candidate.stepId) === step,
    )
    if (!box) throw new Error(`${persona} has no point at "${step}"`)
    return this.at(box)
  }

  stageRect(title: string): Rect {
    const box = this.#layout.stages.find(({ stage }) => stage.title === title)
    if (!box) throw new Error(`no stage "${title}"`)
    return this.rect({ x: box.x, y: 0, width: box.width, height: this.#layout.stageHeader - this.#layout.stepRow })
  }

  stage(title: string): Point {
    return middle(this.stageRect(title))
  }

  step(title: string): Point {
    const { x, width } = this.#step(title)
    return this.at({ x: x + width / 2, y: this.#layout.stageHeader - this.#layout.stepRow / 2 })
  }

  laneRect(lane: LaneKind): Rect {
    const { y, height } = this.#lane(lane)
    return this.rect({ x: 0, y, width: this.#layout.laneHeader, height })
  }

  lane(lane: LaneKind): Point {
    return middle(this.laneRect(lane))
  }

  sheet(): Rect {
    return this.rect({ x: 0, y: 0, width: this.#layout.width, height: this.#layout.height })
  }

  #lane(kind: LaneKind) {
    const box = this.#layout.lanes.find(({ lane }) => lane.kind === kind)
    if (!box) throw new Error(`no lane of kind ${kind} is shown`)
    return box
  }

  #step(title: string) {
    const box = this.#layout.stages.flatMap(({ steps }) => steps).find(({ step }) => this.#titleOf(step.id) === title)
    if (!box) throw new Error(`no step "${title}"`)
    return box
  }

  #titleOf(column: string): string {
    for (const stage of this.#board.stages) {
      if (stage.id === column) return stage.title || this.#words.untitledStage
      const step = this.#board.stepsOf.get(stage.id)?.find(({ id }) => id === column)
      if (step) return step.title || stage.title
    }
    return ''
  }
}

export function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Movement would have to be waited for; people who ask their system for less of it get the same pictures at once. */
async function withoutMovement(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
}

/** Open the finished sample from the start screen. */
export async function openSample(launched: Launched): Promise<BoardPage> {
  const { page } = launched
  await withoutMovement(page)
  await page.getByRole('button', { name: 'Open the sample', exact: true }).click()
  return shown(launched)
}

/** Make a map from a template, by the dialog. */
export async function newMap(launched: Launched, template: TemplateId, title = 'Test map'): Promise<BoardPage> {
  const { page } = launched
  await withoutMovement(page)
  await page.getByRole('button', { name: /^New map/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(title)
  await dialog.getByRole('radio').nth(TEMPLATE_IDS.indexOf(template)).click()
  await dialog.getByRole('button', { name: 'Create the map' }).click()
  return shown(launched)
}

/** A new map of the funnel, in an app of its own and as large as a screen. */
export async function newFunnel(): Promise<{ readonly launched: Launched; readonly board: BoardPage }> {
  const launched = await launchApp()
  const board = await newMap(launched, 'cjm-funnel')
  await board.resize(1920, 1080)
  return { launched, board }
}

/** The map that is open already. */
export async function shown(launched: Launched): Promise<BoardPage> {
  await withoutMovement(launched.page)
  await expect(launched.page.getByRole('grid')).toBeAttached()
  return new BoardPage(launched)
}
