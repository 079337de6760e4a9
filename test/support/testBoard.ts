import type { Result } from '../../shared/base/result'
import type { Command, Refusal } from '../../shared/commands/command'
import { addNote } from '../../shared/commands/notes'
import { setPoint } from '../../shared/commands/points'
import { handEdits } from '../../shared/export/handEdits'
import { readableMap } from '../../shared/export/readableMap'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { MapDocument } from '../../shared/document/mapDocument'
import { notesInCell, type Board } from '../../shared/model/board'
import type { Cell, NoteId } from '../../shared/model/note'
import type { Patch } from '../../shared/model/patch'

/** Cells of the starter map. */
export const awareness = { laneId: 'lane_actions', columnId: 'step_awareness' } as const satisfies Cell
export const purchase = { laneId: 'lane_actions', columnId: 'step_purchase' } as const satisfies Cell
export const payment = { laneId: 'lane_actions', columnId: 'step_payment' } as const satisfies Cell
export const awarenessGoal = { laneId: 'lane_goals', columnId: 'stage_awareness' } as const satisfies Cell

/** Two stages, the second with two steps; a lane of stages, one of steps, one of emotions; two personas. */
const STARTER: readonly Patch[] = [
  { op: 'settings', fields: { title: 'Mortgage' } },
  { op: 'add', record: { id: 'stage_awareness', order: 'a0', title: 'Awareness', duration: '' } },
  { op: 'add', record: { id: 'step_awareness', stageId: 'stage_awareness', order: 'a0', title: 'See the advert' } },
  { op: 'add', record: { id: 'stage_purchase', order: 'a1', title: 'Purchase', duration: '' } },
  { op: 'add', record: { id: 'step_purchase', stageId: 'stage_purchase', order: 'a0', title: 'Sign' } },
  { op: 'add', record: { id: 'step_payment', stageId: 'stage_purchase', order: 'a1', title: 'Pay' } },
  { op: 'add', record: { id: 'lane_goals', order: 'a0', kind: 'goals', span: 'stage', collapsed: false, hidden: false } },
  { op: 'add', record: { id: 'lane_actions', order: 'a1', kind: 'actions', span: 'step', collapsed: false, hidden: false } },
  { op: 'add', record: { id: 'lane_emotions', order: 'a2', kind: 'emotions', span: 'step', collapsed: false, hidden: false } },
  { op: 'add', record: { id: 'persona_anna', order: 'a0', name: 'Anna', color: 'teal', marker: 'circle', curveHidden: false } },
  { op: 'add', record: { id: 'persona_oleg', order: 'a1', name: 'Oleg', color: 'magenta', marker: 'diamond', curveHidden: false } },
]

const NOON = Date.UTC(2026, 0, 15, 12)

/** Counts the seconds of a test's day and the replicas in it, so that every run of a test is the same. */
interface Day {
  seconds: number
  replicas: number
}

/** A real document and the commands that people give, with only time and names made up. */
export class TestBoard {
  readonly document: MapDocument
  readonly who: string
  readonly #day: Day

  private constructor(day: Day, who: string, state: Uint8Array | undefined) {
    this.#day = day
    this.who = who
    day.replicas += 1
    this.document = openMapDocument({
      clock: () => new Date(this.#tick()),
      clientId: day.replicas,
      author: () => who,
      ...(state ? { state } : {}),
    })
  }

  /** The starter map with four notes and a point of Anna's. */
  static workshop(): TestBoard {
    return TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
      .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks friends' })
      .run(addNote, { noteId: 'note_c', cell: awareness, text: 'Reads reviews' })
      .run(addNote, { noteId: 'note_goal', cell: awarenessGoal, text: 'Stop renting' })
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: -3 })
  }

  /** A map without anything in it. */
  static empty(): TestBoard {
    return new TestBoard({ seconds: 0, replicas: 0 }, 'Ann', undefined)
  }

  /** The starter map, without anything to undo. */
  static starter(): TestBoard {
    const made = TestBoard.empty()
    made.document.write(STARTER, { what: 'import', count: 1 })
    return made.fork('Ann')
  }

  /** A colleague's copy: the same map, another replica. */
  fork(who = 'Bob'): TestBoard {
    return new TestBoard(this.#day, who, this.document.encode())
  }

  /** The same board as a document of its own, as it is put together from the readable part of a damaged file. */
  rebuilt(who = 'Bob'): TestBoard {
    const made = new TestBoard(this.#day, who, undefined)
    const patches = handEdits(made.board, readableMap(this.board), {
      now: new Date(this.#tick()).toISOString(),
    })
    made.document.write(patches, { what: 'import', count: 1 })
    return made
  }

  get board(): Board {
    return this.document.board()
  }

  plan<Args>(command: Command<Args>, args: NoInfer<Args>): Result<readonly Patch[], Refusal> {
    return command.plan(this.board, args, { now: new Date(this.#tick()).toISOString(), who: this.who })
  }

  /** Carry a command out; throws where it declines. */
  run<Args>(command: Command<Args>, args: NoInfer<Args>, options: { readonly continues?: boolean } = {}): this {
    const plan = this.plan(command, args)
    if (!plan.ok) throw new Error(`${command.id} declined: ${plan.code} ${JSON.stringify(plan.detail)}`)
    this.document.write(plan.value, command.name(args, this.board), options)
    return this
  }

  /** Why a command declines; 'accepted' where it does not. */
  refusal<Args>(command: Command<Args>, args: NoInfer<Args>): Refusal | 'accepted' {
    const plan = this.plan(command, args)
    return plan.ok ? 'accepted' : plan.code
  }

  /** Take over what a colleague has that this copy lacks. */
  receive(other: TestBoard): this {
    this.document.receive(other.document.encodeSince(this.document.stateVector()))
    return this
  }

  undo(): this {
    this.document.undo()
    return this
  }

  redo(): this {
    this.document.redo()
    return this
  }

  notesIn(cell: Cell): NoteId[] {
    return notesInCell(this.board, cell).map((note) => note.id)
  }

  inbox(): NoteId[] {
    return this.board.inbox.map((note) => note.id)
  }

  #tick(): number {
    this.#day.seconds += 1
    return NOON + this.#day.seconds * 1000
  }
}

/** What people see of a board; the records of deleted things, which an undone addition leaves behind, are not in it. */
export function picture(board: Board): Omit<Board, 'records'> {
  const { records: _records, ...seen } = board
  return seen
}
