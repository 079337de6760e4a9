import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { tellOutcome } from './support/outcome'
import { APP_FOLDER, electronProgram, HOLD_READY, sandboxSwitches } from '../e2e/support/launch'

// S16: what the whole app asks of the kernel while somebody works with it. Minutes of work; `WAYLINE_FAULT_MINUTES` makes them fewer.

const MINUTES = Number(process.env['WAYLINE_FAULT_MINUTES'] ?? '10')

/**
 * What may be seen. Chromium asks the routing table which of its addresses is public: connecting a datagram socket sends
 * nothing. The driver of this test has two doors on this computer, for Node's inspector and for the page's; the app is
 * started with switches for them, which a release refuses.
 */
const ROUTE_QUESTION = /^connect\(\d+<UDP(?:v6)?:\[\d+\]>, .*(?:"2001:4860:4860::8888"|"8\.8\.8\.8")/
const DOOR =
  /^(?:bind|listen)\(\d+<TCP:\[(?:\d+|127\.0\.0\.1:\d+)\]>, (?:\{sa_family=AF_INET, sin_port=htons\(0\), sin_addr=inet_addr\("127\.0\.0\.1"\)|\d+\))/
const THROUGH_DOOR = /^send(?:to|msg|mmsg)\(\d+<TCP:\[127\.0\.0\.1:\d+->127\.0\.0\.1:\d+\]>/

test(`in ${MINUTES} minutes of work nothing is sent to a network and nothing listens on one (S16)`, async () => {
  test.skip(spawnSync('strace', ['-V']).status !== 0, 'strace is not installed')
  test.setTimeout((MINUTES + 3) * 60_000)
  const folder = await mkdtemp(path.join(tmpdir(), 'wayline-strace-'))
  const traced = path.join(folder, 'traced')
  const calls = 'connect,bind,listen,sendto,sendmsg,sendmmsg'
  await writeFile(traced, `#!/bin/sh\nexec strace -f -qq -ff -yy -s 80 -e trace=${calls} -o ${folder}/calls ${electronProgram()} "$@"\n`)
  await chmod(traced, 0o755)

  const app = await _electron.launch({
    executablePath: traced,
    args: ['-r', HOLD_READY, ...sandboxSwitches(), APP_FOLDER],
    env: { ...(process.env as Record<string, string>), WAYLINE_USER_DATA: path.join(folder, 'user-data') },
    timeout: 120_000,
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  await page.evaluate(() => window.wayline.call('map.open', { from: 'sample' }))
  await page.waitForTimeout(3_000)
  // The driver speaks to the app over a local port; what it listens on was opened before any of this.
  const until = Date.now() + MINUTES * 60_000
  for (let round = 0; Date.now() < until; round += 1) {
    await page.mouse.move(500 + (round % 5) * 60, 400)
    await page.mouse.wheel(0, round % 2 === 0 ? 200 : -200)
    await page.mouse.dblclick(620, 300 + (round % 4) * 40)
    await page.keyboard.type(`Note ${round}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press(round % 3 === 0 ? 'Control+z' : 'ArrowRight')
    await page.waitForTimeout(500)
  }
  await app.close()

  const lines: string[] = []
  for (const name of await readdir(folder))
    if (name.startsWith('calls.')) lines.push(...(await readFile(path.join(folder, name), 'utf8')).split('\n'))
  expect(lines.length).toBeGreaterThan(100)

  const network = lines.filter((line) => /AF_INET|<(?:TCP|UDP|RAW|ICMP)/.test(line))
  const doors = network.filter((line) => DOOR.test(line))
  expect(network.filter((line) => ![ROUTE_QUESTION, DOOR, THROUGH_DOOR].some((allowed) => allowed.test(line)))).toEqual([])
  expect(doors.filter((line) => line.startsWith('bind'))).toHaveLength(2)
  const note = `${MINUTES} minutes of work, ${lines.length} calls looked at: none to a network`
  await tellOutcome({ id: 'S16', name: 'what the app asks of the network' }, async () => ({ trials: 1, losses: 0, note }))
})
