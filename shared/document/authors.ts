import type * as Y from 'yjs'
import type { ConflictSide } from '../model/conflict'
import { LIMITS } from '../model/limits'
import type { Author } from './mapDocument'

/**
 * Who is behind each client of the document.
 *
 * A client is one opening of the map; it says with its first edit whose it is, and again where that person takes another name.
 */
export class Authors {
  readonly #root: Y.Map<unknown>

  constructor(root: Y.Map<unknown>) {
    this.#root = root
  }

  /** Inside a transaction of the caller's. Somebody who has no name yet is asked again with the next edit. */
  sign(client: number, nameOf: () => string, clock: () => Date): void {
    const name = nameOf().trim().slice(0, LIMITS.title)
    const known = this.of(client)
    if (name !== '' && name !== known?.name) this.#root.set(String(client), { name, since: known?.since ?? clock().toISOString() })
  }

  /** Null where nobody has said, or said something else than a name and a moment. */
  of(client: number): Author | null {
    const stored: unknown = this.#root.get(String(client))
    if (typeof stored !== 'object' || stored === null || !('name' in stored) || !('since' in stored)) return null
    const { name, since } = stored
    if (typeof name !== 'string' || name === '' || typeof since !== 'string' || Number.isNaN(Date.parse(since))) return null
    return { name: name.slice(0, LIMITS.title), since }
  }

  /** Those among the clients who have said who they are, in the order in which they began to edit. */
  among(clients: readonly number[]): readonly Author[] {
    const authors = [...new Set(clients)].flatMap((client) => this.of(client) ?? [])
    return authors.sort((a, b) => Date.parse(a.since) - Date.parse(b.since))
  }
}

/** A writer as a conflict names one. */
export function writerIn(author: Author | null): Omit<ConflictSide, 'value'> {
  return author ? { by: author.name, since: new Date(author.since).toISOString() } : { by: '' }
}
