import path from 'node:path'
import type { Failure } from '../../shared/base/result'
import { visibleName } from '../../shared/base/safeText'
import type { Output } from '../../shared/ipc/contract'
import type { Maps } from '../maps/maps'

type Groups = Output<'maps.readGroups'>

/** The maps of parallel groups as a window needs them to make one of them. What cannot be read is named, and the rest comes all the same. */
export async function readGroups(files: readonly string[], maps: Pick<Maps, 'read'>): Promise<Groups> {
  const groups: Groups['groups'] = []
  const refused: Groups['refused'] = []
  for (const file of files) {
    const name = visibleName(path.parse(file).name)
    // One after the other: eight maps at once would take eight times the memory.
    const read = await maps.read(file)
    if (read.ok) groups.push({ name, map: new TextEncoder().encode(JSON.stringify(read.value)) })
    else refused.push({ name, code: read.code, detail: detailOf(read) })
  }
  return { groups, refused }
}

/** A failure's detail as text: a key, an errno, a number of bytes. */
export function detailOf({ detail }: Failure): string {
  return typeof detail === 'string' || typeof detail === 'number' ? String(detail) : ''
}
