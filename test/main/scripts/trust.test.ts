import { chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { tempFolder } from '../../support/tempFolder'

interface Trust {
  treeHash(folder: string): string
  whoseElse(folder: string, options?: { deep: boolean }): string | null
}

const { treeHash, whoseElse } = (await import(pathToFileURL(resolve('scripts/lib/trust.mjs')).href)) as Trust

let folder: string

beforeEach(async () => {
  folder = join(await tempFolder(), 'runtime')
  await mkdir(join(folder, 'locales'), { recursive: true, mode: 0o755 })
  await writeFile(join(folder, 'electron'), 'program', { mode: 0o755 })
  await writeFile(join(folder, 'locales/pl.pak'), 'words', { mode: 0o644 })
})

describe.skipIf(process.platform === 'win32')('a program that is kept in the cache', () => {
  it('has one hash, which any other byte, name, file or link changes', async () => {
    const seen = new Set([treeHash(folder)])
    expect(treeHash(folder)).toBe([...seen][0])
    const changes = [
      () => writeFile(join(folder, 'electron'), 'Program'),
      () => rename(join(folder, 'locales/pl.pak'), join(folder, 'locales/ru.pak')),
      () => writeFile(join(folder, 'libevil.so'), ''),
      () => symlink('electron', join(folder, 'locales/en.pak')),
    ]
    for (const change of changes) {
      await change()
      seen.add(treeHash(folder))
    }
    expect(seen.size).toBe(1 + changes.length)
  })

  it('is not trusted where others may write to it, to one of its folders or to one of its files', async () => {
    expect(whoseElse(folder)).toBeNull()
    for (const name of ['locales/pl.pak', 'locales', '']) {
      await chmod(join(folder, name), 0o777)
      expect(whoseElse(folder)).toBe(join(folder, name))
    }
    await chmod(folder, 0o755)
    expect(whoseElse(folder, { deep: false })).toBeNull()
  })
})
