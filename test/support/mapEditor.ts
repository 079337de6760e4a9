import { startApp, TestWindow, valueOf } from '../main/maps/testMaps'

// Edits the map given to it and names every edit once the host has confirmed it, until somebody kills it.
const [, , folder = '', file = ''] = process.argv
const app = await startApp(folder, { autosave: { restMs: 1, mostMs: 20, retryMs: 20 } })
const window = new TestWindow(valueOf(await app.maps.openFile(file)))
for (let number = 0; ; number += 1) {
  await window.addNote(`edit ${number}`)
  process.stdout.write(`edit ${number}\n`)
}
