import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { app } from 'electron'
import type { Failure } from '../../shared/base/result'
import { pngLimitText } from '../../shared/export/pngSize'
import { createTranslator, type Translator } from '../../shared/i18n/translator'
import { makeNewId } from '../../shared/model/ids'
import { BUILT } from '../app/surroundings'
import { loadMap } from '../files/loadMap'
import { openSentence } from '../files/sentences'
import { WorkerCodec } from '../files/workerCodec'
import { exportBoard, type ExportFailure } from './exportBoard'
import { ExportJob } from './job'

/**
 * Carry out one job of the command line. Gives the exit code; a failure is one sentence on stderr.
 * @param asked the job as JSON.
 */
export async function runExportJob(asked: string): Promise<number> {
  try {
    const job = readJob(asked)
    if (!job) return complain(createTranslator('en').t('native.job.unreadable'))
    const translator = createTranslator(job.language)
    const loaded = await loadMap(job.file, {
      clock: () => new Date(),
      newId: makeNewId((count) => randomBytes(count)),
      codec: new WorkerCodec({ script: BUILT.mapWorker }),
    })
    if (!loaded.ok) return complain(openSentence(translator, loaded, job.file))
    const board = loaded.value.document.board()
    const written = await exportBoard(board, job, job.out, { fonts: BUILT.fonts }, { expected: null, mode: 0o600 })
    return written.ok ? 0 : complain(exportSentence(translator, written))
  } finally {
    // Made for this run alone.
    await rm(app.getPath('userData'), { recursive: true, force: true })
  }
}

function readJob(asked: string): ExportJob | null {
  try {
    const job = ExportJob.safeParse(JSON.parse(asked))
    return job.success ? job.data : null
  } catch {
    // Not JSON: the same sentence says it.
    return null
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

function exportSentence(translator: Translator, failure: Failure<ExportFailure>): string {
  if (failure.code === 'too-large') return translator.t('native.job.too-large', { why: pngLimitText(translator, failure) })
  return translator.t(`native.job.${failure.code}`, { detail: typeof failure.detail === 'string' ? failure.detail : failure.code })
}
