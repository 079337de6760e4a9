// npm run bench: figures of the board alone, or beside other boards where a copy of the peer harness is at hand.
//   npm run bench                                   measures 500 and 2,000 notes here
//   npm run bench -- --notes 2000 --repeat 3
//   PEER_HARNESS=<folder> npm run bench -- --peers raw,excalidraw,ours --n 2000 --reps 3
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { electronExecutable, electronFolder } from '../../scripts/lib/electron.mjs'
import { measureBoard, meanOf } from './measure.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const electron = process.env.ELECTRON ?? electronExecutable(await electronFolder())
/** The folder whose package.json names the built app. */
const app = process.env.WAYLINE_BENCH_APP ?? root
const harness = process.env.PEER_HARNESS

process.exit(await (harness ? besidePeers(path.resolve(harness)) : alone()))

/** Runs the harness with this app as the peer "ours" and prints its tables. */
async function besidePeers(folder) {
  if (!fs.existsSync(path.join(folder, 'run.mjs'))) throw new Error(`there is no peer harness in ${folder}`)
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'wayline-bench-'))
  const ours = { dir: app, env: { WAYLINE_BENCH: '1', WAYLINE_USER_DATA: userData } }
  fs.writeFileSync(path.join(folder, 'apps.json'), JSON.stringify({ ours }, null, 2))
  const defaults = { peers: 'raw,excalidraw,ours', n: '500,2000', reps: '3', out: 'results/wayline.jsonl' }
  const given = process.argv.slice(2)
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' }]))
  const { values: chosen } = parseArgs({ options, args: given, strict: false })
  const values = { ...defaults, ...chosen }
  const added = Object.entries(defaults).flatMap(([name, value]) => (chosen[name] === undefined ? [`--${name}`, value] : []))
  fs.rmSync(path.join(folder, values.out), { force: true })
  const peers = values.peers
    .split(',')
    .map((peer) => peer.split('?')[0])
    .filter((peer) => peer !== 'ours')
  try {
    const missing = peers.filter((peer) => !fs.existsSync(path.join(folder, 'dist', peer)))
    if (missing.length > 0 || !fs.existsSync(path.join(folder, 'dist/instrument.js'))) await node(folder, ['build.mjs', ...missing])
    const code = await node(folder, ['run.mjs', ...given, ...added])
    if (code === 0 && fs.existsSync(path.join(folder, 'report.mjs'))) await node(folder, ['report.mjs', values.out])
    return code
  } finally {
    fs.rmSync(userData, { recursive: true, force: true })
  }
}

function node(folder, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'inherit', env: { ...process.env, ELECTRON: electron } })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Measures the board by itself, and prints one table. */
async function alone() {
  const { values } = parseArgs({
    options: { notes: { type: 'string', default: '500,2000' }, repeat: { type: 'string', default: '1' }, json: { type: 'boolean' } },
  })
  const rows = []
  for (const notes of values.notes.split(',').map(Number)) {
    const runs = []
    for (let i = 0; i < Number(values.repeat); i += 1) runs.push(await measureBoard({ electron, app, notes }))
    rows.push({ notes, steps: meanOf(runs) })
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2))
  else printTable(rows)
  return 0
}

function printTable(rows) {
  const cell = (value, digits = 1) => (value === null || value === undefined ? '-' : value.toFixed(digits)).padStart(8)
  console.log('Frame times and CPU of the main thread in ms a frame; the pointer moves at 60 Hz.')
  for (const { notes, steps } of rows) {
    console.log(`\n${notes} notes: loaded and drawn in ${cell(steps.load.ms, 0).trim()} ms, one more in ${cell(steps.add.ms, 0).trim()} ms`)
    console.log(`${'step'.padEnd(22)}${['median', '95 %', 'longest', 'main'].map((name) => name.padStart(8)).join('')}`)
    for (const [name, step] of Object.entries(steps)) {
      if (step.p50 === undefined) continue
      console.log(`${name.padEnd(22)}${cell(step.p50)}${cell(step.p95)}${cell(step.max)}${cell(step.main)}`)
    }
  }
}
