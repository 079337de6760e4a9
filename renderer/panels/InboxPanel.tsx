import './inbox.css'
import { CornerDownRight, Trash2 } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { deleteNotes, moveNotes } from '../../shared/commands/notes'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { Cell, Note } from '../../shared/model/note'
import { useTranslator } from '../i18n/TranslatorContext'
import { useBoard, useSession, useUi } from '../state/SessionContext'
import { takeBackDeletion, untilRestored } from '../state/takeBack'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { EmptyNote, Panel } from '../ui/Panel'
import { useInboxDrag } from './useInboxDrag'

export interface InboxPanelProps {
  /** The cell that has the focus on the board, and the place in it where a note would go; null where there is none. */
  readonly place: () => { readonly cell: Cell; readonly index: number } | null
}

/** Notes that have no place on the board: set aside, imported without one, or left when their lane or stage went. */
export function InboxPanel({ place }: InboxPanelProps) {
  const { t } = useTranslator()
  const session = useSession()
  const { inbox } = useBoard()
  const list = useRef<HTMLUListElement>(null)
  const dropHere = useUi((ui) => ui.gesture.kind === 'dragNotes' && ui.gesture.overInbox)

  const put = (note: Note): void => {
    const to = place()
    if (!to) {
      session.toast({ kind: 'info', text: t('app.inbox.noCell') })
      return
    }
    keepFocusNear(list.current, note.id)
    session.run(moveNotes, { noteIds: [note.id], cell: to.cell, index: to.index })
  }
  const remove = (note: Note): void => {
    keepFocusNear(list.current, note.id)
    if (!session.run(deleteNotes, { noteIds: [note.id] }).ok) return
    session.toast({
      kind: 'success',
      text: t('app.inbox.deleted'),
      action: { label: t('app.undo'), run: takeBackDeletion(session, [note.id]) },
      until: untilRestored(session, [note.id]),
    })
  }

  return (
    <Panel
      title={t('app.inbox.title')}
      count={inbox.length}
      closeLabel={t('app.closePanel')}
      onClose={() => session.ui.setState({ panel: null })}
    >
      <div className="inbox" data-drop="inbox" data-over={dropHere ? '' : undefined}>
        {inbox.length === 0 && <EmptyNote text={t('app.inbox.empty')} />}
        {inbox.length > 0 && <p className="inbox-hint">{t('app.inbox.hint')}</p>}
        <ul ref={list} aria-label={t('app.inbox.title')}>
          {inbox.map((note) => (
            <InboxNote key={note.id} note={note} onPlace={() => put(note)} onDelete={() => remove(note)} />
          ))}
        </ul>
      </div>
    </Panel>
  )
}

interface InboxNoteProps {
  readonly note: Note
  readonly onPlace: () => void
  readonly onDelete: () => void
}

function InboxNote({ note, onPlace, onDelete }: InboxNoteProps) {
  const translator = useTranslator()
  const { t } = translator
  const board = useBoard()
  const { drag, dragging, ghost } = useInboxDrag(note)
  const from = note.laneId && board.records.lane.get(note.laneId)
  const color = note.color ?? from?.color ?? 'paper'

  const key = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onPlace()
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete()
    else if (event.key === 'ArrowDown') focusSibling(event.currentTarget, 1)
    else if (event.key === 'ArrowUp') focusSibling(event.currentTarget, -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li
      className={`inbox-note note-${color}`}
      tabIndex={0}
      data-note={note.id}
      data-dragging={dragging ? '' : undefined}
      onKeyDown={key}
      {...drag}
    >
      <p className="inbox-text">{note.text === '' ? t('app.inbox.noText') : note.text}</p>
      {from && <p className="inbox-from">{t('app.inbox.from', { lane: sceneWords(translator).laneTitle(from) })}</p>}
      <div className="inbox-buttons">
        <Button look="soft" icon={<CornerDownRight size={15} strokeWidth={2} />} tabIndex={-1} onClick={onPlace}>
          {t('app.inbox.place')}
        </Button>
        <IconButton label={t('app.inbox.delete')} shortcut="Delete" tabIndex={-1} onClick={onDelete}>
          <Trash2 size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {ghost &&
        // Not in the list: there it would fade with the note it stands for.
        createPortal(
          <div className={`inbox-ghost note-${color}`} style={{ left: ghost.x, top: ghost.y }} aria-hidden="true">
            {note.text}
          </div>,
          document.body,
        )}
    </li>
  )
}

function focusSibling(item: HTMLElement, by: 1 | -1): void {
  const next = by === 1 ? item.nextElementSibling : item.previousElementSibling
  if (next instanceof HTMLElement) next.focus()
}

/** The note is about to leave the list; whoever works through it with the keyboard goes on with the next one. */
function keepFocusNear(list: HTMLUListElement | null, id: string): void {
  const item = list?.querySelector<HTMLElement>(`[data-note="${id}"]`)
  if (!item?.contains(document.activeElement)) return
  const next = item.nextElementSibling ?? item.previousElementSibling ?? list?.closest<HTMLElement>('[data-region]')
  if (next instanceof HTMLElement) next.focus()
}
