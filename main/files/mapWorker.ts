import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { makeNewId } from '../../shared/model/ids'
import { checkMap } from './checkMap'
import { encodeMoment } from './mapCodec'
import type { Answer, Job } from './workerMessages'

// Entry of the thread that reads strangers' bytes and writes large maps. It touches no file; whoever asks may end it at any moment.
const port = parentPort
if (!port) throw new Error('this runs as a worker')

const clock = (): Date => new Date()
const newId = makeNewId((count) => new Uint8Array(randomBytes(count)))

function answer(job: Job): { readonly answer: Answer; readonly moved: readonly Uint8Array[] } {
  if (job.what === 'encode') {
    const { bytes, state } = encodeMoment(job.moment, job.frame, { clock, newId })
    const encoded = { bytes: own(bytes), state: own(state) }
    return { answer: { what: 'encoded', encoded }, moved: [encoded.bytes, encoded.state] }
  }
  const checked = checkMap(job.bytes, { clock, newId, withoutDocument: job.withoutDocument })
  if (!checked.ok) return { answer: { what: 'checked', result: checked }, moved: [] }
  const state = own(checked.value.state)
  return { answer: { what: 'checked', result: { ...checked, value: { ...checked.value, state } } }, moved: [state] }
}

/** Bytes with a buffer of their own, which can be handed over instead of copied once more. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? new Uint8Array(bytes.buffer)
    : new Uint8Array(bytes)
}

port.on('message', (job: Job) => {
  try {
    const { answer: said, moved } = answer(job)
    port.postMessage(
      said,
      moved.map((bytes) => bytes.buffer as ArrayBuffer),
    )
  } catch (error) {
    port.postMessage({ what: 'threw', message: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})
