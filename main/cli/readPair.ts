import type { LoadedMap } from '../files/loadMap'
import type { EnvelopeFrame } from '../files/envelope'
import { nameIn, refuse, type CliContext } from './cliIo'
import { readMap } from './readMap'

/** Open two copies of one map; refuses where the second is another map. */
export async function readPair(first: string, second: string, context: CliContext): Promise<readonly [LoadedMap, LoadedMap]> {
  const ours = await readMap(first, context)
  return [ours, await readCopyOf(ours, first, second, context)]
}

/** Open another copy of a map that is open. */
export async function readCopyOf(ours: LoadedMap, first: string, second: string, context: CliContext): Promise<LoadedMap> {
  const theirs = await readMap(second, context)
  if (isSameMap(ours.frame, theirs.frame)) return theirs
  return refuse(context.words.t('cli.other-map', { name: nameIn(first), other: nameIn(second) }))
}

/** Copies share the id; a map that was saved under another name, or put together anew, says which one it comes from. */
function isSameMap(ours: EnvelopeFrame, theirs: EnvelopeFrame): boolean {
  const [mine, yours] = [ours, theirs].map(({ id, derivedFrom }) => [id, ...(derivedFrom === undefined ? [] : [derivedFrom])])
  return (mine ?? []).some((id) => (yours ?? []).includes(id))
}
