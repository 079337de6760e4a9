import { spawnSync } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startVirtualDisplay } from '../../../main/cli/virtualDisplay'
import { tempFolder } from '../../support/tempFolder'

/** Stands where Xvfb does, and does what the script says. */
async function server(script: string): Promise<string> {
  const path = join(await tempFolder(), 'xvfb')
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

describe.skipIf(process.platform === 'win32')('a display without a screen', () => {
  it('has the number that the server says', async () => {
    const display = await startVirtualDisplay({ program: await server('echo 73 >&3; exec sleep 60') })
    if (typeof display === 'string') throw new Error(display)
    expect(display.env.DISPLAY).toBe(':73')
    display.stop()
    await expect(stat(display.env.XAUTHORITY)).rejects.toThrow('ENOENT')
  })

  it('is not waited for without end', async () => {
    expect(await startVirtualDisplay({ program: await server('exec sleep 60'), patienceMs: 200 })).toBe('silent')
  })

  it('is none where the server is not there or does not start', async () => {
    expect(await startVirtualDisplay({ program: join(await tempFolder(), 'none') })).toBe('none')
    expect(await startVirtualDisplay({ program: await server('exit 1') })).toBe('none')
  })

  it.skipIf(spawnSync('Xvfb', ['-help']).error !== undefined)('lets in nobody but who has its cookie', async () => {
    const display = await startVirtualDisplay()
    if (typeof display === 'string') throw new Error(display)
    const { DISPLAY, XAUTHORITY } = display.env
    expect((await stat(XAUTHORITY)).mode & 0o077).toBe(0)
    const cookie = (await readFile(XAUTHORITY)).subarray(-16)
    expect(await knock(DISPLAY, Buffer.alloc(0))).toBe('refused')
    expect(await knock(DISPLAY, Buffer.alloc(16))).toBe('refused')
    expect(await knock(DISPLAY, cookie)).toBe('let in')
    display.stop()
  })
})

/** Ask to be let in as X11 does (connection setup, X protocol 11, section 8), with a cookie or with none. */
function knock(display: string, cookie: Uint8Array): Promise<'let in' | 'refused'> {
  const name = Buffer.from(cookie.byteLength > 0 ? 'MIT-MAGIC-COOKIE-1' : '')
  const head = Buffer.alloc(12)
  head.write('l')
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(name.length, 6)
  head.writeUInt16LE(cookie.byteLength, 8)
  const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.byteLength % 4)) % 4)])
  return new Promise((answer, fail) => {
    const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`, () => socket.write(Buffer.concat([head, padded(name), padded(cookie)])))
    socket.once('error', fail)
    socket.once('data', (said) => {
      answer(said[0] === 1 ? 'let in' : 'refused')
      socket.destroy()
    })
  })
}
