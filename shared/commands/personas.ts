import { z } from 'zod'
import { fail, ok } from '../base/result'
import { isAlive, type Board } from '../model/board'
import { idOf } from '../model/ids'
import { LIMITS } from '../model/limits'
import { PERSONA_COLORS, PERSONA_MARKERS, type Persona, type PersonaColor, type PersonaId, type PersonaMarker } from '../model/persona'
import { changedFields, firstOf, refuseLonger, refuseTaken } from './checks'
import { defineCommand } from './command'
import { room } from './place'

interface Look {
  readonly color: PersonaColor
  readonly marker: PersonaMarker
}

/** Every colour with a shape of its own first, then the other pairs: as long as it can be, both differ at once. */
const LOOKS: readonly Look[] = PERSONA_MARKERS.flatMap((_, shift) =>
  PERSONA_COLORS.map((color, i) => ({ color, marker: PERSONA_MARKERS[(i + shift) % PERSONA_MARKERS.length] ?? 'circle' })),
)

function freeLook(taken: readonly Look[], wanted: Partial<Look>): Look {
  const fits = LOOKS.filter(({ color, marker }) => color === (wanted.color ?? color) && marker === (wanted.marker ?? marker))
  const isTaken = (look: Look): boolean => taken.some(({ color, marker }) => color === look.color && marker === look.marker)
  const clashes = (look: Look): boolean => taken.some(({ color, marker }) => color === look.color || marker === look.marker)
  const all = fits.length > 0 ? fits : LOOKS
  const repeated = all[taken.length % all.length] ?? { color: 'teal', marker: 'circle' }
  return all.find((look) => !clashes(look)) ?? all.find((look) => !isTaken(look)) ?? repeated
}

function alivePersona(board: Board, id: PersonaId): Persona | undefined {
  const persona = board.records.persona.get(id)
  return persona && isAlive(persona) ? persona : undefined
}

/** A new persona at the end of the list; without a colour or marker it gets what tells it apart best. */
export const addPersona = defineCommand({
  id: 'personas.add',
  args: z.object({
    personaId: idOf('persona'),
    name: z.string(),
    color: z.enum(PERSONA_COLORS).optional(),
    marker: z.enum(PERSONA_MARKERS).optional(),
  }),
  plan(board, { personaId, name, color, marker }) {
    const refusal = firstOf(refuseTaken(board, [personaId]), refuseLonger(LIMITS.title, name))
    if (refusal) return refusal
    if (board.personas.length >= LIMITS.personas) return fail('too-many', LIMITS.personas)
    const look = freeLook(board.personas, { ...(color ? { color } : {}), ...(marker ? { marker } : {}) })
    const { orders } = room(board.personas, undefined, 1, (persona, order) => ({ op: 'set', id: persona.id, fields: { order } }))
    return ok([{ op: 'add', record: { id: personaId, order: orders[0] ?? '', name, ...look, curveHidden: false } }])
  },
  name: () => ({ what: 'addPersona', count: 1 }),
})

export const changePersona = defineCommand({
  id: 'personas.change',
  args: z.object({
    personaId: idOf('persona'),
    name: z.string().optional(),
    color: z.enum(PERSONA_COLORS).optional(),
    marker: z.enum(PERSONA_MARKERS).optional(),
  }),
  plan(board, { personaId, ...wanted }) {
    const persona = alivePersona(board, personaId)
    if (!persona) return fail('persona-missing', personaId)
    const refusal = refuseLonger(LIMITS.title, wanted.name, persona.name)
    if (refusal) return refusal
    const fields = changedFields(persona, wanted)
    return fields ? ok([{ op: 'set', id: personaId, fields }]) : fail('nothing-to-do')
  },
  name: () => ({ what: 'changePersona', count: 1 }),
})

/** Hide a persona; the curve hides with it and comes back with it. */
export const deletePersona = defineCommand({
  id: 'personas.delete',
  args: z.object({ personaId: idOf('persona') }),
  plan(board, { personaId }, { now, who }) {
    if (!alivePersona(board, personaId)) return fail('persona-missing', personaId)
    return ok([{ op: 'set', id: personaId, fields: { deletedAt: now, deletedBy: who } }])
  },
  name: () => ({ what: 'deletePersona', count: 1 }),
})

export const setCurveHidden = defineCommand({
  id: 'personas.setCurveHidden',
  args: z.object({ personaId: idOf('persona'), hidden: z.boolean() }),
  plan(board, { personaId, hidden }) {
    const persona = alivePersona(board, personaId)
    if (!persona) return fail('persona-missing', personaId)
    return persona.curveHidden === hidden ? fail('nothing-to-do') : ok([{ op: 'set', id: personaId, fields: { curveHidden: hidden } }])
  },
  name: ({ hidden }) => ({ what: hidden ? 'hideCurve' : 'showCurve', count: 1 }),
})
