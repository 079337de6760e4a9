import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, moveNotes, notesToInbox, recolorNotes, setNoteText } from '../../../shared/commands/notes'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { MapDocument } from '../../../shared/document/mapDocument'
import { noteOf } from '../../../shared/model/board'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

/** What is in a document, as a stranger with Yjs sees it. */
function rootsOf(document: MapDocument): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, document.encode())
  return doc
}

describe('whose an edit is', () => {
  it('is said once by each copy, with its first edit', () => {
    const ann = TestBoard.starter()
    const bob = ann.fork('Bob')
    const signed = (map: TestBoard): unknown[] => [...rootsOf(map.document).getMap('peers').values()]
    expect(signed(bob)).toHaveLength(1)
    bob.run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' }).run(setNoteText, { noteId: 'note_a', text: 'b' })
    expect(signed(bob)).toHaveLength(2)
    expect(bob.document.authorOf('note_a')).toMatchObject({ name: 'Bob' })
    expect(bob.document.authorOf('note_b')).toBeNull()
    expect(bob.document.authorOf('map', 'title')).toMatchObject({ name: 'Ann' })
    bob.undo().undo()
    expect(signed(bob)).toHaveLength(2)
  })

  it('is known key by key, and of a whole record from whoever came last', () => {
    const ann = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' })
    const bob = ann.fork('Bob').run(recolorNotes, { noteIds: ['note_a'], color: 'mint' })
    expect(bob.document.authorOf('note_a', 'color')?.name).toBe('Bob')
    expect(bob.document.authorOf('note_a', 'text')?.name).toBe('Ann')
    expect(bob.document.authorOf('note_a', 'mark')?.name).toBe('Ann')
    expect(bob.document.authorOf('note_a')?.name).toBe('Bob')
    expect(ann.document.authorsOfNewsIn(bob.document)).toEqual(['Bob'])
    expect(bob.document.authorsOfNewsIn(ann.document)).toEqual([])
  })

  it('is not said by somebody without a name until there is one', () => {
    let name = ' '
    const document = openMapDocument({ clock: () => new Date(0), author: () => name })
    document.write([{ op: 'settings', fields: { title: 'One' } }], { what: 'mapSettings', count: 1 })
    expect(document.authorOf('map')).toBeNull()
    name = ' Igor '
    document.write([{ op: 'settings', fields: { kind: 'ujm' } }], { what: 'mapSettings', count: 1 })
    expect(document.authorOf('map', 'title')).toEqual({ name: 'Igor', since: '1970-01-01T00:00:00.000Z' })
  })

  it('is nobody’s where a stranger wrote something else there', () => {
    const strange = [null, 'Ann', { name: 'Ann' }, { name: 7, since: '2026-01-01T00:00:00Z' }, { name: '', since: '2026-01-01T00:00:00Z' }]
    for (const entry of [...strange, { name: 'Ann', since: 'yesterday' }]) {
      const doc = new Y.Doc()
      doc.getMap('map').set('title', 'One')
      doc.getMap('peers').set(String(doc.clientID), entry)
      const document = openMapDocument({ clock: () => new Date(0), state: Y.encodeStateAsUpdateV2(doc) })
      expect(document.authorOf('map')).toBeNull()
    }
  })
})

describe('what a copy knows of another', () => {
  it('is everything after it received it, and not before', () => {
    const ann = TestBoard.starter()
    const bob = ann.fork('Bob')
    expect(ann.document.holdsAllOf(bob.document)).toBe(true)
    bob.run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' })
    expect([ann.document.holdsAllOf(bob.document), bob.document.holdsAllOf(ann.document)]).toEqual([false, true])
    expect(ann.receive(bob).document.holdsAllOf(bob.document)).toBe(true)
  })

  it('includes what was only deleted', () => {
    const made = new Y.Doc()
    made.getMap('note').set('note_a', new Y.Map([['order', 'a0']]))
    const state = Y.encodeStateAsUpdateV2(made)
    made.getMap('note').delete('note_a')
    const open = (bytes: Uint8Array): MapDocument => openMapDocument({ clock: () => new Date(0), state: bytes, clientId: 7 })
    const [before, after] = [open(state), open(Y.encodeStateAsUpdateV2(made))]
    expect(before.holdsAllOf(after)).toBe(false)
    expect(after.holdsAllOf(before)).toBe(true)
  })

  it('shows in what was taken away, too: nothing is written as null and read as absent', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' })
    map.run(notesToInbox, { noteIds: ['note_a'] })
    expect(rootsOf(map.document).getMap('note').toJSON()).toMatchObject({ note_a: { laneId: null, columnId: null } })
    expect(noteOf(map.board, 'note_a')).not.toHaveProperty('laneId')
    expect(map.document.problems()).toEqual([])
    map.run(moveNotes, { noteIds: ['note_a'], cell: purchase }).undo()
    expect(map.inbox()).toEqual(['note_a'])
  })

  it('cannot be asked of a document that was made elsewhere', () => {
    const map = TestBoard.starter()
    expect(() => map.document.holdsAllOf({ ...map.document })).toThrow(TypeError)
  })
})
