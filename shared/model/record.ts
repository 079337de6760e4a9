import { z } from 'zod'
import { idOf, type RecordKind } from './ids'
import { LIMITS } from './limits'

/** Deleting hides a record and says who did it; it stays in the document and can be brought back (decision 0007). */
const deletion = {
  deletedAt: z.iso.datetime().optional(),
  deletedBy: z.string().max(LIMITS.title).optional(),
}

/**
 * One kind of record of a map: its id, its fields and the two marks of a deletion.
 *
 * Defaults live in the schema and are applied on reading, never written back: a default that is written can
 * overwrite what a colleague chose meanwhile.
 */
export function defineRecord<Kind extends RecordKind, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.object({ id: idOf(kind), ...shape, ...deletion }).readonly()
}
