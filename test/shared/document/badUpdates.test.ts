import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addNote } from '../../../shared/commands/notes'
import { BadUpdate } from '../../../shared/document/checkUpdate'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { LIMITS } from '../../../shared/model/limits'
import { awareness, picture, purchase, TestBoard } from '../../support/testBoard'

function busy(): TestBoard {
  const map = TestBoard.starter()
  for (let i = 0; i < 20; i += 1)
    map.run(addNote, { noteId: `note_${i}`, cell: i % 2 ? awareness : purchase, text: `Words ${i} żółć Стикер` })
  return map
}

/** Bytes of an update that holds one struct of that length, as an attacker would write it. */
function updateWithClock(clock: number): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = 77
  doc.getMap('note').set('x', 1)
  const [struct] = doc.store.clients.get(77) ?? []
  if (struct) struct.id.clock = clock
  return Y.encodeStateAsUpdateV2(doc)
}

describe('an update that is none', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(100)],
    ['text', new TextEncoder().encode('<html>502 Bad gateway</html>')],
    ['an update of the older encoding', Y.encodeStateAsUpdate(new Y.Doc())],
  ])('%s is refused or empty, and changes nothing', (_, bytes) => {
    const map = busy()
    const before = map.document.encode()
    const { board } = map
    try {
      map.document.receive(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(BadUpdate)
    }
    expect(map.board).toBe(board)
    expect(map.document.encode()).toEqual(before)
  })

  it('is refused with a reason when it is cut off', () => {
    const state = busy().document.encode()
    const map = TestBoard.starter()
    const before = map.document.encode()
    for (const length of [1, 10, 100, state.length - 1]) {
      expect(() => map.document.receive(state.subarray(0, length))).toThrow(BadUpdate)
      expect(map.document.encode()).toEqual(before)
    }
  })

  it('is refused when it is larger than a whole map may be', () => {
    expect(() => TestBoard.starter().document.receive(new Uint8Array(LIMITS.docBytes + 1))).toThrow('too large')
  })

  it('is refused when a clock would run over and poison a client id', () => {
    const map = TestBoard.starter()
    expect(() => map.document.receive(updateWithClock(2 ** 31))).toThrow('clock')
    expect(() => map.document.receive(updateWithClock(2 ** 50))).toThrow(BadUpdate)
  })

  it('never leaves a document that cannot be read or written, whatever bits were turned', () => {
    // Yjs warns of each update it cannot make sense of.
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const donor = busy()
    const copy = donor.fork()
    const good: Uint8Array[] = []
    donor.document.onUpdate((update) => good.push(update))
    for (let i = 100; i < 110; i += 1) donor.run(addNote, { noteId: `note_${i}`, cell: awareness, text: 'more' })
    good.push(donor.document.encode())
    const base = copy.document.encode()
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }), (which, flips) => {
        const bytes = (good[which] ?? new Uint8Array()).slice()
        for (const [at, value] of flips) bytes[at % bytes.length] = value
        const document = openMapDocument({ clock: () => new Date(0), state: base, clientId: 9 })
        const board = document.board()
        let refused = false
        try {
          document.receive(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(BadUpdate)
          refused = true
        }
        if (refused) {
          expect(document.board()).toBe(board)
          expect(document.encode()).toEqual(base)
        }
        document.write([{ op: 'settings', fields: { title: 'Still here' } }], { what: 'mapSettings', count: 1 })
        expect(document.board().settings.title).toBe('Still here')
        document.destroy()
      }),
      { numRuns: 150 },
    )
    warnings.mockRestore()
  })
})

describe('an update that came without the one it builds on', () => {
  it('waits without a part in the state, which opens everywhere, and takes its place when the other one comes', () => {
    const map = busy()
    const [mine, yours] = [map.document.encode(), map.document.encode()].map((state) =>
      openMapDocument({ clock: () => new Date(0), state }),
    )
    const updates: Uint8Array[] = []
    yours!.onUpdate((update) => updates.push(update))
    yours!.write([{ op: 'set', id: 'note_1', fields: { text: 'one' } }], { what: 'editNote', count: 1 })
    yours!.write([{ op: 'set', id: 'note_2', fields: { text: 'two' } }], { what: 'editNote', count: 1 })

    mine!.receive(updates[1]!)
    const opened = openMapDocument({ clock: () => new Date(0), state: mine!.encode() })
    expect(picture(opened.board())).toEqual(picture(mine!.board()))

    mine!.receive(updates[0]!)
    expect([mine!.board().records.note.get('note_1')?.text, mine!.board().records.note.get('note_2')?.text]).toEqual(['one', 'two'])
  })
})

describe('a state that is opened', () => {
  it('is refused when something that it builds on is missing', () => {
    const map = busy()
    const vector = map.document.stateVector()
    map.run(addNote, { noteId: 'note_late', text: '' })
    const onlyTheEnd = map.document.encodeSince(vector)
    expect(() => openMapDocument({ clock: () => new Date(0), state: onlyTheEnd })).toThrow(BadUpdate)
  })

  it('that was written under our own client id does not make two edits one', () => {
    const map = busy()
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const state = map.document.encode()
    const [mine, yours] = [openMapDocument({ clock: () => new Date(0), state }), openMapDocument({ clock: () => new Date(0), state })]
    const note = (id: `note_${string}`) => ({ id, order: 'a1', text: id, mark: 'none', proof: 'hypothesis', personaIds: [] }) as const
    mine.write([{ op: 'add', record: note('note_mine') }], { what: 'addNote', count: 1 })
    yours.write([{ op: 'add', record: note('note_yours') }], { what: 'addNote', count: 1 })
    mine.receive(yours.encode())
    expect(mine.board().inbox.map((each) => each.id)).toEqual(['note_mine', 'note_yours'])
    vi.restoreAllMocks()
  })
})
