import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/base/result'
import type { CheckedMap } from './checkMap'
import type { EnvelopeFrame } from './envelope'
import { errnoOf } from './errno'
import type { LoadFailure } from './loadMap'
import type { DocumentMoment, EncodedMap, MapCodec } from './mapCodec'
import type { Answer, Job } from './workerMessages'

export interface WorkerCodecOptions {
  /** Path of the built `mapWorker`. */
  readonly script: string
  /** Milliseconds for any file, and for each megabyte of it, before whoever reads it is ended. */
  readonly patience?: { readonly ms: number; readonly msPerMegabyte: number }
  /** Heap of a thread, in megabytes. */
  readonly memory?: number
  /** Told of faults of ours in a thread. Whoever asked goes on without it, and nobody else would hear of them. */
  readonly log?: (message: string, error?: unknown) => void
}

/** A map of 30 MB takes 2 s on a fast machine; a slow one is given time, a trap of a few bytes is not. */
const PATIENCE = { ms: 5_000, msPerMegabyte: 1_000 }
/**
 * How many times that it may take by the clock, where the app did not get the processor meanwhile: on a computer that is busy with something else a
 * whole file would look like a trap, and lose its history.
 */
const BUSY = 4
/** How often it is asked how long a thread has worked, in milliseconds. */
const ASK_MS = 250
/** Four times what a map of 30 MB needs. */
const MEMORY = 1_024
const MEGABYTE = 1024 * 1024

/** Checks and encodes maps in threads of their own: one for strangers' bytes, which may hang it, and one for our own maps, which never wait for that. */
export class WorkerCodec implements MapCodec {
  readonly #patience: NonNullable<WorkerCodecOptions['patience']>
  readonly #reader: Thread
  readonly #writer: Thread
  readonly #log: NonNullable<WorkerCodecOptions['log']>

  constructor({ script, patience = PATIENCE, memory = MEMORY, log = (): void => undefined }: WorkerCodecOptions) {
    this.#patience = patience
    this.#log = log
    this.#reader = new Thread(script, memory)
    this.#writer = new Thread(script, memory)
  }

  get busy(): boolean {
    return this.#reader.busy || this.#writer.busy
  }

  async check(bytes: Uint8Array): Promise<Result<CheckedMap, LoadFailure>> {
    const tried = await this.#check(bytes, { withoutDocument: false })
    // What hangs or blows up is the document; the readable part is bounded before it is read.
    return tried ?? (await this.#check(bytes, { withoutDocument: true })) ?? fail('damaged', 'too-hard')
  }

  async encode(moment: DocumentMoment, frame: EnvelopeFrame): Promise<EncodedMap> {
    const size = moment.state.byteLength + moment.updates.reduce((sum, { byteLength }) => sum + byteLength, 0)
    try {
      const answer = await this.#writer.ask({ what: 'encode', moment, frame }, this.#limit(size) * 4)
      if (answer.what === 'encoded') return answer.encoded
      throw new Error(answer.what === 'threw' ? answer.message : 'an answer to another question')
    } catch (error) {
      this.#log('a map could not be put together in a thread of its own', error)
      throw error
    }
  }

  /** Null where the bytes were too much for the thread. */
  async #check(
    bytes: Uint8Array,
    { withoutDocument }: { readonly withoutDocument: boolean },
  ): Promise<Result<CheckedMap, LoadFailure> | null> {
    try {
      const answer = await this.#reader.ask({ what: 'check', bytes, withoutDocument }, this.#limit(bytes.byteLength))
      if (answer.what === 'checked') return answer.result
      throw new Error(answer.what === 'threw' ? answer.message : 'an answer to another question')
    } catch (error) {
      if (error instanceof TooMuch) return null
      this.#log('a file could not be read in a thread of its own', error)
      return fail('unreadable', errnoOf(error))
    }
  }

  #limit(size: number): number {
    return this.#patience.ms + (size / MEGABYTE) * this.#patience.msPerMegabyte
  }
}

/** The thread took longer or more memory than it may. */
class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** One worker, begun when it is first needed; it does one job after another and keeps no process from ending. */
class Thread {
  readonly #script: string
  readonly #memory: number
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #asked = 0

  constructor(script: string, memory: number) {
    this.#script = script
    this.#memory = memory
  }

  get busy(): boolean {
    return this.#asked > 0
  }

  ask(job: Job, limitMs: number): Promise<Answer> {
    this.#asked += 1
    const asked = this.#last.then(() => this.#ask(job, limitMs))
    // How this job ends is told to whoever asked; the next one begins all the same.
    this.#last = Promise.allSettled([asked]).then(() => {
      this.#asked -= 1
    })
    return asked
  }

  async #ask(job: Job, limitMs: number): Promise<Answer> {
    const worker = (this.#worker ??= new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: this.#memory } }))
    worker.ref()
    let end = (): void => undefined
    try {
      return await new Promise<Answer>((resolve, reject) => {
        end = whenWorkedTooLong(limitMs, () => reject(new TooMuch('too long')))
        worker.once('message', resolve)
        worker.once('error', (error: NodeJS.ErrnoException) =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuch('too much memory') : error),
        )
        worker.once('exit', () => reject(new TooMuch('ended')))
        worker.postMessage(job, [])
      })
    } catch (error) {
      this.#worker = null
      await worker.terminate()
      throw error
    } finally {
      end()
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      worker.removeAllListeners('exit')
      worker.unref()
    }
  }
}

/**
 * Calls back when the app has worked that long, or four times as long has gone by.
 * @returns what ends the waiting.
 */
function whenWorkedTooLong(limitMs: number, tooLong: () => void): () => void {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const timer = setInterval(
    () => {
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1_000 >= limitMs || performance.now() - begun >= limitMs * BUSY) tooLong()
    },
    Math.min(ASK_MS, limitMs),
  )
  return () => clearInterval(timer)
}
