// Five builds: main (ESM), its worker, preload (one CommonJS file, as the sandbox wants it), command line (ESM), window.
import { builtinModules } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { root, say } from './lib/context.mjs'

const out = process.env.WAYLINE_OUT ? path.resolve(process.env.WAYLINE_OUT) : path.join(root, 'out')
const external = ['electron', /^electron\//, ...builtinModules, /^node:/]

/** Everything is bundled, so that the packaged app needs no node_modules. */
function nodeBuild(entry, folder, format, fileName) {
  return build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: path.join(out, folder),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: { input: path.join(root, entry), external, output: { format, entryFileNames: fileName, codeSplitting: false } },
    },
  })
}

function windowBuild() {
  return build({
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    // The other entry of this package asks for Node's streams, which the window has not.
    resolve: {
      alias: [{ find: /^papaparse(\/papaparse\.js)?$/, replacement: path.join(root, 'node_modules/papaparse/papaparse.min.js') }],
    },
    build: {
      outDir: path.join(out, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // A data: URL would be a second place for a font or a picture, which the page's policy does not allow.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
      // What the page's policy needs comes first in its start, also before what several chunks share.
      rolldownOptions: { output: { strictExecutionOrder: true } },
    },
  })
}

export async function buildAll() {
  const started = Date.now()
  await Promise.all([
    nodeBuild('main/index.ts', 'main', 'es', 'index.js'),
    nodeBuild('main/files/mapWorker.ts', 'worker', 'es', 'mapWorker.js'),
    nodeBuild('main/preload/index.ts', 'preload', 'cjs', 'preload.cjs'),
    nodeBuild('main/cli/index.ts', 'cli', 'es', 'index.js'),
    windowBuild(),
  ])
  fs.mkdirSync(path.join(out, 'assets'), { recursive: true })
  fs.cpSync(path.join(root, 'assets/fonts'), path.join(out, 'assets/fonts'), { recursive: true })
  say(`built in ${Date.now() - started} ms`)
}

if (process.argv[1] === import.meta.filename) await buildAll()
