import { readdirSync } from 'node:fs'
import { valueOf, startApp, TestWindow } from '../../main/maps/testMaps'
import { faultyDisk } from './faultyDisk'
import type { EditorOptions } from './editorProcess'

// Somebody at work in a process of its own, to be killed, starved or cut off. Every line it says is a promise that was made.

const options = JSON.parse(process.argv[2] ?? '') as EditorOptions
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

let calls = 0
const openFiles = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)
const megabytes = (): number => {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().rss / 1024 / 1024)
}
const disk = faultyDisk((call) => {
  calls = call.number
  return call.number === options.killAt ? { kind: 'kill' } : null
})
const app = await startApp(options.home, { autosave: options.autosave, disk })
const host =
  options.file === null
    ? await app.maps.newMap({ template: 'blank', title: 'Draft', language: 'en' })
    : valueOf(await app.maps.openFile(options.file))
const window = new TestWindow(host)
process.on('SIGTERM', () => void app.maps.settle().then(() => process.exit(0)))
const before = { files: openFiles(), mb: megabytes() }
for (let number = 1; number <= options.edits; number += 1) {
  const text = `${options.name} ${number}`
  if (await window.tryNote(text)) say(text)
  if (options.gapMs > 0) await new Promise((resolve) => setTimeout(resolve, options.gapMs))
}
const saved = options.file === null ? true : (await host.save()).ok
const after = { files: openFiles(), mb: megabytes() }
await host.close()
say(`done ${saved} ${calls} ${after.mb - before.mb} ${after.files - before.files}`)
