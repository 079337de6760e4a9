// Whether what lies in a folder is what was put there, and nobody else's.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** A hash over the names and the bytes of everything in a folder; a link counts by what it says. */
export function treeHash(folder) {
  const hash = createHash('sha256')
  for (const [name, entry] of namesIn(folder)) {
    if (entry.isDirectory()) continue
    const full = path.join(folder, name)
    const bytes = entry.isFile() ? fs.readFileSync(full) : entry.isSymbolicLink() ? fs.readlinkSync(full) : 'neither file nor link'
    hash.update(`${name}\0${createHash('sha256').update(bytes).digest('hex')}\n`)
  }
  return hash.digest('hex')
}

/** The first thing of a folder, itself included, that another user owns or may write to; null where there is none. Root may own all of it. */
export function whoseElse(folder, { deep = true } = {}) {
  const own = process.getuid?.()
  if (own === undefined) return null
  const names = ['', ...(deep ? namesIn(folder).map(([name]) => name) : [])]
  const found = names.find((name) => {
    const { uid, mode } = fs.lstatSync(path.join(folder, name))
    return (uid !== own && uid !== 0) || (mode & 0o022) !== 0
  })
  return found === undefined ? null : path.join(folder, found)
}

/**
 * Everything in a folder, with its name from there on, in an order that is always the same.
 * @returns {[string, fs.Dirent][]}
 */
function namesIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .map(
      (entry) =>
        /** @type {[string, fs.Dirent]} */ ([
          path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
          entry,
        ]),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
