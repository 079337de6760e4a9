import type { EnvelopeFrame } from './envelope'
import { joinVersions } from './namedVersions'

/**
 * What the file of a map has beside its document, after two of them were brought together: everything either has.
 *
 * Named versions and assets are kept by their ids; of whatever else differs, theirs stands, because it is on disk.
 */
export function mergeFrames(ours: EnvelopeFrame, theirs: EnvelopeFrame): EnvelopeFrame {
  return {
    ...ours,
    ...theirs,
    revision: Math.max(ours.revision, theirs.revision),
    versions: [...joinVersions(theirs.versions, ours.versions)],
    assets: { ...ours.assets, ...theirs.assets },
  }
}

/** Whether the second has everything that the first has, so that nothing of it need be written. */
export function frameHoldsAllOf(frame: EnvelopeFrame, other: EnvelopeFrame): boolean {
  const asBefore = joinVersions(frame.versions, other.versions) === frame.versions
  return asBefore && Object.keys(other.assets).every((id) => id in frame.assets)
}
