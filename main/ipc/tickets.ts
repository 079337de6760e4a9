import { randomBytes } from 'node:crypto'

const MOST = 50

/** Paths of dropped files by a word that says nothing, so that a page can name a file without knowing its path. */
export interface Tickets {
  issue(path: string): string
  /** The path, once: a ticket is good for one opening. */
  take(ticket: string): string | undefined
}

export function createTickets(): Tickets {
  const paths = new Map<string, string>()
  return {
    issue(path) {
      const ticket = randomBytes(16).toString('base64url')
      paths.set(ticket, path)
      const oldest = paths.keys().next()
      if (paths.size > MOST && !oldest.done) paths.delete(oldest.value)
      return ticket
    },
    take(ticket) {
      const path = paths.get(ticket)
      paths.delete(ticket)
      return path
    },
  }
}
