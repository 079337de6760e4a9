import { spawn } from 'node:child_process'

export interface VirtualDisplay {
  /** The value of `DISPLAY`. */
  readonly name: string
  stop(): void
}

/** An X server without a screen. Null where there is none to start. It picks a free number by itself and needs no other program. */
export function startVirtualDisplay(): Promise<VirtualDisplay | null> {
  return new Promise((resolve) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    server.on('error', () => resolve(null))
    server.on('exit', () => resolve(null))
    server.stdio[3]?.once('data', (number: Buffer) => {
      resolve({ name: `:${number.toString('latin1').trim()}`, stop: () => server.kill() })
    })
  })
}
