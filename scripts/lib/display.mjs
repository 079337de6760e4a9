// A virtual display where there is none.
import { spawn } from 'node:child_process'

/** Starts Xvfb on a free number and gives its name, such as ":99". It ends with this process. */
export async function startVirtualDisplay() {
  // Larger than the biggest window of the tests: a window as large as the screen is made a pixel smaller.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2100x1200x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.on('exit', () => server.kill())
  const number = await new Promise((resolve, reject) => {
    let text = ''
    server.stdio[3].on('data', (data) => {
      text += data
      if (text.includes('\n')) resolve(text.trim())
    })
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
  server.unref()
  return `:${number}`
}
