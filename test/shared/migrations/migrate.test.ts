import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { formatOf, migrate } from '../../../shared/migrations/migrate'
import type { Migration } from '../../../shared/migrations/migration'
import { FORMAT, MIGRATIONS } from '../../../shared/migrations/registry'
import frozen from './frozen.json'

const FOLDER = 'shared/migrations'
const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.*\.ts$/.test(name))

describe('the list of migrations', () => {
  it('is every file in order, numbered without a gap, each leading one format further', () => {
    const expected = MIGRATIONS.map(({ to, name }) => `${String(to).padStart(4, '0')}-${name}.ts`)
    expect(expected).toEqual(files)
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, i) => i + 1))
    expect(FORMAT).toBe(MIGRATIONS.length)
  })

  it.each(files)('%s has a test of its own', (file) => {
    expect(existsSync(`test/${FOLDER}/${file.replace(/\.ts$/, '.test.ts')}`)).toBe(true)
  })

  it.each(files)('%s is as it was released', (file) => {
    // A new migration adds its digest to frozen.json; a changed one must not.
    const digest = createHash('sha256')
      .update(readFileSync(`${FOLDER}/${file}`, 'utf8').replaceAll('\r\n', '\n'))
      .digest('hex')
    expect({ [file]: digest }).toEqual({ [file]: new Map(Object.entries(frozen)).get(file) })
  })

  it.each(files)('%s knows nothing of the model, which changes', (file) => {
    expect(readFileSync(`${FOLDER}/${file}`, 'utf8')).not.toMatch(/from '\.\.\//)
  })
})

/** Up to format 1 a lane called its label `title`; a made-up example. */
const titleToName: Migration = {
  to: 2,
  name: 'lane-title-to-name',
  up(doc) {
    for (const lane of doc.getMap<Y.Map<unknown>>('lane').values()) {
      const title = lane.get('title')
      if (title === undefined) continue
      lane.set('name', title)
      lane.delete('title')
    }
  },
}
const both = [...MIGRATIONS, titleToName]

function laneDoc(fields: Readonly<Record<string, unknown>>): Y.Doc {
  const doc = new Y.Doc()
  const lane = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(fields)) lane.set(key, value)
  doc.getMap('lane').set('lane_a', lane)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('migrating', () => {
  it('stamps the format and says nothing the second time', () => {
    const doc = laneDoc({ title: 'Actions' })
    const updates: string[] = []
    doc.on('updateV2', (_update, origin) => updates.push(String(origin)))
    expect(formatOf(doc)).toBe(0)
    migrate(doc, both, 'migration')
    migrate(doc, both, 'migration')
    expect(formatOf(doc)).toBe(2)
    expect(updates).toEqual(['migration'])
    expect(doc.getMap('lane').toJSON()).toEqual({ lane_a: { name: 'Actions' } })
  })

  it('brings home what a colleague on the older app typed after we upgraded', () => {
    const mine = laneDoc({ title: 'Actions' })
    const theirs = copyOf(mine)
    migrate(mine, both, 'migration')
    theirs.getMap<Y.Map<unknown>>('lane').get('lane_a')?.set('title', 'Steps')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    migrate(mine, both, 'migration')
    expect(mine.getMap('lane').toJSON()).toEqual({ lane_a: { name: 'Steps' } })
  })

  it('ends the same on two copies that upgraded apart', () => {
    const mine = laneDoc({ title: 'Actions' })
    const theirs = copyOf(mine)
    for (const doc of [mine, theirs]) migrate(doc, both, 'migration')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    for (const doc of [mine, theirs]) migrate(doc, both, 'migration')
    expect(mine.getMap('lane').toJSON()).toEqual(theirs.getMap('lane').toJSON())
    expect(formatOf(mine)).toBe(2)
  })

  it('leaves a map of a newer app alone', () => {
    const doc = laneDoc({ title: 'Actions' })
    doc.getMap('formats').set('f3', true)
    migrate(doc, both, 'migration')
    expect(doc.getMap('lane').toJSON()).toEqual({ lane_a: { title: 'Actions' } })
    expect(formatOf(doc)).toBe(3)
  })

  it('reads only stamps as stamps', () => {
    const doc = new Y.Doc()
    for (const key of ['f', 'f0', 'fx', 'f99999999999', 'constructor']) doc.getMap('formats').set(key, true)
    expect(formatOf(doc)).toBe(0)
  })
})
