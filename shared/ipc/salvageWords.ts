import { z } from 'zod'
import type { Translator } from '../i18n/translator'

/** What was got out of a damaged file. */
export const SalvageCounts = z.object({
  notes: z.number().int(),
  unplaced: z.number().int(),
  partial: z.number().int(),
  whole: z.boolean(),
  added: z.number().int(),
  other: z.number().int(),
  fromVersion: z.number().int(),
  /** Null where nobody can say. */
  missing: z.number().int().nullable(),
})
export type SalvageCounts = z.infer<typeof SalvageCounts>

/** A few sentences for a person: how much is there again, and what of it is not as it was. */
export function salvageWords({ t }: Translator, counts: SalvageCounts): string {
  const { notes, unplaced, partial, whole, added, other, fromVersion, missing } = counts
  const sentences = [t(whole ? (other > 0 ? 'salvage.wholeMap' : 'salvage.whole') : 'salvage.read', { count: notes })]
  if (added > 0) sentences.push(t('salvage.added', { count: added }))
  if (other > 0) sentences.push(t('salvage.other', { count: other }))
  if (unplaced > 0) sentences.push(t('salvage.unplaced', { count: unplaced }))
  if (partial > 0) sentences.push(t('salvage.partial', { count: partial }))
  if (fromVersion > 0) sentences.push(t('salvage.fromVersion', { count: fromVersion }))
  if (missing !== null && !whole) sentences.push(missing > 0 ? t('salvage.missing', { count: missing }) : t('salvage.complete'))
  return sentences.join(' ')
}
