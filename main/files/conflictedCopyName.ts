import { extname } from 'node:path'

/** Who puts a second file beside a map when two people changed it apart. */
export type SyncService =
  'Dropbox' | 'Nextcloud' | 'Syncthing' | 'Synology Drive' | 'Resilio Sync' | 'OneDrive' | 'Google Drive' | 'iCloud Drive'

/**
 * What each service adds to the name before its ending, as the services' own pages give it; the sure ones first.
 *
 * Dropbox writes the words in the language of whoever made the copy, so the word is looked for in several and the shape counts: round brackets
 * at the end. OneDrive, Google Drive and iCloud only add a computer's name or a number.
 */
const ADDITIONS: readonly (readonly [service: SyncService, added: RegExp])[] = [
  ['Syncthing', /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/iu],
  ['Nextcloud', / \(conflicted copy \d{4}-\d{2}-\d{2} \d{4,6}\)$/iu],
  ['Nextcloud', /_conflict-\d{8}-\d{4,6}$/iu],
  ['Synology Drive', /_[^_]+_[a-z]{3}-\d{2}-\d{4}-\d{4}_(?:case|whitespace|tailcharacter)?conflict(?:_\d+)?$/iu],
  ['Resilio Sync', /\.conflict\d*$/iu],
  ['Google Drive', / \(conflict(?: copy)?(?: \d+)?\)$/iu],
  ['Dropbox', / \([^()]*(?:conflict|konflikt|conflit|conflic|kolli|конфликт|競合|冲突|衝突|충돌)[^()]*(?:\(\d+\))?\)$/iu],
  ['Google Drive', / ?\(\d{1,3}\)$/u],
  ['iCloud Drive', / \d{1,3}$/u],
  ['OneDrive', /-[\p{L}\p{N}][\p{L}\p{N}-]{0,62}$/u],
]

/** A copy of a copy is recognised, but nobody has to think about more of them in a row. */
const COPIES_IN_A_ROW = 4

/**
 * Which service a file of this name beside `original` probably comes from; null where the name says nothing.
 *
 * A hint only, for the eye and for what to look at first: that both are one map is proved by the id inside the files.
 * Case and Unicode form do not count, because the services themselves change them.
 */
export function conflictedCopyOf(name: string, original: string): SyncService | null {
  const [copy, map] = [comparable(name), comparable(original)]
  const ending = extname(map)
  const stem = stemOf(map)
  if (extname(copy) !== ending || !copy.startsWith(stem)) return null
  return whoAdded(stemOf(copy).slice(stem.length), COPIES_IN_A_ROW)
}

function whoAdded(added: string, left: number): SyncService | null {
  if (left === 0 || added === '') return null
  for (const [service, pattern] of ADDITIONS) {
    const at = pattern.exec(added)?.index
    if (at === 0 || (at !== undefined && whoAdded(added.slice(0, at), left - 1) !== null)) return service
  }
  return null
}

function stemOf(name: string): string {
  const ending = extname(name)
  return ending === '' ? name : name.slice(0, -ending.length)
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
