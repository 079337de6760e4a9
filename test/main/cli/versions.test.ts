import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { runCli } from '../../../main/cli/cli'
import type { Version } from '../../../shared/ipc/versions'
import { makeNewId } from '../../../shared/model/ids'
import { tempFolder } from '../../support/tempFolder'
import { closeStartedApps, startApp, TestWindow, valueOf } from '../maps/testMaps'

afterEach(closeStartedApps)

async function cli(cwd: string, argv: readonly string[], env: Record<string, string> = {}) {
  let [stdout, stderr] = ['', '']
  const code = await runCli(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    cwd,
    env: { LANG: 'en_US.UTF-8', HOME: cwd, ...env },
    clock: () => new Date(),
    newId: makeNewId((count) => new Uint8Array(randomBytes(count))),
    built: resolve(import.meta.dirname, '../../..'),
  })
  return { code, stdout, stderr }
}

describe('wayline versions', () => {
  it('lists the named ones of the file, and those of this computer where it knows the folder of the app', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder, { who: 'Ann' })
    const host = await app.maps.newMap({ template: 'blank', title: 'Mortgage', language: 'en' })
    const window = new TestWindow(host)
    await window.addNote('First')
    valueOf(await host.saveAs(join(folder, 'map.cjm')))
    valueOf(await host.takeVersion('import'))
    await window.addNote('Second')
    const named = valueOf(await host.versions.name('Sent to the client'))
    await host.close()

    const fileOnly = await cli(folder, ['versions', 'map.cjm', '--json'])
    expect(fileOnly).toMatchObject({ code: 0, stderr: '' })
    expect((JSON.parse(fileOnly.stdout) as Version[]).map(({ id }) => id)).toEqual([named.id])

    const all = await cli(folder, ['versions', 'map.cjm', '--json', '--user-data', 'user-data'])
    expect(JSON.parse(all.stdout)).toMatchObject([
      { id: named.id, name: 'Sent to the client', by: 'Ann', inFile: true, counts: { notes: 2 } },
      { reason: 'import', inFile: false, counts: { notes: 1 } },
    ])
    const told = await cli(folder, ['versions', 'map.cjm', '--user-data', 'user-data'])
    expect(told.stdout).toMatch(/· Sent to the client · Ann · 2 notes · in the file\n.*· Before an import · Ann · 1 note\n$/)
    const russian = await cli(folder, ['versions', 'map.cjm', '--user-data', 'user-data'], { LANG: 'ru_RU.UTF-8' })
    expect(russian.stdout).toContain('2\u00a0стикера · в файле')
  })

  it('lists those from before the map had to be put together anew', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const host = await app.maps.newMap({ template: 'blank', title: 'New', language: 'en' })
    await new TestWindow(host).addNote('First')
    const file = join(folder, 'map.cjm')
    valueOf(await host.saveAs(file))
    valueOf(await host.takeVersion('import'))
    await host.close()
    const text = await readFile(file, 'utf8')
    const at = text.indexOf('"doc": "') + 40
    await writeFile(file, text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1))
    const listed = await cli(folder, ['versions', 'map.cjm', '--json', '--user-data', 'user-data'])
    expect(JSON.parse(listed.stdout)).toMatchObject([{ reason: 'import' }])
  })

  it('says that there are none, and why a file is no map', async () => {
    const folder = await tempFolder()
    const app = await startApp(folder)
    const host = await app.maps.newMap({ template: 'blank', title: 'New', language: 'en' })
    valueOf(await host.saveAs(join(folder, 'map.cjm')))
    await host.close()
    expect(await cli(folder, ['versions', 'map.cjm'])).toMatchObject({ code: 0, stdout: 'No earlier version of this map is kept.\n' })
    await writeFile(join(folder, 'file'), '')
    for (const place of ['nowhere', 'file']) {
      expect(await cli(folder, ['versions', 'map.cjm', '--user-data', place])).toEqual({
        code: 1,
        stderr: `“${place}” is not a folder, so there are no versions to look for in it.\n`,
        stdout: '',
      })
    }
    expect(await cli(folder, ['versions', 'none.cjm'])).toMatchObject({ code: 1, stderr: 'There is no file “none.cjm”.\n', stdout: '' })
  })
})
