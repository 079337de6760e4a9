import { basename } from 'node:path'
import { onlyWord, optionsOf } from './args'
import { refuse, type CliContext } from './cliIo'
import { damagedSentence, readMap } from './readMap'

/** How many broken records a sentence names. */
const NAMED = 5

/** `validate FILE`: whether it opens, whole. */
export async function validateCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const file = onlyWord(optionsOf(argv, {}, context), context)
  const { problems, repaired, salvage } = await readMap(file, context)
  const { t } = context.words
  const name = basename(file)
  if (salvage) return refuse(damagedSentence(salvage, name, context))
  if (repaired) return refuse(t('cli.rebuilt', { name }))
  const ids = [...new Set(problems.map(({ id }) => id))]
  if (ids.length > 0) {
    const shown = ids.slice(0, NAMED).join(', ') + (ids.length > NAMED ? ', …' : '')
    return refuse(t('cli.problems', { name, count: ids.length, ids: shown }))
  }
  context.stdout(`${t('cli.valid', { name })}\n`)
  return 0
}
