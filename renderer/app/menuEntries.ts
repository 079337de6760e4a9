import type { ActionId } from '../../shared/actions/actionTable'
import type { MessageKey } from '../../shared/i18n/translator'
import { notesInCell, stepOf, takesProof, type Board } from '../../shared/model/board'
import { NOTE_COLORS } from '../../shared/model/color'
import { laneKindInfo } from '../../shared/model/laneKinds'
import type { LaneId } from '../../shared/model/lane'
import { NOTE_MARKS, NOTE_PROOFS, type Note } from '../../shared/model/note'
import type { Point } from '../../shared/model/point'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'
import { confirmPoint } from '../../shared/commands/points'
import { recolorLane } from '../../shared/commands/lanes'
import type { Session } from '../state/session'
import { selectOne, startEditing } from '../state/uiStore'
import { proveSelected, recolorSelected, selectedNotes, toggleMark, togglePersona } from '../tools/noteEdits'
import { addPointAt, changePointBy } from '../tools/pointValue'
import { pointAt } from '../tools/selectFocus'
import { insertStage, insertStep } from '../tools/structureEdits'

/** One line of a menu about the board. */
export type MenuEntry =
  /** `label` is what the action is called here, where that is not its usual name. */
  | { readonly kind: 'action'; readonly id: ActionId; readonly label?: MessageKey; readonly danger?: true }
  | { readonly kind: 'line' }
  | {
      readonly kind: 'edit'
      readonly label: MessageKey
      readonly keys?: string
      readonly disabled?: boolean
      readonly edit: (session: Session) => void
    }
  /** One of several: which one holds now is ticked. */
  | {
      readonly kind: 'choice'
      readonly label: string
      readonly on: boolean
      readonly swatch?: string
      readonly edit: (session: Session) => void
    }
  | { readonly kind: 'more'; readonly label: MessageKey; readonly entries: readonly MenuEntry[] }

const LINE: MenuEntry = { kind: 'line' }
const RENAME: MenuEntry = { kind: 'action', id: 'edit.text', label: 'board.rename' }
const DELETE: MenuEntry = { kind: 'action', id: 'edit.delete', danger: true }

/** Everything that can be done with what is selected, or with the place that has the focus. */
export function menuEntries(session: Session): readonly MenuEntry[] {
  const { selection, focus } = session.ui.getState()
  const board = session.document.board()
  switch (selection.kind) {
    case 'notes':
      return noteEntries(session, board)
    case 'point':
      return pointEntries(board.records.point.get(selection.id))
    case 'stage':
      return stageEntries(board, selection.id)
    case 'step':
      return stepEntries(board, selection.id)
    case 'lane':
      return laneEntries(session, board, selection.id)
    case 'none':
      break
  }
  const here: readonly MenuEntry[] =
    focus.kind === 'cell'
      ? [action('insert.note')]
      : focus.kind === 'emotion' && pointAt(board, focus) === null
        ? [{ kind: 'edit', label: 'board.addPoint', edit: (open) => addPointAt(open, focus) }]
        : []
  return [
    ...here,
    action('edit.paste'),
    ...(focus.kind === 'cell' && notesInCell(board, focus.cell).length === 0 ? [] : [action('edit.selectAll')]),
    LINE,
    action('insert.stage'),
    action('insert.step'),
    action('insert.lane'),
    LINE,
    action('view.fitAll'),
    action('lane.showAll'),
  ]
}

function action(id: ActionId): MenuEntry {
  return { kind: 'action', id }
}

function noteEntries(session: Session, board: Board): readonly MenuEntry[] {
  const notes = selectedNotes(session)
  const provable = notes.filter((note) => takesProof(board, note))
  const persona = personaEntries(session, board, notes)
  return [
    ...(notes.length === 1 ? [action('edit.text')] : []),
    action('insert.note'),
    LINE,
    { kind: 'more', label: 'board.color', entries: colorEntries(session, notes) },
    { kind: 'more', label: 'board.mark', entries: markEntries(session, notes) },
    ...(provable.length > 0 ? [{ kind: 'more', label: 'board.proof', entries: proofEntries(session, provable) } as const] : []),
    ...(persona.length > 0 ? [{ kind: 'more', label: 'board.personas', entries: persona } as const] : []),
    LINE,
    action('edit.cut'),
    action('edit.copy'),
    action('edit.paste'),
    action('edit.duplicate'),
    LINE,
    { kind: 'more', label: 'board.move', entries: ['move.left', 'move.right', 'move.up', 'move.down'].map((id) => action(id as ActionId)) },
    action('note.toInbox'),
    LINE,
    DELETE,
  ]
}

export function colorEntries(session: Session, notes: readonly Note[]): readonly MenuEntry[] {
  const { t } = session.look().translator
  const has = (color: Note['color']): boolean => notes.length > 0 && notes.every((note) => note.color === color)
  return [
    ...NOTE_COLORS.map((color): MenuEntry => ({
      kind: 'choice',
      label: t(`board.color.${color}`),
      on: has(color),
      swatch: color,
      edit: (open) => recolorSelected(open, color),
    })),
    LINE,
    { kind: 'choice', label: t('board.color.lane'), on: has(undefined), edit: (open) => recolorSelected(open, null) },
  ]
}

export function markEntries(session: Session, notes: readonly Note[]): readonly MenuEntry[] {
  const { t } = session.look().translator
  return NOTE_MARKS.flatMap((mark): MenuEntry[] =>
    mark === 'none'
      ? []
      : [
          {
            kind: 'choice',
            label: t(`board.mark.${mark}`),
            on: notes.length > 0 && notes.every((note) => note.mark === mark),
            edit: (open) => toggleMark(open, mark),
          },
        ],
  )
}

export function proofEntries(session: Session, notes: readonly Note[]): readonly MenuEntry[] {
  const { t } = session.look().translator
  return NOTE_PROOFS.map((proof) => ({
    kind: 'choice',
    label: t(`board.proof.${proof}`),
    on: notes.length > 0 && notes.every((note) => note.proof === proof),
    edit: (open) => proveSelected(open, proof),
  }))
}

function personaEntries(session: Session, board: Board, notes: readonly Note[]): readonly MenuEntry[] {
  const unnamed = session.look().translator.t('scene.untitledPersona')
  return board.personas.map(({ id, name }) => ({
    kind: 'choice',
    label: name || unnamed,
    on: notes.length > 0 && notes.every((note) => note.personaIds.includes(id)),
    edit: (open) => togglePersona(open, id),
  }))
}

/** As the point's toolbar has it. */
function pointEntries(point: Point | undefined): readonly MenuEntry[] {
  if (!point) return [DELETE]
  const { id: pointId, value, guessed } = point
  return [
    { kind: 'edit', label: 'board.value.raise', keys: '↑', disabled: value >= 5, edit: (open) => changePointBy(open, pointId, 0.5) },
    { kind: 'edit', label: 'board.value.lower', keys: '↓', disabled: value <= -5, edit: (open) => changePointBy(open, pointId, -0.5) },
    LINE,
    { kind: 'edit', label: 'board.label', keys: 'Enter', edit: ({ ui }) => ui.setState(startEditing({ kind: 'point', id: pointId })) },
    { kind: 'edit', label: 'board.reason', edit: ({ ui }) => ui.setState({ reasonOf: pointId }) },
    ...(guessed
      ? [{ kind: 'edit', label: 'board.value.confirm', edit: (open: Session) => void open.run(confirmPoint, { pointId }) } as const]
      : []),
    LINE,
    DELETE,
  ]
}

function stageEntries(board: Board, id: StageId): readonly MenuEntry[] {
  const at = board.stages.findIndex((stage) => stage.id === id)
  return [
    RENAME,
    {
      kind: 'edit',
      label: 'board.duration',
      edit: ({ ui }) => ui.setState({ ...selectOne({ kind: 'stage', id }), ...startEditing({ kind: 'stage', id, field: 'duration' }) }),
    },
    LINE,
    { kind: 'edit', label: 'board.addStageBefore', edit: (open) => insertStage(open, at) },
    { kind: 'edit', label: 'board.addStageAfter', edit: (open) => insertStage(open, at + 1) },
    {
      kind: 'edit',
      label: 'board.addStepInside',
      edit: (open) => insertStep(open, { stageId: id, index: board.stepsOf.get(id)?.length ?? 0 }),
    },
    LINE,
    action('move.left'),
    action('move.right'),
    LINE,
    DELETE,
  ]
}

function stepEntries(board: Board, id: StepId): readonly MenuEntry[] {
  const stageId = stepOf(board, id)?.stageId
  const at = (stageId ? (board.stepsOf.get(stageId) ?? []) : []).findIndex((step) => step.id === id)
  const add = (label: MessageKey, index: number): MenuEntry => ({
    kind: 'edit',
    label,
    edit: (open) => (stageId ? insertStep(open, { stageId, index }) : undefined),
  })
  return [
    RENAME,
    LINE,
    add('board.addStepBefore', at),
    add('board.addStepAfter', at + 1),
    LINE,
    action('move.left'),
    action('move.right'),
    LINE,
    DELETE,
  ]
}

function laneEntries(session: Session, board: Board, id: LaneId): readonly MenuEntry[] {
  const lane = board.records.lane.get(id)
  const coloured = lane && laneKindInfo(lane.kind).content === 'notes'
  const separator = lane && laneKindInfo(lane.kind).content === 'separator'
  return [
    RENAME,
    ...(coloured ? [{ kind: 'more', label: 'board.laneColor', entries: laneColorEntries(session, id) } as const] : []),
    action('insert.lane'),
    LINE,
    action('move.up'),
    action('move.down'),
    LINE,
    ...(separator ? [] : [action('lane.collapse')]),
    action('lane.hide'),
    LINE,
    DELETE,
  ]
}

export function laneColorEntries(session: Session, laneId: LaneId): readonly MenuEntry[] {
  const { t } = session.look().translator
  const lane = session.document.board().records.lane.get(laneId)
  const now = lane && (lane.color ?? laneKindInfo(lane.kind).color)
  return NOTE_COLORS.map((color) => ({
    kind: 'choice',
    label: t(`board.color.${color}`),
    on: now === color,
    swatch: color,
    edit: (open) => void open.run(recolorLane, { laneId, color }),
  }))
}
