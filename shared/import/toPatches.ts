import { ordersAt } from '../base/order'
import type { IdOf, NewId } from '../model/ids'
import type { Patch } from '../model/patch'
import { pointIdOf } from '../model/point'
import type { MapSettings } from '../model/mapSettings'
import type { FieldsOf } from '../model/patch'
import type { ContentNote, ImportedMap, MapContent } from './importedMap'

/** The patches that fill a new, empty map with an import. Write them as one edit. */
export function importPatches(imported: ImportedMap, newId: NewId): Patch[] {
  return contentPatches(imported, newId)
}

/** The patches that fill a new, empty map with content of any origin, with fresh ids. */
export function contentPatches(content: MapContent, newId: NewId): Patch[] {
  const patches: Patch[] = [{ op: 'settings', fields: settingsOf(content) }]

  const personaIds = content.personas.map(() => newId('persona'))
  const personaOrders = ordersAt([], 0, content.personas.length)
  content.personas.forEach((persona, i) => {
    patches.push({ op: 'add', record: { id: at(personaIds, i), order: at(personaOrders, i), ...persona, curveHidden: false } })
  })

  const stageIds = content.stages.map(() => newId('stage'))
  const stepIds = content.stages.map((stage) => stage.steps.map(() => newId('step')))
  const stageOrders = ordersAt([], 0, content.stages.length)
  content.stages.forEach(({ steps, ...stage }, i) => {
    patches.push({ op: 'add', record: { id: at(stageIds, i), order: at(stageOrders, i), ...stage } })
    const stepOrders = ordersAt([], 0, steps.length)
    steps.forEach((step, j) => {
      patches.push({ op: 'add', record: { id: at(at(stepIds, i), j), stageId: at(stageIds, i), order: at(stepOrders, j), ...step } })
    })
  })

  const laneIds = content.lanes.map(() => newId('lane'))
  const laneOrders = ordersAt([], 0, content.lanes.length)
  content.lanes.forEach((lane, i) => {
    patches.push({ op: 'add', record: { id: at(laneIds, i), order: at(laneOrders, i), ...lane, collapsed: false, hidden: false } })
  })

  for (const notes of notesByCell(content)) {
    const orders = ordersAt([], 0, notes.length)
    notes.forEach((note, i) => {
      const { place, personas = [], text, mark = 'none', proof = 'hypothesis', color, icon } = note
      patches.push({
        op: 'add',
        record: {
          id: newId('note'),
          order: at(orders, i),
          text,
          mark,
          proof,
          personaIds: personas.map((persona) => at(personaIds, persona)),
          ...(color && { color }),
          ...(icon !== undefined && { icon }),
          ...(place && { laneId: at(laneIds, place.lane), columnId: columnId(place) }),
        },
      })
    })
  }

  for (const { persona, stage, step, ...point } of content.points) {
    const personaId = at(personaIds, persona)
    const stepId = at(at(stepIds, stage), step)
    patches.push({ op: 'add', record: { id: pointIdOf(personaId, 'as-is', stepId), personaId, stepId, curve: 'as-is', ...point } })
  }
  return patches

  function columnId(place: NonNullable<ContentNote['place']>): IdOf<'stage'> | IdOf<'step'> {
    const { span } = at(content.lanes, place.lane)
    return span === 'stage' ? at(stageIds, place.stage) : at(at(stepIds, place.stage), place.step)
  }
}

/** Only what the content says: a title or scenario it does not have is the caller's to choose. */
function settingsOf({ title, kind, scenario }: MapContent): FieldsOf<MapSettings> {
  return { kind, ...(title !== '' && { title }), ...(scenario !== '' && { scenario }) }
}

/** Notes that end up in one cell, in the order they came; order keys then stay short however long the map is. */
function notesByCell(content: MapContent): ContentNote[][] {
  const cells = new Map<string, ContentNote[]>()
  for (const note of content.notes) {
    const { place } = note
    const column = place && at(content.lanes, place.lane).span === 'stage' ? `${place.stage}` : `${place?.stage}.${place?.step}`
    const key = place ? `${place.lane}|${column}` : 'inbox'
    const cell = cells.get(key)
    if (cell) cell.push(note)
    else cells.set(key, [note])
  }
  return [...cells.values()]
}

/** An index that points nowhere is a bug of the parser that made it, never the fault of a file. */
function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`content has no item ${index} of ${list.length}`)
  return item
}
