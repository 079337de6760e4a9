// Shared libraries that Electron needs on Linux, and Xvfb where there is no display.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { isLinux, isRoot, say, stop } from './context.mjs'
import { electronExecutable } from './electron.mjs'

/** Debian's package of each library, by the name it had before the 64-bit time transition. */
const PACKAGE_OF = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libxcb.so.1': 'libxcb1',
  'libexpat.so.1': 'libexpat1',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libudev.so.1': 'libudev1',
}
const RENAMED = new Set(['libgtk-3-0', 'libasound2', 'libatk1.0-0', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libcups2', 'libglib2.0-0'])

export function hasDisplay() {
  return !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Installs what is missing as root on Debian and its kin; otherwise says the one command to run. */
export function ensureSystemLibraries(folder) {
  if (!isLinux) return
  const wanted = new Set()
  const unknown = []
  for (const library of missingLibraries(electronExecutable(folder))) {
    if (PACKAGE_OF[library]) wanted.add(PACKAGE_OF[library])
    else unknown.push(library)
  }
  if (!hasDisplay() && !isCommand('Xvfb')) wanted.add('xvfb')
  if (!fs.existsSync('/usr/share/fonts') && !fs.existsSync('/usr/local/share/fonts')) wanted.add('fonts-dejavu-core')
  if (unknown.length > 0)
    stop(
      `Electron needs libraries that this system lacks: ${unknown.join(', ')}. Install them with the system's package manager and run the same command again.`,
    )
  if (wanted.size === 0) return
  const packages = [...wanted].map(nameHere).sort()
  if (!isCommand('apt-get'))
    stop(
      `Electron needs these packages (Debian's names): ${packages.join(' ')}. Install them with the system's package manager and run the same command again.`,
    )
  if (!isRoot)
    stop(`Some system packages are missing. Run this, then the same command again:\n\n  sudo apt-get install ${packages.join(' ')}`)
  say(`installing system packages: ${packages.join(' ')}`)
  if (!aptInstall(packages)) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] })
    if (!aptInstall(packages)) stop(`apt-get could not install: ${packages.join(' ')}`)
  }
}

function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: ['ignore', 'ignore', 'pipe'] })
      .status === 0
  )
}

function missingLibraries(executable) {
  const run = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return [...(run.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

function isCommand(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}

/** Debian 13 and Ubuntu 24.04 gave these packages a `t64` at the end. */
function nameHere(name) {
  const release = fs.existsSync('/etc/os-release') ? fs.readFileSync('/etc/os-release', 'utf8') : ''
  const id = /^ID=("?)(.*)\1$/m.exec(release)?.[2]
  const version = Number(/^VERSION_ID=("?)([\d.]+)\1$/m.exec(release)?.[2] ?? 0)
  const renamed = (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24.04)
  return renamed && RENAMED.has(name) ? `${name}t64` : name
}
