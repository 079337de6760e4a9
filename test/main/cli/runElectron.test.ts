import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runElectron } from '../../../main/cli/runElectron'
import { tempFolder } from '../../support/tempFolder'
import { newId } from '../maps/testMaps'

/** Stands where Electron does, and does what the script says; `$OUT` is where the job wants its picture. */
async function runWith(script: string): ReturnType<typeof runElectron> {
  const folder = await tempFolder()
  await mkdir(join(folder, 'built/main'), { recursive: true })
  await writeFile(join(folder, 'built/main/index.js'), '')
  await writeFile(
    join(folder, 'electron'),
    `#!/bin/sh\nOUT=$(printf %s "$WAYLINE_EXPORT_JOB" | sed 's/.*"out":"\\([^"]*\\)".*/\\1/')\n${script}\n`,
    { mode: 0o755 },
  )
  return await runElectron(
    { format: 'png', file: join(folder, 'a.cjm'), scale: 2, theme: 'dark', language: 'pl' },
    {
      stdout: () => undefined,
      stderr: () => undefined,
      cwd: folder,
      env: { PATH: process.env['PATH'], DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder },
      clock: () => new Date(),
      newId,
      built: join(folder, 'built'),
    },
  )
}

describe.skipIf(process.platform === 'win32')('runElectron', () => {
  it('gives the app the job in its environment and none in its words, and gives back what it made', async () => {
    const result = await runWith('printf "%s\\n%s" "$*" "$WAYLINE_EXPORT_JOB" > "$OUT"')
    if (!result.ok) throw new Error(result.code)
    const [words, job] = Buffer.from(result.value).toString('utf8').split('\n')
    expect(words).not.toContain('export')
    expect(JSON.parse(job ?? '')).toMatchObject({ format: 'png', scale: 2, theme: 'dark', language: 'pl' })
  })

  it('passes on the sentence of an app that failed, without the noise round it', async () => {
    const result = await runWith('echo "[12:34/ERROR:bus.cc] no bus" >&2; echo "The disk is full." >&2; echo "    at here" >&2; exit 1')
    expect(result).toEqual({ ok: false, code: 'electron-failed', detail: 'The disk is full.' })
  })

  it('says how an app ended that said nothing', async () => {
    expect(await runWith('exit 7')).toEqual({ ok: false, code: 'app-ended', detail: 7 })
  })

  it('does not believe an app that ends well without a picture', async () => {
    const result = await runWith('exit 0')
    expect(result).toMatchObject({ ok: false, code: 'nothing-written' })
  })
})
