// Keeps the machine busy, as other programs do, while tests run beside it.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, say } from './context.mjs'

/** Two Electron windows and two processes that never rest; gives what ends them. They also end with this process, however it ends. */
export async function startOtherWork(electron, switches, env) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wayline-busy-'))
  const script = (name) => path.join(root, 'test/busy', name)
  const windows = ['1', '2'].map((name) => [electron, [...switches, `--user-data-dir=${path.join(folder, name)}`, script('window.cjs')]])
  const spins = ['1', '2'].map(() => [process.execPath, [script('spin.cjs')]])
  const others = [...windows, ...spins].map(([file, args]) => spawn(file, args, { env, stdio: ['pipe', 'pipe', 'ignore'] }))
  await Promise.all(others.map(started))
  say('two windows and two processes keep this machine busy')
  return () => {
    for (const other of others) other.kill('SIGKILL')
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

function started(other) {
  return new Promise((resolve, reject) => {
    other.stdout.once('data', resolve)
    other.once('error', reject)
    other.once('exit', (code) => reject(new Error(`a busy process ended with ${code}`)))
  })
}
