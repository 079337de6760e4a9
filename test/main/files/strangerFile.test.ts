import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote } from '../../../shared/commands/notes'
import { readableMap } from '../../../shared/export/readableMap'
import { LIMITS } from '../../../shared/model/limits'
import type { Result } from '../../../shared/base/result'
import { checkMap } from '../../../main/files/checkMap'
import { encodeEnvelope, newFrame, wrap, type Envelope } from '../../../main/files/envelope'
import { openChecked, type LoadedMap, type LoadFailure } from '../../../main/files/loadMap'
import { awareness, TestBoard } from '../../support/testBoard'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, newId, startApp, TestWindow, valueOf } from '../maps/testMaps'

// Files that somebody made to do harm: S20 to S24, S27 and S33 of the security checklist.

afterEach(closeStartedApps)

const deps = { clock: () => new Date('2026-01-15T12:00:00Z'), newId }

function board(): TestBoard {
  return TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'kept' })
}

function opened(envelope: object): Result<LoadedMap, LoadFailure> {
  const checked = checkMap(Buffer.from(JSON.stringify(envelope)), deps)
  return checked.ok ? { ok: true, value: openChecked(checked.value, new Date(0), deps) } : checked
}

/** The file of a board with what a stranger wrote into its document besides. */
function withRecords(write: (doc: Y.Doc) => void): Envelope {
  const made = board()
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, made.document.encode())
  doc.transact(() => write(doc))
  const state = Buffer.from(Y.encodeStateAsUpdateV2(doc))
  const envelope = wrap(made.document, newFrame('map_test'))
  return { ...envelope, doc: state.toString('base64'), docHash: createHash('sha256').update(state).digest('hex') }
}

function record(doc: Y.Doc, kind: string, id: string, fields: Readonly<Record<string, unknown>>): void {
  doc.getMap(kind).set(id, new Y.Map(Object.entries(fields)))
}

describe('numbers in a document (S22)', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e7, 6, '3', null, true, [1], { value: 1 }])(
    'a point of the value %j never gets onto the board as it is',
    (value) => {
      const envelope = withRecords((doc) => {
        record(doc, 'point', 'point_x', { personaId: 'persona_anna', stepId: 'step_awareness', curve: 'as-is', value })
      })
      const map = valueOf(opened(envelope))
      for (const point of [...map.document.board().pointsOf.values()].flat()) {
        expect(Number.isFinite(point.value) && Math.abs(point.value) <= 5).toBe(true)
      }
      expect(JSON.stringify(readableMap(map.document.board()))).not.toContain('null')
    },
  )

  it('an order that is no order, and settings that are none, show their defaults', () => {
    const envelope = withRecords((doc) => {
      record(doc, 'note', 'note_x', { order: Number.POSITIVE_INFINITY, laneId: 'lane_actions', columnId: 'step_awareness', text: 'x' })
      doc.getMap('map').set('criticalThreshold', Number.NEGATIVE_INFINITY)
    })
    const map = valueOf(opened(envelope))
    expect(map.document.board().records.note.get('note_x')?.order).toMatch(/^[\w]+$/)
    expect(Number.isFinite(map.document.board().settings.criticalThreshold)).toBe(true)
  })
})

describe('ids and references in a document (S21, S23)', () => {
  const ids = [
    '__proto__',
    'constructor',
    'note_',
    `note_${'x'.repeat(60)}`,
    'note_<b>',
    'note_../../x',
    'note_a b',
    'lane_x',
    'note_\u0000',
  ]

  it.each(ids)('a note of the id %j is left off the board, and said to be', (id) => {
    const map = valueOf(opened(withRecords((doc) => record(doc, 'note', id, { order: 'a0', text: 'x', __proto__x: 1 }))))
    const shown = map.document.board()
    expect([...shown.records.note.keys()]).toEqual(['note_a'])
    expect(map.problems.map((problem) => problem.id)).toContain(id)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('a field of a name that reaches a prototype is nothing', () => {
    const envelope = withRecords((doc) => {
      record(doc, 'note', 'note_x', { order: 'a0', text: 'x', ['__proto__']: { polluted: true }, constructor: { polluted: true } })
    })
    const note = valueOf(opened(envelope)).document.board().records.note.get('note_x')
    expect(Object.keys(note ?? {})).not.toContain('constructor')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('what points to nothing, or in a circle, does not keep the map from opening', () => {
    const envelope = withRecords((doc) => {
      record(doc, 'note', 'note_x', { order: 'a0', laneId: 'lane_gone', columnId: 'step_gone', text: 'homeless', persona_gone: true })
      record(doc, 'step', 'step_x', { order: 'a0', stageId: 'stage_gone', title: 'of no stage' })
      record(doc, 'stage', 'stage_x', { order: 'a0', stageId: 'step_x', title: 'of a step' })
      record(doc, 'step', 'step_y', { order: 'a0', stageId: 'step_y', title: 'of itself' })
      record(doc, 'point', 'point_x', { personaId: 'persona_gone', stepId: 'step_gone', curve: 'as-is', value: 1 })
    })
    const shown = valueOf(opened(envelope)).document.board()
    expect(shown.inbox.map(({ text }) => text)).toContain('homeless')
    expect(() => readableMap(shown)).not.toThrow()
  })

  it('a root of another type than ours is no record', () => {
    const envelope = withRecords((doc) => doc.getMap('lane').set('lane_x', new Y.Array<number>()))
    expect(valueOf(opened(envelope)).problems).toContainEqual({ id: 'lane_x', why: 'not a record' })
  })
})

describe('more than a map may have (S20)', () => {
  it('too many notes in the document are refused', () => {
    const envelope = withRecords((doc) => {
      for (let number = 0; number <= LIMITS.notes; number += 1) record(doc, 'note', `note_${number}`, { order: 'a0', text: '' })
    })
    expect(opened(envelope)).toEqual({ ok: false, code: 'limits', detail: 'notes' })
  })

  it('a list of versions without end is refused; as many as a later app may add stay', () => {
    const versions = Array.from({ length: LIMITS.versionEntries }, (_, number) => ({ id: `x${number}` }))
    const envelope = wrap(board().document, newFrame('map_test'))
    expect(valueOf(opened({ ...envelope, versions })).frame.versions).toEqual(versions)
    expect(opened({ ...envelope, versions: [...versions, 7] })).toEqual({ ok: false, code: 'limits', detail: 'versions' })
  })

  it.each(['a'.repeat(LIMITS.noteText + 1), 'я'.repeat(200_000)])(
    'a text that no command would make so long stays whole, by whichever way it comes',
    (text) => {
      const inDocument = withRecords((doc) => record(doc, 'note', 'note_x', { order: 'a0', text }))
      expect(valueOf(opened(inDocument)).document.board().records.note.get('note_x')?.text).toBe(text)
      const envelope = wrap(board().document, newFrame('map_test'))
      const byHand = { ...envelope, map: { ...envelope.map, inbox: [{ id: 'note_x', text }] } }
      expect(valueOf(opened(byHand)).document.board().records.note.get('note_x')?.text).toBe(text)
    },
  )
})

describe('what a file brings along', () => {
  it('assets and fields of later formats are kept as they are, never read and never written anywhere (S25, S27)', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    const assets = { '../../etc/passwd': { type: 'image/png', data: 'iVBORw0KGgo' }, 'C:\\x:y': 'not even an object', con: null }
    const frame = { ...newFrame('map_test'), assets, later: { kept: true } }
    await writeFile(file, encodeEnvelope(wrap(board().document, frame)))
    const host = valueOf(await (await startApp(folder)).maps.openFile(file))
    await new TestWindow(host).addNote('edited')
    valueOf(await host.save())
    await host.close()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ assets, later: { kept: true }, revision: 1 })
    expect((await readdir(folder)).toSorted()).toEqual(['a.cjm', 'user-data'])
  })
})

describe('what is left of a map elsewhere (S33)', () => {
  it('looking at a map writes nothing beside it, and no log says a word of what is in it', async () => {
    const folder = await tempFolder()
    const secret = 'salary of the director'
    const made = board().run(addNote, { noteId: 'note_s', text: secret })
    const whole = Buffer.from(encodeEnvelope(wrap(made.document, newFrame('map_test'))))
    const damages: readonly Uint8Array[] = [
      whole,
      whole.subarray(0, whole.length - 100),
      whole.subarray(0, whole.indexOf(secret) + 4),
      Buffer.from(whole).fill(0, 300, 900),
      Buffer.from(`{"x":"${secret}"}`),
    ]
    for (const [number, bytes] of damages.entries()) {
      const file = join(folder, `${number}.cjm`)
      await writeFile(file, bytes)
      const app = await startApp(folder)
      const host = await app.maps.openFile(file)
      if (host.ok) await host.value.close()
      expect(app.log.join('\n')).not.toContain('salary')
      expect((await readFile(file)).equals(bytes)).toBe(true)
    }
    expect((await readdir(folder)).toSorted()).toEqual([...damages.keys()].map((number) => `${number}.cjm`).concat('user-data'))
  })
})
