import { spawn } from 'node:child_process'

export interface VirtualDisplay {
  /** The value of `DISPLAY`. */
  readonly name: string
  stop(): void
}

/** It is there in well under a second; a machine that is busy is given time. */
const PATIENCE_MS = 20_000

/**
 * An X server without a screen. It picks a free number by itself and needs no other program.
 *
 * `none` where there is none to start, `silent` where one never said its number: what waits for it would hang with it.
 */
export function startVirtualDisplay({ program = 'Xvfb', patienceMs = PATIENCE_MS } = {}): Promise<VirtualDisplay | 'none' | 'silent'> {
  return new Promise((resolve) => {
    const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const timer = setTimeout(() => {
      resolve('silent')
      server.kill('SIGKILL')
    }, patienceMs)
    const end = (started: VirtualDisplay | 'none'): void => {
      clearTimeout(timer)
      resolve(started)
    }
    server.on('error', () => end('none'))
    server.on('exit', () => end('none'))
    server.stdio[3]?.once('data', (number: Buffer) => {
      end({ name: `:${number.toString('latin1').trim()}`, stop: () => server.kill() })
    })
  })
}
