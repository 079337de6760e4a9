import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { preProcessFile } from 'typescript'
import { describe, expect, it } from 'vitest'

/** Which folders and packages the files of a folder may import, besides their own. The most specific row wins. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/base': ['fractional-indexing'],
  'shared/model': ['shared/base', 'zod'],
  'shared/migrations': ['shared/base', 'yjs'],
  'shared/document': ['shared/base', 'shared/model', 'shared/migrations', 'yjs'],
  'shared/commands': ['shared/base', 'shared/model', 'zod'],
  'shared/analysis': ['shared/base', 'shared/model'],
  'shared/merge': ['shared/base', 'shared/model', 'shared/document', 'shared/analysis'],
  'shared/actions': [],
  'shared/i18n': ['shared/base', 'i18next'],
  'shared/layout': ['shared/base', 'shared/model', 'shared/analysis', 'shared/i18n'],
  'shared/scene': ['shared/base', 'shared/model', 'shared/analysis', 'shared/layout', 'shared/i18n'],
  'shared/export': ['shared/base', 'shared/model', 'shared/layout', 'shared/scene', 'shared/i18n', 'zod'],
  'shared/versions': ['shared/base', 'shared/model', 'shared/commands', 'shared/export', 'zod'],
  'shared/import': ['shared/base', 'shared/model', 'shared/commands', 'shared/i18n', 'assets', 'zod', 'papaparse', 'jschardet'],
  'shared/ipc': ['shared/base', 'shared/model', 'shared/i18n', 'zod'],
  main: ['shared', 'assets', 'electron', 'lowdb', 'node:', 'zod'],
  // The one type both sides of the bridge share; it names the DOM's File, so it cannot live in shared.
  'main/preload': ['shared/ipc', 'shared/base', 'electron', 'renderer/app/waylineApi'],
  renderer: ['shared', 'assets', 'react', 'react-dom', 'zod', 'zustand', '@base-ui/react', 'lucide-react', '@fontsource-variable/inter'],
  'renderer/ui': ['shared/base', 'react', 'react-dom', '@base-ui/react', 'lucide-react', '@fontsource-variable/inter'],
  'renderer/tools': ['renderer/state', 'shared', 'zod'],
  'renderer/board': [
    'renderer/state',
    'renderer/tools',
    'renderer/ui',
    'renderer/i18n',
    'renderer/app/cameraMoves',
    'shared',
    'assets',
    'react',
    'react-dom',
    'konva',
    'react-konva',
    'zustand',
    'lucide-react',
    '@base-ui/react',
  ],
  'renderer/panels': [
    'renderer/state',
    'renderer/ui',
    'renderer/i18n',
    'renderer/app',
    'renderer/tools',
    'shared',
    'react',
    'react-dom',
    'lucide-react',
    '@base-ui/react',
    'zustand',
  ],
}

const FOLDERS = ['shared', 'main', 'renderer']

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && statSync(name).isFile())
}

function importsOf(file: string): string[] {
  const found = preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName)
  return found.map((target) => (target.startsWith('.') ? join(dirname(file), target) : target))
}

function isAllowed(file: string, target: string): boolean {
  const row = Object.keys(MAY_IMPORT)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0]
  if (row === undefined) return false
  return [row, ...(MAY_IMPORT[row] ?? [])].some((prefix) => `${target}/`.startsWith(prefix === 'node:' ? prefix : `${prefix}/`))
}

const everyImport = FOLDERS.flatMap((folder) => sources(folder).flatMap((file) => importsOf(file).map((target) => ({ file, target }))))

/** Files and packages that are loaded as soon as a file is: all but types, and what is only asked for later. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?'([^']+)'/gm)) {
    const target = name.startsWith('.') ? join(dirname(file), name) : name
    const found = ['.ts', '.tsx', '/index.ts'].map((end) => target + end).find((path) => existsSync(path))
    if (found === undefined) seen.add(target)
    else loadedWith(found, seen)
  }
  return seen
}

describe('the architecture', () => {
  it('lets every folder import only what it may', () => {
    const broken = everyImport.filter(({ file, target }) => !isAllowed(file, target)).map(({ file, target }) => `${file} -> ${target}`)
    expect(broken).toEqual([])
  })

  it('keeps Yjs behind the document, Konva behind the board and Electron out of the window', () => {
    const users = (name: string) =>
      [
        ...new Set(
          everyImport
            .filter(({ target }) => target === name || target.startsWith(`${name}/`))
            .map(({ file }) => file.split('/').slice(0, 2).join('/')),
        ),
      ].sort()
    expect(users('yjs').filter((folder) => !['shared/document', 'shared/migrations'].includes(folder))).toEqual([])
    expect([...users('konva'), ...users('react-konva')].filter((folder) => folder !== 'renderer/board')).toEqual([])
    expect(users('electron').filter((folder) => !folder.startsWith('main/'))).toEqual([])
  })

  it('loads the detector of encodings, which is larger than the rest of the window, with the import and not at the start', () => {
    expect(loadedWith('renderer/app/main.tsx')).toContain('papaparse/papaparse.js')
    expect(loadedWith('renderer/app/main.tsx')).not.toContain('jschardet')
    expect(loadedWith('renderer/app/dialogs/ImportDialog.tsx')).toContain('jschardet')
  })

  it('exports nothing as default and re-exports nothing wholesale', () => {
    const offenders = FOLDERS.flatMap(sources).filter((file) => /^export (default|\*)/m.test(readFileSync(file, 'utf8')))
    expect(offenders).toEqual([])
  })
})
