import './inbox.css'
import { CornerDownRight, Trash2 } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { deleteNotes, moveNotes } from '../../shared/commands/notes'
import type { Translator } from '../../shared/i18n/translator'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { Board } from '../../shared/model/board'
import type { Note } from '../../shared/model/note'
import { shownColor } from '../../shared/scene/noteColor'
import { MARK_ICONS, PROOF_ICONS } from '../app/noteIcons'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { useBoard, useSession, useUi } from '../state/SessionContext'
import { takeBackDeletion, untilRestored } from '../state/takeBack'
import { endGesture } from '../state/uiStore'
import { Button } from '../ui/Button'
import { focusRegion } from '../ui/focusRegion'
import { IconButton } from '../ui/IconButton'
import { EmptyNote, Panel } from '../ui/Panel'
import { Tip } from '../ui/Tip'
import { inboxInOrder, originOf, targetOf, type Place } from './inboxPlaces'
import { useInboxDrag } from './useInboxDrag'

export interface InboxPanelProps {
  /** The cell that has the focus on the board, and the place in it where a note would go; null where there is none. */
  readonly place: () => Place | null
}

/** Notes that have no place on the board: set aside, imported without one, or left when their lane or stage went. */
export function InboxPanel({ place }: InboxPanelProps) {
  const translator = useTranslator()
  const { t } = translator
  const session = useSession()
  const board = useBoard()
  const { inbox } = board
  const inOrder = useMemo(() => inboxInOrder(board), [board])
  // What is chosen on the board is where the next one goes.
  useUi((ui) => ui.focus)
  const chosen = place()
  const list = useRef<HTMLUListElement>(null)
  const dropHere = useUi((ui) => ui.gesture.kind === 'dragNotes' && ui.gesture.overInbox)

  // Whoever opens the inbox by key goes through it with the arrow keys at once.
  useEffect(() => focusRegion('panel'), [])

  const put = (note: Note): void => {
    const to = targetOf(board, note, place())
    if (!to) {
      session.toast({ kind: 'info', text: t('app.inbox.noCell') })
      return
    }
    keepFocusNear(list.current, note.id)
    if (!session.run(moveNotes, { noteIds: [note.id], cell: to.cell, index: to.index }).ok) return
    // The next one goes behind it, so that several in a row keep their order.
    session.ui.setState(({ focus }) => (focus.kind === 'note' ? { focus: { kind: 'note', id: note.id } } : {}))
    session.toast({ kind: 'success', text: t('app.inbox.placed', { place: placeName(translator, board, to.cell) }) })
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
          {inOrder.map((note) => (
            <InboxNote
              key={note.id}
              note={note}
              target={targetOf(board, note, chosen)}
              onPlace={() => put(note)}
              onDelete={() => remove(note)}
            />
          ))}
        </ul>
      </div>
    </Panel>
  )
}

interface InboxNoteProps {
  readonly note: Note
  readonly target: Place | null
  readonly onPlace: () => void
  readonly onDelete: () => void
}

function InboxNote({ note, target, onPlace, onDelete }: InboxNoteProps) {
  const translator = useTranslator()
  const { t } = translator
  const session = useSession()
  const board = useBoard()
  const { drag, dragging, ghost } = useInboxDrag(note)
  const from = placeName(translator, board, note)
  const color = shownColor(note, originOf(board, note).lane)
  const to = target && placeName(translator, board, target.cell)

  const key = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Escape' && dragging) session.ui.setState(endGesture())
    else if (event.key === 'Enter') onPlace()
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
      <p className="inbox-from">
        {from !== '' && <span>{t('app.inbox.from', { place: from })}</span>}
        <NoteSigns note={note} />
      </p>
      <div className="inbox-buttons">
        <Button look="soft" icon={<CornerDownRight size={15} strokeWidth={2} />} tabIndex={-1} onClick={onPlace}>
          <span className="ellipsis">{to ? t('app.inbox.placeIn', { place: to }) : t('app.inbox.place')}</span>
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

/** What a note is and whether it is proved, in signs and in words. */
function NoteSigns({ note: { mark, proof } }: { readonly note: Note }) {
  const t = useT()
  const Mark = MARK_ICONS[mark]
  const Proof = PROOF_ICONS[proof]
  return (
    <span className="inbox-signs">
      {mark !== 'none' && (
        <Tip text={t(`board.mark.${mark}`)}>
          <span role="img" aria-label={t(`board.mark.${mark}`)}>
            <Mark size={15} strokeWidth={1.9} />
          </span>
        </Tip>
      )}
      <Tip text={t(`board.proof.${proof}`)}>
        <span role="img" aria-label={t(`board.proof.${proof}`)}>
          <Proof size={15} strokeWidth={1.9} />
        </span>
      </Tip>
    </span>
  )
}

/** Lane and stage of a cell that is or was, as far as they are known; empty where neither is. */
function placeName(translator: Translator, board: Board, at: Pick<Note, 'laneId' | 'columnId'>): string {
  const { lane, stage } = originOf(board, at)
  const words = sceneWords(translator)
  const names = [lane && words.laneTitle(lane), stage && (stage.title || words.untitledStage)]
  return names.filter((name) => name !== undefined).join(' · ')
}

function focusSibling(item: HTMLElement, by: 1 | -1): void {
  const next = by === 1 ? item.nextElementSibling : item.previousElementSibling
  if (next instanceof HTMLElement) next.focus()
}

/** The note is about to leave the list; whoever works through it with the keyboard goes on with the next one. */
function keepFocusNear(list: HTMLUListElement | null, id: string): void {
  const item = list?.querySelector<HTMLElement>(`[data-note="${id}"]`)
  if (!item?.contains(document.activeElement)) return
  const next =
    item.nextElementSibling ?? item.previousElementSibling ?? list?.closest('[data-region]')?.querySelector('[data-region-title]')
  if (next instanceof HTMLElement) next.focus()
}
