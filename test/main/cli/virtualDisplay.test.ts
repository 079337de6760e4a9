import { writeFile } from 'node:fs/promises'
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
    expect(display.name).toBe(':73')
    display.stop()
  })

  it('is not waited for without end', async () => {
    expect(await startVirtualDisplay({ program: await server('exec sleep 60'), patienceMs: 200 })).toBe('silent')
  })

  it('is none where the server is not there or does not start', async () => {
    expect(await startVirtualDisplay({ program: join(await tempFolder(), 'none') })).toBe('none')
    expect(await startVirtualDisplay({ program: await server('exit 1') })).toBe('none')
  })
})
