import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import { EXPORT_JOB, type ExportJob } from '../export/job'
import { isMissing } from '../files/errno'
import type { CliIo } from './cliIo'
import { startVirtualDisplay, type VirtualDisplay } from './virtualDisplay'

const EXECUTABLES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

const MAIN = 'main/index.js'

/** The largest map as the largest picture takes well under a minute; an app that hangs must not hang a script. */
const LONGEST_MS = 5 * 60_000

export type PictureFailure =
  'no-electron' | 'not-built' | 'no-display' | 'display-silent' | 'app-ended' | 'nothing-written' | 'electron-failed'

/**
 * Have the app make a picture that only Chromium can make, in a folder of its own; where it belongs is the caller's business.
 *
 * Each failure is a key `cli.<code>` of i18n; its detail is what that sentence has a place for: the sentence the app said, or how it ended.
 */
export async function runElectron(job: Omit<ExportJob, 'out'>, io: CliIo): Promise<Result<Uint8Array, PictureFailure>> {
  const electron = electronPath(io.env)
  if (electron === null) return fail('no-electron')
  if (!existsSync(join(io.built, MAIN))) return fail('not-built')
  const needsDisplay = process.platform === 'linux' && !io.env['DISPLAY'] && !io.env['WAYLAND_DISPLAY']
  const display = needsDisplay ? await startVirtualDisplay() : null
  if (display === 'none') return fail('no-display')
  if (display === 'silent') return fail('display-silent')

  const folder = await mkdtemp(join(tmpdir(), 'wayline-export-'))
  try {
    const out = join(folder, `picture.${job.format}`)
    const run = await runJob(electron, { ...job, out }, display, io)
    return run.ok ? await pictureAt(out) : run
  } finally {
    display?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** An app that ends well without having written anything has not done the job. */
async function pictureAt(path: string): Promise<Result<Uint8Array, 'nothing-written'>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    if (isMissing(error)) return fail('nothing-written')
    throw error
  }
}

/** Where Electron is, without its own look-up, which would start a download. */
function electronPath(env: CliIo['env']): string | null {
  const executable = EXECUTABLES[process.platform] ?? 'electron'
  const given = env['ELECTRON_OVERRIDE_DIST_PATH']
  const candidate = given ? join(given, executable) : installedElectron(executable)
  return candidate !== null && existsSync(candidate) ? candidate : null
}

function installedElectron(executable: string): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'dist', executable)
  } catch {
    // `resolve` says "not installed" by throwing.
    return null
  }
}

function runJob(
  electron: string,
  job: ExportJob,
  display: VirtualDisplay | null,
  { env, built }: CliIo,
): Promise<Result<null, PictureFailure>> {
  // As root Chromium's sandbox cannot start on Linux; everywhere else it stays.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = env
  return new Promise((done) => {
    const app = spawn(electron, [...sandbox, appIn(built)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      env: { ...rest, ...display?.env, [EXPORT_JOB]: JSON.stringify(job) },
    })
    let said = ''
    app.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-20_000)
    })
    app.on('error', (error) => done(fail('electron-failed', error.message)))
    app.on('close', (code, signal) => {
      if (code === 0) return done(ok(null))
      const sentence = sentenceIn(said)
      done(sentence === undefined ? fail('app-ended', code ?? signal) : fail('electron-failed', sentence))
    })
  })
}

/** The project's folder, whose package.json names the built app; a build elsewhere is started by its main file. */
function appIn(built: string): string {
  const project = resolve(built, '..')
  return existsSync(join(project, 'package.json')) ? project : join(built, MAIN)
}

/** What Chromium and Node say besides: lines in brackets, and where in the code something was. */
const NOISE = /^$|^[[(]|^at /

/** The app's own sentence, which it says last. */
function sentenceIn(stderr: string): string | undefined {
  return stderr
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => !NOISE.test(line))
}
