import type { ConflictAbout, ConflictRecordId, ConflictValue, DecidedField } from './conflict'
import type { Patch, SetPatch } from './patch'

/** Give a record the value that a conflict keeps. */
export function conflictPatch(about: ConflictAbout, field: DecidedField, value: ConflictValue): Patch {
  const fields = field === 'place' ? placeOf(value) : { [field]: value ?? undefined }
  // DECIDED_FIELDS says which fields a record of that kind has; the document refuses values of another type.
  return about === 'map' ? { op: 'settings', fields } : { op: 'set', id: about, fields }
}

function placeOf(value: ConflictValue): object {
  return typeof value === 'object' && value !== null ? value : { laneId: undefined, columnId: undefined }
}

/** Bring a record back that was deleted. */
export function revivePatch(id: ConflictRecordId): SetPatch {
  return { op: 'set', id, fields: { deletedAt: undefined, deletedBy: undefined } }
}
