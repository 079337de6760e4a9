import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readGroups } from '../../../main/ipc/readGroups'
import { ReadableMap } from '../../../shared/export/readableSchema'
import { tempFolder } from '../../support/tempFolder'
import { writeMapFile } from '../../e2e/support/mapFiles'
import { closeStartedApps, startApp, TestWindow } from '../maps/testMaps'

afterEach(closeStartedApps)

function textsOf(map: Uint8Array): string[] {
  const { lanes, inbox } = ReadableMap.parse(JSON.parse(new TextDecoder().decode(map)))
  return [...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...inbox].map(({ text }) => text)
}

describe('reading the maps of parallel groups', () => {
  it('gives what each file holds under its name, and names what is no map', async () => {
    const folder = await tempFolder()
    const { maps } = await startApp(folder)
    await writeMapFile(join(folder, 'Table 1.cjm'), { notes: ['One'] })
    await writeFile(join(folder, 'broken.cjm'), 'not a map')

    const { groups, refused } = await readGroups([join(folder, 'Table 1.cjm'), join(folder, 'broken.cjm'), join(folder, 'gone.cjm')], maps)

    expect(groups.map(({ name, map }) => [name, textsOf(map)])).toEqual([['Table 1', ['One']]])
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['broken', 'foreign'],
      ['gone', 'not-found'],
    ])
    expect(maps.open()).toEqual([])
  })

  it('takes of a map that is open what it holds by now, not what its file says', async () => {
    const folder = await tempFolder()
    const { maps } = await startApp(folder)
    const file = join(folder, 'Table 1.cjm')
    await writeMapFile(file, { notes: ['One'] })
    const opened = await maps.openFile(file)
    if (!opened.ok) throw new Error(opened.code)
    await new TestWindow(opened.value).addNote('Just written')

    const { groups } = await readGroups([file], maps)

    expect(groups.flatMap(({ map }) => textsOf(map))).toEqual(['One', 'Just written'])
  })
})
