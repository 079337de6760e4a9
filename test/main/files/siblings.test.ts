import { spawnSync } from 'node:child_process'
import { appendFile, copyFile, link, mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { disk, type Disk } from '../../../main/files/disk'
import { encodeEnvelope, newFrame, wrap } from '../../../main/files/envelope'
import { Siblings } from '../../../main/files/siblings'
import { TestBoard } from '../../support/testBoard'
import { tempFolder } from '../../support/tempFolder'

async function mapFile(path: string, mapId = 'map_1'): Promise<string> {
  await writeFile(path, encodeEnvelope(wrap(TestBoard.starter().document, newFrame(mapId))))
  return path
}

async function folderWithMap(): Promise<string> {
  return mapFile(join(await tempFolder(), 'Карта.cjm'))
}

async function namesOf(file: string): Promise<readonly string[]> {
  return (await new Siblings(file, disk).find('map_1')).map(({ name }) => name)
}

describe('copies of a map beside it', () => {
  it('are found whatever they are called, those of sync services first and by their service', async () => {
    const file = await folderWithMap()
    const copies = ['A backup.cjm', 'Карта.sync-conflict-20261122-101530-ABCDEFG.cjm', "Карта (Ann's conflicted copy 2026-11-22).cjm"]
    for (const name of copies) await copyFile(file, join(dirname(file), name))

    expect((await new Siblings(file, disk).find('map_1')).map(({ name, service }) => [name, service])).toEqual([
      ["Карта (Ann's conflicted copy 2026-11-22).cjm", 'Dropbox'],
      ['Карта.sync-conflict-20261122-101530-ABCDEFG.cjm', 'Syncthing'],
      ['A backup.cjm', null],
    ])
  })

  it('are told from other maps and other files, however they are called', async () => {
    const file = await folderWithMap()
    const folder = dirname(file)
    await mapFile(join(folder, 'Карта (1).cjm'), 'map_2')
    await writeFile(join(folder, 'Карта 2.cjm'), '{"id":"map_1"}')
    await writeFile(join(folder, 'Карта 3.cjm'), '"app":"wayline","id":"map_1"')
    await writeFile(join(folder, 'Карта 4.cjm'), '')
    await mapFile(join(folder, 'Карта.json'))
    expect(await namesOf(file)).toEqual([])
  })

  it('are files of their own, not links, folders, pipes or second names of the map', async () => {
    const file = await folderWithMap()
    const folder = dirname(file)
    await symlink(file, join(folder, 'Карта (1).cjm'))
    await mkdir(join(folder, 'Карта (2).cjm'))
    await link(file, join(folder, 'Карта (3).cjm'))
    if (process.platform !== 'win32') spawnSync('mkfifo', [join(folder, 'Карта (4).cjm')])
    expect(await namesOf(file)).toEqual([])
  })

  it('are found when the map itself is away', async () => {
    const file = await folderWithMap()
    await copyFile(file, join(dirname(file), 'Renamed.cjm'))
    expect(await namesOf(join(dirname(file), 'Away.cjm'))).toEqual(['Renamed.cjm', 'Карта.cjm'])
  })

  it('are not read again while they look the same, and are when they changed', async () => {
    const file = await folderWithMap()
    const copy = join(dirname(file), 'Карта (1).cjm')
    await copyFile(file, copy)
    const opened: string[] = []
    const counting: Disk = {
      ...disk,
      open: (path, ...rest) => {
        opened.push(basename(String(path)))
        return disk.open(path, ...rest)
      },
    }
    const siblings = new Siblings(file, counting)
    const [before] = await siblings.find('map_1')
    expect((await siblings.find('map_1'))[0]).toEqual(before)
    expect(opened).toEqual(['Карта (1).cjm'])
    await appendFile(copy, ' ')
    expect((await siblings.find('map_1'))[0]?.signs).not.toBe(before?.signs)
    expect(opened).toHaveLength(2)
  })
})
