import { join } from 'node:path'
import { visibleName } from '../../shared/base/safeText'
import { readableMap } from '../../shared/export/readableMap'
import { EXPORT_FORMATS } from '../../shared/ipc/contract'
import { LANGUAGES } from '../../shared/i18n/translator'
import { drawPicture } from '../export/drawPicture'
import type { ExportJob } from '../export/job'
import { prettyJson } from '../files/jsonText'
import { choice, needed, onlyWord, optionsOf } from './args'
import { pathFrom, refuse, type CliContext } from './cliIo'
import { refuseMap, refuseNoFolder, refuseSame, writeOut } from './outFile'
import { readMap } from './readMap'
import { runElectron } from './runElectron'

const THEMES = ['light', 'dark'] as const
const SCALES = ['1', '2', '3', '4'] as const

/** `export FILE --to svg|png|pdf|json --out OUT [--theme light|dark] [--lang en|ru|pl] [--scale 1-4]`. PNG and PDF start the app, the rest runs here. */
export async function exportCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const options = optionsOf(argv, { values: ['to', 'out', 'theme', 'lang', 'scale'] }, context)
  const file = pathFrom(context, onlyWord(options, context))
  needed(options, 'to', context)
  const format = choice(options, 'to', EXPORT_FORMATS, 'json', context)
  const out = pathFrom(context, needed(options, 'out', context))
  const theme = choice(options, 'theme', THEMES, 'light', context)
  const language = choice(options, 'lang', LANGUAGES, context.words.language, context)
  const scale = Number(choice(options, 'scale', SCALES, '1', context)) as ExportJob['scale']

  await refuseNoFolder(out, context)
  const { document } = await readMap(file, context)
  await refuseSame(file, out, context)
  await refuseMap(out, 'out', context)
  switch (format) {
    case 'json':
      await writeOut(out, Buffer.from(`${prettyJson(readableMap(document.board()))}\n`), context)
      return 0
    case 'svg': {
      const { svg } = await drawPicture(document.board(), { theme, language }, { fonts: join(context.built, 'assets/fonts') })
      await writeOut(out, Buffer.from(svg), context)
      return 0
    }
    case 'png':
    case 'pdf': {
      const made = await runElectron({ format, file, theme, language, scale }, context)
      if (!made.ok) return refuse(context.words.t(`cli.${made.code}`, { detail: visibleName(String(made.detail)) }))
      // Drawing took a while, and others may have put a map there meanwhile.
      await refuseMap(out, 'out', context)
      await writeOut(out, made.value, context)
      return 0
    }
  }
}
