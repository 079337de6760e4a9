import { kindOfId } from '../model/board'
import { MapSettings } from '../model/mapSettings'
import type { Patch } from '../model/patch'
import { fieldsOf } from '../model/schemas'

/**
 * Refuse to write what could not be read back. A command that plans such a patch has a bug.
 * @throws before anything is written.
 */
export function checkPatches(patches: readonly Patch[]): void {
  for (const patch of patches) {
    if (patch.op === 'settings') check('settings', MapSettings.unwrap().shape, patch.fields, false)
    else if (patch.op === 'add') check(patch.record.id, fieldsOf(kindOfId(patch.record.id)), patch.record, true)
    else check(patch.id, fieldsOf(kindOfId(patch.id)), patch.fields, false)
  }
}

type Shape = Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>

function check(id: string, shape: Shape, fields: object, whole: boolean): void {
  const values = new Map<string, unknown>(Object.entries(fields))
  for (const key of whole ? Object.keys(shape) : values.keys()) {
    const value = values.get(key)
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined
    // Without its value a field shows its default again; a new record may leave it out for the same reason.
    if (schema?.safeParse(value).success) continue
    throw new Error(`a patch of ${id} has a ${key} that cannot be read back`)
  }
}
