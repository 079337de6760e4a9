import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { disk, type Disk } from '../../../main/files/disk'
import { newFrame } from '../../../main/files/envelope'
import { directCodec, type MapCodec } from '../../../main/files/mapCodec'
import { MapFile } from '../../../main/files/mapFile'
import { Copies, type CopiesDeps } from '../../../main/maps/copies'
import { tempFolder } from '../../support/tempFolder'
import { newId, valueOf } from './testMaps'

const clock = (): Date => new Date()

/** A map with one copy beside it that holds something new, and what looks after its copies. */
async function copiesOf(options: { readonly disk?: Disk; readonly codec?: MapCodec } = {}): Promise<{ copies: Copies; copy: string }> {
  const folder = await tempFolder()
  const [file, copy] = [join(folder, 'a.cjm'), join(folder, 'a (1).cjm')]
  const document = openMapDocument({ clock })
  document.write([{ op: 'settings', fields: { title: 'A map' } }], { what: 'mapSettings', count: 1 })
  valueOf(await new MapFile(file, { clock, newId }).write(document, { ...newFrame('map_a'), revision: 1 }))
  await copyFile(file, copy)
  const other = openMapDocument({ clock, state: document.encode() })
  other.write([{ op: 'settings', fields: { title: 'Their map' } }], { what: 'mapSettings', count: 1 })
  const written = new MapFile(copy, { clock, newId })
  written.replaceAnything()
  valueOf(await written.write(other, { ...newFrame('map_a'), revision: 2 }))
  const deps: CopiesDeps = {
    file,
    mapId: 'map_a',
    document,
    clock,
    newId,
    disk,
    isOpen: () => false,
    takeIn: (theirs) => {
      mergeInto(document, theirs.document, { at: clock().toISOString() })
      return true
    },
    trash: async () => undefined,
    ...options,
  }
  return { copies: new Copies(deps), copy }
}

describe('a copy of a map', () => {
  it('that is brought in while it is being looked at is one that was brought in', async () => {
    let held: Promise<void> | null = null
    const readFile = (async (...args: Parameters<Disk['readFile']>) => {
      const bytes = await disk.readFile(...args)
      const wait = held
      held = null
      await wait
      return bytes
    }) as Disk['readFile']
    const { copies } = await copiesOf({ disk: { ...disk, readFile } })
    await copies.look()
    const [copy] = copies.list()
    copies.forgetVerdicts()
    let goOn = (): void => undefined
    held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const looking = copies.look()
    // The look has the copy's bytes and waits.
    await vi.waitFor(() => expect(held).toBeNull())
    valueOf(await copies.merge(copy!.id))
    goOn()
    await looking
    expect(copies.list()).toEqual([{ ...copy, state: 'merged' }])
  })

  it('is read by the codec whenever it is read, because a stranger may have written it', async () => {
    let checked = 0
    const direct = directCodec({ clock, newId })
    const codec: MapCodec = {
      ...direct,
      check: (bytes) => {
        checked += 1
        return direct.check(bytes)
      },
    }
    const { copies } = await copiesOf({ codec })
    await copies.look()
    expect(checked).toBe(1)
    const [copy] = copies.list()
    valueOf(await copies.separate(copy!.id))
    expect(checked).toBe(2)
  })

  it('that is a map of its own by now is not given another id', async () => {
    const { copies, copy } = await copiesOf()
    await copies.look()
    const [listed] = copies.list()
    valueOf(await copies.separate(listed!.id))
    const before = await disk.readFile(copy)
    expect(await copies.separate(listed!.id)).toMatchObject({ ok: false, code: 'not-found' })
    expect((await disk.readFile(copy)).equals(before)).toBe(true)
  })
})
