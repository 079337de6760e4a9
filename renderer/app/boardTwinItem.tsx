import { memo } from 'react'
import { useSession } from '../state/SessionContext'
import type { Focus } from '../state/uiState'
import { sameFocus } from '../tools/focusMoves'
import { writeInFocus } from '../tools/keyboardEdits'
import { selectFocus } from '../tools/selectFocus'
import { keepVisible } from './cameraMoves'

export type Placed = Exclude<Focus, { kind: 'none' }>

/** The DOM id of a place of the board: by it the focus of the page finds the focus of the board. */
export function twinId(focus: Placed): string {
  switch (focus.kind) {
    case 'cell':
      return `twin-${focus.cell.laneId}-${focus.cell.columnId}`
    case 'emotion':
      return `twin-${focus.laneId}-${focus.stepId}-${focus.personaId}`
    default:
      return `twin-${focus.id}`
  }
}

export interface TwinItemProps {
  readonly id: string
  readonly place: Placed
  readonly name: string
  /** Whether it is the one place of the grid that Tab reaches. */
  readonly current: boolean
  /** Present: it can be selected together with others. */
  readonly selected?: boolean
  /** Present: an emotion point, which is a slider. */
  readonly value?: { readonly now: number; readonly text: string }
}

/** One thing of the board that can have the focus. Its keys are those of the board: see keyboard.ts. */
export const TwinItem = memo(PlainTwinItem, sameItem)

// The id says which place it is, so a new object for the same place is no change.
function sameItem(a: TwinItemProps, b: TwinItemProps): boolean {
  const sameValue = a.value?.now === b.value?.now && a.value?.text === b.value?.text
  return a.id === b.id && a.name === b.name && a.current === b.current && a.selected === b.selected && sameValue
}

function PlainTwinItem({ id, place, name, current, selected, value }: TwinItemProps) {
  const session = useSession()
  const take = (): void => {
    const { ui } = session
    // The board moved the focus here itself; what is selected is settled already.
    if (sameFocus(ui.getState().focus, place)) return
    ui.setState(selectFocus(session.board(), place))
    keepVisible(session)
  }
  return (
    <div
      id={id}
      role={value ? 'slider' : 'button'}
      tabIndex={current ? 0 : -1}
      aria-label={name}
      aria-pressed={selected}
      {...(value && {
        'aria-valuenow': value.now,
        'aria-valuemin': -5,
        'aria-valuemax': 5,
        'aria-valuetext': value.text,
        'aria-orientation': 'vertical' as const,
      })}
      onFocus={take}
      onClick={() => {
        take()
        writeInFocus(session)
      }}
    />
  )
}
