import type * as Y from 'yjs'
import type { Migration } from './migration'

/** Root map of the stamps `f1`, `f2`, ... It only grows, so that two copies of different age agree after a merge. */
const STAMPS = 'formats'
const STAMP = /^f([1-9][0-9]{0,8})$/

/** The newest format that any app wrote into this document; 0 where none did. */
export function formatOf(doc: Y.Doc): number {
  let format = 0
  for (const key of doc.getMap(STAMPS).keys()) format = Math.max(format, Number(STAMP.exec(key)?.[1] ?? 0))
  return format
}

/**
 * Bring a document up to date and stamp it, in one transaction.
 *
 * A document that a newer app has written is left as it is: an old migration could undo what a newer one did.
 */
export function migrate(doc: Y.Doc, migrations: readonly Migration[], origin: unknown): void {
  const newest = migrations.at(-1)?.to ?? 0
  if (formatOf(doc) > newest) return
  doc.transact(() => {
    const stamps = doc.getMap(STAMPS)
    for (const migration of migrations) {
      migration.up(doc)
      if (!stamps.has(`f${migration.to}`)) stamps.set(`f${migration.to}`, true)
    }
  }, origin)
}
