import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addNote, setNoteText } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { renameStage } from '../../../shared/commands/stages'
import { setPoint } from '../../../shared/commands/points'
import { runCli } from '../../../main/cli/cli'
import { newFrame } from '../../../main/files/envelope'
import { loadMap } from '../../../main/files/loadMap'
import { MapFile } from '../../../main/files/mapFile'
import { makeNewId } from '../../../shared/model/ids'
import { noteOf } from '../../../shared/model/board'
import { tempFolder } from '../../support/tempFolder'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

const newId = makeNewId((count) => new Uint8Array(randomBytes(count)))
const clock = (): Date => new Date()

async function cli(
  cwd: string,
  argv: readonly string[],
  LANG = 'en_US.UTF-8',
  now = clock,
): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
  const code = await runCli(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    cwd,
    env: { LANG },
    clock: now,
    newId,
    built: resolve(import.meta.dirname, '../../..'),
  })
  return { code, stdout, stderr }
}

async function save(folder: string, name: string, map: TestBoard, id = 'map_one'): Promise<void> {
  const written = await new MapFile(join(folder, name), { clock, newId }).write(map.document, { ...newFrame(id), revision: 3 })
  expect(written.ok).toBe(true)
}

/** Ann's and Bob's copies of one map, and what it was before. */
async function copies(): Promise<string> {
  const folder = await tempFolder()
  const base = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
  const [ann, bob] = [base.fork('Ann'), base.fork('Bob')]
  ann.run(setNoteText, { noteId: 'note_a', text: 'Reads' })
  bob.run(setNoteText, { noteId: 'note_a', text: 'Asks' }).run(addNote, { noteId: 'note_b', cell: purchase, text: 'Signs' })
  bob.run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: -4 })
  await save(folder, 'base.cjm', base)
  await save(folder, 'ann.cjm', ann)
  await save(folder, 'bob.cjm', bob)
  await save(folder, 'other.cjm', TestBoard.starter(), 'map_two')
  return folder
}

async function boardAt(path: string) {
  const loaded = await loadMap(path, { clock, newId })
  if (!loaded.ok) throw new Error(loaded.code)
  return { board: loaded.value.document.board(), frame: loaded.value.frame }
}

describe('wayline merge', () => {
  it('writes a map with everything of both, and says what came in and what was kept twice', async () => {
    const folder = await copies()
    const merged = await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--base', 'base.cjm', '--out', 'out.cjm', '--report', 'report.json'])
    expect(merged).toMatchObject({ code: 0, stderr: '' })
    expect(merged.stdout).toMatch(/^“out.cjm” is made\. 1 added.*Curve, 1 point\.\nIn 1 place the copies differ\..*\n$/)
    const { board, frame } = await boardAt(join(folder, 'out.cjm'))
    expect(frame).toMatchObject({ id: 'map_one', revision: 4 })
    expect(noteOf(board, 'note_b')?.text).toBe('Signs')
    expect(board.conflicts).toHaveLength(1)
    const report: unknown = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))
    expect(report).toMatchObject({
      by: ['Bob'],
      counts: { added: 1, points: 1 },
      keptTwice: [{ id: 'note_a', field: 'text' }],
    })
  })

  it('changes nothing more the second time, also when the result takes the place of a copy', async () => {
    const folder = await copies()
    await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', 'ann.cjm'])
    expect((await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', 'ann.cjm'])).stdout).toBe(
      '“ann.cjm” is made. The second copy had nothing new.\n',
    )
    expect((await boardAt(join(folder, 'ann.cjm'))).board.conflicts).toHaveLength(1)
  })

  it('writes over no copy that somebody wrote after it was read', async () => {
    for (const out of ['ann.cjm', 'bob.cjm']) {
      const folder = await copies()
      const newer = await readFile(join(folder, 'base.cjm'))
      // The time is asked for between reading and writing.
      const meanwhile = (): Date => {
        writeFileSync(join(folder, out), newer)
        return new Date()
      }
      const merged = await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', out], 'en_US.UTF-8', meanwhile)
      expect(merged).toMatchObject({ code: 1, stdout: '' })
      expect(merged.stderr).toContain(out)
      expect((await readFile(join(folder, out))).equals(newer)).toBe(true)
    }
  })

  it('keeps a copy of a damaged file that the result takes the place of', async () => {
    for (const out of ['ann.cjm', 'bob.cjm']) {
      const folder = await copies()
      const whole = JSON.parse(await readFile(join(folder, out), 'utf8')) as object
      const damaged = Buffer.from(JSON.stringify({ ...whole, doc: Buffer.from('scratched').toString('base64') }))
      await writeFile(join(folder, out), damaged)
      expect(await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', out])).toMatchObject({ code: 0 })
      const kept = (await readdir(folder)).filter((name) => name.includes('.damaged-'))
      expect(await Promise.all(kept.map((name) => readFile(join(folder, name))))).toEqual([damaged])
    }
  })

  it('refuses a report in the place of the map, before anything is written', async () => {
    const folder = await copies()
    await symlink(folder, join(folder, 'link'))
    for (const report of ['out.cjm', 'link/out.cjm']) {
      expect(await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', 'out.cjm', '--report', report])).toEqual({
        code: 1,
        stdout: '',
        stderr: 'The report would replace the map it tells of. Choose another name for it.\n',
      })
    }
    expect(await readdir(folder)).not.toContain('out.cjm')
  })

  it('refuses a report in the place of a copy, or where none can be written, before anything is written', async () => {
    const folder = await copies()
    await mkdir(join(folder, 'folder.json'))
    await writeFile(join(folder, 'kept.json'), '{}', { mode: 0o444 })
    const said = async (report: string): Promise<string> => {
      const refused = await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', 'out.cjm', '--report', report])
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      return refused.stderr
    }
    expect(await said('ann.cjm')).toBe('“ann.cjm” is a map, and the report would replace it. Choose another name for the report.\n')
    expect(await said('folder.json')).toMatch(/^“folder.json” was not written/)
    expect(await said('kept.json')).toMatch(/^“kept.json” was not written/)
    expect(await readdir(folder)).not.toContain('out.cjm')
  })

  it('says that the map is made where only its report could not be written', async () => {
    const folder = await copies()
    const meanwhile = (): Date => {
      mkdirSync(join(folder, 'report.json'), { recursive: true })
      return new Date()
    }
    const argv = ['merge', 'ann.cjm', 'bob.cjm', '--out', 'out.cjm', '--report', 'report.json']
    const merged = await cli(folder, argv, 'en_US.UTF-8', meanwhile)
    expect(merged).toMatchObject({ code: 1, stdout: '' })
    expect(merged.stderr).toMatch(/^“out.cjm” is made, but the report “report.json” was not written: /)
    expect((await boardAt(join(folder, 'out.cjm'))).frame.revision).toBe(4)
  })

  it('refuses another map, a base of another map and a file that is no map, and writes nothing', async () => {
    const folder = await copies()
    await writeFile(join(folder, 'thesis.cjm'), 'years of work')
    expect(await cli(folder, ['merge', 'ann.cjm', 'other.cjm', '--out', 'out.cjm'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '“ann.cjm” and “other.cjm” are two maps, not two copies of one.\n',
    })
    expect((await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--base', 'other.cjm', '--out', 'out.cjm'])).code).toBe(1)
    expect((await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', 'thesis.cjm'])).code).toBe(1)
    expect((await cli(folder, ['merge', 'ann.cjm', 'bob.cjm', '--out', 'out.cjm', '--report', 'bob.cjm'])).code).toBe(1)
    expect((await cli(folder, ['merge', 'ann.cjm', '--out', 'out.cjm'])).stderr).toContain('“B” is missing')
    await expect(readFile(join(folder, 'out.cjm'))).rejects.toThrow('ENOENT')
    expect(await readFile(join(folder, 'thesis.cjm'), 'utf8')).toBe('years of work')
  })
})

describe('wayline diff', () => {
  it('lists what became of one copy in the other, in the order of the board', async () => {
    const folder = await copies()
    const { stdout } = await cli(folder, ['diff', 'base.cjm', 'bob.cjm'])
    expect(stdout.split('\n')).toEqual(['Changed: note “Asks” (text)', 'Added: note “Signs”', 'Changed: curve of Anna, 1 point', ''])
    expect((await cli(folder, ['diff', 'base.cjm', 'base.cjm'], 'ru_RU.UTF-8')).stdout).toBe('Различий нет.\n')
  })

  it('gives the same as JSON', async () => {
    const folder = await copies()
    const { stdout } = await cli(folder, ['diff', 'base.cjm', 'ann.cjm', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      changes: [{ id: 'note_a', kind: 'note', what: 'changed', fields: ['text'] }],
      counts: { added: 0, changed: 1, moved: 0, removed: 0, points: 0 },
    })
  })
})

describe('what a stranger wrote', () => {
  it('gives the terminal no orders and does not turn a line round', async () => {
    const folder = await copies()
    const orders = '\u001B]0;owned\u0007\u009B2J\u202Emoc.live\u200B'
    const strange = TestBoard.starter()
      .run(changeSettings, { title: `Map ${orders}` })
      .run(addNote, { noteId: 'note_x', cell: awareness, text: `Note ${orders}` })
      .run(renameStage, { stageId: 'stage_awareness', title: `Stage ${orders}` })
    await save(folder, 'strange.cjm', strange)
    for (const argv of [
      ['info', 'strange.cjm'],
      ['info', 'strange.cjm', '--json'],
      ['diff', 'base.cjm', 'strange.cjm'],
      ['diff', 'base.cjm', 'strange.cjm', '--json'],
    ]) {
      const { code, stdout } = await cli(folder, argv)
      expect({ argv, code, unseen: /[^\n\P{Cc}]|\p{Cf}/u.test(stdout) }).toEqual({ argv, code: 0, unseen: false })
    }
    expect((await cli(folder, ['info', 'strange.cjm'])).stdout).toMatch(/^Name: Map ‹U\+001B›\]0;owned‹U\+0007›‹U\+009B›2J‹U\+202E›moc/)
    const json = await cli(folder, ['info', 'strange.cjm', '--json'])
    expect(JSON.parse(json.stdout)).toMatchObject({ title: `Map ${orders}` })
  })
})
