import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeNewId } from '../../../shared/model/ids'
import { runCli } from '../../../main/cli/cli'
import { loadMap } from '../../../main/files/loadMap'
import { encodeAs } from '../../support/encoding'
import { tempFolder } from '../../support/tempFolder'

const ROOT = resolve(import.meta.dirname, '../../..')
const newId = makeNewId((count) => new Uint8Array(randomBytes(count)))
const clock = (): Date => new Date()

const JOURNEY = `journey
  title Ипотека
  section Awareness
    See the advert: 5: Anna, Oleg
    Compare banks: 2: Anna
  section Purchase
    Sign: 1: Oleg
`

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function cli(cwd: string, argv: readonly string[], env: Record<string, string> = { LANG: 'en_US.UTF-8' }): Promise<Outcome> {
  let [stdout, stderr] = ['', '']
  const code = await runCli(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    cwd,
    env,
    clock,
    newId,
    built: ROOT,
  })
  return { code, stdout, stderr }
}

async function imported(): Promise<string> {
  const folder = await tempFolder()
  await writeFile(join(folder, 'in.mmd'), JOURNEY)
  expect(await cli(folder, ['import', 'in.mmd', '--out', 'out.cjm'])).toMatchObject({ code: 0 })
  return folder
}

describe('wayline import, info', () => {
  it('says on one line what was made, in the language of the system, and nothing where nothing was', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'in.mmd'), JOURNEY)
    await writeFile(join(folder, 'none.csv'), '')
    const made = await cli(folder, ['import', 'in.mmd', '--out', 'out.cjm'])
    expect(made.stdout).toMatch(/^“out.cjm” is made: 2 stages, \d+ lanes, \d+ notes, 4 emotion points\.\n$/)
    const russian = await cli(folder, ['import', 'in.mmd', '--out', 'out.cjm'], { LANG: 'ru_RU.UTF-8' })
    expect(russian.stdout).toMatch(/^Карта «out.cjm» готова: 2\u00a0этапа, /)
    expect((await cli(folder, ['import', 'none.csv', '--out', 'none.cjm'])).stdout).toBe('')
  })

  it('makes a map of a Mermaid journey and tells what is in it', async () => {
    const folder = await imported()

    const { code, stdout, stderr } = await cli(folder, ['info', 'out.cjm', '--json'])

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const info = JSON.parse(stdout) as { counts: object }
    expect(info).toMatchObject({
      title: 'Ипотека',
      kind: 'cjm',
      state: 'as-is',
      counts: { personas: 2, stages: 2, steps: 3, emotionPoints: 4 },
    })
    expect(Object.keys(info)).toEqual(['title', 'kind', 'state', 'counts'])
    expect(Object.keys(info.counts)).toEqual(['personas', 'stages', 'steps', 'lanes', 'notes', 'emotionPoints', 'inbox'])
  })

  it('does not make a map of a map, nor of a file of another kind', async () => {
    const folder = await imported()
    await writeFile(join(folder, 'package.json'), '{ "name": "a", "files": ["a", "b"],\n "main": "c" }')
    expect(await cli(folder, ['import', 'out.cjm', '--out', 'again.cjm'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '“out.cjm” cannot be imported: This is already a Wayline map. Open it instead of importing it.\n',
    })
    expect(await cli(folder, ['import', 'package.json', '--out', 'again.cjm'])).toMatchObject({ code: 1, stdout: '' })
    expect(await readdir(folder)).not.toContain('again.cjm')
  })

  it('says what it guessed of the encoding and of the rows, and reads them as it is told', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.csv'), encodeAs('Stage,Actions\nBook,Phones the café\nPay,Pays £5\n', 'windows-1252'))
    const titles = async (): Promise<readonly string[]> => {
      await cli(folder, ['export', 'a.cjm', '--to', 'json', '--out', 'a.json'])
      const { stages } = JSON.parse(await readFile(join(folder, 'a.json'), 'utf8')) as { stages: { title: string }[] }
      return stages.map(({ title }) => title)
    }

    const guessed = await cli(folder, ['import', 'a.csv', '--out', 'a.cjm'])
    expect(guessed).toMatchObject({ code: 0, stdout: '“a.cjm” is made: 2 stages, 1 lane, 2 notes.\n' })
    expect(guessed.stderr).toContain('Its encoding is a guess, Windows-1252 (Western European): there are too few letters beyond ASCII')
    expect(await titles()).toEqual(['Book', 'Pay'])

    expect(await cli(folder, ['import', 'a.csv', '--out', 'a.cjm', '--encoding', 'macintosh', '--rows', 'lanes'])).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(await titles()).toEqual(['Actions'])
    expect((await cli(folder, ['import', 'a.csv', '--out', 'a.cjm', '--encoding', 'ascii'])).stderr).toContain(
      'use one of: utf-8, utf-8-twice, utf-16le',
    )
  })

  it('replaces a map of ours, and never anything else', async () => {
    const folder = await imported()
    await writeFile(join(folder, 'thesis.cjm'), 'years of work')

    expect((await cli(folder, ['import', 'in.mmd', '--out', 'out.cjm'])).code).toBe(0)
    const refused = await cli(folder, ['import', 'in.mmd', '--out', 'thesis.cjm'])

    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('not a Wayline map')
    expect(await readFile(join(folder, 'thesis.cjm'), 'utf8')).toBe('years of work')
  })

  it('speaks the language of the system', async () => {
    const folder = await tempFolder()
    const { stderr } = await cli(folder, ['info', 'нет.cjm'], { LC_ALL: 'ru_RU.UTF-8' })
    expect(stderr).toBe('Файла «нет.cjm» нет.\n')
  })
})

describe('wayline export', () => {
  it('writes the readable part as JSON', async () => {
    const folder = await imported()

    expect(await cli(folder, ['export', 'out.cjm', '--to', 'json', '--out', 'out.json'])).toEqual({ code: 0, stdout: '', stderr: '' })

    const map = JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')) as { stages: { title: string }[] }
    expect(map.stages.map(({ title }) => title)).toEqual(['Awareness', 'Purchase'])
  })

  it('writes over what it exported before, and never over a map under another name', async () => {
    const folder = await imported()
    const out = ['export', 'out.cjm', '--to', 'json', '--out', 'out.json']
    await cli(folder, out)
    const first = await readFile(join(folder, 'out.json'), 'utf8')

    expect(await cli(folder, out)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await readFile(join(folder, 'out.json'), 'utf8')).toBe(first)

    const map = await readFile(join(folder, 'out.cjm'))
    await writeFile(join(folder, 'out.json'), map)
    expect(await cli(folder, out)).toMatchObject({ code: 1 })
    expect(await readFile(join(folder, 'out.json'))).toEqual(map)
  })

  it('draws an SVG in plain Node', async () => {
    const folder = await imported()

    expect(await cli(folder, ['export', 'out.cjm', '--to', 'svg', '--out', 'out.svg', '--theme', 'dark', '--lang', 'pl'])).toMatchObject({
      code: 0,
    })

    const svg = await readFile(join(folder, 'out.svg'), 'utf8')
    expect(svg).toMatch(/^<\?xml/)
    expect(svg).toContain('Awareness')
  })

  it('never replaces a map by a picture', async () => {
    const folder = await imported()
    const before = await readFile(join(folder, 'out.cjm'))

    const same = await cli(folder, ['export', 'out.cjm', '--to', 'svg', '--out', 'out.cjm'])
    await writeFile(join(folder, 'other.cjm'), before)
    const other = await cli(folder, ['export', 'out.cjm', '--to', 'json', '--out', 'other.cjm'])

    expect([same.code, other.code]).toEqual([1, 1])
    expect((await readFile(join(folder, 'out.cjm'))).equals(before)).toBe(true)
    expect((await readFile(join(folder, 'other.cjm'))).equals(before)).toBe(true)
  })

  it('says which runtime a picture needs when there is none', async () => {
    const folder = await imported()
    const env = { LANG: 'C', ELECTRON_OVERRIDE_DIST_PATH: folder }
    const { code, stderr } = await cli(folder, ['export', 'out.cjm', '--to', 'png', '--out', 'out.png'], env)
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'PNG and PDF need the Electron runtime, and it is not there: run npm start once.\n',
    })
  })
})

describe('wayline salvage', () => {
  it('makes a sound map of what is left, says how much that is, and only reads the damaged one', async () => {
    const folder = await imported()
    const whole = await readFile(join(folder, 'out.cjm'))
    const damaged = whole.subarray(0, whole.indexOf('"digest"'))
    await writeFile(join(folder, 'cut.cjm'), damaged)

    const { code, stdout, stderr } = await cli(folder, ['salvage', 'cut.cjm', '--out', 'saved.cjm'])

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^The file was damaged\. \d+ notes? w.+ read from what is left of it\. That is as many as the file had\.\nPersonas: 2\nStages: 2\n/,
    )
    const counts = async (name: string): Promise<unknown> => JSON.parse((await cli(folder, ['info', name, '--json'])).stdout)
    expect(await counts('saved.cjm')).toEqual(await counts('out.cjm'))
    expect((await cli(folder, ['validate', 'saved.cjm'])).code).toBe(0)
    expect((await readFile(join(folder, 'cut.cjm'))).equals(damaged)).toBe(true)
  })

  it('refuses what holds nothing of a map, and never writes over the damaged file', async () => {
    const folder = await imported()
    await writeFile(join(folder, 'page.cjm'), '<html>Sign in</html>')
    expect((await cli(folder, ['salvage', 'page.cjm', '--out', 'saved.cjm'])).stderr).toContain('it is a web page')
    expect((await cli(folder, ['salvage', 'out.cjm', '--out', 'out.cjm'])).code).toBe(1)
  })
})

describe('wayline validate', () => {
  it('is content with a sound map', async () => {
    const folder = await imported()
    expect(await cli(folder, ['validate', 'out.cjm'])).toEqual({ code: 0, stdout: '“out.cjm” is a valid map.\n', stderr: '' })
  })

  it('refuses a damaged one and leaves it as it is', async () => {
    const folder = await imported()
    const whole = await readFile(join(folder, 'out.cjm'))
    await writeFile(join(folder, 'cut.cjm'), whole.subarray(0, 500))

    const { code, stderr } = await cli(folder, ['validate', 'cut.cjm'])

    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^“cut.cjm” is not as it was written\. The file was damaged\. \d+ notes were read from what is left of it\. .+salvage.+\n$/,
    )
    expect((await readFile(join(folder, 'cut.cjm'))).equals(whole.subarray(0, 500))).toBe(true)
  })

  it('tells of a document that had to be rebuilt', async () => {
    const folder = await imported()
    const json = JSON.parse(await readFile(join(folder, 'out.cjm'), 'utf8')) as object
    await writeFile(join(folder, 'rebuilt.cjm'), JSON.stringify({ ...json, doc: 'AAAA' }))
    const { code, stderr } = await cli(folder, ['validate', 'rebuilt.cjm'])
    expect(code).toBe(1)
    expect(stderr).toContain('rebuilt from its readable part')
  })

  it('names assets that are no images to be shown', async () => {
    const folder = await imported()
    const json = JSON.parse(await readFile(join(folder, 'out.cjm'), 'utf8')) as object
    await writeFile(join(folder, 'bomb.cjm'), JSON.stringify({ ...json, assets: { '../a\u202e': { type: 'image/png', data: '' } } }))
    const { code, stderr } = await cli(folder, ['validate', 'bomb.cjm'])
    expect(code).toBe(1)
    expect(stderr).toContain('1 asset in it can’t be shown as an image: ../a')
    expect(stderr).not.toContain('\u202e')
  })
})

describe('the command line', () => {
  it.each([
    [[], 'Usage'],
    [['dance'], 'There is no command “dance”'],
    [['info'], '“FILE” is missing'],
    [['info', 'a.cjm', 'b.cjm'], 'There is no option “b.cjm”'],
    [['info', 'a.cjm', '--loud'], 'There is no option “--loud”'],
    [['export', 'a.cjm', '--to', 'gif', '--out', 'x'], '“gif” is not a value for --to'],
    [['export', 'a.cjm', '--to'], '“--to” is missing'],
    [['export', 'a.cjm', '--to', 'json', '--out', 'x', '--out=y.cjm'], '“--out” is given twice'],
    [['import', 'a.csv'], '“--out” is missing'],
    [['import', 'a.csv', '--out', 'b.txt'], 'must end with .cjm'],
  ])('answers %j with one sentence and a code', async (argv, sentence) => {
    const { code, stdout, stderr } = await cli(await tempFolder(), argv)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says of a folder that it is one', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'x.cjm'))
    expect((await cli(folder, ['info', 'x.cjm'])).stderr).toContain('it is a folder')
    expect((await cli(folder, ['import', 'x.cjm', '--out', 'y.cjm'])).stderr).toContain('it is a folder')
  })

  it('writes files that the loader opens without a complaint', async () => {
    const folder = await imported()
    const loaded = await loadMap(join(folder, 'out.cjm'), { clock, newId })
    expect(loaded).toMatchObject({ ok: true, value: { repaired: false, handEdited: false, problems: [] } })
  })
})
