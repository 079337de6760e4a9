import type { EnvelopeFrame } from './envelope'

/**
 * What the file of a map has beside its document, after two of them were brought together: everything either has.
 *
 * Named versions and assets are kept by their ids; of whatever else differs, theirs stands, because it is on disk.
 */
export function mergeFrames(ours: EnvelopeFrame, theirs: EnvelopeFrame): EnvelopeFrame {
  const known = new Set(theirs.versions.map(versionKey))
  return {
    ...ours,
    ...theirs,
    revision: Math.max(ours.revision, theirs.revision),
    versions: [...theirs.versions, ...ours.versions.filter((version) => !known.has(versionKey(version)))],
    assets: { ...ours.assets, ...theirs.assets },
  }
}

/** Whether the second has everything that the first has, so that nothing of it need be written. */
export function frameHoldsAllOf(frame: EnvelopeFrame, other: EnvelopeFrame): boolean {
  const known = new Set(frame.versions.map(versionKey))
  return other.versions.every((version) => known.has(versionKey(version))) && Object.keys(other.assets).every((id) => id in frame.assets)
}

/** The id of a version; of one without, which a newer app may write, all that is in it. */
function versionKey(version: unknown): string {
  if (typeof version === 'object' && version !== null && 'id' in version && typeof version.id === 'string') return version.id
  return JSON.stringify(version)
}
