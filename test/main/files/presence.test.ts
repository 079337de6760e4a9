import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disk } from '../../../main/files/disk'
import { sha256 } from '../../../main/files/hash'
import { BEAT_MS, Presence, presenceNameOf, STALE_MS, type PresenceOptions } from '../../../main/files/presence'
import { sweepStaleTemps } from '../../../main/files/temps'
import { tempFolder } from '../../support/tempFolder'

/** A time all computers of a test share, which is moved by hand. */
class Time {
  now = Date.parse('2026-11-22T10:05:00.000Z')
  passed = 0

  pass(ms: number): void {
    this.now += ms
    this.passed += ms
  }
}

function machineOf(name: string): string {
  return sha256(name).slice(0, 8)
}

let instances = 0
function onComputer(file: string, computer: string, time: Time, options: Partial<PresenceOptions> = {}): Presence {
  instances += 1
  return new Presence({
    file,
    mapId: 'map_1',
    who: () => `Person of ${computer}`,
    computer,
    machine: machineOf(computer),
    pid: 1000 + instances,
    instance: instances.toString(16).padStart(8, '0'),
    clock: () => new Date(time.now),
    monotonic: () => time.passed,
    isRunning: () => true,
    disk,
    ...options,
  })
}

async function mapFile(name = 'Карта.cjm'): Promise<string> {
  const file = join(await tempFolder(), name)
  await writeFile(file, 'a map')
  return file
}

/** A presence file as another program may have left it. */
async function plant(file: string, change: Record<string, unknown>, instance = 'feedbeef'): Promise<string> {
  const record = {
    app: 'wayline',
    mapId: 'map_1',
    file: basename(file),
    name: 'Anna',
    computer: 'PC-12',
    machine: machineOf('PC-12'),
    since: '2026-11-22T10:05:00.000Z',
    beat: 1,
    at: '2026-11-22T10:05:00.000Z',
    pid: 1,
    instance,
  }
  const path = join(file, '..', presenceNameOf(file, instance))
  await writeFile(path, JSON.stringify({ ...record, ...change }))
  return path
}

describe('two people with one map', () => {
  it('see each other, with name, computer and time, until one of them leaves', async () => {
    const file = await mapFile()
    const time = new Time()
    const [anna, boris] = [onComputer(file, 'PC-12', time, { who: () => 'Anna' }), onComputer(file, 'PC-13', time)]
    await anna.beat()
    await boris.beat()

    expect(await boris.others()).toEqual([{ name: 'Anna', computer: 'PC-12', here: false, since: '2026-11-22T10:05:00.000Z' }])
    expect(await anna.others()).toMatchObject([{ computer: 'PC-13' }])

    await anna.leave()
    expect(await boris.others()).toEqual([])
    await boris.leave()
    expect(await readdir(join(file, '..'))).toEqual([basename(file)])
  })

  it('see each other though their computers were set up alike and have one name, and leave each other’s sign alone', async () => {
    const file = await mapFile()
    const time = new Time()
    // Neither of them has a process of the other's number.
    const alike = (card: string): Presence => onComputer(file, 'DESKTOP', time, { machine: machineOf(card), isRunning: () => false })
    const [anna, boris] = [alike('one'), alike('other')]
    await anna.beat()
    await boris.beat()
    expect(await boris.others()).toMatchObject([{ computer: 'DESKTOP', here: false }])
    expect(await anna.others()).toMatchObject([{ computer: 'DESKTOP', here: false }])
  })

  it('are told from those who have a copy beside it open', async () => {
    const file = await mapFile()
    const time = new Time()
    const copy = join(file, '..', 'Карта (1).cjm')
    await onComputer(copy, 'PC-12', time).beat()
    await onComputer(file, 'PC-13', time, { mapId: 'map_2' }).beat()
    expect(await onComputer(file, 'PC-14', time).others()).toEqual([])
  })

  it('see each other with names of any length and form', async () => {
    for (const name of [`${'я'.repeat(125)}a.cjm`, `${'🗺'.repeat(62)}.cjm`, 'CON.cjm', 'a. .cjm', 'Ściez\u0307ka.cjm']) {
      const file = await mapFile(name)
      const time = new Time()
      await onComputer(file, 'PC-12', time).beat()
      expect(await onComputer(join(file, '..', name.normalize('NFC')), 'PC-13', time).others()).toHaveLength(1)
    }
  })

  it('see nothing of characters that turn or hide the text round them', async () => {
    const file = await mapFile()
    await plant(file, { name: 'Anna\u202Egpj.exe\u0000', computer: 'P\u200BC' })
    expect(await onComputer(file, 'PC-13', new Time()).others()).toMatchObject([{ name: 'Annagpj.exe', computer: 'PC' }])
  })
})

describe('a sign that could not be put in its place', () => {
  it('is swept away when a map of the folder is opened the next time', async () => {
    const file = await mapFile()
    const refuse = async (): Promise<never> => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }))
    const anna = onComputer(file, 'PC-12', new Time(), { disk: { ...disk, rename: refuse, unlink: refuse } })
    await expect(anna.beat()).rejects.toThrow('EPERM')
    expect(await readdir(join(file, '..'))).toHaveLength(2)
    expect(await sweepStaleTemps(disk, join(file, '..'), new Date())).toEqual([])
    expect(await readdir(join(file, '..'))).toEqual([basename(file)])
  })
})

describe('a sign that was left behind (R20)', () => {
  it('is not believed for longer than two minutes, and again once it beats', async () => {
    const file = await mapFile()
    const time = new Time()
    const [anna, boris] = [onComputer(file, 'PC-12', time), onComputer(file, 'PC-13', time)]
    await anna.beat()
    expect(await boris.others()).toHaveLength(1)
    time.pass(STALE_MS + 1)
    expect(await boris.others()).toEqual([])
    await anna.beat()
    expect(await boris.others()).toHaveLength(1)
  })

  it.each([10, -10])('is not believed though its date is %s years away, but who beats with such a clock is (R22)', async (years) => {
    const file = await mapFile()
    const time = new Time()
    const theirs = new Time()
    theirs.now += years * 365 * 24 * 3600 * 1000
    const [anna, boris] = [onComputer(file, 'PC-12', theirs), onComputer(file, 'PC-13', time)]
    await anna.beat()
    expect(await boris.others()).toEqual([])
    await anna.beat()
    expect(await boris.others()).toHaveLength(1)
    time.pass(STALE_MS + 1)
    expect(await boris.others()).toEqual([])
  })

  it('on this computer is cleared away where its program is gone', async () => {
    const file = await mapFile()
    const time = new Time()
    await onComputer(file, 'PC-12', time, { pid: 4242 }).beat()
    const again = onComputer(file, 'PC-12', time, { isRunning: (pid) => pid !== 4242 })
    expect(await again.others()).toEqual([])
    expect(await readdir(join(file, '..'))).toEqual([basename(file)])
  })

  it('on this computer is told from a program that runs', async () => {
    const file = await mapFile()
    const time = new Time()
    const ended = spawnSync(process.execPath, ['-e', '']).pid
    await onComputer(file, 'PC-12', time, { pid: ended }).beat()
    await onComputer(file, 'PC-12', time, { pid: process.pid }).beat()
    const third = new Presence({
      file,
      mapId: 'map_1',
      who: () => '',
      computer: 'PC-12',
      machine: machineOf('PC-12'),
      pid: process.pid,
      instance: 'abcdef01',
      clock: () => new Date(time.now),
      disk,
    })
    expect(await third.others()).toMatchObject([{ here: true }])
  })

  it('never keeps anybody out, however often people come, go, and pull the plug', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constantFrom('come', 'kill', 'leave', 'beat', 'look'), who: fc.nat(3) }),
      fc.record({ do: fc.constant('jump'), who: fc.integer({ min: -3e11, max: 3e11 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const file = await mapFile()
        const time = new Time()
        const people = new Map<number, Presence>()
        for (const { do: what, who } of steps) {
          const person = people.get(who)
          if (what === 'come' && !person) {
            const comes = onComputer(file, `PC-${who}`, time)
            await comes.beat()
            people.set(who, comes)
          } else if (what === 'kill') people.delete(who)
          else if (what === 'leave' && person) {
            await person.leave()
            people.delete(who)
          } else if (what === 'beat') await person?.beat()
          else if (what === 'look') await person?.others()
          else if (what === 'jump') time.now += who
        }
        // Whoever is there beats on for three minutes; whoever was killed does not.
        const looker = onComputer(file, 'PC-9', time)
        for (let beats = 0; beats < 7; beats += 1) {
          for (const person of people.values()) await person.beat()
          await looker.others()
          time.pass(BEAT_MS)
        }
        const seen = (await looker.others()).map(({ computer }) => computer)
        expect(seen.toSorted()).toEqual([...people.keys()].map((who) => `PC-${who}`).toSorted())
      }),
      { numRuns: 40 },
    )
  })
})

describe('what somebody planted (R20, R25)', () => {
  it.each([
    ['nothing', ''],
    ['a torn one', '{"app":"wayline","mapId":"map_1"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a web page', '<!doctype html>'],
    ['zeros', '\0\0\0\0'],
    ['a giant', `{"app":"wayline","name":"${'x'.repeat(100_000)}"}`],
  ])('as a sign is nobody: %s', async (_what, content) => {
    const file = await mapFile()
    await writeFile(join(file, '..', presenceNameOf(file, 'feedbeef')), content)
    expect(await onComputer(file, 'PC-13', new Time()).others()).toEqual([])
  })

  it.each([
    { name: 42 },
    { beat: -1 },
    { at: 'yesterday' },
    { pid: 1.5 },
    { instance: '../../..' },
    { instance: '00000000' },
    { file: 'Other.cjm' },
    { file: '../Карта.cjm' },
    { mapId: 'map_2' },
  ])('with wrong facts is nobody: %j', async (change) => {
    const file = await mapFile()
    await plant(file, change)
    expect(await onComputer(file, 'PC-13', new Time()).others()).toEqual([])
  })

  it('as another kind of thing is not followed and not waited for', async () => {
    const file = await mapFile()
    const folder = join(file, '..')
    const elsewhere = await plant(await mapFile(), {}, 'feedbeef')
    await symlink(elsewhere, join(folder, presenceNameOf(file, 'feedbeef')))
    await mkdir(join(folder, presenceNameOf(file, 'feedbee1')))
    if (process.platform !== 'win32') spawnSync('mkfifo', [join(folder, presenceNameOf(file, 'feedbee2'))])
    const shut = await plant(file, {}, 'feedbee3')
    await chmod(shut, 0)
    const seen = await onComputer(file, 'PC-13', new Time()).others()
    // For root there are no rights to lack.
    expect(seen).toHaveLength(process.getuid?.() === 0 ? 1 : 0)
  })

  it('in the place of our own sign is replaced, not written through', async () => {
    const file = await mapFile()
    const precious = join(await tempFolder(), 'precious')
    await writeFile(precious, 'do not touch')
    const path = join(file, '..', presenceNameOf(file, 'feedbeef'))
    await symlink(precious, path)
    await onComputer(file, 'PC-12', new Time(), { instance: 'feedbeef' }).beat()
    expect(await readFile(precious, 'utf8')).toBe('do not touch')
    expect((await stat(path)).isFile()).toBe(true)
  })

  it('cannot make us take away another file', async () => {
    const file = await mapFile()
    const path = await plant(file, { computer: 'PC-13', pid: 4242 }, 'feedbeef')
    await rename(path, join(file, '..', '.other.open-feedbeef.json'))
    await onComputer(file, 'PC-13', new Time(), { isRunning: () => false }).others()
    expect(await readdir(join(file, '..'))).toContain(basename(file))
  })
})
