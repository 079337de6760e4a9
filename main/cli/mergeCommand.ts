import { extname } from 'node:path'
import { mergeInto, type MergeReport } from '../../shared/merge/mergeInto'
import type { Board } from '../../shared/model/board'
import type { LoadedMap } from '../files/loadMap'
import { writeDurable } from '../files/durableWrite'
import { MapFile } from '../files/mapFile'
import { mergeFrames } from '../files/mergeFrames'
import { needed, optionsOf, twoWords } from './args'
import { countsLine } from './changeLines'
import { nameIn, pathFrom, refuse, type CliContext } from './cliIo'
import { isSameFile, refuseMap, refuseNoFolder, refuseUnlessMap, refuseUnwritable, refuseUnwritten } from './outFile'
import { readCopyOf, readPair } from './readPair'

/**
 * `merge A B [--base C] --out D [--report R.json]`: A with everything that B has. The result may take the place of A or of B, because it has
 * all that they have. Says on one line what came in, and how often both values were kept.
 */
export async function mergeCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const { t } = context.words
  const options = optionsOf(argv, { values: ['base', 'out', 'report'] }, context)
  const [first, second] = twoWords(options, context)
  const out = pathFrom(context, needed(options, 'out', context))
  const [base, report] = [options.values.get('base'), options.values.get('report')]
  if (extname(out).toLowerCase() !== '.cjm') refuse(t('cli.out-ending', { name: nameIn(out) }))
  await refuseNoFolder(out, context)
  if (report !== undefined) {
    await refuseNoFolder(pathFrom(context, report), context)
    if (await isSameFile(pathFrom(context, report), out)) refuse(t('cli.report-is-out'))
  }
  const [ours, theirs] = await readPair(first, second, context)
  const common = base === undefined ? undefined : await readCopyOf(ours, first, base, context)
  await refuseUnlessMap(out, context)
  if (report !== undefined) await refuseMap(pathFrom(context, report), 'report', context)
  if (report !== undefined) await refuseUnwritable(pathFrom(context, report), context)

  const merged = mergeInto(ours.document, theirs.document, {
    at: context.clock().toISOString(),
    ...(common && { base: common.document.board() }),
  })
  // The result goes on as A, with what only B's file has beside its document.
  const frame = { ...mergeFrames(theirs.frame, ours.frame), revision: Math.max(ours.frame.revision, theirs.frame.revision) + 1 }
  const file = new MapFile(out, context)
  for (const [word, copy] of [[first, ours] as const, [second, theirs] as const]) {
    if (await isSameFile(pathFrom(context, word), out)) await takePlaceOf(copy, file, context)
  }
  const written = await file.write(ours.document, frame)
  if (!written.ok) refuseUnwritten(out, written.code, context)
  const name = nameIn(out)
  if (report !== undefined) {
    const told = await writeDurable(pathFrom(context, report), json(reportOf(merged, ours.document.board())))
    if (!told.ok) refuse(t('cli.report-not-written', { name, report: nameIn(report), reason: t(`status.reason.${told.code}`) }))
  }
  const counts = countsLine(merged.diff, context.words)
  const twice = merged.conflicts.length
  if (counts !== '') context.stdout(`${t('cli.merged', { name, counts })}\n`)
  else if (twice === 0) context.stdout(`${t('cli.merged.nothing', { name })}\n`)
  if (twice > 0) context.stdout(`${t('cli.merged.twice', { count: twice })}\n`)
  return 0
}

/** The result has all that the copy had when it was read, but not what was damaged of it, and nothing that somebody wrote there since. */
async function takePlaceOf({ hash, repaired }: LoadedMap, file: MapFile, context: CliContext): Promise<void> {
  file.adopt(hash)
  const kept = repaired ? await file.keepDamagedCopy() : null
  if (kept?.ok === false) refuseUnwritten(file.path, kept.code, context)
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}

/** What came in, and everything of which both values were kept. */
function reportOf({ diff, conflicts, by }: MergeReport, { records }: Board): object {
  const kept = conflicts.flatMap((id) => records.conflict.get(id) ?? [])
  return { ...diff, by, keptTwice: kept.map(({ about, field, shown, other }) => ({ id: about, field, shown, other })) }
}
