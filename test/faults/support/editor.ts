import { valueOf, startApp, TestWindow } from '../../main/maps/testMaps'
import { faultyDisk } from './faultyDisk'
import type { EditorOptions } from './editorProcess'

// Somebody at work in a process of its own, to be killed, starved or cut off. Every line it says is a promise that was made.

const options = JSON.parse(process.argv[2] ?? '') as EditorOptions
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

let calls = 0
const disk = faultyDisk((call) => {
  calls = call.number
  return call.number === options.killAt ? { kind: 'kill' } : null
})
const app = await startApp(options.home, { autosave: options.autosave, disk })
const host =
  options.file === null
    ? valueOf(await app.maps.newMap({ template: 'blank', title: 'Draft', language: 'en' }))
    : valueOf(await app.maps.openFile(options.file))
const window = new TestWindow(host)
process.on('SIGTERM', () => void app.maps.settle().then(() => process.exit(0)))
for (let number = 1; number <= options.edits; number += 1) {
  const text = `${options.name} ${number}`
  if (await window.tryNote(text)) say(text)
  if (options.gapMs > 0) await new Promise((resolve) => setTimeout(resolve, options.gapMs))
}
const saved = options.file === null ? true : (await host.save()).ok
await host.close()
say(`done ${saved} ${calls}`)
