import type { Version } from '../../shared/ipc/versions'
import { namedVersions, type NamedVersion } from './namedVersions'
import type { VersionHead } from './versionFile'

/**
 * The versions of a map for the eye, newest first: those that this computer keeps, and the named ones of its file.
 * @param here newest first.
 * @param stored `versions` of the map file.
 */
export function versionList(here: readonly VersionHead[], stored: readonly unknown[]): readonly Version[] {
  const inFile = new Map(namedVersions(stored).map((named) => [named.id, named]))
  const known = new Set(here.map(({ id }) => id))
  const elsewhere = [...inFile.values()].filter(({ id }) => !known.has(id)).map(shownNamed)
  return interleave(
    here.map((head) => {
      const named = inFile.get(head.id)
      const shown = shownHead(head, named !== undefined)
      // Somebody on another computer may have given it another name since.
      return named ? { ...shown, name: named.name } : shown
    }),
    elsewhere,
  )
}

/** A version that this computer keeps. */
export function shownHead({ id, at, reason, name, by, counts }: VersionHead, inFile: boolean): Version {
  return { id, at, reason, ...(name === undefined ? {} : { name }), ...(by === undefined ? {} : { by }), counts, inFile }
}

/** A version that only the map file has. */
export function shownNamed({ id, at, name, by, counts }: Pick<NamedVersion, 'id' | 'at' | 'name' | 'by' | 'counts'>): Version {
  return { id, at, reason: 'named', name, ...(by === undefined ? {} : { by }), counts, inFile: true }
}

/** Those of this computer in their own order, whatever the clock said, and the others among them by their time. */
function interleave(here: readonly Version[], elsewhere: readonly Version[]): readonly Version[] {
  const others = elsewhere.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const list: Version[] = []
  for (const version of here) {
    while (others[0] && others[0].at > version.at) list.push(...others.splice(0, 1))
    list.push(version)
  }
  return [...list, ...others]
}
