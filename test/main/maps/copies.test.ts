import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { BadUpdate } from '../../../shared/document/checkUpdate'
import type { MapDocument } from '../../../shared/document/mapDocument'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { NoteId } from '../../../shared/model/note'
import type { Patch } from '../../../shared/model/patch'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { disk, type Disk } from '../../../main/files/disk'
import { newFrame } from '../../../main/files/envelope'
import { directCodec, type MapCodec } from '../../../main/files/mapCodec'
import { MapFile } from '../../../main/files/mapFile'
import { Copies, type CopiesDeps } from '../../../main/maps/copies'
import { tempFolder } from '../../support/tempFolder'
import { newId, valueOf } from './testMaps'

const clock = (): Date => new Date()

function note(id: NoteId, text: string): Patch {
  return { op: 'add', record: { id, order: 'a0', text, mark: 'none', proof: 'hypothesis', personaIds: [] } }
}

function openedState(bytes: Uint8Array): Uint8Array {
  return Buffer.from((JSON.parse(Buffer.from(bytes).toString('utf8')) as { doc: string }).doc, 'base64')
}

/** A map with one copy beside it that holds something new, and what looks after its copies. */
async function copiesOf(
  options: Partial<Pick<CopiesDeps, 'disk' | 'codec' | 'takeIn'>> = {},
): Promise<{ copies: Copies; copy: string; document: MapDocument }> {
  const folder = await tempFolder()
  const [file, copy] = [join(folder, 'a.cjm'), join(folder, 'a (1).cjm')]
  const document = openMapDocument({ clock })
  document.write([{ op: 'settings', fields: { title: 'A map' } }, note('note_ours', 'ours')], { what: 'mapSettings', count: 1 })
  valueOf(await new MapFile(file, { clock, newId }).write(document, { ...newFrame('map_a'), revision: 1 }))
  await copyFile(file, copy)
  const other = openMapDocument({ clock, state: document.encode() })
  other.write([note('note_theirs', 'Theirs')], { what: 'addNote', count: 1 })
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
    othersAt: async () => [],
    takeIn: (theirs) => {
      mergeInto(document, theirs.document, { at: clock().toISOString() })
      return true
    },
    trash: async () => undefined,
    ...options,
  }
  return { copies: new Copies(deps), copy, document }
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

  it('that turns out to harm the map is not brought in, and is said to be unreadable', async () => {
    const takeIn = (): boolean => {
      throw new BadUpdate('it hangs on what nobody has')
    }
    const { copies } = await copiesOf({ takeIn })
    await copies.look()
    const [copy] = copies.list()
    expect(await copies.merge(copy!.id)).toMatchObject({ ok: false, code: 'unreadable' })
    expect(copies.list()).toEqual([copy])
  })

  it('that could not be read for a moment is looked at again, though it looks the same', async () => {
    let locked = true
    const readFile = ((...args: Parameters<Disk['readFile']>) =>
      locked ? Promise.reject(Object.assign(new Error('locked'), { code: 'EBUSY' })) : disk.readFile(...args)) as Disk['readFile']
    const { copies } = await copiesOf({ disk: { ...disk, readFile } })
    await copies.look()
    expect(copies.list()).toEqual([])
    locked = false
    await copies.look()
    expect(copies.list()).toMatchObject([{ state: 'new' }])
  })

  it('that is cut short is offered for what can be read of it, and is once brought in nothing new', async () => {
    const { copies, copy, document } = await copiesOf()
    const whole = await disk.readFile(copy)
    await writeFile(copy, whole.subarray(0, whole.length - 30))
    const cut = await disk.readFile(copy)
    await copies.look()
    const [offered] = copies.list()
    expect(offered).toMatchObject({ state: 'new', damaged: { counts: { notes: 2, whole: false } } })

    valueOf(await copies.merge(offered!.id))
    expect(
      document
        .board()
        .inbox.map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Theirs', 'ours'])
    expect(copies.list()).toMatchObject([{ state: 'merged', damaged: {} }])
    // Whatever nobody can read stays where it is.
    expect((await disk.readFile(copy)).equals(cut)).toBe(true)
    expect(await copies.trash(offered!.id)).toMatchObject({ ok: false, code: 'not-merged' })
    const after = document.encode()
    valueOf(await copies.merge(offered!.id))
    expect(document.encode()).toEqual(after)
  })

  it('that is damaged and holds nothing else is not worth a question', async () => {
    const { copies, copy, document } = await copiesOf()
    const whole = await disk.readFile(copy)
    document.receive(openedState(whole))
    await writeFile(copy, whole.subarray(0, whole.length - 30))
    await copies.look()
    expect(copies.list()).toEqual([])
    // Half of a note is not what anybody wrote.
    await writeFile(copy, whole.subarray(0, whole.indexOf('Theirs') + 3))
    await copies.look()
    expect(copies.list()).toEqual([])
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
