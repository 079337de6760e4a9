import type { MapHost } from '../maps/mapHost'

/** What is asked when a map is left whose last edits could not be written. */
export interface Unsaved {
  readonly name: string
  /** Not even the recovery copy has them: closing the map loses them. */
  readonly lost: boolean
}

/**
 * Bring a map to rest that is about to be left, and ask where it could not be written.
 * @param leaveAnyway true: the person leaves all the same.
 * @returns false if the person wants to stay with the map.
 */
export async function mayLeave(host: MapHost, leaveAnyway: (unsaved: Unsaved) => Promise<boolean>): Promise<boolean> {
  await host.settle()
  const status = host.status()
  if (status.kind !== 'notSaved' || host.readOnly) return true
  return leaveAnyway({ name: nameOf(host), lost: status.reason === 'journal' })
}

/** Whether nothing but the memory of the app has the last edits. */
export function isUnkept(host: MapHost): boolean {
  const status = host.status()
  return status.kind === 'notSaved' && status.reason === 'journal' && !host.readOnly
}

/** What the map is called: its file's name, else its title. */
export function nameOf(host: MapHost): string {
  return host.name ?? host.board().settings.title
}
