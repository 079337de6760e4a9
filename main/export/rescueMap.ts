import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { Language } from '../../shared/i18n/translator'
import { makeNewId } from '../../shared/model/ids'
import { writeDurable } from '../files/durableWrite'
import { encodeEnvelope, newFrame, wrap } from '../files/envelope'
import type { MapHost } from '../maps/mapHost'
import { exportBoard, type ExportDeps, type ExportFailure } from './exportBoard'

/**
 * Write a map that no window shows to another place: a picture of it, or a copy that is a map of its own. The map stays as it is.
 */
export async function rescueMap(
  host: MapHost,
  { to, language }: { readonly to: 'cjm' | 'svg'; readonly language: Language },
  file: string,
  deps: ExportDeps,
): Promise<Result<null, Exclude<ExportFailure, 'too-large'>>> {
  const written =
    to === 'cjm'
      ? await writeDurable(file, copyOf(host))
      : await exportBoard(host.board(), { format: to, scale: 1, theme: 'light', language }, file, deps)
  if (written.ok) return ok(null)
  const { code, detail } = written
  return code === 'disk-full' || code === 'read-only' ? fail(code, detail) : fail('unknown', typeof detail === 'string' ? detail : code)
}

function copyOf(host: MapHost): Uint8Array {
  const newId = makeNewId((count) => randomBytes(count))
  const document = openMapDocument({ clock: () => new Date(), state: host.encode() })
  try {
    return encodeEnvelope(wrap(document, { ...newFrame(newId('map')), derivedFrom: host.id }))
  } finally {
    document.destroy()
  }
}
