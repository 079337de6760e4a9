// npm run dev: build and restart the app whenever a source changes. The open map comes back by itself.
import fs from 'node:fs'
import path from 'node:path'
import { root, say } from './context.mjs'
import { buildAll } from '../build.mjs'

const WATCHED = ['main', 'renderer', 'shared', 'assets']

export function develop(launch) {
  return new Promise((resolve) => {
    let child = launch()
    let restarting = false
    const watchEnd = (process) => process.on('exit', (code) => !restarting && resolve(code ?? 0))
    watchEnd(child)
    let timer
    const rebuild = async () => {
      say('a source changed: building')
      try {
        await buildAll()
      } catch (error) {
        say(`the build failed, the app keeps running on the last good one:\n${error.message}`)
        return
      }
      restarting = true
      child.once('exit', () => {
        restarting = false
        child = launch()
        watchEnd(child)
      })
      child.kill('SIGTERM')
    }
    for (const folder of WATCHED) {
      fs.watch(path.join(root, folder), { recursive: true }, () => {
        clearTimeout(timer)
        timer = setTimeout(() => void rebuild(), 200)
      })
    }
  })
}
