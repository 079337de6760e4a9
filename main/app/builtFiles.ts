import { readdirSync } from 'node:fs'
import path from 'node:path'

export interface BuiltFile {
  readonly path: string
  readonly type: string
}

/** The kinds of file a build makes. The type is ours to say, never guessed from the bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Every file of a build by the path of its URL.
 *
 * A request is answered from this list and never turned into a path, so `..`, `%2f`, NUL or an absolute name can
 * only miss.
 */
export function listBuiltFiles(root: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>()
  const visit = (folder: string, url: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = path.join(folder, entry.name)
      const address = `${url}/${entry.name}`
      const type = TYPES[path.extname(entry.name)]
      if (entry.isDirectory()) visit(place, address)
      else if (entry.isFile() && type !== undefined) files.set(address, { path: place, type })
    }
  }
  visit(root, '')
  return files
}

/** The built file a URL names, or undefined. Only plain `scheme://host/path` counts; a query or a hash does no harm. */
export function builtFileFor(files: ReadonlyMap<string, BuiltFile>, url: string, origin: string): BuiltFile | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined
  const address = url.slice(origin.length).replace(/[?#].*$/s, '')
  return files.get(address === '/' ? '/index.html' : address)
}
