import { basename } from 'node:path'
import type { Failure } from '../../shared/base/result'
import { visibleName } from '../../shared/base/safeText'
import { loadMap, type LoadedMap, type LoadFailure } from '../files/loadMap'
import { openSentence } from '../files/sentences'
import { pathFrom, refuse, type CliContext } from './cliIo'

/** Open a map for reading; refuses with the sentence the app would show. */
export async function readMap(word: string, context: CliContext): Promise<LoadedMap> {
  const path = pathFrom(context, word)
  const loaded = await loadMap(path, context)
  return loaded.ok ? loaded.value : refuseUnopened(loaded, path, context)
}

/** The sentence of the app; but nobody had the file on a list here. */
export function refuseUnopened(failure: Failure<LoadFailure>, path: string, { words }: CliContext): never {
  if (failure.code === 'not-found') return refuse(words.t('cli.no-file', { name: visibleName(basename(path)) }))
  return refuse(openSentence(words, failure, path))
}
