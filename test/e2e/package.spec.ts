import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')
const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Places in Electron's fuse wire, version 1, and the characters that stand for off and on. */
const [OFF, ON] = [48, 49]
const FUSE = { runAsNode: 0, nodeOptions: 2, cliInspect: 3, asarIntegrity: 4, onlyAsar: 5, fileProtocolExtra: 7 } as const

let folder = ''
let app = ''

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'the package is made for Linux here')

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wayline-package-'))
  const version = readFileSync(path.join(runtime, 'version'), 'utf8').trim().replace(/^v/, '')
  const builder = path.join(root, 'node_modules/electron-builder/cli.js')
  const options = [
    '--dir',
    '--publish',
    'never',
    `-c.electronDist=${runtime}`,
    `-c.electronVersion=${version}`,
    `-c.directories.output=${folder}`,
  ]
  const run = spawnSync(process.execPath, [builder, ...options], { cwd: root, encoding: 'utf8' })
  expect(run.status, run.stderr + run.stdout).toBe(0)
  app = path.join(folder, 'linux-unpacked/wayline')
})

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('the packaged binary has the doors of a development build closed (S11)', async () => {
  const wire = await getCurrentFuseWire(app)
  const read = Object.fromEntries(Object.entries(FUSE).map(([name, place]) => [name, Number(wire[place])]))
  expect(read).toEqual({ runAsNode: OFF, nodeOptions: OFF, cliInspect: OFF, asarIntegrity: ON, onlyAsar: ON, fileProtocolExtra: OFF })
})

test('the packaged app runs no code that the environment or the command line names', () => {
  const planted = path.join(folder, 'planted.cjs')
  const trace = path.join(folder, 'trace')
  writeFileSync(planted, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`)
  for (const env of [{ ELECTRON_RUN_AS_NODE: '1' }, { NODE_OPTIONS: `--require ${planted}` }]) {
    spawnSync(app, [...asRoot, planted, '--not-a-switch'], { env: { ...process.env, ...env }, timeout: 20_000 })
  }
  expect(() => readFileSync(trace)).toThrow(/ENOENT/)
})

test('the packaged app opens a map and makes a picture of it', () => {
  const map = path.join(folder, 'Путь клиента.cjm')
  const source = path.join(folder, 'day.mmd')
  writeFileSync(source, 'journey\n  title Day\n  section Morning\n    Make tea: 5: Me\n')
  const made = spawnSync(process.execPath, [path.join(root, 'out/cli/index.js'), 'import', source, '--out', map], { encoding: 'utf8' })
  expect(made.status, made.stderr).toBe(0)
  const out = path.join(folder, 'day.png')
  const job = { file: map, format: 'png', out, scale: 1, theme: 'light', language: 'en' }
  const run = spawnSync(app, asRoot, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, XDG_CONFIG_HOME: folder, WAYLINE_EXPORT_JOB: JSON.stringify(job) },
  })
  expect(run.status, run.stderr).toBe(0)
  expect(readFileSync(out).subarray(1, 4).toString()).toBe('PNG')
})
