import { spawnSync } from 'node:child_process'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { LIMITS } from '../../../shared/model/limits'
import { disk, type Disk } from '../../../main/files/disk'
import { newFrame } from '../../../main/files/envelope'
import { MapFile } from '../../../main/files/mapFile'
import { watchFile } from '../../../main/files/watch'
import { tempFolder } from '../../support/tempFolder'
import { newId, valueOf } from '../maps/testMaps'

const clock = (): Date => new Date()

/** The real disk, and the paths of which somebody read the content. */
function readsOf(): { disk: Disk; read: string[] } {
  const read: string[] = []
  const readFile = ((...args: Parameters<Disk['readFile']>) => {
    read.push(args[0] as string)
    return disk.readFile(...args)
  }) as Disk['readFile']
  const open: Disk['open'] = (...args) => {
    read.push(args[0] as string)
    return disk.open(...args)
  }
  return { disk: { ...disk, readFile, open }, read }
}

/** A map that was written, in whose place something else is now. */
async function replacedBy(put: (path: string) => Promise<unknown>): Promise<{ file: MapFile; path: string; read: string[]; noting: Disk }> {
  const path = join(await tempFolder(), 'a.cjm')
  const noting = readsOf()
  const file = new MapFile(path, { clock, newId, disk: noting.disk })
  valueOf(await file.write(openMapDocument({ clock }), newFrame('map_a')))
  await disk.unlink(path)
  await put(path)
  noting.read.length = 0
  return { file, path, read: noting.read, noting: noting.disk }
}

const pipe = async (path: string): Promise<void> => void spawnSync('mkfifo', [path])
const large = async (path: string): Promise<void> => {
  await writeFile(path, '{')
  await truncate(path, LIMITS.fileBytes + 1)
}

describe.skipIf(process.platform === 'win32').each([
  ['a pipe', pipe],
  ['a file too large to be a map', large],
])('%s in the place of a map', (_what, put) => {
  it('is a change, which is seen without reading it', async () => {
    const { file, path, read, noting } = await replacedBy(put)
    expect(await file.look()).toBe('changed')

    const seen: (string | null)[] = []
    const stop = watchFile({
      path,
      disk: noting,
      times: { pollMs: 1, hashMs: 1, calmMs: 1 },
      onLook: async (hash) => void seen.push(hash),
      onOther: () => undefined,
      log: () => undefined,
    })
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(2))
    stop()
    expect(new Set(seen).size).toBe(1)
    expect(seen[0]).not.toBe(file.hash)
    expect(read).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a pipe in the place of a map', () => {
  it('is neither copied nor kept as a damaged map, and nobody waits for it', async () => {
    const { file, path } = await replacedBy(pipe)
    expect(await file.keepDamagedCopy()).toEqual({ ok: false, code: 'unknown', detail: 'not-a-file' })
    expect(await file.copyTo(`${path}.copy`)).toEqual({ ok: false, code: 'unknown', detail: 'not-a-file' })
  })
})
