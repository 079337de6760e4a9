import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, deleteNotes, moveNotes, recolorNotes, setNoteText } from '../../../shared/commands/notes'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { Origin } from '../../../shared/document/mapDocument'
import { noteOf } from '../../../shared/model/board'
import type { Patch } from '../../../shared/model/patch'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

/** A state that a stranger made, by hand. */
function stateOf(make: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  make(doc)
  return Y.encodeStateAsUpdateV2(doc)
}

function open(state: Uint8Array): ReturnType<typeof openMapDocument> {
  return openMapDocument({ clock: () => new Date(0), state })
}

function put(doc: Y.Doc, root: string, id: string, fields: Readonly<Record<string, unknown>>): void {
  const record = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(fields)) record.set(key, value)
  doc.getMap(root).set(id, record)
}

describe('writing', () => {
  it('keeps a record as a map of fields and leaves defaults unwritten', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Hi' })
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, map.document.encode())
    expect(doc.getMap('note').toJSON()).toEqual({
      note_a: { laneId: 'lane_actions', columnId: 'step_awareness', order: 'a0', text: 'Hi', author: 'Ann' },
    })
    expect(doc.getMap('formats').toJSON()).toEqual({ f1: true })
    expect(doc.getMap('map').toJSON()).toEqual({ title: 'Mortgage' })
  })

  it('tells updates before boards, so that keeping never waits for drawing', () => {
    const map = TestBoard.starter()
    const heard: string[] = []
    map.document.onBoard((board) => heard.push(`board of ${board.inbox.length}`))
    map.document.onUpdate((_, origin) => heard.push(origin))
    map.run(addNote, { noteId: 'note_a', text: '' })
    expect(heard).toEqual(['local', 'board of 1'])
  })

  it('says nothing and remembers nothing when there is nothing to write', () => {
    const map = TestBoard.starter()
    const heard: Origin[] = []
    map.document.onUpdate((_, origin) => heard.push(origin))
    map.document.write([], { what: 'moveNotes', count: 0 })
    map.document.write([{ op: 'set', id: 'note_gone', fields: { text: 'late' } }], { what: 'editNote', count: 1 })
    expect(heard).toEqual([])
    expect(map.document.canUndo()).toBeNull()
  })

  it('refuses a patch that could not be read back, before anything is written', () => {
    const map = TestBoard.starter()
    const before = map.document.encode()
    const bad = [
      { op: 'settings', fields: { title: 'New' } },
      { op: 'set', id: 'stage_purchase', fields: { order: undefined } },
    ] as unknown as readonly Patch[]
    expect(() => map.document.write(bad, { what: 'import', count: 1 })).toThrow('stage_purchase')
    expect(map.document.encode()).toEqual(before)
  })

  it('delivers each update once, in order, when a listener writes in turn', () => {
    const map = TestBoard.starter()
    const copy = map.fork()
    map.document.onUpdate(() => {
      if (!map.board.records.note.has('note_b')) map.run(addNote, { noteId: 'note_b', text: '' })
    })
    map.document.onUpdate((update) => copy.document.receive(update))
    map.run(addNote, { noteId: 'note_a', text: '' })
    expect(copy.board).toEqual(map.board)
  })
})

describe('receiving', () => {
  it('of many updates at once is the same as one by one, with one board at the end', () => {
    const mine = TestBoard.starter()
    const [oneByOne, atOnce] = [mine.fork(), mine.fork()]
    const updates: Uint8Array[] = []
    mine.document.onUpdate((update) => updates.push(update))
    for (let i = 0; i < 30; i += 1) mine.run(addNote, { noteId: `note_${i}`, cell: i % 2 ? awareness : purchase, text: `${i}` })
    for (const update of updates) oneByOne.document.receive(update)
    let boards = 0
    atOnce.document.onBoard(() => (boards += 1))
    atOnce.document.receiveAll(updates)
    expect(atOnce.board).toEqual(mine.board)
    expect(atOnce.board).toEqual(oneByOne.board)
    expect(boards).toBe(1)
  })

  it('of many updates takes none of them when one is bad', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork().run(addNote, { noteId: 'note_a', text: '' })
    const { board } = mine
    expect(() => mine.document.receiveAll([yours.document.encode(), new Uint8Array([1, 2, 3])])).toThrow('not a Yjs V2 update')
    expect(mine.board).toBe(board)
  })

  it('takes over edits of its own that came in between', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork()
    for (let i = 0; i < 5; i += 1) {
      mine.run(addNote, { noteId: `note_mine${i}`, text: '' })
      yours.run(addNote, { noteId: `note_yours${i}`, text: '' })
      mine.receive(yours)
      yours.receive(mine)
      expect(mine.board).toEqual(yours.board)
    }
  })
})

describe('reading what a stranger wrote', () => {
  it('leaves out fields it cannot read, reports them and keeps them', () => {
    const state = stateOf((doc) =>
      put(doc, 'note', 'note_a', { order: 'a0', text: 'Hi', mark: 'sparkles', color: 7, mood: { deep: true } }),
    )
    const document = open(state)
    expect(noteOf(document.board(), 'note_a')).toMatchObject({ text: 'Hi', mark: 'none' })
    expect(document.problems().map((problem) => problem.id)).toEqual(['note_a', 'note_a'])
    const kept = new Y.Doc()
    Y.applyUpdateV2(kept, document.encode())
    expect(kept.getMap('note').toJSON()).toMatchObject({ note_a: { mark: 'sparkles', mood: { deep: true } } })
  })

  it('leaves records off the board that are none, and reports each', () => {
    const document = open(
      stateOf((doc) => {
        doc.getMap('note').set('note_text', 'just text')
        doc.getMap('note').set('note_list', new Y.Array())
        put(doc, 'note', 'lane_a', { order: 'a0' })
        put(doc, 'note', '__proto__', { order: 'a0' })
        put(doc, 'lane', 'lane_a', { order: 'a0', kind: 'hologram' })
        put(doc, 'point', 'point_a', { personaId: 'persona_a', stepId: 'step_a', value: 99 })
      }),
    )
    expect(document.board().inbox).toEqual([])
    expect(document.board().lanes).toEqual([])
    expect(new Set(document.problems().map((problem) => problem.id))).toEqual(
      new Set(['note_text', 'note_list', 'lane_a', '__proto__', 'point_a']),
    )
  })

  it('repairs order keys that nothing fits beside, without writing', () => {
    const state = stateOf((doc) => {
      put(doc, 'note', 'note_a', { order: '!!', text: 'a' })
      put(doc, 'note', 'note_b', { text: 'b' })
    })
    const document = open(state)
    expect(document.board().inbox.map((note) => note.text)).toEqual(['a', 'b'])
    expect(document.problems()).toHaveLength(2)
    document.write([{ op: 'add', record: { ...newNote, order: 'a1' } }], { what: 'addNote', count: 1 })
    expect(document.board().inbox).toHaveLength(3)
  })

  it('shows a title that is too long as far as it goes', () => {
    const document = open(stateOf((doc) => put(doc, 'stage', 'stage_a', { order: 'a0', title: 'x'.repeat(9_999) })))
    expect(document.board().stages[0]?.title).toHaveLength(500)
    expect(document.problems()).toHaveLength(1)
  })

  it('shows settings with defaults for whatever is broken', () => {
    const document = open(stateOf((doc) => doc.getMap('map').set('kind', 'treasure')))
    expect(document.board().settings).toMatchObject({ kind: 'cjm' })
    expect(document.problems()).toMatchObject([{ id: 'map' }])
  })

  it('forgets a problem when it is put right', () => {
    const state = stateOf((doc) => put(doc, 'note', 'note_a', { order: 'a0', mark: 'sparkles' }))
    const document = open(state)
    const colleague = new Y.Doc()
    Y.applyUpdateV2(colleague, state)
    ;(colleague.getMap('note').get('note_a') as Y.Map<unknown>).set('mark', 'pain')
    document.receive(Y.encodeStateAsUpdateV2(colleague))
    expect(document.problems()).toEqual([])
    expect(noteOf(document.board(), 'note_a')?.mark).toBe('pain')
  })

  it('survives root types that are not what they should be', () => {
    const document = open(
      stateOf((doc) => {
        doc.getArray('note').insert(0, ['a', 'b'])
        doc.getText('map').insert(0, 'hello')
        doc.getXmlFragment('stage').insert(0, [new Y.XmlText()])
      }),
    )
    expect(document.board().inbox).toEqual([])
    document.write([{ op: 'add', record: newNote }], { what: 'addNote', count: 1 })
    expect(open(document.encode()).board().inbox).toHaveLength(1)
  })

  it('keeps root maps and fields of a newer app, and says that the map is newer', () => {
    const document = open(
      stateOf((doc) => {
        doc.getMap('formats').set('f1', true)
        doc.getMap('formats').set('f7', true)
        put(doc, 'hologram', 'hologram_a', { depth: 3 })
      }),
    )
    document.write([{ op: 'add', record: newNote }], { what: 'addNote', count: 1 })
    const kept = new Y.Doc()
    Y.applyUpdateV2(kept, document.encode())
    expect(kept.getMap('hologram').toJSON()).toEqual({ hologram_a: { depth: 3 } })
    expect(document.problems()).toEqual([{ id: 'formats', why: 'format 7 is newer than 1' }])
  })
})

const newNote = { id: 'note_new', order: 'a5', text: 'new', mark: 'none', proof: 'hypothesis', personaIds: [] } as const

describe('undo', () => {
  it('takes back one whole write and names it', () => {
    const map = TestBoard.starter()
    map.run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' }).run(moveNotes, { noteIds: ['note_a'], cell: purchase })
    expect(map.document.undo()).toEqual({ what: 'moveNotes', count: 1 })
    expect(map.document.canRedo()).toEqual({ what: 'moveNotes', count: 1 })
    expect(map.document.canUndo()).toEqual({ what: 'addNote', count: 1 })
    expect(map.document.redo()).toEqual({ what: 'moveNotes', count: 1 })
    expect(map.notesIn(purchase)).toEqual(['note_a'])
  })

  it('keeps what others have changed since', () => {
    const mine = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'mine' })
    const yours = mine.fork()
    mine.run(moveNotes, { noteIds: ['note_a'], cell: purchase }).run(setNoteText, { noteId: 'note_a', text: 'mine again' })
    yours
      .receive(mine)
      .run(setNoteText, { noteId: 'note_a', text: 'yours' })
      .run(recolorNotes, { noteIds: ['note_a'], color: 'mint' })
    mine.receive(yours)
    expect(mine.document.undo()).toEqual({ what: 'moveNotes', count: 1 })
    expect(mine.notesIn(awareness)).toEqual(['note_a'])
    expect(noteOf(mine.board, 'note_a')).toMatchObject({ text: 'yours', color: 'mint' })
  })

  it('of an addition only hides the record, so that words a colleague put into it are not lost', () => {
    const mine = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'mine' })
    const yours = mine.fork().run(setNoteText, { noteId: 'note_a', text: 'yours' })
    mine.undo().receive(yours)
    expect(mine.notesIn(awareness)).toEqual([])
    expect(mine.board.records.note.get('note_a')?.text).toBe('yours')
    expect(noteOf(mine.redo().board, 'note_a')?.text).toBe('yours')
  })

  it('leaves a record where it is into which a colleague has written since', () => {
    const mine = TestBoard.starter()
      .run(addNote, { noteId: 'note_before', cell: awareness, text: 'before' })
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'mine' })
    mine.receive(mine.fork().run(setNoteText, { noteId: 'note_a', text: 'yours' }))
    // The one before is meant.
    mine.undo()
    expect(mine.notesIn(awareness)).toEqual(['note_a'])
    expect(noteOf(mine.board, 'note_a')?.text).toBe('yours')
  })

  it('of bringing a note back leaves it, if a colleague has written into it since', () => {
    const mine = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', text: 'mine' })
      .run(deleteNotes, { noteIds: ['note_a'] })
      .undo()
    mine.receive(mine.fork().run(setNoteText, { noteId: 'note_a', text: 'yours' })).redo()
    expect(noteOf(mine.board, 'note_a')?.text).toBe('yours')
  })

  it('never takes back what a colleague did', () => {
    const mine = TestBoard.starter()
    const yours = mine.fork().run(addNote, { noteId: 'note_b', text: '' })
    mine.receive(yours)
    expect(mine.document.canUndo()).toBeNull()
    expect(mine.document.undo()).toBeNull()
    expect(mine.inbox()).toEqual(['note_b'])
  })

  it('ends redo with the next edit', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', text: '' }).undo().run(addNote, { noteId: 'note_b', text: '' })
    expect(map.document.canRedo()).toBeNull()
    expect(map.redo().inbox()).toEqual(['note_b'])
  })

  it('of a typed text stops at what a colleague typed in between', () => {
    const mine = TestBoard.starter().run(addNote, { noteId: 'note_a', text: '' }).run(setNoteText, { noteId: 'note_a', text: 'a' })
    const yours = mine.fork().run(setNoteText, { noteId: 'note_a', text: 'yours' })
    mine.receive(yours).run(setNoteText, { noteId: 'note_a', text: 'yours and mine' }, { continues: true })
    expect(noteOf(mine.undo().board, 'note_a')?.text).toBe('yours')
  })

  it('of a deletion brings a note back with what a colleague wrote into it meanwhile', () => {
    const mine = TestBoard.starter().run(addNote, { noteId: 'note_a', text: 'mine' })
    const yours = mine.fork().run(setNoteText, { noteId: 'note_a', text: 'yours' })
    mine.run(deleteNotes, { noteIds: ['note_a'] }).receive(yours)
    expect(mine.inbox()).toEqual([])
    expect(noteOf(mine.undo().board, 'note_a')?.text).toBe('yours')
  })
})
