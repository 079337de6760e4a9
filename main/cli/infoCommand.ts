import { visibleName } from '../../shared/base/safeText'
import { countsOf, type Counts } from '../files/counts'
import { onlyWord, optionsOf } from './args'
import { jsonLine, type CliContext } from './cliIo'
import { readMap } from './readMap'

/** `info FILE [--json]`: what a map is and how much is in it. */
export async function infoCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const options = optionsOf(argv, { flags: ['json'] }, context)
  const { document } = await readMap(onlyWord(options, context), context)
  const board = document.board()
  const { title, kind, state } = board.settings
  const counts = countsOf(board)
  if (options.flags.has('json')) {
    context.stdout(jsonLine({ title, kind, state, counts }))
    return 0
  }
  const { t } = context.words
  const lines = [`${t('cli.info.title')}: ${visibleName(title)}`, `${t('cli.info.kind')}: ${kind}`, `${t('cli.info.state')}: ${state}`]
  context.stdout([...lines, ...infoLines(counts, context)].map((line) => `${line}\n`).join(''))
  return 0
}

/** How much there is of everything, a line each. */
export function infoLines(counts: Counts, { words: { t } }: CliContext): readonly string[] {
  return [
    `${t('cli.info.personas')}: ${counts.personas}`,
    `${t('cli.info.stages')}: ${counts.stages}`,
    `${t('cli.info.steps')}: ${counts.steps}`,
    `${t('cli.info.lanes')}: ${counts.lanes}`,
    `${t('cli.info.notes')}: ${counts.notes}`,
    `${t('cli.info.emotionPoints')}: ${counts.emotionPoints}`,
    `${t('cli.info.inbox')}: ${counts.inbox}`,
  ]
}
