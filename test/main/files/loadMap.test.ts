import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../shared/base/result'
import { addNote } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { readableMap } from '../../../shared/export/readableMap'
import type { ReadableMap } from '../../../shared/export/readableSchema'
import { LIMITS } from '../../../shared/model/limits'
import { encodeEnvelope, newFrame, wrap, type Envelope } from '../../../main/files/envelope'
import { checkMap } from '../../../main/files/checkMap'
import { loadMap, openChecked, type LoadedMap, type LoadFailure } from '../../../main/files/loadMap'
import { awareness, purchase, TestBoard } from '../../support/testBoard'
import { tempFolder } from '../../support/tempFolder'
import { newId } from '../maps/testMaps'

const deps = { clock: () => new Date('2026-01-15T12:00:00Z'), newId }

function board(): TestBoard {
  return TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Сравнивает ставки' })
    .run(addNote, { noteId: 'note_b', cell: awareness, text: 'zażółć' })
    .run(addNote, { noteId: 'note_c', cell: purchase, text: 'signs', color: 'mint' })
    .run(addNote, { noteId: 'note_d', text: 'later' })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: -3.5, label: 'lost' })
}

function envelopeOf(made: TestBoard = board()): Envelope {
  return wrap(made.document, newFrame('map_test'))
}

function load(envelope: object | string | Uint8Array): Result<LoadedMap, LoadFailure> {
  const bytes = envelope instanceof Uint8Array ? envelope : Buffer.from(typeof envelope === 'string' ? envelope : JSON.stringify(envelope))
  const checked = checkMap(bytes, deps)
  return checked.ok ? { ok: true, value: openChecked(checked.value, new Date(0), deps) } : checked
}

function loaded(envelope: object | Uint8Array): LoadedMap {
  const result = load(envelope)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}

/** What the file's readable part says, as JSON. */
function picture(map: LoadedMap): unknown {
  return JSON.parse(JSON.stringify(readableMap(map.document.board())))
}

describe('a map file', () => {
  it('opens with what was written', () => {
    const made = board()
    const map = loaded(encodeEnvelope(envelopeOf(made)))
    expect(map.document.board()).toEqual(made.document.board())
    expect(map).toMatchObject({ handEdited: false, repaired: false, problems: [], frame: { id: 'map_test', revision: 0 } })
  })

  it('opens from JSON that another program printed its own way, with a byte order mark', () => {
    const map = loaded(Buffer.from(`\ufeff${JSON.stringify(envelopeOf(), null, 7)}`))
    expect(map.handEdited).toBe(false)
  })

  it('has one line for each note, so that two versions can be compared', () => {
    const lines = Buffer.from(encodeEnvelope(envelopeOf())).toString('utf8').split('\n')
    expect(lines.filter((line) => line.includes('"id": "note_')).map((line) => line.trim())).toEqual([
      '{ "id": "note_a", "text": "Сравнивает ставки" },'.replace(' }', ', "author": "Ann" }'),
      '{ "id": "note_b", "text": "zażółć", "author": "Ann" }',
      '{ "id": "note_c", "text": "signs", "color": "mint", "author": "Ann" }',
      '{ "id": "note_d", "text": "later", "author": "Ann" }',
    ])
  })
})

describe('a file that is no whole map', () => {
  const json = envelopeOf()
  const cases: readonly (readonly [string, Uint8Array | string | object, LoadFailure, string | undefined])[] = [
    ['nothing', '', 'damaged', 'empty'],
    ['null', 'null', 'foreign', 'not-a-map'],
    ['a list', '[]', 'foreign', 'not-a-map'],
    ['a number', '5', 'foreign', 'not-a-map'],
    ['a JSON text', '"x"', 'foreign', 'not-a-map'],
    ['an object', '{"notes":[]}', 'foreign', 'not-a-map'],
    ['a web page', '<html><body>Sign in</body></html>', 'foreign', 'html'],
    ['a text', 'journey\n  title Mortgage', 'foreign', 'other-kind'],
    ['an archive', Buffer.from('PK\u0003\u0004rest'), 'foreign', 'other-kind'],
    ['zero bytes only', Buffer.alloc(1000), 'damaged', 'nul-bytes'],
    ['an unfinished merge', `<<<<<<< mine\n{}\n=======\n{}\n>>>>>>> theirs`, 'damaged', 'merge-markers'],
    ['a map of a newer app', { ...json, format: 2, map: 'anything' }, 'too-new', undefined],
    ['a map with neither part whole', { ...json, doc: 'AAAA', map: {} }, 'damaged', 'document'],
    ['the first bytes of a map', Buffer.from(JSON.stringify(json)).subarray(0, 60), 'damaged', 'json'],
    [
      'a map with a key of prototypes',
      JSON.stringify(json).replace('"versions"', '"__proto__":{"polluted":1},"versions"'),
      'damaged',
      'forbidden-key',
    ],
    [
      'a map nested too deeply',
      JSON.stringify(json).replace('"versions":[]', `"versions":${'['.repeat(50)}${']'.repeat(50)}`),
      'damaged',
      'too-deep',
    ],
  ]

  it.each(cases)('%s is refused with a reason, and stays as it is', async (_what, content, code, detail) => {
    const file = join(await tempFolder(), 'a.cjm')
    const bytes = content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
    await writeFile(file, bytes)

    const result = await loadMap(file, deps)

    expect(result).toEqual({ ok: false, code, ...(detail === undefined ? {} : { detail }) })
    expect((await readFile(file)).equals(bytes)).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('a folder, and a file that is not there, are told apart', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'a.cjm'))
    expect(await loadMap(join(folder, 'a.cjm'), deps)).toEqual({ ok: false, code: 'unreadable', detail: 'folder' })
    expect(await loadMap(join(folder, 'b.cjm'), deps)).toEqual({ ok: false, code: 'not-found' })
  })

  it('a file over the limit is refused before it is read', async () => {
    const file = join(await tempFolder(), 'a.cjm')
    await writeFile(file, Buffer.alloc(LIMITS.fileBytes + 1, ' '))
    expect(await loadMap(file, deps)).toMatchObject({ ok: false, code: 'too-large' })
  })

  it('a map with more stages than a map may have is refused', () => {
    const made = TestBoard.empty()
    const stages = Array.from(
      { length: LIMITS.stages + 1 },
      (_, index) => ({ id: `stage_${index}`, order: `a0${index}V`, title: '', duration: '' }) as const,
    )
    made.document.write(
      stages.flatMap((stage) => [
        { op: 'add', record: stage } as const,
        { op: 'add', record: { id: `step_${stage.id.slice(6)}`, stageId: stage.id, order: 'a0', title: '' } } as const,
      ]),
      { what: 'import', count: 1 },
    )
    expect(load({ ...envelopeOf(made), map: readableMap(TestBoard.empty().document.board()) })).toEqual({
      ok: false,
      code: 'limits',
      detail: 'stages',
    })
  })
})

describe('a damaged part', () => {
  it('of the document is made good from the readable part, as another map', () => {
    const made = board()
    const envelope = envelopeOf(made)
    const map = loaded({ ...envelope, doc: Buffer.from('scratched').toString('base64') })

    expect(picture(map)).toEqual(JSON.parse(JSON.stringify(envelope.map)))
    expect(map).toMatchObject({ repaired: true, rebuilt: true, frame: { derivedFrom: 'map_test' } })
    expect(map.frame.id).not.toBe('map_test')
  })

  it('of the document whose hash holds, but which is no document, is made good as well', () => {
    const doc = Buffer.from('no update at all')
    const envelope = { ...envelopeOf(), doc: doc.toString('base64'), docHash: createHash('sha256').update(doc).digest('hex') }
    expect(loaded(envelope)).toMatchObject({ repaired: true, rebuilt: true })
  })

  it('of the readable part does no harm: the document has everything', () => {
    const made = board()
    const map = loaded({ ...envelopeOf(made), map: { title: 7 } })
    expect(map.document.board()).toEqual(made.document.board())
    expect(map).toMatchObject({ repaired: true, rebuilt: false, handEdited: false, frame: { id: 'map_test' } })
  })
})

describe('the readable part, edited by hand', () => {
  /** Change the readable part as with a text editor, and open. */
  function edited(change: (map: ReadableMap) => void): LoadedMap {
    const envelope = JSON.parse(JSON.stringify(envelopeOf())) as Envelope
    change(envelope.map)
    return loaded(envelope)
  }
  const actions = (map: ReadableMap): ReadableMap['lanes'][number] => map.lanes.find(({ id }) => id === 'lane_actions')!

  it.each<[string, (map: ReadableMap) => void]>([
    ['a title', (map) => (map.title = 'Another title')],
    [
      'the scenario, the threshold and the look of hypotheses',
      (map) => Object.assign(map, { scenario: 'Anna buys', criticalThreshold: -3, hypotheses: 'never' }),
    ],
    ['a text', (map) => (actions(map).cells[0]!.notes[0]!.text = 'compares rates')],
    [
      'colours, marks and proof',
      (map) => Object.assign(actions(map).cells[0]!.notes[0]!, { color: 'rose', mark: 'pain', proof: 'refuted' }),
    ],
    ['a colour taken away', (map) => delete actions(map).cells[1]!.notes[0]!.color],
    ['whom a note is about', (map) => (actions(map).cells[0]!.notes[0]!.personas = ['persona_anna', 'persona_oleg'])],
    ['a value', (map) => (map.personas[0]!.points[0]!.value = 4)],
    ['a point taken away', (map) => map.personas[0]!.points.pop()],
    ['the order of notes', (map) => actions(map).cells[0]!.notes.reverse()],
    ['a note moved to another cell', (map) => actions(map).cells[1]!.notes.unshift(actions(map).cells[0]!.notes.pop()!)],
    ['a note moved to the inbox', (map) => map.inbox.unshift(actions(map).cells[1]!.notes.pop()!)],
    ['a note taken away', (map) => actions(map).cells[0]!.notes.pop()],
    ['a stage taken away with its cells', (map) => (map.stages.pop(), actions(map).cells.pop())],
    ['the order of stages', (map) => map.stages.reverse() && actions(map).cells.reverse() && map.lanes[0]!.cells.reverse()],
    ['a lane renamed, recoloured and hidden', (map) => Object.assign(actions(map), { title: 'Doings', color: 'sky', hidden: true })],
    ['a persona renamed', (map) => (map.personas[1]!.name = 'Olga')],
  ])('takes over %s', (_what, change) => {
    const wanted = JSON.parse(JSON.stringify(envelopeOf())) as Envelope
    change(wanted.map)
    for (const lane of wanted.map.lanes) lane.cells = lane.cells.filter(({ notes }) => notes.length > 0)

    const map = edited(change)

    expect(map).toMatchObject({ handEdited: true, repaired: false })
    expect(picture(map)).toEqual(wanted.map)
  })

  it('takes over new notes, with and without an id, between the others', () => {
    const map = edited((wanted) => {
      actions(wanted).cells[0]!.notes.splice(1, 0, { id: 'note_new', text: 'by hand' }, { text: 'without an id' })
    })
    const notes = readableMap(map.document.board()).lanes.find(({ id }) => id === 'lane_actions')!.cells[0]!.notes
    expect(notes.map(({ text }) => text)).toEqual(['Сравнивает ставки', 'by hand', 'without an id', 'zażółć'])
    expect(notes[2]!.id).toMatch(/^note_/)
  })

  it('takes over a new stage, lane and point', () => {
    const map = edited((wanted) => {
      wanted.stages.splice(1, 0, { id: 'stage_new', title: 'Research', steps: [{ id: 'step_new', title: '' }] })
      wanted.lanes.push({ id: 'lane_new', kind: 'thoughts', span: 'step', cells: [{ column: 'step_new', notes: [{ text: 'hm' }] }] })
      wanted.personas[0]!.points.push({ id: 'point_new', step: 'step_new', value: 2 })
    })
    const read = readableMap(map.document.board())
    expect(read.stages.map(({ title }) => title)).toEqual(['Awareness', 'Research', 'Purchase'])
    expect(read.lanes.at(-1)?.cells[0]?.notes.map(({ text }) => text)).toEqual(['hm'])
    expect(read.personas[0]?.points.map(({ value }) => value)).toEqual([-3.5, 2])
  })

  it('keeps one of a note that was copied with its id', () => {
    const map = edited((wanted) => void actions(wanted).cells[1]!.notes.push({ ...actions(wanted).cells[0]!.notes[0]! }))
    expect(map.document.board().records.note.get('note_a')).toMatchObject({ columnId: 'step_awareness' })
  })

  it('leaves the rest of the document alone', () => {
    const made = board()
    const before = made.document.encode().byteLength
    const map = edited((wanted) => (wanted.title = 'x'))
    expect(map.document.encode().byteLength - before).toBeLessThan(100)
  })
})
