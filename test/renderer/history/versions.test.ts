import { describe, expect, it } from 'vitest'
import type { OpenFailure } from '../../../renderer/app/fileCommands'
import { compareWith } from '../../../renderer/history/compareWith'
import { createVersionActions } from '../../../renderer/history/versionActions'
import { createVersionShelf, type ShelfDeps, type Version, type VersionShelf } from '../../../renderer/history/versionShelf'
import { stopsOf } from '../../../renderer/history/stops'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { fail, ok } from '../../../shared/base/result'
import { addNote, deleteNotes, setNoteText } from '../../../shared/commands/notes'
import { readableMap } from '../../../shared/export/readableMap'
import { ReadableMap } from '../../../shared/export/readableSchema'
import { noteOf } from '../../../shared/model/board'
import { awareness, TestBoard } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'
import { fakeBridge } from '../ui/fakeBridge'

const counts = { personas: 2, stages: 2, steps: 3, lanes: 3, notes: 2, emotionPoints: 0 }

function version(id: string, minute: number): Version {
  return { id, at: `2026-01-15T12:${String(minute).padStart(2, '0')}:00.000Z`, reason: 'hourly', counts, inFile: false }
}

function bytesOf(map: TestBoard): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(readableMap(map.board)))
}

/** Three states of a map, newest first. */
function states(): ReadonlyMap<string, Uint8Array> {
  const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
  const first = bytesOf(map)
  const second = bytesOf(map.run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks friends' }))
  const third = bytesOf(map.run(setNoteText, { noteId: 'note_a', text: 'Compares two' }).run(deleteNotes, { noteIds: ['note_b'] }))
  return new Map([
    ['third', third],
    ['second', second],
    ['first', first],
  ])
}

function shelfOf(bridge: ShelfDeps['bridge'], rest: ShelfDeps['rest'] = () => Promise.resolve()): VersionShelf {
  return createVersionShelf({ bridge, handle: 'map_1', rest })
}

describe('the shelf of versions', () => {
  it('counts what each version changed of the one before it, and nothing of the oldest', async () => {
    const maps = states()
    const bridge = fakeBridge({
      'versions.list': () => ok([version('third', 30), version('second', 20), version('first', 10)]),
      'versions.read': ({ id }) => ok(maps.get(id) ?? new Uint8Array()),
    })
    const shelf = shelfOf(bridge)
    const stop = shelf.watch()
    shelf.show(new Set(['third', 'second', 'first']))
    await expect.poll(() => shelf.store.getState().changes.size).toBe(2)

    const { changes } = shelf.store.getState()
    expect(changes.get('third')).toEqual({ added: 0, changed: 1, moved: 0, removed: 1, points: 0 })
    expect(changes.get('second')).toEqual({ added: 1, changed: 0, moved: 0, removed: 0, points: 0 })
    // Each was asked for once, though two neighbours need it.
    expect(bridge.asked.filter(([channel]) => channel === 'versions.read')).toHaveLength(3)
    stop()
  })

  it('reads only those in sight, one step whenever the window has time, and none of them twice', async () => {
    const maps = [...states().values()]
    const list = Array.from({ length: 300 }, (_, i) => version(`v${i}`, 0))
    const bridge = fakeBridge({
      'versions.list': () => ok(list),
      'versions.read': ({ id }) => ok(maps[Number(id.slice(1)) % 3] ?? new Uint8Array()),
    })
    const asked = (): readonly unknown[] => bridge.asked.flatMap(([channel, input]) => (channel === 'versions.read' ? [input] : []))
    let tick: (() => void) | null = null
    const shelf = shelfOf(bridge, () => new Promise((resolve) => (tick = resolve)))
    const stop = shelf.watch()
    await expect.poll(() => shelf.store.getState().versions?.length).toBe(300)
    expect(tick).toBeNull()

    shelf.show(new Set(['v100', 'v101']))
    await expect.poll(() => tick).not.toBeNull()
    expect(asked()).toEqual([])
    const work = setInterval(() => tick?.(), 1)
    await expect.poll(() => [...shelf.store.getState().changes.keys()]).toEqual(['v100', 'v101'])
    clearInterval(work)
    expect(asked()).toEqual(['v100', 'v101', 'v102'].map((id) => ({ handle: 'map_1', id })))
    stop()
  })

  it('goes on past versions that cannot be read', async () => {
    const maps = states()
    const bridge = fakeBridge({
      'versions.list': () => ok(['broken', 'third', 'second', 'first'].map((id, i) => version(id, 40 - i))),
      'versions.read': ({ id }) => ok(maps.get(id) ?? new Uint8Array()),
    })
    const shelf = shelfOf(bridge)
    const stop = shelf.watch()
    shelf.show(new Set(['broken', 'third', 'second', 'first']))
    await expect.poll(() => [...shelf.store.getState().changes.keys()]).toEqual(['third', 'second'])
    stop()
  })

  it('reads the list again when a version came, of this map only', async () => {
    let list = [version('first', 10)]
    const maps = states()
    const bridge = fakeBridge({
      'versions.list': () => ok(list),
      'versions.read': ({ id }) => ok(maps.get(id) ?? new Uint8Array()),
    })
    const shelf = shelfOf(bridge)
    const stop = shelf.watch()
    await expect.poll(() => shelf.store.getState().versions?.length).toBe(1)

    list = [version('second', 20), ...list]
    bridge.say('versions.changed', { handle: 'map_2' })
    bridge.say('versions.changed', { handle: 'map_1' })

    await expect.poll(() => shelf.store.getState().versions?.length).toBe(2)
    expect(bridge.asked.filter(([channel]) => channel === 'versions.list')).toHaveLength(2)
    stop()
  })

  it('says that a version cannot be read instead of showing half of it', async () => {
    const bridge = fakeBridge({ 'versions.read': () => ok(new TextEncoder().encode('{"title":')) })

    expect(await shelfOf(bridge).read('first')).toEqual(fail('damaged'))
  })
})

describe('what is done with a version', () => {
  function workshop(): { test: TestSession; past: ReadableMap; colleagueWrites: (text: string) => void } {
    const board = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
      .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks friends' })
    const past = ReadableMap.parse(JSON.parse(JSON.stringify(readableMap(board.board))))
    board.run(setNoteText, { noteId: 'note_a', text: 'Compares two' }).run(deleteNotes, { noteIds: ['note_b'] })
    const test = new TestSession({ board })
    /** Somebody else writes a note on the map as it is now. */
    const colleagueWrites = (text: string): void => {
      board.document.receive(test.session.document.encode())
      test.receive(board.run(addNote, { noteId: 'note_c', cell: awareness, text }).document.encode())
    }
    return { test, past, colleagueWrites }
  }

  it('restores the whole map as one edit, after the map was kept as it is, and its message takes it back', async () => {
    const { test, past } = workshop()
    const bridge = fakeBridge({ 'versions.mark': () => ok(null) })
    await createVersionActions(bridge, test.session).restore(past)

    expect(bridge.asked).toEqual([['versions.mark', { handle: 'map_1', reason: 'restore' }]])
    expect(test.texts(awareness)).toEqual(['Compares banks', 'Asks friends'])

    test.toasts[0]?.action?.run()
    expect(test.texts(awareness)).toEqual(['Compares two'])
  })

  it('offers no more to take the restoring back once something else was edited: that would be lost', async () => {
    const { test, past, colleagueWrites } = workshop()
    await createVersionActions(fakeBridge({ 'versions.mark': () => ok(null) }), test.session).restore(past)
    const [message] = test.toasts
    let over = 0
    const stop = message?.until?.(() => (over += 1))
    // A colleague's note ends nothing: undo leaves it alone.
    colleagueWrites('Asks a colleague')
    expect(over).toBe(0)

    test.session.run(addNote, { noteId: 'note_d', cell: awareness, text: 'Asks parents' })
    expect(over).toBe(1)
    message?.action?.run()
    expect(test.texts(awareness)).toEqual(['Compares banks', 'Asks friends', 'Asks a colleague', 'Asks parents'])
    stop?.()
  })

  it('leaves what a colleague wrote since when the restoring is taken back', async () => {
    const { test, past, colleagueWrites } = workshop()
    await createVersionActions(fakeBridge({ 'versions.mark': () => ok(null) }), test.session).restore(past)
    colleagueWrites('Asks a colleague')
    test.toasts[0]?.action?.run()
    expect(test.texts(awareness)).toEqual(['Compares two', 'Asks a colleague'])
  })

  it('takes one change back and leaves the others', () => {
    const { test, past } = workshop()
    const before = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
      .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks friends' }).board
    const removed = stopsOf(before, test.board, diffBoards(before, test.board)).find(({ change }) => change.what === 'removed')

    createVersionActions(fakeBridge(), test.session).undoChange(past, removed!)

    expect(test.texts(awareness)).toEqual(['Compares two', 'Asks friends'])
    expect(noteOf(test.board, 'note_b')?.text).toBe('Asks friends')
  })

  it('names the map as it is only after its last edit has reached the main process', async () => {
    const { test } = workshop()
    let known = ''
    const bridge = fakeBridge({
      'versions.name': ({ name }) => {
        known = test.host.board().records.note.get('note_a')?.text ?? ''
        return ok({ ...version('named', 40), name })
      },
    })
    test.session.run(setNoteText, { noteId: 'note_a', text: 'Typed just now' })

    await createVersionActions(bridge, test.session).name('Sent to the client', null)

    expect(known).toBe('Typed just now')
  })

  it.each([
    ['too-many', /can’t hold more named versions/],
    ['read-only', /reading only/],
    ['disk-full', /could not be kept/],
  ] as const)('says why a version was not named: %s', async (code, said) => {
    const { test } = workshop()

    await createVersionActions(fakeBridge({ 'versions.name': () => fail(code) }), test.session).name('Final', null)

    expect(test.toasts.map(({ kind, text }) => [kind, text])).toEqual([['error', expect.stringMatching(said)]])
  })
})

describe('comparing with another file', () => {
  const said: OpenFailure[] = []
  const files = { sayOpenFailure: (failure: OpenFailure) => said.push(failure) }

  it('opens the History view with that file as the later of the two', async () => {
    const test = new TestSession()
    const [[, map] = []] = states()
    const bridge = fakeBridge({ 'versions.compareWith': () => ok({ name: 'Colleague', map: map ?? new Uint8Array() }) })

    await compareWith({ bridge, session: () => test.session, files: files as never })

    expect(test.ui.mode).toBe('history')
    expect(test.ui.compared).toMatchObject({ kind: 'file', name: 'Colleague' })
  })

  it('says why a file cannot be compared, and stays where it was', async () => {
    const test = new TestSession()
    const bridge = fakeBridge({ 'versions.compareWith': () => fail('foreign', { name: 'Minutes.cjm', detail: 'not-a-map' }) })

    await compareWith({ bridge, session: () => test.session, files: files as never })

    expect(said).toEqual([{ code: 'foreign', name: 'Minutes.cjm', detail: 'not-a-map' }])
    expect(test.ui.mode).toBe('map')
  })
})
