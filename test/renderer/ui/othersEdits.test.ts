import { describe, expect, it } from 'vitest'
import { createOthersEdits, type OthersEdits } from '../../../renderer/app/othersEdits'
import { createToasts, type Toasts } from '../../../renderer/app/toasts'
import { createTranslator, type Language } from '../../../shared/i18n/translator'
import type { MapMerged } from '../../../shared/ipc/surroundings'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { settleConflicts } from '../../../shared/commands/conflicts'
import { addNote, setNoteText } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { notesInCell } from '../../../shared/model/board'
import { TestSession } from '../../support/testSession'
import { awareness } from '../../support/testBoard'

interface Told {
  readonly window: TestSession
  readonly edits: OthersEdits
  readonly toasts: Toasts
  texts(): readonly string[]
}

function told(language: Language = 'en'): Told {
  const window = new TestSession()
  const toasts = createToasts()
  const edits = createOthersEdits({
    session: () => window.session,
    translator: () => createTranslator(language),
    show: toasts.show,
    isShown: (key) => toasts.store.getState().some((toast) => toast.key === key),
  })
  return { window, edits, toasts, texts: () => toasts.store.getState().map(({ text }) => text) }
}

function merged(change: Partial<MapMerged> & { readonly ids?: readonly string[] } = {}): MapMerged {
  const { ids = ['note_1'], ...rest } = change
  const changes = ids.map((id) => ({ id, what: 'changed' as const }))
  return { handle: 'map_1', source: 'file', name: null, by: ['Anna'], changes, count: changes.length, conflicts: 0, ...rest }
}

/** Both sides wrote another text into two notes. */
function clash({ session }: TestSession, edits: OthersEdits): void {
  const ids = ['note_1', 'note_2'] as const
  for (const noteId of ids) session.run(addNote, { noteId, cell: awareness, text: 'before' })
  const theirs = openMapDocument({ clock: () => new Date(), state: session.document.encode(), author: () => 'Bob' })
  const bob = (text: string) => ids.map((id) => ({ op: 'set', id, fields: { text } }) as const)
  theirs.write(bob('Bob’s'), { what: 'editNote', count: 2 })
  for (const noteId of ids) session.run(setNoteText, { noteId, text: 'mine' })
  edits.coming('map_1')
  const { conflicts } = mergeInto(session.document, theirs, { at: '2026-01-16T09:00:00.000Z' })
  edits.came(merged({ ids, by: ['Bob'], conflicts: conflicts.length }))
}

describe('what others changed', () => {
  it('is said with who and how much', () => {
    const { edits, texts } = told()
    edits.came(merged({ ids: ['note_1', 'note_2'] }))
    expect(texts()).toEqual(['Anna changed 2 things.'])
  })

  it('is one message that grows while it is to be seen, and counts a thing once', () => {
    const { edits, texts, toasts } = told()
    edits.came(merged({ ids: ['note_1'] }))
    edits.came(merged({ ids: ['note_1', 'note_2'], by: ['Boris'] }))
    expect(texts()).toEqual(['Anna and Boris changed 2 things.'])
    toasts.close(toasts.store.getState()[0]!.id)
    edits.came(merged({ ids: ['note_3'] }))
    expect(texts()).toEqual(['Anna changed 1 thing.'])
  })

  it('counts what was too much to list', () => {
    const { edits, texts } = told()
    edits.came(merged({ count: 4_000 }))
    expect(texts()).toEqual(['Anna changed 4000 things.'])
  })

  it('says where it came from when nobody is named, or it did not come from the file', () => {
    const { edits, texts } = told()
    edits.came(merged({ by: [] }))
    edits.came(merged({ source: 'hand', by: [] }))
    edits.came(merged({ source: 'copy', name: 'Map (1).cjm' }))
    expect(texts()).toEqual([
      '1 change to the file came from elsewhere.',
      '1 edit made directly in the file was added.',
      '1 change came in from “Map (1).cjm”.',
    ])
  })

  it('agrees with its number in Russian and Polish', () => {
    for (const [language, text] of [
      ['ru', 'Anna: 3\u00a0изменения.'],
      ['pl', 'Anna: 5\u00a0zmian.'],
    ] as const) {
      const { edits, texts } = told(language)
      edits.came(merged({ ids: language === 'ru' ? ['a', 'b', 'c'] : ['a', 'b', 'c', 'd', 'e'] }))
      expect(texts()).toEqual([text])
    }
  })

  it('is shown against the board without all of it, on which one’s own edits since then are too', () => {
    const { edits, toasts, window } = told()
    const { session } = window
    session.run(addNote, { noteId: 'note_mine', cell: awareness, text: 'mine' })
    const merge = (ids: readonly string[], change: () => void): void => {
      edits.coming('map_1')
      change()
      edits.came(merged({ ids }))
    }
    merge(['note_1'], () => {
      session.run(addNote, { noteId: 'note_1', cell: awareness, text: 'theirs' })
      session.run(setNoteText, { noteId: 'note_mine', text: 'changed by them' })
    })
    session.run(addNote, { noteId: 'note_own', cell: awareness, text: 'written between' })
    session.run(changeSettings, { title: 'My title' })
    merge(['note_1', 'note_2'], () => {
      session.run(setNoteText, { noteId: 'note_1', text: 'theirs, again' })
      session.run(addNote, { noteId: 'note_2', cell: awareness, text: 'theirs too' })
    })
    toasts.store.getState()[0]!.action!.run()

    const { mode, compared } = window.ui
    expect(mode).toBe('history')
    if (compared.kind !== 'beforeMerge') throw new Error(compared.kind)
    expect(notesInCell(compared.board, awareness).map(({ text }) => text)).toEqual(['mine', 'written between'])
    const changes = diffBoards(compared.board, window.board).changes.map(({ id, what }) => [id, what] as const)
    expect(new Map(changes)).toEqual(
      new Map([
        ['note_1', 'added'],
        ['note_2', 'added'],
        ['note_mine', 'changed'],
      ]),
    )
  })

  it('waits to be closed where both sides changed the same, and leads to the choice', () => {
    const { edits, toasts, texts, window } = told()
    clash(window, edits)
    expect(texts()).toEqual(['Bob changed 2 things. In 2 places you both changed the same thing; both versions are kept.'])
    const [toast] = toasts.store.getState()
    expect(toast).toMatchObject({ kind: 'warning', second: { label: 'Choose' } })
    toast!.second!.run()
    expect(window.session.ui.getState().panel).toBe('merge')
  })

  it('counts only what still waits to be chosen, while it is shown and when more comes', () => {
    const { edits, toasts, texts, window } = told()
    clash(window, edits)
    const close = toasts.store.getState()[0]!.until!(() => {})
    const [first, second] = window.board.conflicts
    window.session.run(settleConflicts, { choices: [{ conflictId: first!.id, keep: 'shown' }] })
    close()
    expect(texts()).toEqual(['Bob changed 2 things. In 1 place you both changed the same thing; both versions are kept.'])
    window.session.run(settleConflicts, { choices: [{ conflictId: second!.id, keep: 'shown' }] })
    edits.coming('map_1')
    edits.came(merged({ ids: ['note_1', 'note_9'], by: ['Bob'] }))
    expect(texts()).toEqual(['Bob changed 3 things.'])
    expect(toasts.store.getState()[0]).toMatchObject({ kind: 'info' })
  })

  it('in another map is not said here', () => {
    const { edits, texts } = told()
    edits.coming('map_2')
    edits.came(merged({ handle: 'map_2' }))
    expect(texts()).toEqual([])
  })
})
