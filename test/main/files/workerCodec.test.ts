import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Result } from '../../../shared/base/result'
import { addNote } from '../../../shared/commands/notes'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { readableMap } from '../../../shared/export/readableMap'
import type { CheckedMap } from '../../../main/files/checkMap'
import { DocumentMoments } from '../../../main/files/documentMoments'
import { encodeEnvelope, newFrame, wrap } from '../../../main/files/envelope'
import type { LoadFailure } from '../../../main/files/loadMap'
import { directCodec, type MapCodec } from '../../../main/files/mapCodec'
import { MapFile } from '../../../main/files/mapFile'
import { WorkerCodec } from '../../../main/files/workerCodec'
import { builtWorker } from '../../support/builtWorker'
import { docBomb } from '../../support/docBomb'
import { edit, idsOf, randomEdits } from '../../support/randomEdits'
import { picture, TestBoard } from '../../support/testBoard'
import { tempFolder } from '../../support/tempFolder'
import { newId } from '../maps/testMaps'

const clock = (): Date => new Date('2026-01-15T12:00:00Z')
const deps = { clock, newId }
const script = builtWorker()

function workshop(edits: readonly Parameters<typeof edit>[1][]): TestBoard {
  const board = TestBoard.starter()
  const ids = idsOf(1)
  for (const one of edits) edit(board, one, ids)
  return board
}

/** The file of a board whose document is another one. */
function withDocument(board: TestBoard, doc: Uint8Array): Uint8Array {
  const envelope = wrap(board.document, newFrame('map_test'))
  const docHash = createHash('sha256').update(doc).digest('hex')
  return encodeEnvelope({ ...envelope, doc: Buffer.from(doc).toString('base64'), docHash })
}

function valueOf<T>(result: Result<T, LoadFailure>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}

/** Everything but the ids that are made anew in every reading. */
function told(result: Result<CheckedMap, LoadFailure>): unknown {
  if (!result.ok) return result
  const { state, frame, ...rest } = result.value
  return { ...rest, frame: rest.rebuilt ? { ...frame, id: '' } : frame, state: rest.rebuilt ? null : Buffer.from(state).toString('base64') }
}

/** A thread that first never answers so many times, or ends so many times, and then says how it was asked. */
async function moodyThread(folder: string, { late, out }: { readonly late: number; readonly out: number }): Promise<string> {
  const path = join(folder, 'moody.mjs')
  const lines = [
    `import { appendFileSync, readFileSync } from 'node:fs'`,
    `import { parentPort } from 'node:worker_threads'`,
    `const asked = ${JSON.stringify(join(folder, 'asked'))}`,
    `parentPort.on('message', ({ withoutDocument }) => {`,
    `  appendFileSync(asked, withoutDocument ? 'readable ' : 'whole ')`,
    `  const times = readFileSync(asked, 'utf8').trim().split(' ').length`,
    `  if (times <= ${late}) return`,
    `  if (times <= ${out}) process.exit(1)`,
    `  parentPort.postMessage({ what: 'checked', result: { ok: false, code: 'limits', detail: '' } })`,
    `})`,
  ]
  await writeFile(path, lines.join('\n'))
  return path
}

describe('reading a map in a thread of its own', () => {
  it('says what reading it at once says', async () => {
    const codec = new WorkerCodec({ script: script() })
    await fc.assert(
      fc.asyncProperty(fc.array(randomEdits, { maxLength: 40 }), fc.nat(400), async (edits, cut) => {
        const whole = encodeEnvelope(wrap(workshop(edits).document, newFrame('map_test')))
        const bytes = cut % 2 === 0 ? whole : whole.subarray(0, whole.byteLength - cut)
        expect(told(await codec.check(bytes))).toEqual(told(await directCodec(deps).check(bytes)))
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['takes all memory', { memory: 48 }],
    ['takes for ever', { patience: { ms: 400, msPerMegabyte: 0 } }],
  ])('rebuilds a map from its readable part where the document %s', async (_what, limits) => {
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', text: 'kept' })
    const codec = new WorkerCodec({ script: script(), ...limits })

    const checked = valueOf(await codec.check(withDocument(board, docBomb(2_000_000_000))))

    expect(checked).toMatchObject({ repaired: true, rebuilt: true, frame: { derivedFrom: 'map_test' } })
    expect(valueOf(await codec.check(withDocument(board, board.document.encode())))).toMatchObject({ repaired: false })
  })

  it.each([
    ['only waits, by the clock, and reads it without its document', { late: 1, out: 0 }, ['whole', 'readable'], 'limits'],
    ['broke down, without its document at once', { late: 0, out: 1 }, ['whole', 'readable'], 'limits'],
    ['never answers, not at all', { late: 9, out: 0 }, ['whole', 'readable'], 'damaged'],
  ])('goes on where a thread %s', async (_what, first, jobs, code) => {
    const folder = await tempFolder()
    const codec = new WorkerCodec({ script: await moodyThread(folder, first), patience: { ms: 700, msPerMegabyte: 0 } })
    expect(await codec.check(new Uint8Array(3))).toMatchObject({ ok: false, code })
    expect((await readFile(join(folder, 'asked'), 'utf8')).trim().split(' ')).toEqual(jobs)
  })

  it('gives a thread more time that did not get the processor', async () => {
    const folder = await tempFolder()
    const slow = join(folder, 'slow.mjs')
    const answer = `{ what: 'checked', result: { ok: false, code: 'limits', detail: '' } }`
    await writeFile(
      slow,
      `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => setTimeout(() => parentPort.postMessage(${answer}), 1_500))`,
    )
    const codec = new WorkerCodec({ script: slow, patience: { ms: 1_000, msPerMegabyte: 0 } })
    // Other tests work in this process, too.
    const worked = vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 })
    expect(await codec.check(new Uint8Array(3))).toMatchObject({ ok: false, code: 'limits' })
    worked.mockRestore()
  })

  it('tells of a thread that does not work, whose reason nobody else would hear', async () => {
    const log: string[] = []
    const codec = new WorkerCodec({ script: `${script()}.gone`, log: (message, error) => log.push(`${message}: ${String(error)}`) })
    const moment = { state: new Uint8Array(), updates: [], vector: new Uint8Array() }

    expect(await codec.check(new Uint8Array(10))).toMatchObject({ ok: false, code: 'unreadable' })
    await expect(codec.encode(moment, newFrame('map_test'))).rejects.toThrow()
    expect(log).toEqual([expect.stringMatching(/read.*\.gone/), expect.stringMatching(/put together.*\.gone/)])
  })

  it('refuses a map that has nothing but such a document', async () => {
    const bytes = withDocument(TestBoard.starter(), docBomb(2_000_000_000))
    const json = JSON.parse(Buffer.from(bytes).toString('utf8')) as object
    const codec = new WorkerCodec({ script: script(), memory: 48 })
    expect(await codec.check(Buffer.from(JSON.stringify({ ...json, map: 7 })))).toEqual({ ok: false, code: 'damaged', detail: 'document' })
  })

  it('says that a map cannot be read where the thread cannot be begun', async () => {
    const codec = new WorkerCodec({ script: join(await tempFolder(), 'none.mjs') })
    expect(await codec.check(new Uint8Array([1]))).toMatchObject({ ok: false, code: 'unreadable' })
  })
})

describe('writing a map in a thread of its own', () => {
  it('makes the bytes that are made at once', async () => {
    const codec = new WorkerCodec({ script: script() })
    await fc.assert(
      fc.asyncProperty(fc.array(randomEdits, { maxLength: 40 }), async (edits) => {
        const { document } = workshop(edits)
        const frame = { ...newFrame('map_test'), revision: 3, unknown: { kept: [1, 2] } }
        const { bytes, state } = await codec.encode(new DocumentMoments(document, document.encode()).now(), frame)
        expect(Buffer.from(bytes).toString('utf8')).toBe(Buffer.from(encodeEnvelope(wrap(document, frame))).toString('utf8'))
        expect(Buffer.from(state).equals(document.encode())).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('puts a document together from a state and what was written since, moment by moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomEdits, { maxLength: 20 }), fc.array(randomEdits, { maxLength: 20 }), async (first, second) => {
        const board = TestBoard.starter()
        const moments = new DocumentMoments(board.document, board.document.encode())
        const ids = idsOf(1)
        for (const edits of [first, second]) {
          for (const one of edits) edit(board, one, ids)
          board.undo()
          const moment = moments.now()
          board.run(addNote, { noteId: ids('note'), text: 'after the moment' }).undo()
          const { bytes, state } = await directCodec(deps).encode(moment, newFrame('map_test'))
          moments.renew(moment, state)
          const checked = valueOf(await directCodec(deps).check(bytes))
          expect(checked.handEdited).toBe(false)
          const again = openMapDocument({ clock, state: checked.state })
          expect(readableMap(again.board())).toEqual(readableMap(board.board))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('refuses a moment that does not add up', async () => {
    const board = TestBoard.starter()
    const moment = new DocumentMoments(board.document, board.document.encode()).now()
    board.run(addNote, { noteId: 'note_a', text: 'later' })
    const codec = new WorkerCodec({ script: script() })
    await expect(codec.encode({ ...moment, vector: board.document.stateVector() }, newFrame('map_test'))).rejects.toThrow('do not lead')
  })
})

describe('a large map file', () => {
  /** A codec that notes what it was asked, and may fail. */
  function spied(fails = false): { readonly codec: MapCodec; readonly asked: string[] } {
    const asked: string[] = []
    const direct = directCodec(deps)
    const codec: MapCodec = {
      busy: false,
      check: (bytes) => (asked.push('check'), direct.check(bytes)),
      encode: async (moment, frame) => {
        asked.push(`encode ${moment.updates.length}`)
        if (fails) throw new Error('no thread')
        return direct.encode(moment, frame)
      },
    }
    return { codec, asked }
  }

  function large(): TestBoard {
    const board = TestBoard.starter()
    for (let number = 0; number < 20; number += 1) board.run(addNote, { noteId: `note_${number}`, text: 'x'.repeat(19_000) })
    return board
  }

  it.each([false, true])('is written with what was edited since it was read, also where the codec fails: %s', async (fails) => {
    const path = join(await tempFolder(), 'large.cjm')
    await new MapFile(path, deps).write(large().document, newFrame('map_test'))
    const { codec, asked } = spied(fails)
    const file = new MapFile(path, { ...deps, codec })
    const { document, frame } = valueOf(await file.load())
    const add = (id: 'note_y' | 'note_z'): void => {
      const record = { id, order: 'a0', text: id, mark: 'none', proof: 'hypothesis', personaIds: [] } as const
      document.write([{ op: 'add', record }], { what: 'addNote', count: 1 })
    }

    add('note_y')
    expect(await file.write(document, frame)).toEqual({ ok: true, value: null })
    add('note_z')
    expect(await file.write(document, frame)).toEqual({ ok: true, value: null })

    expect(asked).toEqual(['check', 'encode 1', fails ? 'encode 0' : 'encode 1'])
    const again = valueOf(await new MapFile(path, deps).load())
    expect(again).toMatchObject({ handEdited: false, repaired: false })
    expect(picture(again.document.board())).toEqual(picture(document.board()))
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ map: { title: document.board().settings.title } })
  })
})
