import { CornerDownRight, Trash2 } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import type { NoteColor } from '../../shared/model/color'
import type { Note } from '../../shared/model/note'
import { MARK_ICONS, PROOF_ICONS } from '../app/noteIcons'
import { useT } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { endGesture } from '../state/uiStore'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Tip } from '../ui/Tip'
import { useInboxDrag } from './useInboxDrag'
import type { Way } from './useRowWindow'

/** What the list does with a note of it. The same object from one board to the next, so that no row is drawn again for it. */
export interface InboxActions {
  readonly place: (note: Note) => void
  readonly remove: (note: Note) => void
  /** The keyboard goes to another note of the list. */
  readonly go: (from: Note, to: Way) => void
}

export interface InboxNoteProps {
  readonly note: Note
  readonly color: NoteColor
  /** Where it was, in words; empty where that is not known. */
  readonly from: string
  /** Where it would go, in words; null where nobody knows. */
  readonly to: string | null
  /** Its place in the list, from 1: most of the others are not on the page. */
  readonly position: number
  readonly count: number
  readonly actions: InboxActions
}

const KEYS = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const

function isWay(key: string): key is keyof typeof KEYS {
  return key in KEYS
}

/** A note that waits in the inbox. */
export const InboxNote = memo(function InboxNote({ note, color, from, to, position, count, actions }: InboxNoteProps) {
  const t = useT()
  const session = useSession()
  const { drag, dragging, ghost } = useInboxDrag(note)

  const key = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Escape' && dragging) session.ui.setState(endGesture())
    else if (event.key === 'Enter') actions.place(note)
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(note)
    else if (isWay(event.key)) actions.go(note, KEYS[event.key])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li
      className={`inbox-note note-${color}`}
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={count}
      data-row={note.id}
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
        <Button look="soft" icon={<CornerDownRight size={15} strokeWidth={2} />} tabIndex={-1} onClick={() => actions.place(note)}>
          <span className="ellipsis">{to === null ? t('app.inbox.place') : t('app.inbox.placeIn', { place: to })}</span>
        </Button>
        <IconButton label={t('app.inbox.delete')} shortcut="Delete" tabIndex={-1} onClick={() => actions.remove(note)}>
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
})

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
