// A virtual display where there is none.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * Starts Xvfb on a free number and gives what a program needs in its environment to draw there. It ends with this process. Whoever has not the
 * cookie that is made for it can neither see what is drawn nor type: without one it would let in every user of the computer.
 */
export async function startVirtualDisplay() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wayline-display-'))
  const cookie = path.join(folder, 'cookie')
  fs.writeFileSync(cookie, xauthority(randomBytes(16)), { mode: 0o600 })
  // Larger than the biggest window of the tests: a window as large as the screen is made a pixel smaller.
  const screen = ['-screen', '0', '2100x1200x24']
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset', '-auth', cookie], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.on('exit', () => {
    server.kill()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  const number = await new Promise((resolve, reject) => {
    let text = ''
    server.stdio[3].on('data', (data) => {
      text += data
      if (text.includes('\n')) resolve(text.trim())
    })
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
  server.unref()
  return { DISPLAY: `:${number}`, XAUTHORITY: cookie }
}

/** A file of one cookie as X11's library Xau reads it, for any address (65535) and any display (an empty number); numbers of two bytes. */
function xauthority(cookie) {
  const counted = (bytes) => Buffer.concat([Buffer.from([0, bytes.length]), bytes])
  const nothing = Buffer.alloc(0)
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...[nothing, nothing, Buffer.from('MIT-MAGIC-COOKIE-1'), cookie].map(counted)])
}
