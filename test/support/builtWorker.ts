import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { bundleNode } from './bundleNode'

/** The worker of the codec, built as the app builds it, for the tests of one file. Gives where it is once they run. */
export function builtWorker(): () => string {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wayline-worker-'))
    await bundleNode(fileURLToPath(new URL('../../main/files/mapWorker.ts', import.meta.url)), join(folder, 'mapWorker.mjs'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => join(folder, 'mapWorker.mjs')
}
