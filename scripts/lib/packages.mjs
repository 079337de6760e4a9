// npm packages: installed when the lock file is another than the one they were installed from.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { npmCommand, root, say, stop } from './context.mjs'

const stamp = path.join(root, 'node_modules/.wayline-lock')

export function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

export function packagesAreInstalled() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash()
}

/** No package runs anything while it is installed: what has to be unpacked is unpacked by our own scripts. */
export function ensurePackages() {
  if (packagesAreInstalled()) return
  say('installing packages (npm ci)')
  const [command, ...first] = npmCommand()
  const run = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) stop('The packages could not be installed. The lines above say why; with a network, run the same command again.')
  fs.writeFileSync(stamp, lockHash())
  say('packages installed')
}
