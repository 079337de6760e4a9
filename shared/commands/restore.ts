import { z } from 'zod'
import { fail, ok } from '../base/result'
import { isAlive, kindOfId, recordAt } from '../model/board'
import { idOf } from '../model/ids'
import type { Patch } from '../model/patch'
import { refuseMoreNotes } from './checks'
import { defineCommand, type Refusal } from './command'

const RecordIdSchema = z.union([idOf('persona'), idOf('stage'), idOf('step'), idOf('lane'), idOf('note'), idOf('point'), idOf('conflict')])

/** Bring back what was deleted, to where it was. */
export const restoreRecords = defineCommand({
  id: 'records.restore',
  args: z.object({ ids: z.array(RecordIdSchema).min(1) }),
  plan(board, { ids }) {
    const patches: Patch[] = []
    let notes = 0
    for (const id of new Set(ids)) {
      const record = recordAt(board.records, id)
      if (!record) return fail(`${kindOfId(id)}-missing` satisfies Refusal, id)
      if (isAlive(record)) continue
      if (kindOfId(id) === 'note') notes += 1
      patches.push({ op: 'set', id, fields: { deletedAt: undefined, deletedBy: undefined } })
    }
    if (patches.length === 0) return fail('nothing-to-do')
    return refuseMoreNotes(board, notes) ?? ok(patches)
  },
  name: ({ ids }) => ({ what: 'restore', count: ids.length }),
})
