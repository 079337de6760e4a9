import { spawnSync } from 'node:child_process'
import { mkdtemp, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeMapFile } from '../../e2e/support/mapFiles'
import { NEVER } from '../../main/maps/testMaps'
import { wrongAfterwards } from '../support/afterwards'
import { Editor, RESTLESS, type EditorOptions } from '../support/editorProcess'
import { pause, repeat, type FaultRow, type RowOutcome, type RowRun } from '../support/row'

/** A fresh place to work in: the app's own folder, and a folder with a map. */
export async function workplace(): Promise<{ readonly home: string; readonly file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wayline-fault-'))
  const file = path.join(folder, 'shared', 'Map.cjm')
  await mkdir(path.dirname(file))
  await writeMapFile(file)
  return { home: folder, file }
}

/** R2: the process is killed while it writes as fast as it can. */
export const killedWriter: FaultRow = {
  id: 'R2',
  name: 'kill -9 of the process that writes',
  run: (options) =>
    repeat(options, async (chance) => {
      const { home, file } = await workplace()
      const editor = await Editor.start({ home, file, name: 'note', edits: 1e6, gapMs: 0, autosave: RESTLESS })
      await editor.confirms(1)
      await pause(chance() * 500)
      await editor.kill()
      return wrongAfterwards({ home, file, texts: editor.confirmed })
    }),
}

/** R2 again, for a map that has no file: the journal is all there is. */
export const killedDraft: FaultRow = {
  id: 'R2b',
  name: 'kill -9 while a map that was never saved is edited',
  run: (options) =>
    repeat(options, async (chance) => {
      const { home } = await workplace()
      const editor = await Editor.start({ home, file: null, name: 'note', edits: 1e6, gapMs: 0, autosave: RESTLESS })
      await editor.confirms(1)
      await pause(chance() * 500)
      await editor.kill()
      return wrongAfterwards({ home, file: null, texts: editor.confirmed })
    }),
}

/** R4, as SQLite tests itself: the process dies at the first call to the disk, at the second, and so on until it comes to its end. */
export const killedAtEachCall: FaultRow = {
  id: 'R4',
  name: 'killed at each call to the disk, from opening to closing',
  run: async ({ trials, seed }) => {
    const calls = await callsOfAWholeRun()
    // With one trial a tenth of the points is tried, with another beginning each time.
    const step = trials >= 10 ? 1 : 10
    const points = Array.from({ length: calls }, (_, index) => index + 1).filter((point) => (point + seed) % step === 0)
    let losses = 0
    let note: string | undefined
    for (const killAt of points) {
      const { home, file } = await workplace()
      const editor = await Editor.start({ ...THREE_EDITS, home, file, killAt })
      await editor.ended
      const wrong = await wrongAfterwards({ home, file, texts: editor.confirmed })
      if (wrong === null) continue
      losses += 1
      note ??= `call ${killAt}: ${wrong}`
    }
    return { trials: points.length, losses, note: note ?? `${calls} calls` }
  },
}

const THREE_EDITS: Omit<EditorOptions, 'home' | 'file'> = { name: 'note', edits: 3, gapMs: 5, autosave: NEVER }

async function callsOfAWholeRun(): Promise<number> {
  const { home, file } = await workplace()
  const editor = await Editor.start({ ...THREE_EDITS, home, file })
  await editor.ended
  if (editor.calls === null) throw new Error('the editor did not come to its end')
  return editor.calls
}

/** The system calls that put something on the disk for good; a Node process makes them for nothing else. */
const SYSTEM_CALLS = ['rename', 'fsync', 'fdatasync', 'unlink', 'fchmod'] as const

/** R4 with the kernel's own counting. */
export const killedAtEachSystemCall: FaultRow = {
  id: 'R4b',
  name: `killed by strace at each ${SYSTEM_CALLS.join(', ')}`,
  run: async ({ trials, seed }): Promise<RowOutcome> => {
    if (spawnSync('strace', ['-V']).status !== 0) return { trials: 0, losses: 0, skipped: 'strace is not installed' }
    return eachSystemCall({ trials, seed })
  },
}

const MOST_CALLS = 60

async function eachSystemCall({ trials, seed }: RowRun): Promise<RowOutcome> {
  const chosen = trials >= 10 ? SYSTEM_CALLS : SYSTEM_CALLS.filter((_, index) => index === seed % SYSTEM_CALLS.length)
  let tried = 0
  let losses = 0
  let note: string | undefined
  for (const call of chosen) {
    for (let when = 1; when <= MOST_CALLS; when += 1) {
      const { home, file } = await workplace()
      const strace = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${when}`]
      const editor = await Editor.start({ ...THREE_EDITS, home, file }, strace)
      await editor.ended
      const wrong = await wrongAfterwards({ home, file, texts: editor.confirmed })
      tried += 1
      if (wrong !== null) {
        losses += 1
        note ??= `${call} ${when}: ${wrong}`
      }
      // It came to its end: there is no such call any more.
      if (editor.calls !== null) break
    }
  }
  return { trials: tried, losses, ...(note === undefined ? {} : { note }) }
}
