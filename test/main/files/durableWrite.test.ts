import { spawn, spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { disk, type Disk } from '../../../main/files/disk'
import { writeDurable } from '../../../main/files/durableWrite'
import { sha256 } from '../../../main/files/hash'
import { sweepStaleTemps, tempIsGone, tempPathIn } from '../../../main/files/temps'
import { bundleNode } from '../../support/bundleNode'
import { tempFolder } from '../../support/tempFolder'

const NEW = Buffer.from('new content, a little longer than the old')
const ROOT = process.getuid?.() === 0

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** The real disk, with one call of its open files replaced. */
function diskWith(
  call: 'write' | 'sync' | 'close',
  replaced: (real: () => Promise<unknown>, ...args: unknown[]) => Promise<unknown>,
): Disk {
  const open = async (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> => {
    const file = await disk.open(...args)
    const real = file[call].bind(file) as (...inner: unknown[]) => Promise<unknown>
    Object.assign(file, { [call]: (...inner: unknown[]) => replaced(() => real(...inner), ...inner) })
    return file
  }
  return { ...disk, open }
}

describe('writeDurable', () => {
  it('puts the bytes there and says their hash', async () => {
    const file = join(await tempFolder(), 'Карта.cjm')
    expect(await writeDurable(file, NEW)).toEqual({ ok: true, value: { hash: sha256(NEW), bytes: NEW.byteLength } })
    expect((await readFile(file)).equals(NEW)).toBe(true)
  })

  it('leaves nothing beside the file', async () => {
    const folder = await tempFolder()
    await writeDurable(join(folder, 'a.cjm'), NEW)
    await writeDurable(join(folder, 'a.cjm'), Buffer.from('again'))
    expect(await readdir(folder)).toEqual(['a.cjm'])
  })

  it('takes a name of 255 bytes', async () => {
    const folder = await tempFolder()
    const name = `${'я'.repeat(125)}a.cjm`
    expect(Buffer.byteLength(name)).toBe(255)
    expect((await writeDurable(join(folder, name), NEW)).ok).toBe(true)
  })

  it('keeps the mode, and the owner where it may set it', async () => {
    const file = join(await tempFolder(), 'a.cjm')
    await writeFile(file, 'old')
    await chmod(file, 0o640)
    if (ROOT) spawnSync('chown', ['1234:1235', file])

    expect((await writeDurable(file, NEW)).ok).toBe(true)

    const { mode, uid, gid } = await stat(file)
    expect(mode & 0o7777).toBe(0o640)
    if (ROOT) expect([uid, gid]).toEqual([1234, 1235])
  })

  it('asks for the group at least where the owner cannot be kept, and writes where neither can', async () => {
    const file = join(await tempFolder(), 'a.cjm')
    await writeFile(file, 'old')
    await chmod(file, 0o640)
    const { gid } = await stat(file)
    const asked: (readonly [number, number])[] = []
    const open = async (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> => {
      const handle = await disk.open(...args)
      handle.chown = (...owner) => {
        asked.push(owner)
        return Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }))
      }
      return handle
    }
    expect(await writeDurable(file, Buffer.from('new'), { disk: { ...disk, open } })).toMatchObject({ ok: true })
    expect(await readFile(file, 'utf8')).toBe('new')
    expect((await stat(file)).mode & 0o777).toBe(0o640)
    expect(asked.at(-1)).toEqual([-1, gid])
  })

  it('keeps a link a link and writes what it points to, even when that is not there yet', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'real'))
    await symlink('real/a.cjm', join(folder, 'link.cjm'))

    expect((await writeDurable(join(folder, 'link.cjm'), NEW)).ok).toBe(true)
    expect((await writeDurable(join(folder, 'link.cjm'), Buffer.from('again'))).ok).toBe(true)

    expect(await readlink(join(folder, 'link.cjm'))).toBe('real/a.cjm')
    expect(await readFile(join(folder, 'real/a.cjm'), 'utf8')).toBe('again')
  })

  it('refuses a read-only file, for root too', async () => {
    const file = join(await tempFolder(), 'a.cjm')
    await writeFile(file, 'old')
    await chmod(file, 0o444)
    expect(await writeDurable(file, NEW)).toMatchObject({ ok: false, code: 'read-only' })
    expect(await readFile(file, 'utf8')).toBe('old')
    expect((await stat(file)).mode & 0o777).toBe(0o444)
  })

  it('refuses a folder that is gone, and a target that is no file', async () => {
    const folder = await tempFolder()
    expect(await writeDurable(join(folder, 'gone/a.cjm'), NEW)).toMatchObject({ code: 'folder-missing' })
    await mkdir(join(folder, 'b.cjm'))
    expect(await writeDurable(join(folder, 'b.cjm'), NEW)).toMatchObject({ code: 'unknown', detail: 'not-a-file' })
  })

  it('does not replace what is not what it should be', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    await writeFile(file, 'theirs')
    expect(await writeDurable(file, NEW, { expected: sha256('ours') })).toMatchObject({ code: 'changed-on-disk' })
    expect(await writeDurable(file, NEW, { expected: null })).toMatchObject({ code: 'changed-on-disk' })
    expect(await readFile(file, 'utf8')).toBe('theirs')
    expect(await readdir(folder)).toEqual(['a.cjm'])
    expect((await writeDurable(file, NEW, { expected: sha256('theirs') })).ok).toBe(true)
  })

  it('goes on after short writes', async () => {
    const file = join(await tempFolder(), 'a.cjm')
    const short = async (...args: Parameters<Disk['open']>): ReturnType<Disk['open']> => {
      const handle = await disk.open(...args)
      const write = handle.write.bind(handle) as (...inner: unknown[]) => Promise<unknown>
      Object.assign(handle, {
        write: (bytes: Uint8Array, at: number, count: number, to: number) => write(bytes, at, Math.min(count, 7), to),
      })
      return handle
    }
    expect((await writeDurable(file, NEW, { disk: { ...disk, open: short } })).ok).toBe(true)
    expect((await readFile(file)).equals(NEW)).toBe(true)
  })

  it.each([
    ['a full disk while writing', diskWith('write', () => Promise.reject(failure('ENOSPC'))), 'disk-full'],
    ['a disk that takes no byte', diskWith('write', () => Promise.resolve({ bytesWritten: 0 })), 'disk-full'],
    ['a quota', diskWith('write', () => Promise.reject(failure('EDQUOT'))), 'disk-full'],
    ['a sync that fails', diskWith('sync', () => Promise.reject(failure('EIO'))), 'unknown'],
    [
      'a close that fails',
      diskWith('close', async (real) => {
        await real()
        throw failure('EIO')
      }),
      'unknown',
    ],
    [
      'a disk that gives back other bytes',
      { ...disk, readFile: (async () => Buffer.from('other')) as unknown as Disk['readFile'] },
      'unknown',
    ],
    ['a rename that is not allowed', { ...disk, rename: () => Promise.reject(failure('EROFS')) }, 'read-only'],
  ] as const)('leaves the old file whole and no temporary one after %s', async (_what, broken, code) => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    await writeFile(file, 'old')

    expect(await writeDurable(file, NEW, { disk: broken })).toMatchObject({ ok: false, code })

    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.cjm'])
  })

  it('waits while a scanner holds the file, and gives up when its patience ends', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    let locked = 3
    const busy: Disk = { ...disk, rename: (from, to) => (locked-- > 0 ? Promise.reject(failure('EBUSY')) : disk.rename(from, to)) }
    expect((await writeDurable(file, NEW, { disk: busy })).ok).toBe(true)

    const held: Disk = { ...disk, rename: () => Promise.reject(failure('EPERM')) }
    expect(await writeDurable(file, Buffer.from('x'), { disk: held, patienceMs: 50 })).toMatchObject({ code: 'read-only' })
    expect((await readFile(file)).equals(NEW)).toBe(true)
    expect(await readdir(folder)).toEqual(['a.cjm'])
  })

  it.skipIf(!ROOT || process.platform !== 'linux')(
    'keeps the old file on a disk that is really full, and writes when there is room again',
    async ({ skip }) => {
      const folder = await tempFolder()
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) skip('a tmpfs cannot be mounted here')
      try {
        const file = join(folder, 'a.cjm')
        const first = Buffer.alloc(100 * 1024, 'a')
        expect((await writeDurable(file, first)).ok).toBe(true)
        await writeFile(join(folder, 'filler'), Buffer.alloc(100 * 1024))
        expect(await writeDurable(file, Buffer.alloc(100 * 1024, 'b'))).toMatchObject({ code: 'disk-full' })
        expect((await readFile(file)).equals(first)).toBe(true)
        expect(await readdir(folder)).toEqual(['a.cjm', 'filler'])
        await writeFile(join(folder, 'filler'), '')
        expect((await writeDurable(file, Buffer.alloc(100 * 1024, 'b'))).ok).toBe(true)
      } finally {
        spawnSync('umount', [folder])
      }
    },
  )

  it('leaves a whole file whenever the writer is killed', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'a.cjm')
    const script = join(await tempFolder(), 'writer.mjs')
    await bundleNode(fileURLToPath(new URL('../../support/durableWriter.ts', import.meta.url)), script)
    for (let trial = 0; trial < 8; trial += 1) {
      const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
      await new Promise((ready) => child.stdout.once('data', ready))
      await new Promise((passed) => setTimeout(passed, 5 + trial * 7))
      const ended = new Promise((closed) => child.once('close', closed))
      child.kill('SIGKILL')
      await ended
      const { number, filler } = JSON.parse(await readFile(file, 'utf8')) as { number: number; filler: string }
      expect(filler).toBe(String(number % 10).repeat(200_000))
    }
  })
})

describe('sweepStaleTemps', () => {
  it('removes ours when they are older than a day, and nothing else', async () => {
    const folder = await tempFolder()
    const [old, young] = [`~wayline-${'a'.repeat(24)}.tmp`, `~wayline-${'b'.repeat(24)}.tmp`]
    for (const name of [old, young, '~wayline-notes.tmp', 'a.cjm']) await writeFile(join(folder, name), 'x')
    await symlink('a.cjm', join(folder, `~wayline-${'c'.repeat(24)}.tmp`))
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000)
    for (const name of [old, '~wayline-notes.tmp', 'a.cjm']) await utimes(join(folder, name), twoDaysAgo, twoDaysAgo)

    expect(await sweepStaleTemps(disk, folder, new Date())).toEqual([])

    expect((await readdir(folder)).sort()).toEqual(['a.cjm', young, `~wayline-${'c'.repeat(24)}.tmp`, '~wayline-notes.tmp'].sort())
    expect((await lstat(join(folder, 'a.cjm'))).isFile()).toBe(true)
  })

  it('removes at once what a process of this computer left that is no more, but nothing that is being written', async () => {
    const folder = await tempFolder()
    const ours = basename(tempPathIn(folder))
    const computer = ours.slice(0, '~wayline-'.length + 8)
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    const named = (pid: number, chance: string): string => `${computer}${pid.toString(16).padStart(8, '0')}${chance.repeat(8)}.tmp`
    const names = [ours, named(gone, 'a'), named(process.pid, 'b'), named(process.ppid, 'c'), `~wayline-${'d'.repeat(24)}.tmp`]
    for (const name of names) await writeFile(join(folder, name), 'x')

    await sweepStaleTemps(disk, folder, new Date())

    expect((await readdir(folder)).sort()).toEqual([ours, named(process.ppid, 'c'), `~wayline-${'d'.repeat(24)}.tmp`].sort())
    tempIsGone(join(folder, ours))
  })
})
