import { basename } from 'node:path'
import type { Failure } from '../../shared/base/result'
import type { MessageKey, Translator } from '../../shared/i18n/translator'
import { visibleName } from '../../shared/base/safeText'
import { LIMITS } from '../../shared/model/limits'
import type { LoadFailure } from './loadMap'

const MEGABYTE = 1024 * 1024

/** What happened to a file that did not open, and what is safe: one sentence or two for a person. */
export function openSentence({ t }: Translator, { code, detail }: Failure<LoadFailure>, path: string): string {
  const why = typeof detail === 'string' ? detail : code
  // A detail that has no words of its own is an errno of the system.
  const key = `openDetail.${why}` as MessageKey
  const known = t(key)
  const shown = known === key ? t('openDetail.other', { code: why }) : known
  return t(`openFailure.${code}`, { name: visibleName(basename(path)), detail: shown, limit: LIMITS.fileBytes / MEGABYTE })
}
