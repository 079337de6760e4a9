import type { Failure } from '../../shared/base/result'
import { salvageWords } from '../../shared/ipc/salvageWords'
import { loadMap, type LoadedMap, type LoadFailure } from '../files/loadMap'
import type { SalvageReport } from '../files/salvage'
import { openSentence } from '../files/sentences'
import { nameIn, pathFrom, refuse, type CliContext } from './cliIo'

/** Open a map for reading; refuses with the sentence the app would show, and what is only a part of the map that was written. */
export async function readMap(word: string, context: CliContext): Promise<LoadedMap> {
  const loaded = await readWhatIsLeft(word, context)
  const { salvage } = loaded
  if (!salvage || salvage.whole) return loaded
  return refuse(damagedSentence(salvage, nameIn(word), context))
}

/** What a map that is damaged beyond being read as one has left, and what to do with it. */
export function damagedSentence(salvage: SalvageReport, name: string, { words }: CliContext): string {
  const report = salvageWords(words, { ...salvage, partial: salvage.partial.length })
  return words.t('cli.damaged', { name, report })
}

/** Open a map for reading, a damaged one too. */
export async function readWhatIsLeft(word: string, context: CliContext): Promise<LoadedMap> {
  const path = pathFrom(context, word)
  const loaded = await loadMap(path, context)
  return loaded.ok ? loaded.value : refuseUnopened(loaded, path, context)
}

/** The sentence of the app; but nobody had the file on a list here. */
export function refuseUnopened(failure: Failure<LoadFailure>, path: string, { words }: CliContext): never {
  if (failure.code === 'not-found') return refuse(words.t('cli.no-file', { name: nameIn(path) }))
  return refuse(openSentence(words, failure, path))
}
