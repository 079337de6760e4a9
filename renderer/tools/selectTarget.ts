import { assertNever } from '../../shared/base/assertNever'
import type { MovingHeader } from '../../shared/layout/dropPlace'
import type { HitTarget, Layout } from '../../shared/layout/layout'
import { cellExists, type Board } from '../../shared/model/board'
import { focusCell, selectNothing, selectNotes, selectOne, type UiChange } from '../state/uiStore'
import type { UiState } from '../state/uiState'
import { activePersonaOf } from '../state/activePersona'

export interface Shown {
  readonly board: Board
  readonly layout: Layout
  readonly ui: UiState
}

export type HeaderTarget = Extract<HitTarget, { kind: 'stageHeader' | 'stepHeader' | 'laneHeader' }>

/** The stage, step or lane that a header stands for. */
export function headerOf(target: HeaderTarget): MovingHeader {
  switch (target.kind) {
    case 'stageHeader':
      return { kind: 'stage', id: target.id }
    case 'stepHeader':
      return { kind: 'step', id: target.id }
    case 'laneHeader':
      return { kind: 'lane', id: target.id }
  }
}

/** What a plain click on the board selects; a cell or a step of a curve only gets the focus. */
export function selectTarget(target: HitTarget, { board, layout, ui }: Shown): UiChange {
  switch (target.kind) {
    case 'note':
      return selectNotes([target.id])
    case 'point': {
      const box = layout.points.get(target.id)
      if (!box) return selectNothing()
      const { laneId, stepId, persona } = box
      const focus = { kind: 'emotion', laneId, stepId, personaId: persona.id } as const
      return { ...selectOne({ kind: 'point', id: target.id }, focus), activePersona: persona.id }
    }
    case 'emotion': {
      const personaId = activePersonaOf(board, ui)
      const { laneId, stepId } = target
      return personaId === null ? selectNothing() : selectNothing({ kind: 'emotion', laneId, stepId, personaId })
    }
    case 'cell':
      return cellExists(board, target.cell) ? focusCell(target.cell) : selectNothing()
    case 'stageHeader':
    case 'stepHeader':
    case 'laneHeader':
      return selectOne(headerOf(target))
    case 'persona':
    case 'corner':
    case 'outside':
      return selectNothing()
    default:
      return assertNever(target)
  }
}

/** What the context menu is about: the selection if the pointer is on it, else what is under the pointer. */
export function selectForMenu(target: HitTarget, shown: Shown): UiChange {
  const { selection } = shown.ui
  const onSelection = target.kind === 'note' && selection.kind === 'notes' && selection.ids.has(target.id)
  return onSelection ? { focus: target } : selectTarget(target, shown)
}
