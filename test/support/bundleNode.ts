import { builtinModules } from 'node:module'
import { basename, dirname, resolve } from 'node:path'
import { build } from 'vite'

/** Bundle a TypeScript file into one script that plain Node runs, for tests that need a process of its own to kill. */
export async function bundleNode(entry: string, script: string): Promise<void> {
  await build({
    configFile: false,
    root: resolve(import.meta.dirname, '../..'),
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: dirname(script),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: entry,
        external: [...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: basename(script), codeSplitting: false },
      },
    },
  })
}
