import './inbox.css'
import { useMemo } from 'react'
import { deleteNotes, moveNotes } from '../../shared/commands/notes'
import type { Translator } from '../../shared/i18n/translator'
import { sceneWords, type SceneWords } from '../../shared/layout/sceneWords'
import type { Board } from '../../shared/model/board'
import type { Note } from '../../shared/model/note'
import { shownColor } from '../../shared/scene/noteColor'
import { useOfBoard } from '../app/useOfBoard'
import { useTranslator } from '../i18n/TranslatorContext'
import type { Session } from '../state/session'
import { useSession, useUi } from '../state/SessionContext'
import { takeBackDeletion, untilRestored } from '../state/takeBack'
import { EmptyNote, Panel } from '../ui/Panel'
import { InboxNote, type InboxActions } from './InboxNote'
import { inboxInOrder, originOf, targetOf, type Place } from './inboxPlaces'
import { useRowWindow, type RowWindow } from './useRowWindow'

export interface InboxPanelProps {
  /** The cell that has the focus on the board, and the place in it where a note would go; null where there is none. The same function all the time. */
  readonly place: () => Place | null
}

/** Notes that have no place on the board: set aside, imported without one, or left when their lane or stage went. */
export function InboxPanel({ place }: InboxPanelProps) {
  const translator = useTranslator()
  const { t } = translator
  const session = useSession()
  // As it is written: while a hand moves or somebody types, what waits here stays as it is.
  const board = useOfBoard((now) => now)
  const { inbox, lanes, stages, stepsOf } = board
  // An import may have put thousands here; an edit elsewhere changes nothing of their order.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const inOrder = useMemo(() => inboxInOrder(board), [inbox, lanes, stages, stepsOf])
  const ids = useMemo(() => inOrder.map(({ id }) => id), [inOrder])
  const words = useMemo(() => sceneWords(translator), [translator])
  // What is chosen on the board is where the next one goes.
  useUi((ui) => ui.focus)
  const chosen = place()
  const { pieces, list, go } = useRowWindow(ids)
  const dropHere = useUi((ui) => ui.gesture.kind === 'dragNotes' && ui.gesture.overInbox)
  const actions = useMemo(() => inboxActions({ session, translator, words, place, go }), [session, translator, words, place, go])

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
        <ul aria-label={t('app.inbox.title')} {...list}>
          {pieces.map((piece) => {
            if (piece.kind === 'gap') return <li key={`gap ${piece.before}`} aria-hidden="true" style={{ height: piece.height }} />
            const note = inOrder[piece.index]
            if (!note) return null
            const target = targetOf(board, note, chosen)
            return (
              <InboxNote
                key={note.id}
                note={note}
                color={shownColor(note, originOf(board, note).lane)}
                from={placeName(words, board, note)}
                to={target && placeName(words, board, target.cell)}
                position={piece.index + 1}
                count={ids.length}
                actions={actions}
              />
            )
          })}
        </ul>
      </div>
    </Panel>
  )
}

interface ActionDeps {
  readonly session: Session
  readonly translator: Translator
  readonly words: SceneWords
  readonly place: InboxPanelProps['place']
  readonly go: RowWindow['go']
}

function inboxActions({ session, translator, words, place, go }: ActionDeps): InboxActions {
  const { t } = translator
  /** The note is about to leave the list; whoever works through it with the keyboard goes on with the next one. */
  const keepFocusNear = (note: Note): void => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    if (row?.dataset['row'] !== note.id) return
    if (go(note.id, 'next') || go(note.id, 'previous')) return
    row.closest('[data-region]')?.querySelector<HTMLElement>('[data-region-title]')?.focus()
  }
  return {
    place: (note) => {
      const board = session.document.board()
      const to = targetOf(board, note, place())
      if (!to) {
        session.toast({ kind: 'info', text: t('app.inbox.noCell') })
        return
      }
      keepFocusNear(note)
      if (!session.run(moveNotes, { noteIds: [note.id], cell: to.cell, index: to.index }).ok) return
      // The next one goes behind it, so that several in a row keep their order.
      session.ui.setState(({ focus }) => (focus.kind === 'note' ? { focus: { kind: 'note', id: note.id } } : {}))
      session.toast({ kind: 'success', text: t('app.inbox.placed', { place: placeName(words, board, to.cell) }) })
    },
    remove: (note) => {
      keepFocusNear(note)
      if (!session.run(deleteNotes, { noteIds: [note.id] }).ok) return
      session.toast({
        kind: 'success',
        text: t('app.inbox.deleted'),
        action: { label: t('app.undo'), run: takeBackDeletion(session, [note.id]) },
        until: untilRestored(session, [note.id]),
      })
    },
    go: (from, to) => void go(from.id, to),
  }
}

/** Lane and stage of a cell that is or was, as far as they are known; empty where neither is. */
function placeName(words: SceneWords, board: Board, at: Pick<Note, 'laneId' | 'columnId'>): string {
  const { lane, stage } = originOf(board, at)
  const names = [lane && words.laneTitle(lane), stage && (stage.title || words.untitledStage)]
  return names.filter((name) => name !== undefined).join(' · ')
}
