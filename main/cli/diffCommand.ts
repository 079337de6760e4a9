import { diffBoards, isEmptyDiff } from '../../shared/analysis/boardDiff'
import { optionsOf, twoWords } from './args'
import { changeLines } from './changeLines'
import { jsonLine, type CliContext } from './cliIo'
import { readPair } from './readPair'

/** `diff A B [--json]`: what became of A in B, a line for each thing, in the order of the board. */
export async function diffCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const options = optionsOf(argv, { flags: ['json'] }, context)
  const [first, second] = twoWords(options, context)
  const [ours, theirs] = await readPair(first, second, context)
  const [before, after] = [ours.document.board(), theirs.document.board()]
  const diff = diffBoards(before, after)
  if (options.flags.has('json')) context.stdout(jsonLine(diff))
  else if (isEmptyDiff(diff)) context.stdout(`${context.words.t('cli.diff.same')}\n`)
  else for (const line of changeLines(diff, before, after, context.words)) context.stdout(`${line}\n`)
  return 0
}
