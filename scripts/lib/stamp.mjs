// One good set-up is remembered, so that the next start probes, installs and builds nothing and touches no network.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './context.mjs'
import { lockHash, packagesAreInstalled } from './packages.mjs'
import { electronExecutable } from './electron.mjs'
import { isAltered } from './fallbackRuntime.mjs'

const SOURCES = ['main', 'renderer', 'shared', 'assets', 'scripts', 'package.json', 'tsconfig.base.json']
const file = path.join(root, 'out/.stamp.json')

/** A hash over name, size and time of every source file: a few milliseconds, and any edit changes it. */
export function sourcesHash() {
  const hash = createHash('sha256')
  const visit = (relative) => {
    const full = path.join(root, relative)
    if (!fs.existsSync(full)) return
    const stat = fs.statSync(full)
    if (stat.isDirectory()) for (const name of fs.readdirSync(full).sort()) visit(path.join(relative, name))
    else hash.update(`${relative}\0${stat.size}\0${stat.mtimeMs}\0`)
  }
  for (const source of SOURCES) visit(source)
  return hash.digest('hex')
}

/**
 * The remembered set-up, if lock file, sources and runtime are still the same.
 * @param starts whether the runtime is going to be started; reading all of it takes a quarter of a second.
 */
export function readStamp({ starts = true } = {}) {
  if (!fs.existsSync(file)) return null
  const stamp = JSON.parse(fs.readFileSync(file, 'utf8'))
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const same =
    packagesAreInstalled() &&
    stamp.lock === lockHash() &&
    stamp.sources === sourcesHash() &&
    fs.existsSync(electronExecutable(stamp.electron))
  const asGiven = !given || given === stamp.electron
  return same && asGiven && !(starts && isAltered(stamp.electron)) ? stamp : null
}

export function writeStamp(electron) {
  fs.writeFileSync(file, JSON.stringify({ lock: lockHash(), sources: sourcesHash(), electron }))
}
