import { ok, type Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { MapDocument } from '../../shared/document/mapDocument'
import { createTranslator, type Language } from '../../shared/i18n/translator'
import type { FailureOf, OpenMap } from '../../shared/ipc/contract'
import type { Events } from '../../shared/ipc/events'
import type { Point } from '../../shared/layout/geometry'
import { hitTest } from '../../shared/layout/hitTest'
import type { CellBox } from '../../shared/layout/layout'
import { notesInCell } from '../../shared/model/board'
import { makeNewId, type NewId } from '../../shared/model/ids'
import type { Cell, NoteId } from '../../shared/model/note'
import { lightTheme } from '../../shared/scene/theme'
import { createSession, type UpdateBridge } from '../../renderer/state/createSession'
import type { Session } from '../../renderer/state/session'
import type { ToastRequest } from '../../renderer/state/toast'
import { createPointerController, type PointerController } from '../../renderer/tools/pointer'
import type { PointerInput } from '../../renderer/tools/tool'
import { TestBoard } from './testBoard'

type Held = Partial<Pick<PointerInput, 'shift' | 'alt' | 'mod' | 'pointerType' | 'button'>>

/** A window with an open map: a real replica and real tools, with a main process that is a second replica. */
export class TestSession {
  readonly session: Session
  readonly pointer: PointerController
  readonly toasts: ToastRequest[] = []
  /** What the main process holds: every update that was sent to it. */
  readonly host: MapDocument
  /** The next answer to an update; null takes it. */
  refuse: FailureOf<'map.update'> | null = null
  /** Bytes of each update that was sent. */
  readonly updateBytes: number[] = []
  /** Something that lies over the board and takes notes. */
  inboxAt: ((screen: Point) => boolean) | null = null
  /** Calls back the long press that a finger waits for. */
  longPress: (() => void) | null = null
  #hear: ((update: Events['map.update']) => void) | null = null

  constructor(options: { readonly board?: TestBoard; readonly readOnly?: boolean; readonly language?: Language } = {}) {
    const { board = TestBoard.starter(), readOnly = false, language = 'en' } = options
    const state = board.document.encode()
    this.host = openMapDocument({ clock: noon, state, clientId: 900 })
    const open: OpenMap = {
      handle: 'map_1',
      name: null,
      place: null,
      readOnly,
      state,
      status: { kind: 'kept' },
      recovered: 0,
    }
    const bridge: UpdateBridge = {
      call: async (_channel, { update }): Promise<Result<null, FailureOf<'map.update'>>> => {
        this.updateBytes.push(update.byteLength)
        if (this.refuse !== null) return { ok: false, code: this.refuse }
        this.host.receive(update)
        return ok(null)
      },
      on: (_event, listener) => {
        this.#hear = listener
        return () => {
          this.#hear = null
        }
      },
    }
    this.session = createSession({
      open,
      bridge,
      translator: createTranslator(language),
      theme: lightTheme,
      clock: noon,
      newId: countingIds(),
      toast: (toast) => this.toasts.push(toast),
      who: () => 'Ann',
    })
    this.session.ui.setState({ view: { width: 1600, height: 900 } })
    this.pointer = createPointerController(this.session, {
      dropZoneAt: (screen) => (this.inboxAt?.(screen) ? 'inbox' : null),
      schedule: (_milliseconds, callback) => {
        this.longPress = callback
        return () => {
          this.longPress = null
        }
      },
    })
  }

  get ui() {
    return this.session.ui.getState()
  }

  get board() {
    return this.session.document.board()
  }

  get layout() {
    return this.session.layout()
  }

  /** Texts of a cell, in order. */
  texts(cell: Cell): string[] {
    return notesInCell(this.board, cell).map(({ text }) => text)
  }

  inbox(): string[] {
    return this.board.inbox.map(({ text }) => text)
  }

  /** Name of the step that undo would take back. */
  undoName(): string | undefined {
    return this.session.document.canUndo()?.what
  }

  /** What another window does to the map. */
  receive(update: Uint8Array): void {
    this.#hear?.({ handle: 'map_1', update })
  }

  hears(): boolean {
    return this.#hear !== null
  }

  /** Where the hand is: a place of the board, at 100 % and unscrolled. */
  at(point: Point, held: Held = {}): PointerInput {
    return {
      board: point,
      screen: point,
      target: hitTest(this.layout, point, { zoom: 1 }),
      shift: false,
      alt: false,
      mod: false,
      button: 0,
      pointerType: 'mouse',
      ...held,
    }
  }

  click(point: Point, held: Held = {}): void {
    this.pointer.down(this.at(point, held))
    this.pointer.up(this.at(point, held))
  }

  doubleClick(point: Point, held: Held = {}): void {
    this.click(point, held)
    this.click(point, held)
    this.pointer.doubleClick(this.at(point, held))
  }

  /** Press, go there in a few moves; without `up`, the hand holds still at the end. */
  press(from: Point, to: Point, held: Held = {}): void {
    this.pointer.down(this.at(from, held))
    for (const part of [0.25, 0.5, 0.75, 1]) {
      this.pointer.move(this.at({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }, held))
    }
  }

  drag(from: Point, to: Point, held: Held = {}): void {
    this.press(from, to, held)
    this.pointer.up(this.at(to, held))
  }

  noteAt(id: NoteId): Point {
    const { rect } = this.layout.notes.get(id)!
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
  }

  cellBox(cell: Cell): CellBox {
    return this.layout.lanes.find(({ lane }) => lane.id === cell.laneId)!.cells.find((box) => box.cell.columnId === cell.columnId)!
  }

  /** An empty place of a cell: its bottom right corner. */
  emptyIn(cell: Cell): Point {
    const { rect } = this.cellBox(cell)
    return { x: rect.x + rect.width - 3, y: rect.y + rect.height - 3 }
  }

  /** The place in an emotion lane that stands for a value at a step. */
  valueAt(stepId: string, value: number): Point {
    const lane = this.layout.lanes.find(({ content }) => content === 'curve')!
    const step = this.layout.stages.flatMap(({ steps }) => steps).find((box) => box.step.id === stepId)!
    return { x: step.x + step.width / 2, y: lane.y + lane.height / 2 - value * ((lane.height / 2 - 30) / 5) }
  }
}

function noon(): Date {
  return new Date('2026-01-15T12:00:00Z')
}

function countingIds(): NewId {
  let count = 0
  return makeNewId((length) => {
    count += 1
    return Uint8Array.from({ length }, (_, i) => (count >> (i * 4)) & 15)
  })
}
