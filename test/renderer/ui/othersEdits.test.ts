import { describe, expect, it } from 'vitest'
import { createOthersEdits, type OthersEdits } from '../../../renderer/app/othersEdits'
import { createToasts, type Toasts } from '../../../renderer/app/toasts'
import { createTranslator, type Language } from '../../../shared/i18n/translator'
import type { MapMerged } from '../../../shared/ipc/surroundings'
import { addNote } from '../../../shared/commands/notes'
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
      '1 thing was changed in the file from elsewhere.',
      '1 edit that somebody made in the file itself was taken in.',
      '1 change came in from “Map (1).cjm”.',
    ])
  })

  it('agrees with its number in Russian and Polish', () => {
    for (const [language, text] of [
      ['ru', 'Anna: 3 изменения.'],
      ['pl', 'Anna: 5 zmian.'],
    ] as const) {
      const { edits, texts } = told(language)
      edits.came(merged({ ids: language === 'ru' ? ['a', 'b', 'c'] : ['a', 'b', 'c', 'd', 'e'] }))
      expect(texts()).toEqual([text])
    }
  })

  it('is shown against the board as it was before the first of it', () => {
    const { edits, toasts, window } = told()
    const before = window.session.document.board()
    edits.coming('map_1')
    window.session.run(addNote, { noteId: 'note_1', cell: awareness, text: 'theirs' })
    edits.came(merged())
    edits.coming('map_1')
    edits.came(merged({ ids: ['note_2'] }))
    toasts.store.getState()[0]!.action!.run()
    expect(window.session.ui.getState()).toMatchObject({ mode: 'history', compared: { kind: 'beforeMerge' } })
    expect(window.session.ui.getState().compared).toHaveProperty('board', before)
  })

  it('waits to be closed where both sides changed the same, and leads to the choice', () => {
    const { edits, toasts, texts, window } = told()
    edits.came(merged({ conflicts: 2 }))
    expect(texts()).toEqual(['Anna changed 1 thing. In 2 places you both changed the same thing; both versions are kept.'])
    const [toast] = toasts.store.getState()
    expect(toast).toMatchObject({ kind: 'warning', second: { label: 'Choose' } })
    toast!.second!.run()
    expect(window.session.ui.getState().panel).toBe('merge')
  })

  it('in another map is not said here', () => {
    const { edits, texts } = told()
    edits.coming('map_2')
    edits.came(merged({ handle: 'map_2' }))
    expect(texts()).toEqual([])
  })
})
