import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../../..')

export interface Launched {
  readonly app: ElectronApplication
  /** The first window, its page loaded. */
  readonly page: Page
  readonly userData: string
  /** What pages wrote to the console as an error, or threw. A test that expects one takes it out. */
  readonly errors: string[]
  /** Close the app as a person would, and fail on errors nobody expected. */
  close(): Promise<void>
  /** End the process at once, as a power cut does. */
  kill(): Promise<void>
}

export interface LaunchOptions {
  /** Folder of an earlier run, to see what came back. */
  readonly userData?: string
  /** Words after the app's folder: names of files, switches. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The built app to start; this checkout's unless a build elsewhere is tried. */
  readonly appFolder?: string
}

/** Folder of the app under test: this checkout, unless `WAYLINE_APP_DIR` names a build elsewhere. */
export const APP_FOLDER = process.env['WAYLINE_APP_DIR'] ?? root

/** Start the real app with a user-data folder of its own. */
export async function launchApp({ userData, args = [], env = {}, appFolder = APP_FOLDER }: LaunchOptions = {}): Promise<Launched> {
  const folder = userData ?? (await mkdtemp(path.join(tmpdir(), 'wayline-e2e-')))
  const app = await _electron.launch({
    executablePath: electronProgram(),
    args: ['-r', HOLD_READY, ...sandboxSwitches(), appFolder, ...args],
    env: { ...ownEnvironment(), LANG: 'en_GB.UTF-8', LANGUAGE: 'en', ...env, WAYLINE_USER_DATA: folder },
    timeout: LAUNCH_MS,
  })
  const errors: string[] = []
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(String(error)))
  }
  app.windows().forEach(watch)
  app.on('window', watch)
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  return {
    app,
    page,
    userData: folder,
    errors,
    async close() {
      await ended(app, folder)
      if (errors.length > 0) throw new Error(`the page reported errors:\n${errors.join('\n')}`)
    },
    async kill() {
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
  }
}

/** Keeps the app from being ready before the driver is. */
export const HOLD_READY = path.join(root, 'test/support/holdReady.cjs')
const LAUNCH_MS = 45_000
const QUIT_MS = 20_000

/** Quit as a person would; an app that does not end says in its log what it waits for. */
async function ended(app: ElectronApplication, userData: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), QUIT_MS)
  })
  const how = await Promise.race([app.close(), late])
  clearTimeout(timer)
  if (how !== 'late') return
  app.process().kill('SIGKILL')
  const log = await readFile(path.join(userData, 'wayline.log'), 'utf8').catch(() => 'none')
  throw new Error(`the app did not end within ${QUIT_MS / 1000} s; its log:\n${log}`)
}

export function electronProgram(): string {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) throw new Error('ELECTRON_OVERRIDE_DIST_PATH is not set: start the tests with npm test, or node scripts/run.mjs e2e')
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

/** Chromium's own sandbox cannot start as root, which is who containers run as. */
export function sandboxSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries.filter(([name]) => !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(name)))
}

/** What the next dialogs of the system answer. `null` is a person who calls it off. */
export interface DialogAnswers {
  /** A file, or several where the dialog lets choose several. */
  readonly open?: string | readonly string[] | null
  /** One place, or one dialog after another; the last answers all that follow. */
  readonly save?: string | null | readonly (string | null)[]
  /** Number of the button; the first is the safe one. */
  readonly message?: number
}

/** Put answers in the place of the system's dialogs, until other answers are put there. Gives what was asked so far. */
export async function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    const asked: unknown[] = ((globalThis as { asked?: unknown[] }).asked ??= [])
    const note = (kind: string, args: readonly unknown[]): void => void asked.push({ kind, options: args.at(-1) })
    if (given.open !== undefined)
      dialog.showOpenDialog = async (...args: unknown[]) => {
        note('open', args)
        return { canceled: given.open === null, filePaths: given.open ? [given.open].flat() : [] }
      }
    if (given.save !== undefined) {
      const places = [given.save].flat()
      dialog.showSaveDialog = async (...args: unknown[]) => {
        note('save', args)
        const place = (places.length > 1 ? places.shift() : places[0]) ?? null
        return { canceled: place === null, filePath: place ?? '' }
      }
    }
    if (given.message !== undefined)
      dialog.showMessageBox = async (...args: unknown[]) => {
        note('message', args)
        return { response: given.message ?? 0, checkboxChecked: false }
      }
  }, answers)
}

export interface AskedDialog {
  readonly kind: 'open' | 'save' | 'message'
  readonly options: {
    readonly title?: string
    readonly message?: string
    readonly detail?: string
    readonly defaultPath?: string
    readonly buttons?: readonly string[]
    readonly defaultId?: number
  }
}

/** The dialogs that were answered by `answerDialogs`, in order. */
export async function askedDialogs(app: ElectronApplication): Promise<readonly AskedDialog[]> {
  return app.evaluate(() => ((globalThis as { asked?: unknown[] }).asked ?? []) as never)
}
