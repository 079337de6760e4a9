import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the words after the program's name ask for. */
export interface CommandLine {
  /** Absolute paths of maps to open. */
  readonly files: readonly string[]
  /** The person asks for a start that opens nothing by itself. */
  readonly safeMode: boolean
  /** Switches nobody should give to a released app; it refuses to start with them. */
  readonly refused: readonly string[]
}

const SAFE_MODE = '--safe-mode'

/**
 * What a released app still takes: how to draw, and what packagers of Linux add. Everything else opens a door into it. Only whole words: a file of
 * a folder may be called `--no-sandbox=a.cjm`, and Chromium would take that for the switch.
 */
const HARMLESS =
  /^(?:--no-sandbox|--disable-gpu|--enable-features=WaylandWindowDecorations|--ozone-platform(?:-hint)?=(?:auto|x11|wayland|headless)|--force-device-scale-factor=[\d.]+|--high-dpi-support=[01]|--original-process-start-time=\d+)$/

const MOST_FILES = 20
const LONGEST_PATH = 4096

/**
 * Read the command line of this process.
 * @param packaged a released app has no word for the app's own folder, and refuses what a developer may say.
 */
export function readCommandLine(argv: readonly string[], options: { readonly packaged: boolean; readonly cwd: string }): CommandLine {
  const words = argv.slice(1)
  const files: string[] = []
  const refused: string[] = []
  let safeMode = false
  let seenAppFolder = options.packaged
  let onlyNames = false

  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (onlyNames || !word.startsWith('-')) {
      if (seenAppFolder) files.push(word)
      seenAppFolder = true
    } else if (word === '--') onlyNames = true
    else if (word === SAFE_MODE) safeMode = true
    // Electron's own word for a module to load first, with its value apart; test drivers use it.
    else if (!options.packaged && (word === '-r' || word === '--require')) at += 1
    else if (options.packaged && !isHarmless(word)) refused.push(word)
  }
  return { files: checkedFiles(files, options.cwd), safeMode, refused }
}

function isHarmless(word: string): boolean {
  // macOS gives a program that was started from the Finder a process number.
  return /^-psn_[\d_]+$/.test(word) || HARMLESS.test(word)
}

/**
 * Absolute paths out of words from outside: a command line, a desktop (which may pass `file:` URLs), a second instance.
 * Whatever is not the name of a local file is left out.
 */
export function checkedFiles(words: readonly unknown[], cwd: string): string[] {
  const files: string[] = []
  for (const word of words.slice(0, MOST_FILES)) {
    if (typeof word !== 'string' || word === '' || word.length > LONGEST_PATH || word.includes('\0')) continue
    const named = /^[a-z][a-z0-9+.-]+:/i.test(word) ? localFile(word) : word
    if (named === null || isRemote(named)) continue
    const file = path.resolve(cwd, named)
    if (!files.includes(file)) files.push(file)
  }
  return files
}

function localFile(url: string): string | null {
  if (!url.toLowerCase().startsWith('file:')) return null
  try {
    return fileURLToPath(url)
  } catch {
    // A host, or an encoded slash: not the name of a file of this computer.
    return null
  }
}

/** `\\server\share` from a stranger would make Windows send the person's password hash to that server. */
function isRemote(name: string): boolean {
  return process.platform === 'win32' && /^[\\/]{2}/.test(name)
}
