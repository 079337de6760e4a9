import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MapDocument } from '../../../shared/document/mapDocument'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { newFrame } from '../../../main/files/envelope'
import { MapFile } from '../../../main/files/mapFile'
import { openRecents } from '../../../main/files/recents'
import { HostSaving } from '../../../main/maps/hostSaving'
import { tempFolder } from '../../support/tempFolder'
import { newId, NEVER, valueOf } from './testMaps'

const clock = (): Date => new Date()

/** A map in a file, and its saving. */
async function savingOf(): Promise<{ document: MapDocument; saving: HostSaving; path: string; log: string[] }> {
  const userData = await tempFolder()
  await mkdir(join(userData, 'journals'))
  const path = join(await tempFolder(), 'a.cjm')
  const document = openMapDocument({ clock })
  const frame = { ...newFrame('map_a'), revision: 1 }
  const file = new MapFile(path, { clock, newId })
  valueOf(await file.write(document, frame))
  const log: string[] = []
  const saving = new HostSaving(
    { document, frame, file, readOnly: false, savedAt: new Date(), repaired: false, edited: false },
    {
      userData,
      clock,
      newId,
      recents: await openRecents({ userData, home: userData, clock }),
      log: (message, error) => log.push(`${message}: ${String(error)}`),
      autosave: NEVER,
      isOpen: () => false,
      takeIn: () => undefined,
    },
  )
  document.onUpdate(() => saving.changed())
  return { document, saving, path, log }
}

function edit(document: MapDocument, title: string): void {
  document.write([{ op: 'settings', fields: { title } }], { what: 'mapSettings', count: 1 })
}

/** Until it is mended, the document cannot be turned into bytes. */
function breakEncode(document: MapDocument): { mend: () => void } {
  const { encode } = document
  document.encode = () => {
    throw new RangeError('out of memory')
  }
  return {
    mend: () => {
      document.encode = encode
    },
  }
}

describe('a fault in the middle of a write', () => {
  it('is a save that failed: logged, said, and the next one works', async () => {
    const { document, saving, path, log } = await savingOf()
    edit(document, 'Edited')
    const told: string[] = []
    saving.onStatus(({ kind }) => told.push(kind))

    const broken = breakEncode(document)
    expect(await saving.save()).toEqual({ ok: false, code: 'unknown', detail: 'RangeError' })
    expect(saving.status()).toEqual({ kind: 'notSaved', reason: 'unknown', detail: 'RangeError' })
    expect(told).toEqual(['saving', 'notSaved'])
    expect(log).toEqual([expect.stringContaining('out of memory')])

    broken.mend()
    valueOf(await saving.save())
    expect(saving.status().kind).toBe('saved')
    expect(await readFile(path, 'utf8')).toContain('"Edited"')
    await saving.close()
  })

  it('of the journal is an edit that could not be kept, and the next one is', async () => {
    const { document, saving, log } = await savingOf()
    edit(document, 'Edited')
    const broken = breakEncode(document)
    expect(await saving.keep(new Uint8Array([1]))).toEqual({ ok: false, code: 'journal', detail: 'RangeError' })
    expect(saving.status()).toEqual({ kind: 'notSaved', reason: 'journal', detail: 'RangeError' })
    expect(log).toEqual([expect.stringContaining('RangeError')])

    broken.mend()
    expect(await saving.keep(new Uint8Array([2]))).toMatchObject({ ok: true })
    expect(saving.status()).toEqual({ kind: 'kept' })
    await saving.close()
  })
})
