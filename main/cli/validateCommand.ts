import { visibleName } from '../../shared/base/safeText'
import { unfitAssets } from '../files/assets'
import { onlyWord, optionsOf } from './args'
import { nameIn, refuse, type CliContext } from './cliIo'
import { damagedSentence, readMap } from './readMap'

/** How many broken records a sentence names. */
const NAMED = 5

/** `validate FILE`: whether it opens, whole. */
export async function validateCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const file = onlyWord(optionsOf(argv, {}, context), context)
  const { problems, repaired, salvage, frame } = await readMap(file, context)
  const { t } = context.words
  const name = nameIn(file)
  if (salvage) return refuse(damagedSentence(salvage, name, context))
  if (repaired) return refuse(t('cli.rebuilt', { name }))
  const ids = [...new Set(problems.map(({ id }) => id))]
  if (ids.length > 0) return refuse(t('cli.problems', { name, count: ids.length, ids: listed(ids) }))
  const unfit = unfitAssets(frame.assets)
  if (unfit.length > 0) return refuse(t('cli.assets', { name, count: unfit.length, ids: listed(unfit.map(visibleName)) }))
  context.stdout(`${t('cli.valid', { name })}\n`)
  return 0
}

function listed(names: readonly string[]): string {
  return names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '')
}
