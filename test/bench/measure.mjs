// Drives the app's own bench window with real input, and measures what it does.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { benchNotes, wholeBoard } from './notes.mjs'

/** Keeps the app from being ready before the driver is. */
const HOLD_READY = path.join(import.meta.dirname, '../support/holdReady.cjs')
const FRAME = 1000 / 60
const VIEW = { width: 1920, height: 1080 }

/**
 * One run of the app with a board of so many notes.
 * @returns for each step its frame times and the main thread's CPU, in ms a frame
 */
export async function measureBoard({ electron, app, notes }) {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'wayline-bench-'))
  const env = { ...process.env, WAYLINE_BENCH: '1', WAYLINE_USER_DATA: userData }
  delete env.ELECTRON_RUN_AS_NODE
  const running = await _electron.launch({ executablePath: electron, args: ['-r', HOLD_READY, '--no-sandbox', app], env })
  try {
    const page = await running.firstWindow()
    await page.waitForFunction(() => window.bench !== undefined)
    await page.evaluate(() => window.bench.ready)
    await page.evaluate(instrument)
    return await measureSteps(running, page, notes)
  } finally {
    await running.close()
    fs.rmSync(userData, { recursive: true, force: true })
  }
}

async function measureSteps(running, page, notes) {
  const window = await running.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'Tab').pid)
  const measured = async (gesture) => {
    const before = mainThread(window)
    await page.evaluate(() => window.__frames.start())
    await gesture()
    const times = await page.evaluate(() => window.__frames.stop())
    const after = mainThread(window)
    return { ...figures(times), main: before === null || after === null ? null : (after - before) / Math.max(1, times.length) }
  }
  const look = async (camera) => {
    await page.evaluate((to) => window.bench.setCamera(to), camera)
    await page.waitForTimeout(400)
  }
  const board = benchNotes(notes)
  const steps = {}
  steps.load = await page.evaluate(
    (all) =>
      window.__frames.time(
        () => window.bench.load(all, { x: 0, y: 0, z: 1 }),
        () => window.bench.prepare(all),
      ),
    board,
  )
  await page.waitForTimeout(600)
  steps['pan at 100 %'] = await measured(() => wheel(running, { dx: 20, dy: 12 }))
  await look({ x: 0, y: 0, z: 0.5 })
  steps['pan at 50 %'] = await measured(() => wheel(running, { dx: 20, dy: 12 }))
  const whole = wholeBoard(notes, VIEW)
  await look(whole)
  steps['pan of the whole map'] = await measured(() => wheel(running, { dx: 8, dy: 4 }))
  await look({ x: 0, y: 0, z: 1 })
  steps.zoom = await measured(() => page.evaluate((to) => window.__frames.zoom(to), whole))
  await look({ x: 0, y: 0, z: 1 })
  const at = await page.evaluate(() => window.bench.notePos('n3'))
  steps['drag a note'] = await measured(() => drag(running, { x: Math.round(at.x + 80), y: Math.round(at.y + 60) }))
  await page.waitForTimeout(400)
  const moved = await page.evaluate(() => window.bench.notePos('n3'))
  if (moved.x === at.x && moved.y === at.y) throw new Error('the dragged note is where it was')
  steps.add = await page.evaluate((note) => window.__frames.time(() => window.bench.addNote(note)), { ...board[0], id: 'added' })
  const count = await page.evaluate(() => window.bench.count())
  if (count !== notes + 1) throw new Error(`${count} notes on the board instead of ${notes + 1}`)
  return steps
}

/** CPU time of a process' main thread in ms; null where the system does not tell. */
function mainThread(pid) {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    // Only Linux has it.
    return null
  }
}

function figures(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null
  return { frames: times.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? null }
}

/** Runs in the page: frame times, and how long something takes until the end of the next frame. */
function instrument() {
  const channel = new MessageChannel()
  const afterFrame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        channel.port1.addEventListener('message', () => resolve(performance.now()), { once: true })
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    })
  let run = 0
  let times = []
  window.__frames = {
    start() {
      run += 1
      const mine = run
      times = []
      let last = null
      const tick = (now) => {
        if (mine !== run) return
        if (last !== null) times.push(now - last)
        last = now
        requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    },
    stop() {
      run += 1
      return times
    },
    async time(work, prepare) {
      prepare?.()
      await afterFrame()
      await afterFrame()
      const start = performance.now()
      await work()
      return { ms: (await afterFrame()) - start }
    },
    /** To the whole board and back, twice, a camera a frame. */
    zoom: (whole) =>
      new Promise((resolve) => {
        const start = performance.now()
        const centre = { x: whole.x + innerWidth / 2 / whole.z, y: whole.y + innerHeight / 2 / whole.z }
        const step = () => {
          const time = performance.now() - start
          if (time >= 2400) return resolve()
          const part = 1 - Math.abs(1 - 2 * ((time % 1200) / 1200))
          const z = whole.z ** part
          window.bench.setCamera({ x: centre.x - innerWidth / 2 / z, y: centre.y - innerHeight / 2 / z, z })
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
  }
}

/** Real wheel events at 60 Hz, there and back again. */
function wheel(running, { dx, dy }) {
  return running.evaluate(
    ({ BrowserWindow }, { dx: right, dy: down, frame }) =>
      new Promise((done) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]
        const start = performance.now()
        let sent = 0
        const step = () => {
          const time = performance.now() - start
          if (time >= 1500) return done()
          const way = time < 750 ? -1 : 1
          webContents.sendInputEvent({
            type: 'mouseWheel',
            x: 960,
            y: 540,
            deltaX: way * right,
            deltaY: way * down,
            hasPreciseScrollingDeltas: true,
            canScroll: true,
          })
          sent += 1
          setTimeout(step, Math.max(0, start + sent * frame - performance.now()))
        }
        step()
      }),
    { dx, dy, frame: FRAME },
  )
}

/** A note taken by the hand and carried across the board. */
function drag(running, from) {
  return running.evaluate(
    ({ BrowserWindow }, { x, y, frame }) =>
      new Promise((done) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]
        const start = performance.now()
        let sent = 0
        webContents.sendInputEvent({ type: 'mouseMove', x, y })
        webContents.sendInputEvent({ type: 'mouseDown', x, y, button: 'left', clickCount: 1 })
        const step = () => {
          const part = (performance.now() - start) / 1500
          if (part >= 1) {
            webContents.sendInputEvent({ type: 'mouseUp', x: x + 360, y: y + 240, button: 'left', clickCount: 1 })
            return done()
          }
          const place = { x: Math.round(x + 360 * part + 40 * Math.sin(part * 20)), y: Math.round(y + 240 * part) }
          webContents.sendInputEvent({ type: 'mouseMove', ...place, button: 'left', modifiers: ['leftButtonDown'] })
          sent += 1
          setTimeout(step, Math.max(0, start + sent * frame - performance.now()))
        }
        step()
      }),
    { ...from, frame: FRAME },
  )
}

/** The mean of each figure over the runs. */
export function meanOf(runs) {
  const [first] = runs
  return Object.fromEntries(
    Object.entries(first).map(([step, values]) => [
      step,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          value === null ? null : runs.reduce((sum, run) => sum + run[step][name], 0) / runs.length,
        ]),
      ),
    ]),
  )
}
