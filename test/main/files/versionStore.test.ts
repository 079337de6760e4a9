import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disk } from '../../../main/files/disk'
import { sha256 } from '../../../main/files/hash'
import { mapLine, type VersionHead } from '../../../main/files/versionFile'
import { VersionStore } from '../../../main/files/versionStore'
import { addNote } from '../../../shared/commands/notes'
import { makeNewId } from '../../../shared/model/ids'
import { KEEP } from '../../../shared/versions/keepVersions'
import { TestBoard } from '../../support/testBoard'
import { tempFolder } from '../../support/tempFolder'
import { valueOf } from '../maps/testMaps'

const COUNTS = { personas: 2, stages: 2, steps: 3, lanes: 3, notes: 0, emotionPoints: 0 }
const NOON = Date.UTC(2026, 0, 15, 12)
const bytesOf = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))
const newId = makeNewId(bytesOf)

async function openStore(options: { folder?: string; disk?: typeof disk } = {}) {
  const folder = options.folder ?? (await tempFolder())
  const log: string[] = []
  const store = new VersionStore({
    userData: folder,
    clock: () => new Date(NOON),
    log: (message, error) => log.push(`${message}: ${String(error)}`),
    ...(options.disk ? { disk: options.disk } : {}),
  })
  return { folder, store, log }
}

function headOf(map: Uint8Array, more: Partial<VersionHead> = {}): Omit<VersionHead, 'version' | 'sequence'> {
  return {
    id: newId('version'),
    mapId: 'map_a',
    at: new Date(NOON).toISOString(),
    reason: 'hourly',
    counts: COUNTS,
    digest: sha256(map),
    ...more,
  }
}

const starter = mapLine(TestBoard.starter().board)

async function keep(store: VersionStore, more: Partial<VersionHead> = {}, map = starter): Promise<string> {
  return valueOf(await store.add(headOf(map, more), map)).id
}

const namesIn = (folder: string, mapId = 'map_a'): Promise<string[]> => readdir(join(folder, 'versions', mapId))

describe('the versions in the user-data folder', () => {
  it('are there again after the folder could not be read once, and none was put among them meanwhile', async () => {
    let fails = true
    const readdir = (async (path: string) => {
      if (fails) throw Object.assign(new Error('EMFILE'), { code: 'EMFILE' })
      return disk.readdir(path)
    }) as typeof disk.readdir
    const { folder } = await openStore()
    const first = await keep((await openStore({ folder })).store)
    const { store } = await openStore({ folder, disk: { ...disk, readdir } })
    expect(await store.list('map_a')).toEqual([])
    expect(await store.add(headOf(starter), starter)).toMatchObject({ ok: false })
    fails = false
    const second = await keep(store)
    expect((await store.list('map_a')).map(({ id }) => id)).toEqual([second, first])
  })

  it('are there after a restart, newest first, as they were', async () => {
    const { folder, store } = await openStore()
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', text: 'Ипотека' })
    const first = await keep(store, { reason: 'opened' })
    const second = await keep(store, { name: 'Before the workshop', by: 'Анна' }, mapLine(board.board))

    const again = (await openStore({ folder })).store
    expect((await again.list('map_a')).map(({ id, name, sequence }) => ({ id, name, sequence }))).toEqual([
      { id: second, name: 'Before the workshop', sequence: 1 },
      { id: first, name: undefined, sequence: 0 },
    ])
    expect(valueOf(await again.read('map_a', second))).toEqual(Buffer.from(mapLine(board.board)))
    expect(valueOf(await again.read('map_a', first))).toEqual(Buffer.from(starter))
    expect(await again.list('map_b')).toEqual([])
  })

  it('are private to the person and can be read without the app', async () => {
    const { folder, store } = await openStore()
    const id = await keep(store)
    const path = join(folder, 'versions/map_a', `${id}.json.gz`)
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect((await stat(join(folder, 'versions/map_a'))).mode & 0o777).toBe(0o700)
    }
    const [head, map] = gunzipSync(await readFile(path))
      .toString('utf8')
      .split('\n')
    expect(JSON.parse(head ?? '')).toMatchObject({ id, mapId: 'map_a', reason: 'hourly' })
    expect(JSON.parse(map ?? '')).toMatchObject({ title: 'Mortgage' })
  })

  it('are listed and read whatever becomes of one of them', async () => {
    const { folder, store } = await openStore()
    const ids: string[] = []
    for (let i = 0; i < 4; i += 1) ids.push(await keep(store))
    const path = (id: string | undefined): string => join(folder, 'versions/map_a', `${id ?? ''}.json.gz`)
    const bytes = await readFile(path(ids[0]))

    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({ cut: fc.nat(bytes.byteLength) }),
          fc.record({ at: fc.nat(bytes.byteLength - 1), to: fc.nat(255) }),
          fc.record({ all: fc.uint8Array({ maxLength: 300 }) }),
        ),
        async (damage) => {
          if ('all' in damage) await writeFile(path(ids[0]), damage.all)
          else {
            await writeFile(path(ids[0]), bytes)
            if ('cut' in damage) await truncate(path(ids[0]), damage.cut)
            else await writeFile(path(ids[0]), bytes.with(damage.at, damage.to))
          }
          const again = (await openStore({ folder })).store
          const listed = (await again.list('map_a')).map(({ id }) => id)
          expect(listed.filter((id) => id !== ids[0])).toEqual(ids.slice(1).reverse())
          for (const id of ids.slice(1)) expect((await again.read('map_a', id)).ok).toBe(true)
          // What is given out of the damaged one is either whole or not at all.
          const read = await again.read('map_a', ids[0] ?? '')
          if (read.ok) expect(read.value).toEqual(Buffer.from(starter))
        },
      ),
      { numRuns: 200 },
    )
    expect((await openStore({ folder })).log).toEqual([])
  })

  it('are not mixed with files that somebody put there', async () => {
    const { folder, store } = await openStore()
    const id = await keep(store)
    const there = join(folder, 'versions/map_a')
    await writeFile(join(there, 'notes.txt'), 'hello')
    await writeFile(join(there, 'version_copy.json.gz'), await readFile(join(there, `${id}.json.gz`)))
    await mkdir(join(folder, 'versions/map_b'))
    await writeFile(join(folder, 'versions/map_b', `${id}.json.gz`), await readFile(join(there, `${id}.json.gz`)))
    const again = (await openStore({ folder })).store
    expect((await again.list('map_a')).map((head) => head.id)).toEqual([id])
    expect(await again.list('map_b')).toEqual([])
  })

  it('get another name and are taken away one by one', async () => {
    const { folder, store } = await openStore()
    const [first, second] = [await keep(store), await keep(store)]
    expect(valueOf(await store.rename('map_a', first, { name: 'Kick-off', by: 'Ann' }))).toMatchObject({ name: 'Kick-off', sequence: 0 })
    expect(await store.rename('map_a', 'version_none', { name: 'x', by: undefined })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await store.remove('map_a', second)).toMatchObject({ ok: true })
    expect(await store.remove('map_a', second)).toMatchObject({ ok: false, code: 'not-found' })
    expect(await (await openStore({ folder })).store.list('map_a')).toMatchObject([{ id: first, name: 'Kick-off', by: 'Ann' }])
  })

  it('are thinned out as new ones come, and a named one never', async () => {
    const { folder, store } = await openStore()
    const named = await keep(store, { name: 'Kept for ever' })
    const ids: string[] = []
    for (let i = 0; i < KEEP.newest + 10; i += 1) ids.push(await keep(store))
    expect((await store.list('map_a')).map(({ id }) => id)).toEqual([...ids.slice(-KEEP.newest).reverse(), named])
    expect(await namesIn(folder)).toHaveLength(KEEP.newest + 1)
  })

  it('take no more than their allowance, all maps together', async () => {
    const large = KEEP.bytes / 4
    const heavy = {
      ...disk,
      stat: (async (path: string) => ({ ...(await disk.stat(path)), size: large })) as typeof disk.stat,
    }
    const { folder } = await openStore()
    const hour = (i: number): { at: string } => ({ at: new Date(NOON + i * 3_600_000).toISOString() })
    // Each in a run of its own: what a run wrote itself it does not measure.
    const keepAt = async (i: number, mapId = 'map_a'): Promise<string> =>
      keep((await openStore({ folder, disk: heavy })).store, { mapId, ...hour(i) })
    const old = await keepAt(0, 'map_b')
    const ids: string[] = []
    for (let i = 1; i <= 6; i += 1) ids.push(await keepAt(i))
    const { store } = await openStore({ folder })
    expect((await store.list('map_b')).map(({ id }) => id)).toEqual([old])
    expect((await store.list('map_a')).map(({ id }) => id)).toEqual(ids.slice(-3).reverse())
  })

  it('are gone altogether when the map is forgotten, the damaged ones too', async () => {
    const { folder, store } = await openStore()
    await keep(store)
    const other = await keep(store, { mapId: 'map_b' })
    await writeFile(join(folder, 'versions/map_a/version_x.json.gz'), 'damaged')
    expect(await store.forget('map_a')).toMatchObject({ ok: true })
    expect(await readdir(join(folder, 'versions'))).toEqual(['map_b'])
    expect(await store.list('map_a')).toEqual([])
    expect((await store.list('map_b')).map(({ id }) => id)).toEqual([other])
    expect(await store.forget('map_never')).toMatchObject({ ok: true })
  })

  it('say why one was not kept, and go on with the next', async () => {
    let full = true
    const failing = {
      ...disk,
      open: (async (path: string, ...more: [string, number?]) => {
        if (full && more[0] === 'wx') throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        return disk.open(path, ...more)
      }) as typeof disk.open,
    }
    const { folder, store } = await openStore({ disk: failing })
    expect(await store.add(headOf(starter), starter)).toMatchObject({ ok: false, code: 'disk-full' })
    full = false
    const id = await keep(store)
    expect(await namesIn(folder)).toEqual([`${id}.json.gz`])
  })

  it('are numbered one after another when several are kept at once', async () => {
    const { store } = await openStore()
    await Promise.all(Array.from({ length: 8 }, () => keep(store)))
    expect((await store.list('map_a')).map(({ sequence }) => sequence)).toEqual([7, 6, 5, 4, 3, 2, 1, 0])
  })
})
