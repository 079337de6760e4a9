import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { writeMapFile } from '../../e2e/support/mapFiles'
import { wrongAfterwards } from '../support/afterwards'
import { Editor, RESTLESS } from '../support/editorProcess'
import { LoopDisk, noPowerCut } from '../support/mounts'
import { pause, repeat, type Chance, type FaultRow } from '../support/row'

const MOUNTED = ['defaults', 'noauto_da_alloc', 'data=writeback'] as const

/** R3: the power fails. The map and the journal lie on a disk that forgets everything that was not synced. */
export const powerCut: FaultRow = {
  id: 'R3',
  name: 'simulated power cut (ext4: default, noauto_da_alloc, data=writeback)',
  run: async (options) => {
    const skipped = noPowerCut()
    if (skipped !== null) return { trials: 0, losses: 0, skipped }
    return repeat(options, async (chance, number) => cutOnce(MOUNTED[number % MOUNTED.length] ?? 'defaults', chance))
  },
}

async function cutOnce(mounted: string, chance: Chance): Promise<string | null> {
  const disk = new LoopDisk(mounted)
  try {
    const file = path.join(disk.folder, 'shared', 'Map.cjm')
    await mkdir(path.dirname(file))
    await writeMapFile(file)
    const editor = await Editor.start({ home: disk.folder, file, name: 'note', edits: 1e6, gapMs: 5, autosave: RESTLESS })
    await editor.confirms(1)
    await pause(200 + chance() * 1_500)
    // What is confirmed after this moment was not confirmed by the disk.
    const texts = [...editor.confirmed]
    disk.cutPower()
    await editor.kill()
    disk.unmount()
    disk.mount()
    return await wrongAfterwards({ home: disk.folder, file, texts })
  } finally {
    disk.unmount(true)
  }
}
