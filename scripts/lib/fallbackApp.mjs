// Stands in for Electron's own default app inside the fallback runtime: loads the app folder named on the command line.
// Kept as text, since it is packed into resources/default_app.asar.
export const FALLBACK_APP = `import { app } from 'electron'
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
const args = process.argv.slice(1)
const preload = []
let folder
for (let i = 0; i < args.length; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') preload.push(args[(i += 1)])
  else if (args[i].startsWith('-')) continue
  else { folder = args[i]; break }
}
process.defaultApp = true
if (!folder) { console.error('usage: electron <app folder>'); app.exit(1) }
else {
  if (preload.length > 0) Module._preloadModules(preload)
  let main = path.resolve(folder)
  if (fs.statSync(main).isDirectory()) {
    const about = JSON.parse(fs.readFileSync(path.join(main, 'package.json'), 'utf8'))
    if (about.productName ?? about.name) app.name = about.productName ?? about.name
    if (about.version) app.setVersion(about.version)
    if (about.desktopName) app.setDesktopName(about.desktopName)
    app.setAppPath(main)
    main = path.join(main, about.main || 'index.js')
  }
  // Top-level await: Electron holds back 'ready' until the app's own module has run.
  try { await import(pathToFileURL(main).href) } catch (error) { console.error(error); app.exit(1) }
}
`
