import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AutosaveTimes } from '../../../main/maps/autosave'
import { bundleNode } from '../../support/bundleNode'

/** What somebody at work in a process of its own does. */
export interface EditorOptions {
  /** The folder in which the app keeps its own things. */
  readonly home: string
  /** Null: a map that was never saved. */
  readonly file: string | null
  /** Notes are called `<name> 1`, `<name> 2` and so on. */
  readonly name: string
  readonly edits: number
  readonly gapMs: number
  readonly autosave: AutosaveTimes
  /** The process dies at that call to the disk, counted from 1. */
  readonly killAt?: number
}

/** Writes the file whenever it can, so that a fault meets a write as often as it can. */
export const RESTLESS: AutosaveTimes = { restMs: 1, mostMs: 20, retryMs: 20 }

export class Editor {
  readonly process: ChildProcess
  readonly ended: Promise<number | null>
  /** Texts of notes that were confirmed: written, synced, said so. */
  readonly confirmed: string[] = []
  /** Calls to the disk of a run that came to its end. */
  calls: number | null = null
  /** What a run that came to its end had more of then than at its beginning. */
  used: { readonly growthMb: number; readonly openFiles: number } | null = null
  #waiting: (() => void)[] = []
  #rest = ''

  private constructor(script: string, options: EditorOptions, wrapper: readonly string[]) {
    const words = [...wrapper, process.execPath, '--expose-gc', script, JSON.stringify(options)]
    this.process = spawn(words[0] ?? '', words.slice(1), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    })
    this.process.stdout?.on('data', (chunk: Buffer) => this.#hear(chunk.toString('utf8')))
    this.ended = new Promise((resolve) => this.process.once('close', (code) => resolve(code)))
  }

  /** @param wrapper words before the program's own, as `strace …`. */
  static async start(options: EditorOptions, wrapper: readonly string[] = []): Promise<Editor> {
    return new Editor(await editorScript(), options, wrapper)
  }

  /** Resolves when that many notes were confirmed, or the process ended. */
  async confirms(count: number): Promise<void> {
    while (this.confirmed.length < count && this.process.exitCode === null && this.process.signalCode === null) {
      await Promise.race([new Promise<void>((resolve) => this.#waiting.push(resolve)), this.ended])
    }
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.ended
  }

  #end(line: string): void {
    const [, , calls, growthMb, openFiles] = line.split(' ').map(Number)
    this.calls = calls ?? null
    this.used = { growthMb: growthMb ?? NaN, openFiles: openFiles ?? NaN }
  }

  #hear(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n')
    // A line that was cut by the fault was never said.
    this.#rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('done ')) this.#end(line)
      else this.confirmed.push(line)
    }
    for (const wake of this.#waiting.splice(0)) wake()
  }
}

let script: Promise<string> | null = null

/** Built once for all rows. */
function editorScript(): Promise<string> {
  script ??= (async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'wayline-editor-')), 'editor.mjs')
    await bundleNode(fileURLToPath(new URL('./editor.ts', import.meta.url)), file)
    return file
  })()
  return script
}
