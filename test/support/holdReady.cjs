// Loaded before the app by whoever drives it with Playwright: the app is ready only when the driver is. A window that comes while the driver
// still looks for it may be missed, and then the driver waits for ever. Playwright holds an Electron that it finds by itself in the same way; one
// that it is given it does not.
const { app } = require('electron')

const ready = app.whenReady()
const emit = app.emit.bind(app)
let held
app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args)
  held = args
  return app.listenerCount('ready') > 0
}

let going = false
let go
const gone = new Promise((resolve) => (go = resolve))
app.isReady = () => going
app.whenReady = () => gone

// Playwright calls it by this name when it has everything in sight.
globalThis.__playwright_run = async () => {
  await ready
  going = true
  go()
  emit('ready', ...held)
}
