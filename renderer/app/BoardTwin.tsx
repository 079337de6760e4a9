import './boardTwin.css'
import { useEffect, useMemo, useState, useRef, type MouseEvent, type RefObject } from 'react'
import type { Layout } from '../../shared/layout/layout'
import type { NoteId } from '../../shared/model/note'
import { selectionRect } from '../board/screenRects'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { useSession, useUi } from '../state/SessionContext'
import type { Session } from '../state/session'
import { openContextMenu } from '../state/uiStore'
import type { Focus, UiState } from '../state/uiState'
import { activePersonaOf } from '../state/activePersona'
import { firstFocus } from '../tools/focusMoves'
import { laneOfFocus } from '../tools/focusPlace'
import { TwinItem, twinId, type Placed } from './boardTwinItem'
import { TwinLane } from './boardTwinLane'
import { twinNames, type TwinNames } from './boardTwinNames'
import { editName } from './editName'
import { useSettledPicture } from './useSettledPicture'

/** With more notes than this, only the lanes round the focus are spelt out. */
const ALL_NOTES = 500
const NO_NOTES: ReadonlySet<NoteId> = new Set()

/**
 * The board for those who do not see it: a grid of lanes and stages that is not drawn.
 *
 * The focus of the page and the focus of the board are one: arrows, Tab and clicks on the canvas move it here, and
 * what a screen reader focuses here is selected there.
 */
export function BoardTwin() {
  const t = useT()
  const translator = useTranslator()
  const session = useSession()
  const { board, layout } = useSettledPicture()
  const focus = useUi((ui) => ui.focus)
  const selected = useUi(selectedIds)
  const root = useRef<HTMLDivElement>(null)
  const names = useMemo(() => twinNames(translator, board, layout), [translator, board, layout])
  useFollow(root, session)

  const current = placed(focus.kind === 'none' ? firstFocus(layout, activePersonaOf(board, session.ui.getState())) : focus)
  const lane = current && laneOfFocus(board, current)
  const at = layout.lanes.findIndex((box) => box.lane.id === lane)
  const many = layout.notes.size > ALL_NOTES
  const headers = headerRows(layout)
  return (
    <>
      <div
        ref={root}
        className="board-twin"
        role="grid"
        aria-label={t('board.twin')}
        aria-multiselectable="true"
        aria-rowcount={layout.lanes.length + headers.length}
        aria-colcount={columnCount(layout) + 1}
        data-region="board"
        data-at={focus.kind === 'none' ? undefined : ''}
        tabIndex={-1}
        onContextMenu={(event) => openMenu(event, session)}
      >
        {headers.map((header, index) => (
          <div key={header.kind} role="row" aria-rowindex={index + 1} aria-label={t(`board.twin.${header.kind}s`)}>
            {header.boxes.map(({ id, column, span }) => {
              // The row's kind is that of its ids; the two lists are only one type here.
              const place = { kind: header.kind, id } as Placed
              return (
                <div key={id} role="columnheader" aria-colindex={column} aria-colspan={span}>
                  <TwinItem id={twinId(place)} place={place} name={names[header.kind](id)} current={isAt(current, place)} />
                </div>
              )
            })}
          </div>
        ))}
        {layout.lanes.map((box, index) => (
          <TwinLane
            key={box.lane.id}
            box={box}
            row={index + headers.length + 1}
            board={board}
            layout={layout}
            names={names}
            current={index === at ? current : null}
            selected={selected}
            brief={many && Math.abs(index - at) > 1}
          />
        ))}
      </div>
      <LiveRegion session={session} />
    </>
  )
}

interface HeaderRow {
  readonly kind: 'stage' | 'step'
  readonly boxes: readonly { readonly id: Parameters<TwinNames['stage']>[0]; readonly column: number; readonly span: number }[]
}

/** Stages, and below them the steps of those that have several. */
function headerRows(layout: Layout): readonly HeaderRow[] {
  const stages: HeaderRow['boxes'][number][] = []
  const steps: HeaderRow['boxes'][number][] = []
  // The first column of the grid holds the lanes' headers.
  let column = 2
  for (const { stage, steps: own } of layout.stages) {
    stages.push({ id: stage.id, column, span: own.length })
    if (own.length > 1) steps.push(...own.map(({ step }, i) => ({ id: step.id, column: column + i, span: 1 })))
    column += own.length
  }
  const rows: HeaderRow[] = [{ kind: 'stage', boxes: stages }]
  return steps.length > 0 ? [...rows, { kind: 'step', boxes: steps }] : rows
}

function columnCount(layout: Layout): number {
  return layout.stages.reduce((count, { steps }) => count + steps.length, 0)
}

function selectedIds({ selection }: UiState): ReadonlySet<NoteId> {
  return selection.kind === 'notes' ? selection.ids : NO_NOTES
}

function placed(focus: Focus | null): Placed | null {
  return focus === null || focus.kind === 'none' ? null : focus
}

function isAt(current: Placed | null, place: Placed): boolean {
  return current !== null && twinId(current) === twinId(place)
}

/** The page's focus goes where the board's is, unless somebody is at work elsewhere: in a panel, a menu, a field. */
function useFollow(root: RefObject<HTMLElement | null>, session: Session): void {
  // Asked for so that the effect runs when a field closes, which leaves the focus to the page.
  const editing = useUi((ui) => ui.editing.kind !== 'none')
  useEffect(() => {
    const { focus } = session.ui.getState()
    const active = document.activeElement
    const free = active === null || active === document.body || (root.current?.contains(active) ?? false)
    if (editing || focus.kind === 'none' || !free) return
    const element = document.getElementById(twinId(focus))
    if (element && element !== active) element.focus({ preventScroll: true })
  })
}

/** The menu key, and Shift+F10: at the middle of what is selected. */
function openMenu(event: MouseEvent<HTMLElement>, session: Session): void {
  event.preventDefault()
  const { left, top } = event.currentTarget.parentElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  const ui = session.ui.getState()
  const rect = selectionRect(ui, session.layout()) ?? { x: ui.view.width / 2, y: ui.view.height / 2, width: 0, height: 0 }
  session.ui.setState(openContextMenu({ x: left + rect.x + rect.width / 2, y: top + rect.y + rect.height / 2 }))
}

/** Says what changed without the person's hand on it: undo, redo, other windows. Refusals are said by the messages. */
function LiveRegion({ session }: { readonly session: Session }) {
  const t = useT()
  const translator = useTranslator()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const stops = [
      session.onUndo((how, edit) =>
        setSaid(t(how === 'undo' ? 'board.live.undone' : 'board.live.redone', { edit: editName(translator, edit) })),
      ),
      session.document.onUpdate((_, origin) => {
        if (origin === 'remote') setSaid(t('board.live.remote'))
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [session, t, translator])
  return (
    <div className="board-twin" aria-live="polite">
      {said}
    </div>
  )
}
