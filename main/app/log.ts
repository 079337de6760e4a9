import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

export type Log = (message: string, error?: unknown) => void

const LARGEST = 1024 * 1024
const LONGEST_LINE = 8_000

/**
 * A log file in the user-data folder: what failed and where, never what a map says.
 *
 * Writing is synchronous, because the lines that matter most are the last ones before the process ends. At 1 MB the
 * file becomes `.old` and a new one starts.
 */
export function openLog(folder: string, clock: () => Date): Log {
  const file = path.join(folder, 'wayline.log')
  return (message, error) => {
    const line = `${clock().toISOString()} ${oneLine(error === undefined ? message : `${message}: ${describe(error)}`)}\n`
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(file) > LARGEST) renameSync(file, `${file}.old`)
      appendFileSync(file, line, { mode: 0o600 })
    } catch (failure) {
      // A full disk must not take the app down with its log; the terminal is what is left.
      process.stderr.write(`${line}log: ${describe(failure)}\n`)
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
}

function oneLine(text: string): string {
  return text.slice(0, LONGEST_LINE).replaceAll('\r', '').replaceAll('\n', ' | ')
}
