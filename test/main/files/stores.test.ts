import { chmod, mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRecents, placeOf, recentIdOf } from '../../../main/files/recents'
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

  it('are waited for before the app ends, however quickly one change follows the other', async () => {
    const userData = await tempFolder()
    const settings = await openSettings({ userData, clock })
    void settings.change({ theme: 'dark' })
    void settings.change({ displayName: 'Marta' })
    void settings.change({ singleKeyShortcuts: false })
    await settings.settled()
    expect(JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8'))).toMatchObject({
      theme: 'dark',
      displayName: 'Marta',
      singleKeyShortcuts: false,
    })
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

describe('the pictures of recent maps', () => {
  const path = '/clients/secret.cjm'
  const id = recentIdOf({ kind: 'file', path })
  const pictures = (userData: string): Promise<string[]> => readdir(join(userData, 'thumbnails'))

  it('have a file each, for nobody else to read, which opening a map does not write again', async () => {
    const userData = await tempFolder()
    const recents = await openRecents({ userData, home: userData, clock })
    await recents.touch({ kind: 'file', path }, 'secret')
    await recents.setThumbnail(id, '<svg>one</svg>')
    const [name, ...others] = await pictures(userData)
    expect(others).toEqual([])
    expect(name).not.toContain(id)
    const file = join(userData, 'thumbnails', name!)
    const before = await stat(file)
    expect(before.mode & 0o777).toBe(0o600)
    expect(await readFile(join(userData, 'recents.json'), 'utf8')).not.toContain('svg')

    await recents.touch({ kind: 'file', path }, 'secret')
    expect((await stat(file)).ino).toBe(before.ino)
    expect(await (await openRecents({ userData, home: userData, clock })).list()).toMatchObject([{ thumbnail: '<svg>one</svg>' }])
  })

  it('go when their map is taken off the list or falls off it, and when it was left by a run that did not end well', async () => {
    const userData = await tempFolder()
    const recents = await openRecents({ userData, home: userData, clock })
    for (let index = 0; index <= 30; index += 1) {
      const target = { kind: 'file', path: `/maps/${index}.cjm` } as const
      await recents.touch(target, String(index))
      await recents.setThumbnail(recentIdOf(target), `<svg>${index}</svg>`)
    }
    expect(await pictures(userData)).toHaveLength(30)
    await recents.forget(recentIdOf({ kind: 'file', path: '/maps/7.cjm' }))
    expect(await pictures(userData)).toHaveLength(29)

    await writeFile(join(userData, 'thumbnails', 'orphan.svg'), '<svg/>')
    const after = await openRecents({ userData, home: userData, clock })
    expect(await pictures(userData)).toHaveLength(29)
    expect((await after.list()).every(({ thumbnail, name }) => thumbnail === `<svg>${name}</svg>`)).toBe(true)
  })

  it('go along where a draft gets a file, after a restart too', async () => {
    const userData = await tempFolder()
    const first = await openRecents({ userData, home: userData, clock })
    await first.touch({ kind: 'draft', mapId: 'map_a' }, 'Draft')
    await first.setThumbnail('map_a', '<svg>draft</svg>')
    const recents = await openRecents({ userData, home: userData, clock })
    await recents.touch({ kind: 'file', path }, 'secret', 'map_a')
    expect(await recents.list()).toMatchObject([{ name: 'secret', thumbnail: '<svg>draft</svg>' }])
    expect(await pictures(userData)).toHaveLength(1)
  })

  it('that an earlier version kept in the list itself are shown and get files', async () => {
    const userData = await tempFolder()
    const entry = { id, target: { kind: 'file', path }, name: 'secret', openedAt: clock().toISOString(), thumbnail: '<svg>old</svg>' }
    await writeFile(join(userData, 'recents.json'), JSON.stringify({ maps: [entry] }))
    const recents = await openRecents({ userData, home: userData, clock })
    expect(await recents.list()).toMatchObject([{ thumbnail: '<svg>old</svg>' }])
    expect(await pictures(userData)).toHaveLength(1)
    expect(await readFile(join(userData, 'recents.json'), 'utf8')).not.toContain('svg')
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
