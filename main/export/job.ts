import path from 'node:path'
import { z } from 'zod'
import { EXPORT_FORMATS } from '../../shared/ipc/contract'
import { LANGUAGES } from '../../shared/i18n/translator'

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** How a map is to come out. */
export const ExportLook = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** Pixels per world unit, PNG only. */
  scale: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(1),
  theme: z.enum(['light', 'dark']).default('light'),
  language: z.enum(LANGUAGES).default('en'),
})
export type ExportLook = z.infer<typeof ExportLook>

const AbsolutePath = z.string().max(4096).refine(path.isAbsolute, 'must be absolute')

/** Where the command line hands over a job. Never a switch: a file of that name in a folder would become one where a shell writes its names out. */
export const EXPORT_JOB = 'WAYLINE_EXPORT_JOB'

/**
 * What the command line asks of the app: the formats that need Chromium.
 * The app then opens no window, writes `out`, which must not be there yet, and ends with exit code 0, or with 1 and one sentence on stderr.
 */
export const ExportJob = ExportLook.extend({ format: z.enum(['png', 'pdf']), file: AbsolutePath, out: AbsolutePath })
export type ExportJob = z.infer<typeof ExportJob>
