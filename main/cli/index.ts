import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { makeNewId } from '../../shared/model/ids'
import { WorkerCodec } from '../files/workerCodec'
import { runCli } from './cli'

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  clock: () => new Date(),
  newId: makeNewId((count) => new Uint8Array(randomBytes(count))),
  codec: new WorkerCodec({ script: join(import.meta.dirname, '../worker/mapWorker.js') }),
  built: join(import.meta.dirname, '..'),
})
