// A window that never rests: it draws a full canvas in every frame. It ends when whoever started it does.
const { app, BrowserWindow } = require('electron')

const PAGE = `<canvas width="1200" height="800"></canvas><script>
  const context = document.querySelector('canvas').getContext('2d')
  const draw = (time) => {
    for (let i = 0; i < 2000; i += 1) {
      context.fillStyle = 'hsl(' + ((i + time / 10) % 360) + ' 60% 60%)'
      context.fillRect((i * 37 + time / 5) % 1200, (i * 53) % 800, 60, 40)
    }
    requestAnimationFrame(draw)
  }
  requestAnimationFrame(draw)
</script>`

process.stdin.resume().on('end', () => app.quit())
app.commandLine.appendSwitch('disable-renderer-backgrounding')
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1200, height: 800, webPreferences: { sandbox: true, backgroundThrottling: false } })
  await window.loadURL(`data:text/html,${encodeURIComponent(PAGE)}`)
  process.stdout.write('busy\n')
})
