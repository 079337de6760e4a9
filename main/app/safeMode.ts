import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Starts = z.array(z.object({ at: z.number(), good: z.boolean() })).max(20)
type Starts = z.infer<typeof Starts>

/** So many starts in a row that came to nothing, within a minute, and the next one opens no map by itself. */
const FAILED_STARTS = 3
const MINUTE_MS = 60_000

/** What this start of the app has to know of those before it. */
export interface StartWatch {
  /** The last starts all ended at once: open no map, restore no window, use no graphics card. */
  readonly safe: boolean
  /** This start works: somebody edits, it has run for a while, or it was ended in order. */
  good(): void
}

/**
 * Write down that the app starts, and say whether it should do so in safe mode.
 *
 * Called before Electron is ready, where graphics can still be switched off; so it reads and writes at once. A list that cannot be read
 * or written counts as none: a start must never depend on it.
 * @param asked the person asked for safe mode on the command line.
 */
export function watchStart(userData: string, now: number, asked: boolean): StartWatch {
  const file = path.join(userData, 'starts.json')
  const before = readStarts(file)
  const safe = asked || keepsFailing(before, now)
  // A start in safe mode says nothing about the next one: it has to be tried.
  const starts = [...(safe ? [] : before.slice(-FAILED_STARTS)), { at: now, good: safe }]
  writeStarts(userData, file, starts)
  let told = safe
  return {
    safe,
    good() {
      if (told) return
      told = true
      writeStarts(userData, file, [{ at: now, good: true }])
    },
  }
}

/** Whether the last starts all came to nothing, one right after the other. A clock that was set back does not matter. */
export function keepsFailing(starts: Starts, now: number): boolean {
  const last = starts.slice(-FAILED_STARTS)
  return last.length === FAILED_STARTS && last.every(({ at, good }) => !good && Math.abs(now - at) < MINUTE_MS)
}

function readStarts(file: string): Starts {
  try {
    return Starts.catch([]).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // There is none at the first start; a damaged one is written anew.
    return []
  }
}

function writeStarts(folder: string, file: string, starts: Starts): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify(starts), { mode: 0o600 })
  } catch {
    // A disk that is full or read-only is told of where a map cannot be kept.
  }
}
