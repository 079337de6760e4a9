import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeMapFile } from '../../e2e/support/mapFiles'
import { atWork, isNotSaved, isSaved, leave } from '../support/atWork'
import { wrongAfterwards } from '../support/afterwards'
import { LoopDisk, noMounts, noPowerCut } from '../support/mounts'
import { pause, repeat, type FaultRow } from '../support/row'
import { workplace } from './killed'

/** How a place comes to be read-only; `undo` takes it back. Null: it cannot be done here. */
type Lock = (file: string) => Promise<(() => Promise<void>) | null>

const LOCKS: readonly { readonly name: string; readonly lock: Lock }[] = [
  {
    name: 'mode 0444',
    lock: async (file) => {
      await chmod(file, 0o444)
      return () => chmod(file, 0o644)
    },
  },
  {
    name: 'read-only mount',
    lock: async (file) => {
      if (noMounts() !== null) return null
      const folder = path.dirname(file)
      spawnSync('mount', ['--bind', folder, folder])
      if (spawnSync('mount', ['-o', 'remount,ro,bind', folder]).status !== 0) return null
      return async () => void spawnSync('umount', ['-l', folder])
    },
  },
  {
    name: 'immutable (chattr +i)',
    lock: async (file) => {
      if (spawnSync('chattr', ['+i', file]).status !== 0) return null
      return async () => void spawnSync('chattr', ['-i', file])
    },
  },
]

/** R10: a map that may only be read opens so, is never written, and can be saved elsewhere. */
export const readOnlyPlaces: FaultRow = {
  id: 'R10',
  name: 'read-only file, mount, immutable file',
  run: (options) =>
    repeat(options, async (_chance, number) => {
      const chosen = LOCKS[number % LOCKS.length]
      if (!chosen) return 'no such lock'
      const { home, file } = await workplace()
      const unlock = await chosen.lock(file)
      if (unlock === null) return null
      try {
        const before = await readFile(file)
        const work = await atWork(home, file)
        if (!work.host.readOnly) return `${chosen.name}: it opens as if it could be written`
        if (await work.note('not here')) return `${chosen.name}: an edit was taken`
        if ((await work.host.save()).ok) return `${chosen.name}: saving says that it worked`
        const copy = path.join(home, 'Copy.cjm')
        if (!(await work.host.saveAs(copy)).ok) return `${chosen.name}: it cannot be saved elsewhere`
        if (!(await readFile(file)).equals(before)) return `${chosen.name}: the file was written`
        await leave()
        return await wrongAfterwards({ home, file: copy, texts: [] })
      } finally {
        await leave()
        await unlock()
      }
    }),
}

/** R12: the stick is pulled out while somebody edits, and put back. */
export const pulledStick: FaultRow = {
  id: 'R12',
  name: 'stick pulled and put back',
  run: async (options) => {
    const skipped = noPowerCut()
    if (skipped !== null) return { trials: 0, losses: 0, skipped }
    return repeat(options, async (chance) => {
      const stick = new LoopDisk()
      const home = await mkdtemp(path.join(tmpdir(), 'wayline-fault-'))
      try {
        const file = path.join(stick.folder, 'maps', 'Map.cjm')
        await mkdir(path.dirname(file))
        await writeMapFile(file)
        const work = await atWork(home, file)
        await work.note('before')
        await pause(chance() * 100)
        stick.unmount(true)
        if (!(await work.note('without the stick'))) return 'editing was stopped'
        const told = await work.until(isNotSaved, 5_000)
        if (!isNotSaved(told)) return `the person reads ${JSON.stringify(told)}`
        // The folder the stick was mounted on is there, and is no place for the map.
        await mkdir(path.dirname(file))
        await work.note('beside it')
        await pause(700)
        if ((await readdir(path.dirname(file))).length > 0) return 'the map was written into the empty mount point'
        stick.mount()
        const saved = await work.until(isSaved, 10_000)
        if (!isSaved(saved)) return `not saved after the stick was back: ${JSON.stringify(saved)}`
        await leave()
        return await wrongAfterwards({ home, file, texts: work.confirmed })
      } finally {
        await leave()
        stick.unmount(true)
      }
    })
  },
}
