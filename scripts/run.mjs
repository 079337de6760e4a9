// The commands of package.json: node scripts/run.mjs start|test|e2e|faults|laws|bench|dev|package|cli|setup [arguments]
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { isLinux, isRoot, requireNode, root, say, stop } from './lib/context.mjs'
import { startVirtualDisplay } from './lib/display.mjs'
import { electronExecutable, electronFolder } from './lib/electron.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { readStamp, writeStamp } from './lib/stamp.mjs'
import { ensureSystemLibraries, hasDisplay } from './lib/systemLibraries.mjs'

const [command = 'start', ...rest] = process.argv.slice(2)
const env = { ...process.env }
// Inside this variable the whole of Electron would run as plain Node, without a window.
delete env.ELECTRON_RUN_AS_NODE
// A disk that does not answer holds a thread of the few that all files share; it must not hold the last one. Later than here it has no effect.
env.UV_THREADPOOL_SIZE ??= '16'
const sandbox = isLinux && isRoot ? ['--no-sandbox'] : []
// Chromium reports a missing desktop bus or graphics card as errors, which tell a person nothing; the app has its own log.
const quiet = ['--log-level=3']

requireNode()
const commands = { start, test, e2e, faults, laws, bench, dev, package: packageApp, cli, setup }
const chosen = commands[command]
if (!chosen) stop(`There is no command "${command}". There are: ${Object.keys(commands).join(', ')}.`)
process.exit(await chosen())

async function start() {
  const folder = await prepared()
  if (!hasDisplay()) say('there is no display here: the window opens on a virtual one, which nobody sees')
  await ensureDisplay()
  // npm runs us in the project's folder; a file name is meant from where the person stands.
  const from = process.env.INIT_CWD ?? process.cwd()
  // All other words are names: a file that is called like a switch must not become one where a shell writes the names of a folder out.
  const isOurs = (word) => word === '--safe-mode'
  const files = rest.filter((word) => !isOurs(word) && word !== '--').map((name) => path.resolve(from, name))
  return run(electronExecutable(folder), [...sandbox, ...quiet, root, ...rest.filter(isOurs), '--', ...files])
}

async function setup() {
  console.log(await prepared())
  return 0
}

async function test() {
  await prepared()
  await ensureDisplay()
  const { checkAll } = await import('./check.mjs')
  const { runEndToEnd, report } = await import('./lib/tests.mjs')
  const checks = await checkAll()
  const endToEnd = await runEndToEnd('e2e', rest, env)
  // One trial of each fault that needs the app; those that do not were among the unit tests.
  const faults = rest.length > 0 ? [] : [await runEndToEnd('faults', ['app'], env)]
  return report([checks, endToEnd, ...faults])
}

/** `--busy` runs them beside other work that takes more than this machine has. */
async function e2e() {
  const folder = await prepared()
  await ensureDisplay()
  const { runEndToEnd, report } = await import('./lib/tests.mjs')
  if (!rest.includes('--busy')) return report([await runEndToEnd('e2e', rest, env)])
  const { startOtherWork } = await import('./lib/otherWork.mjs')
  const endOtherWork = await startOtherWork(electronExecutable(folder), sandbox, env)
  const words = rest.filter((word) => word !== '--busy')
  const tried = await runEndToEnd('e2e', words, env)
  endOtherWork()
  return report([tried])
}

async function faults() {
  await prepared()
  await ensureDisplay()
  const { runFaults } = await import('./lib/faultTable.mjs')
  const { report } = await import('./lib/tests.mjs')
  return report(await runFaults(rest, env))
}

async function laws() {
  await prepared()
  const { runLaws } = await import('./lib/laws.mjs')
  const { report } = await import('./lib/tests.mjs')
  return report(runLaws(rest, env))
}

async function bench() {
  await prepared()
  await ensureDisplay()
  return run(process.execPath, [path.join(root, 'test/bench/run.mjs'), ...rest])
}

async function dev() {
  const folder = await prepared()
  await ensureDisplay()
  const { develop } = await import('./lib/dev.mjs')
  return develop(() => spawn(electronExecutable(folder), [...sandbox, root, ...rest], { stdio: 'inherit', env }))
}

async function packageApp() {
  const folder = await prepared()
  const version = fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  const builder = path.join(root, 'node_modules/electron-builder/cli.js')
  return run(process.execPath, [
    builder,
    '--dir',
    `-c.electronDist=${folder}`,
    `-c.electronVersion=${version}`,
    '--publish',
    'never',
    ...rest,
  ])
}

/** Plain Node, no window: only a build is needed. PNG and PDF start Electron themselves. */
async function cli() {
  const entry = path.join(root, 'out/cli/index.js')
  const stamp = readStamp({ starts: rest[0] === 'export' })
  env.ELECTRON_OVERRIDE_DIST_PATH = stamp?.electron ?? (await prepared())
  return run(process.execPath, [entry, ...rest], process.env.INIT_CWD ?? process.cwd())
}

/** Everything is there to run the app; gives the folder of the Electron to run. */
async function prepared() {
  if (isLinux && isRoot)
    say(
      "you are root: Chromium's sandbox is off, and system packages that are missing are installed and named. As another user neither is so.",
    )
  let folder = readStamp()?.electron
  if (!folder) {
    ensurePackages()
    folder = await electronFolder()
    ensureSystemLibraries(folder)
    const { buildAll } = await import('./build.mjs')
    await buildAll()
    writeStamp(folder)
  } else if (!hasDisplay()) ensureSystemLibraries(folder)
  env.ELECTRON_OVERRIDE_DIST_PATH = folder
  return folder
}

async function ensureDisplay() {
  if (!hasDisplay()) Object.assign(env, await startVirtualDisplay())
}

function run(program, args, cwd = root) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env, cwd })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => stop(`${path.basename(program)} could not be started: ${error.message}`))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}
