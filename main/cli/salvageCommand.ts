import { extname } from 'node:path'
import { salvageWords } from '../../shared/ipc/salvageWords'
import { countsOf } from '../files/counts'
import { MapFile } from '../files/mapFile'
import { needed, onlyWord, optionsOf } from './args'
import { nameIn, pathFrom, refuse, type CliContext } from './cliIo'
import { infoLines } from './infoCommand'
import { refuseNoFolder, refuseSame, refuseUnlessMap, refuseUnwritten } from './outFile'
import { readWhatIsLeft } from './readMap'

/** `salvage FILE --out OUT.cjm`: a sound map of whatever can still be read; how much that is, on stdout. The file itself is only read. */
export async function salvageCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const { t } = context.words
  const options = optionsOf(argv, { values: ['out'] }, context)
  const word = onlyWord(options, context)
  const input = pathFrom(context, word)
  const out = pathFrom(context, needed(options, 'out', context))
  if (extname(out).toLowerCase() !== '.cjm') refuse(t('cli.out-ending', { name: nameIn(out) }))
  await refuseNoFolder(out, context)
  await refuseSame(input, out, context)

  const { document, frame, repaired, salvage } = await readWhatIsLeft(word, context)
  await refuseUnlessMap(out, context)
  const written = await new MapFile(out, context).write(document, { ...frame, revision: frame.revision + 1 })
  if (!written.ok) refuseUnwritten(out, written.code, context)
  const name = nameIn(input)
  const told = salvage
    ? salvageWords(context.words, { ...salvage, partial: salvage.partial.length })
    : t(repaired ? 'cli.rebuilt' : 'cli.valid', { name })
  context.stdout([told, ...infoLines(countsOf(document.board()), context)].map((line) => `${line}\n`).join(''))
  return 0
}
