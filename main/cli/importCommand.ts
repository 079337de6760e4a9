import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fail } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { visibleName } from '../../shared/base/safeText'
import type { Translator } from '../../shared/i18n/translator'
import { FILE_ENCODINGS } from '../../shared/import/codePages'
import { readImport } from '../../shared/import/importFile'
import { IMPORT_FORMATS, IMPORT_ROWS, type ImportedMap, type ImportReport } from '../../shared/import/importedMap'
import { importPatches } from '../../shared/import/toPatches'
import { LIMITS } from '../../shared/model/limits'
import type { Patch } from '../../shared/model/patch'
import { countsOf, type Counts } from '../files/counts'
import { newFrame } from '../files/envelope'
import { errnoOf, isMissing } from '../files/errno'
import { MapFile } from '../files/mapFile'
import { choice, needed, onlyWord, optionsOf } from './args'
import { CliRefusal, nameIn, pathFrom, refuse, type CliContext } from './cliIo'
import { refuseNoFolder, refuseSame, refuseUnlessMap, refuseUnwritten } from './outFile'
import { refuseUnopened } from './readMap'

/**
 * `import IN --out OUT.cjm [--from mermaid|csv|tsv|md] [--rows stages|lanes] [--encoding NAME]`.
 *
 * Says on one line what was made. On stderr: what was guessed, and by line what was not understood; it is in the map's inbox too.
 */
export async function importCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const { t } = context.words
  const options = optionsOf(argv, { values: ['out', 'from', 'rows', 'encoding'] }, context)
  const input = pathFrom(context, onlyWord(options, context))
  const out = pathFrom(context, needed(options, 'out', context))
  const from = choice(options, 'from', IMPORT_FORMATS, undefined, context)
  const rows = choice(options, 'rows', IMPORT_ROWS, undefined, context)
  const encoding = choice(options, 'encoding', FILE_ENCODINGS, undefined, context)
  if (extname(out).toLowerCase() !== '.cjm') refuse(t('cli.out-ending', { name: nameIn(out) }))

  await refuseNoFolder(out, context)
  const bytes = await readInput(input, context)
  const imported = readImport(
    { name: basename(input), bytes },
    { ...(from && { from }), ...(rows && { rows }), ...(encoding && { encoding }) },
  )
  if (!imported.ok) return refuse(t('cli.import-failed', { name: nameIn(input), reason: t(`import.failure.${imported.code}`) }))
  await refuseSame(input, out, context)
  await refuseUnlessMap(out, context)
  const counts = await writeMap(imported.value, input, out, context)
  context.stdout(`${t('cli.imported', { name: nameIn(out), counts: counted(counts, context.words) })}\n`)
  for (const guess of guessesOf(imported.value.report, context.words)) context.stderr(`${guess}\n`)
  for (const { line, text, why } of imported.value.report.lines) {
    context.stderr(`${t('import.line', { line })}: ${visibleName(text)} (${t(`import.why.${why}`)})\n`)
  }
  return 0
}

/** What of the whole file is a guess, and how to say better. */
function guessesOf({ encoding, doubt, table }: ImportReport, { t }: Translator): string[] {
  const named = t(`import.encoding.${encoding}`)
  const doubted = doubt && [
    t(`import.doubt.${doubt.why}`, { encoding: named, other: t(`import.encoding.${doubt.other}`) }),
    t('cli.choose-encoding', { allowed: FILE_ENCODINGS.join('|') }),
  ]
  return [...(doubted ? [doubted.join(' ')] : []), ...(table?.guessed ? [t('cli.rows-guessed', { rows: table.rows })] : [])]
}

async function readInput(path: string, context: CliContext): Promise<Uint8Array> {
  const { words } = context
  try {
    const found = await stat(path)
    if (found.isDirectory()) return refuseUnopened(fail('unreadable', 'folder'), path, context)
    if (found.size > LIMITS.importBytes) {
      return refuse(words.t('cli.import-failed', { name: nameIn(path), reason: words.t('import.failure.too-large') }))
    }
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (error instanceof CliRefusal) throw error
    if (isMissing(error)) return refuseUnopened(fail('not-found'), path, context)
    const errno = errnoOf(error)
    return refuseUnopened(fail('unreadable', errno === 'EACCES' ? 'no-rights' : errno), path, context)
  }
}

async function writeMap(imported: ImportedMap, input: string, out: string, context: CliContext): Promise<Counts> {
  const document = openMapDocument({ clock: context.clock })
  // A source without a title goes by the name of its file.
  const titled: Patch[] = imported.title === '' ? [{ op: 'settings', fields: { title: basename(input, extname(input)) } }] : []
  document.write([...importPatches(imported, context.newId), ...titled], { what: 'import', count: 1 })
  const written = await new MapFile(out, context).write(document, { ...newFrame(context.newId('map')), revision: 1 })
  if (!written.ok) return refuseUnwritten(out, written.code, context)
  return countsOf(document.board())
}

/** What is in the map, in words; of what there is none nothing is said but of notes. */
function counted({ stages, lanes, notes, emotionPoints }: Counts, { t }: Translator): string {
  return [
    stages > 0 ? t('import.count.stages', { count: stages }) : '',
    lanes > 0 ? t('import.count.lanes', { count: lanes }) : '',
    t('import.count.notes', { count: notes }),
    emotionPoints > 0 ? t('import.count.points', { count: emotionPoints }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
