import { z } from 'zod'
import { fail, ok } from '../base/result'
import { defineCommand } from '../commands/command'
import { handEdits } from '../export/handEdits'
import { ReadableMap } from '../export/readableSchema'
import { applyPatches } from '../model/patch'

/**
 * Make the map what a version of it was: one edit like any other, so that it can be undone and merged.
 *
 * What came later is taken away as a person deletes it, and can be brought back.
 */
export const restoreMap = defineCommand({
  id: 'map.restore',
  args: z.object({ map: ReadableMap }),
  plan(board, { map }, { now, who }) {
    const context = { now, by: who }
    const back = handEdits(board, map, context)
    // What went unseen with its stage, lane or persona came into sight with it, and may not have been there then.
    const patches = [...back, ...handEdits(applyPatches(board, back), map, context)]
    return patches.length > 0 ? ok(patches) : fail('nothing-to-do')
  },
  name: () => ({ what: 'restoreMap', count: 1 }),
})
