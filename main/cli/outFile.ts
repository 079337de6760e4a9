import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { ReadableMap } from '../../shared/export/readableSchema'
import { isMissing } from '../files/errno'
import { loadMap } from '../files/loadMap'
import { whyNotWritable, writeDurable, type WriteFailure } from '../files/durableWrite'
import { parseStrictJson } from '../files/strictJson'
import { nameIn, refuse, type CliContext } from './cliIo'

/** What a file that is to be written is now. An empty one, as `mktemp` makes it, is nothing to lose. */
async function whatIsAt(path: string, context: CliContext): Promise<'nothing' | 'map' | 'other'> {
  try {
    if ((await stat(path)).size === 0) return 'nothing'
  } catch (error) {
    if (isMissing(error)) return 'nothing'
    throw error
  }
  const loaded = await loadMap(path, context)
  if (!loaded.ok) return loaded.code === 'too-new' ? 'map' : 'other'
  loaded.value.document.destroy()
  // What was exported can be read as a map again where it has to be, but it is a copy and may be made anew.
  return (await isExport(path)) ? 'other' : 'map'
}

/** Whether a file is the readable part of a map and nothing else, as `export --to json` writes it. */
async function isExport(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() === '.cjm') return false
  const json = parseStrictJson(await readFile(path))
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return false
  return !('doc' in json.value) && !('app' in json.value) && ReadableMap.safeParse(json.value).success
}

/** Said before anything is read or drawn, because drawing takes a while. */
export async function refuseNoFolder(path: string, { words }: CliContext): Promise<void> {
  const folder = dirname(path)
  if (!(await isFolder(folder))) refuse(words.t('cli.no-folder', { name: nameIn(folder) }))
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** A map may take the place of a map, never of something else. */
export async function refuseUnlessMap(path: string, context: CliContext): Promise<void> {
  if ((await whatIsAt(path, context)) === 'other') refuse(context.words.t('cli.out-not-ours', { name: nameIn(path) }))
}

/** A picture or a report may take the place of another one, never of a map. */
export async function refuseMap(path: string, what: 'out' | 'report', context: CliContext): Promise<void> {
  if ((await whatIsAt(path, context)) === 'map') refuse(context.words.t(`cli.${what}-is-map`, { name: nameIn(path) }))
}

/** Said before anything else is written: what is written second must not fail when the first is done. */
export async function refuseUnwritable(path: string, context: CliContext): Promise<void> {
  const failure = await whyNotWritable(path)
  if (failure) refuseUnwritten(path, failure.code, context)
}

export async function refuseSame(input: string, output: string, context: CliContext): Promise<void> {
  if (await isSameFile(input, output)) refuse(context.words.t('cli.out-is-input'))
}

/** Whether two paths lead to one file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map(realOf))
  return first === second
}

async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  try {
    return join(await realpath(dirname(path)), basename(path))
  } catch (error) {
    if (isMissing(error)) return path
    throw error
  }
}

/** Write a result; at every moment the file is the whole old one or the whole new one. */
export async function writeOut(path: string, bytes: Uint8Array, context: CliContext): Promise<void> {
  const written = await writeDurable(path, bytes)
  if (!written.ok) refuseUnwritten(path, written.code, context)
}

export function refuseUnwritten(path: string, code: WriteFailure, { words }: CliContext): never {
  return refuse(words.t('cli.not-written', { name: nameIn(path), reason: words.t(`status.reason.${code}`) }))
}
