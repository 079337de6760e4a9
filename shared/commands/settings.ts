import { z } from 'zod'
import { fail, ok } from '../base/result'
import { LIMITS } from '../model/limits'
import { HYPOTHESES_SHOWN, MAP_KINDS, MAP_STATES } from '../model/mapSettings'
import { changedFields, firstOf, refuseLonger } from './checks'
import { defineCommand } from './command'

/** What is said of the whole map. */
export const changeSettings = defineCommand({
  id: 'settings.change',
  args: z.object({
    title: z.string().optional(),
    kind: z.enum(MAP_KINDS).optional(),
    state: z.enum(MAP_STATES).optional(),
    scenario: z.string().optional(),
    criticalThreshold: z.number().optional(),
    hypotheses: z.enum(HYPOTHESES_SHOWN).optional(),
  }),
  plan({ settings }, wanted) {
    const { title, scenario, criticalThreshold = 0 } = wanted
    const refusal = firstOf(refuseLonger(LIMITS.title, title, settings.title), refuseLonger(LIMITS.longText, scenario, settings.scenario))
    if (refusal) return refusal
    if (!(criticalThreshold >= -5 && criticalThreshold <= 5)) return fail('bad-value', criticalThreshold)
    const fields = changedFields(settings, wanted)
    return fields ? ok([{ op: 'settings', fields }]) : fail('nothing-to-do')
  },
  name: () => ({ what: 'mapSettings', count: 1 }),
})
