import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface VirtualDisplay {
  /** What a program needs in its environment to draw there. */
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string }
  stop(): void
}

/** It is there in well under a second; a machine that is busy is given time. */
const PATIENCE_MS = 20_000

/**
 * An X server without a screen. It picks a free number by itself and needs no other program. Whoever has not the cookie that is made for it can
 * neither see what is drawn nor type: without one it would let in every user of the computer.
 *
 * `none` where there is none to start, `silent` where one never said its number: what waits for it would hang with it.
 */
export function startVirtualDisplay({ program = 'Xvfb', patienceMs = PATIENCE_MS } = {}): Promise<VirtualDisplay | 'none' | 'silent'> {
  const folder = mkdtempSync(join(tmpdir(), 'wayline-display-'))
  const cookie = join(folder, 'cookie')
  writeFileSync(cookie, xauthority(randomBytes(16)), { mode: 0o600 })
  return new Promise((resolve) => {
    const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-auth', cookie], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const stop = (): void => {
      server.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
    const end = (started: VirtualDisplay | 'none' | 'silent'): void => {
      clearTimeout(timer)
      if (typeof started === 'string') stop()
      resolve(started)
    }
    const timer = setTimeout(() => end('silent'), patienceMs)
    server.on('error', () => end('none'))
    server.on('exit', () => end('none'))
    server.stdio[3]?.once('data', (number: Buffer) => {
      end({ env: { DISPLAY: `:${number.toString('latin1').trim()}`, XAUTHORITY: cookie }, stop })
    })
  })
}

/** A file of one cookie as X11's library Xau reads it, for any address (65535) and any display (an empty number); numbers of two bytes. */
function xauthority(cookie: Uint8Array): Uint8Array {
  const counted = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from([0, bytes.byteLength]), bytes])
  const nothing = new Uint8Array()
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...[nothing, nothing, Buffer.from('MIT-MAGIC-COOKIE-1'), cookie].map(counted)])
}
