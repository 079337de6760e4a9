import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import type { MapHost } from '../../../main/maps/mapHost'
import { encodeEnvelope, newFrame, wrap } from '../../../main/files/envelope'
import { awareness, TestBoard } from '../../support/testBoard'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, valueOf } from './testMaps'

afterEach(closeStartedApps)

const TEXTS = Array.from({ length: 12 }, (_, index) => `note number ${index}`)

async function mapIn(folder: string): Promise<string> {
  const board = TestBoard.starter()
  TEXTS.forEach((text, index) => board.run(addNote, { noteId: `note_${index}`, cell: awareness, text }))
  const file = join(folder, 'a.cjm')
  await writeFile(file, encodeEnvelope(wrap(board.document, newFrame('map_damaged'))))
  return file
}

function textsIn(host: MapHost): string[] {
  const { notesIn, inbox } = host.board()
  return [...[...notesIn.values()].flat(), ...inbox].map(({ text }) => text)
}

/** Cut the file off before that text. */
async function cutAt(file: string, text: string): Promise<Buffer> {
  const whole = await readFile(file)
  const bytes = whole.subarray(0, whole.indexOf(text))
  await writeFile(file, bytes)
  return bytes
}

describe('a file that somebody edited by hand so that it is no JSON any more', () => {
  /** Every text of the file, with these changed. */
  async function edited(file: string, change: (text: string) => string): Promise<MapHost> {
    const text = await readFile(file, 'utf8')
    const changed = change(text)
    expect(changed).not.toBe(text)
    await writeFile(file, changed)
    return valueOf(await (await startApp(await tempFolder())).maps.openFile(file))
  }
  const note3 = /\{[^{}]*"id": "note_3"[^{}]*\},?/

  it('has the notes that were written into it, once, whoever opens it', async () => {
    for (const written of ['{ "id": "note_by_hand", "text": "By hand" },', '{ "text": "By hand" },,']) {
      const file = await mapIn(await tempFolder())
      const host = await edited(file, (text) => text.replace(note3, (note) => `${note} ${written},`.replace(/,+$/, ',,')))
      expect(textsIn(host).toSorted()).toEqual([...TEXTS, 'By hand'].toSorted())
      expect(host.salvage).toMatchObject({ whole: true, notes: 13, added: 1, other: 0, partial: [] })
      expect(host.id).toBe('map_damaged')
      const again = valueOf(await (await startApp(await tempFolder())).maps.openFile(file))
      expect(again.encode()).toEqual(host.encode())
    }
  })

  it('says how much of it was not taken in, where nobody can tell an edit from damage', async () => {
    const other = await edited(await mapIn(await tempFolder()), (text) => text.replace('"note number 3"', '"another text",'))
    expect(textsIn(other).toSorted()).toEqual(TEXTS.toSorted())
    expect(other.salvage).toMatchObject({ whole: true, notes: 12, added: 0, other: 1 })
    // A note is gone as well: it may be a sector of another map.
    const both = await edited(await mapIn(await tempFolder()), (text) =>
      text.replace(note3, '{ "id": "note_by_hand", "text": "By hand" },,'),
    )
    expect(both.salvage).toMatchObject({ whole: true, added: 0, other: 1 })
  })

  it('says that nothing is missing where nothing is', async () => {
    const host = await edited(await mapIn(await tempFolder()), (text) => text.replace(note3, (note) => `${note},`))
    expect(host.salvage).toMatchObject({ whole: true, notes: 12, added: 0, other: 0 })
  })
})

describe('a file that breaks off', () => {
  it('opens with what is left of it, says so, and is kept as it is beside the map that is saved in its place', async () => {
    const folder = await tempFolder()
    const file = await mapIn(folder)
    const damaged = await cutAt(file, 'note number 9')
    const { maps } = await startApp(folder)

    const host = valueOf(await maps.openFile(file))

    expect(textsIn(host)).toEqual(expect.arrayContaining(TEXTS.slice(0, 9)))
    expect(host).toMatchObject({ rebuilt: true, readOnly: false, salvage: { whole: false, unplaced: 0, fromVersion: 0 } })
    const { notes = 0, missing = null } = host.salvage ?? {}
    expect([notes + (missing ?? 0), missing]).toEqual([TEXTS.length, expect.any(Number)])
    expect(missing).toBeGreaterThan(0)
    expect(host.id).not.toBe('map_damaged')
    expect((await readFile(file)).equals(damaged)).toBe(true)
    valueOf(await host.save())
    const copy = (await readdir(folder)).find((name) => name.includes('.damaged-'))
    expect((await readFile(join(folder, copy ?? ''))).equals(damaged)).toBe(true)
    await host.close()
    const again = valueOf(await (await startApp(folder)).maps.openFile(file))
    expect(again).toMatchObject({ rebuilt: false, salvage: null })
  })

  it('opens with what this computer remembers of the map besides', async () => {
    const folder = await tempFolder()
    const file = await mapIn(folder)
    const first = await startApp(folder)
    await valueOf(await first.maps.openFile(file)).close()
    await cutAt(file, 'note number 9')

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(textsIn(host).toSorted()).toEqual(TEXTS.toSorted())
    expect(host.salvage?.fromVersion).toBeGreaterThan(1)
    expect(host.salvage?.missing).toBe(0)
  })
})

describe('a file of which nothing is left', () => {
  it('but a title and a persona is refused, and left as it is', async () => {
    const folder = await tempFolder()
    const file = await mapIn(folder)
    const bytes = await cutAt(file, '"stages"')
    expect((await (await startApp(folder)).maps.openFile(file)).ok).toBe(false)
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })

  const nothing: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['zero bytes', Buffer.alloc(5_000)],
    ['a sign-in page', Buffer.from('<!doctype html><title>Sign in</title>')],
  ]

  it.each(nothing)('but %s opens as this computer last kept it', async (_what, bytes) => {
    const folder = await tempFolder()
    const file = await mapIn(folder)
    const first = await startApp(folder)
    await valueOf(await first.maps.openFile(file)).close()
    await writeFile(file, bytes)

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(textsIn(host).toSorted()).toEqual(TEXTS.toSorted())
    expect(host).toMatchObject({ rebuilt: true, salvage: { notes: 0, fromVersion: TEXTS.length } })
    expect((await readFile(file)).equals(bytes)).toBe(true)
    valueOf(await host.save())
    const copy = (await readdir(folder)).find((name) => name.includes('.damaged-'))
    expect((await readFile(join(folder, copy ?? ''))).equals(bytes)).toBe(true)
  })

  it.each(nothing)('but %s opens with the edits of its journal', async (_what, bytes) => {
    const folder = await tempFolder()
    const file = await mapIn(folder)
    const first = await startApp(folder)
    await new TestWindow(valueOf(await first.maps.openFile(file))).addNote('written and not saved')
    await writeFile(file, bytes)

    const host = valueOf(await (await startApp(folder)).maps.openFile(file))

    expect(textsIn(host)).toEqual(expect.arrayContaining([...TEXTS, 'written and not saved']))
    expect(host.id).toBe('map_damaged')
  })

  it.each(nothing)('but %s is refused where nobody remembers it, and left alone', async (_what, bytes) => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    await writeFile(file, bytes)
    const { maps } = await startApp(folder)
    expect((await maps.openFile(file)).ok).toBe(false)
    expect((await readFile(file)).equals(bytes)).toBe(true)
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['a.cjm']))
  })
})

describe('a file of a newer app', () => {
  async function newer(folder: string, change: (envelope: Record<string, unknown>) => Record<string, unknown>): Promise<[string, Buffer]> {
    const file = await mapIn(folder)
    const envelope = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    const bytes = Buffer.from(JSON.stringify({ ...change(envelope), format: 2, new: { kept: ['as it is', 1e3] } }, null, 3))
    await writeFile(file, bytes)
    return [file, bytes]
  }

  it.each<[string, (envelope: Record<string, unknown>) => Record<string, unknown>]>([
    ['its document can be read', (envelope) => envelope],
    ['only its readable part can be read', ({ doc: _doc, docHash: _hash, ...rest }) => ({ ...rest, document: 'another kind' })],
  ])('is shown and never written where %s', async (_what, change) => {
    const folder = await tempFolder()
    const [file, bytes] = await newer(folder, change)
    const { maps } = await startApp(folder)

    const host = valueOf(await maps.openFile(file))

    expect(textsIn(host).toSorted()).toEqual(TEXTS.toSorted())
    expect(host).toMatchObject({ readOnly: true, newer: true, rebuilt: false })
    expect(await host.save()).toMatchObject({ ok: false, code: 'read-only' })
    const copy = join(folder, 'copy.cjm')
    valueOf(await host.saveAs(copy))
    expect((await readFile(copy)).equals(bytes)).toBe(true)
    await host.close()
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })

  it('is refused where there is nothing in it that is known', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    await writeFile(file, '{"app":"wayline","format":9,"everything":"is elsewhere"}')
    expect(await (await startApp(folder)).maps.openFile(file)).toMatchObject({ ok: false, code: 'too-new' })
  })
})
