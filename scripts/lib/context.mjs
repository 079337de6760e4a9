// What every script needs to know of this machine. Node built-ins only: nothing may be installed yet.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
export const isLinux = process.platform === 'linux'
export const isRoot = process.getuid?.() === 0
export const cacheDir = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'wayline')

const started = Date.now()

/** Progress goes to stderr: stdout belongs to results. */
export function say(sentence) {
  console.error(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${sentence}`)
}

/** Ends the script with a sentence that says what to do next. */
export function stop(sentence, code = 1) {
  console.error(`\n${sentence}\n`)
  process.exit(code)
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop(`Node ${process.versions.node} is too old: Wayline needs Node 20.19 or newer.`)
}

/** How to call npm: the one that called us, where one did. */
export function npmCommand() {
  const own = process.env.npm_execpath
  return own && fs.existsSync(own) ? [process.execPath, own] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}
