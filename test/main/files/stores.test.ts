import { chmod, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRecents, placeOf } from '../../../main/files/recents'
import { openSettings } from '../../../main/files/settings'
import { tempFolder } from '../../support/tempFolder'

const clock = (): Date => new Date('2026-01-15T12:00:00Z')

describe('settings', () => {
  it('start with defaults and are there after a restart', async () => {
    const userData = await tempFolder()
    const settings = await openSettings({ userData, clock })
    expect(settings.get()).toEqual({ theme: 'system', displayName: '', singleKeyShortcuts: true })
    const told: unknown[] = []
    settings.onChange((now) => told.push(now))

    expect(await settings.change({ language: 'ru', theme: 'dark' })).toMatchObject({ ok: true, value: { language: 'ru' } })

    expect(told).toEqual([settings.get()])
    expect((await openSettings({ userData, clock })).get()).toMatchObject({ language: 'ru', theme: 'dark' })
  })

  it('go back to the language of the system', async () => {
    const settings = await openSettings({ userData: await tempFolder(), clock })
    await settings.change({ language: 'pl' })
    await settings.change({ language: undefined })
    expect(settings.get().language).toBeUndefined()
  })

  it.each(['', 'null', '{"theme":"plaid"}', '\u0000\u0000', '[]'])('that are damaged (%j) are set aside, never fatal', async (content) => {
    const userData = await tempFolder()
    await writeFile(join(userData, 'settings.json'), content)

    const settings = await openSettings({ userData, clock })

    expect(settings.get().theme).toBe('system')
    const [aside] = await readdir(userData)
    expect(aside).toMatch(/^settings\.json\.damaged-/)
    expect(await readFile(join(userData, aside!), 'utf8')).toBe(content)
    expect((await settings.change({ theme: 'dark' })).ok).toBe(true)
  })

  it('that cannot be read at all are set aside as well', async () => {
    const userData = await tempFolder()
    await mkdir(join(userData, 'settings.json'))

    const settings = await openSettings({ userData, clock })

    expect(settings.get().theme).toBe('system')
    expect((await settings.change({ theme: 'dark' })).ok).toBe(true)
  })

  it('keep what a newer version wrote beside them', async () => {
    const userData = await tempFolder()
    await writeFile(join(userData, 'settings.json'), '{"theme":"dark","later":{"a":1}}')
    await (await openSettings({ userData, clock })).change({ displayName: 'Ann' })
    expect(JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'dark', later: { a: 1 } })
  })

  it('count for this run when they cannot be written', async () => {
    const userData = await tempFolder()
    await writeFile(join(userData, 'settings.json'), '{}')
    await chmod(join(userData, 'settings.json'), 0o444)
    const settings = await openSettings({ userData, clock })
    expect(await settings.change({ theme: 'dark' })).toEqual({ ok: false, code: 'unsaved' })
    expect(settings.get().theme).toBe('dark')
  })
})

describe('recent maps', () => {
  it('are listed newest first, at most 30, and know which files are gone', async () => {
    const userData = await tempFolder()
    const recents = await openRecents({ userData, home: userData, clock })
    const paths = Array.from({ length: 35 }, (_, index) => join(userData, `map ${index}.cjm`))
    for (const path of paths) {
      await writeFile(path, '')
      await recents.touch({ kind: 'file', path }, `map ${paths.indexOf(path)}`)
    }
    await recents.touch({ kind: 'file', path: paths[20]! }, 'map 20')
    await unlink(paths[34]!)

    const list = await (await openRecents({ userData, home: userData, clock })).list()

    expect(list).toHaveLength(30)
    expect(list.slice(0, 3).map(({ name, missing }) => [name, missing])).toEqual([
      ['map 20', false],
      ['map 34', true],
      ['map 33', false],
    ])
  })

  it('have ids that say nothing of the path, and pictures that stay', async () => {
    const userData = await tempFolder()
    const recents = await openRecents({ userData, home: userData, clock })
    let changes = 0
    recents.onChange(() => (changes += 1))
    await recents.touch({ kind: 'file', path: '/clients/secret.cjm' }, 'secret')
    const { id } = (await recents.list())[0]!
    await recents.setThumbnail(id, '<svg/>')
    await recents.touch({ kind: 'file', path: '/clients/secret.cjm' }, 'secret')

    expect(id).not.toContain('secret')
    expect(await recents.target(id)).toEqual({ kind: 'file', path: '/clients/secret.cjm' })
    expect((await recents.list())[0]).toMatchObject({ thumbnail: '<svg/>' })
    await recents.forget(id)
    expect(await recents.list()).toEqual([])
    expect(changes).toBe(4)
  })
})

describe('placeOf', () => {
  it.each([
    ['/home/ann/Documents/Clients/a.cjm', 'Documents / Clients'],
    ['/home/ann/a.cjm', 'ann'],
    ['/media/stick/a.cjm', 'media / stick'],
  ])('shows %s as %s', (path, place) => {
    expect(placeOf(path, '/home/ann')).toBe(place)
  })
})
