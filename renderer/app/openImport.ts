import { fail, ok, type Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { ImportedMap } from '../../shared/import/importedMap'
import { importPatches } from '../../shared/import/toPatches'
import { createReporter } from './report'
import type { Services } from './services'

/** What was read from a file or from pasted text. */
export interface ReadImport {
  readonly map: ImportedMap
  /** Of the file; empty for pasted text. */
  readonly name: string
}

/**
 * Open what was imported as a new map. The source is untrusted to the end: where it breaks a rule nobody thought of,
 * the error is reported and the dialog goes on.
 */
export async function openImport(
  { bridge, clock, newId }: Pick<Services, 'bridge' | 'clock' | 'newId'>,
  { map, name }: ReadImport,
): Promise<Result<null, 'not-opened'>> {
  try {
    const document = openMapDocument({ clock })
    document.write(importPatches(map, newId), { what: 'import', count: 1 })
    const state = document.encode()
    document.destroy()
    const opened = await bridge.call('map.fromState', { state, title: map.title || name.replace(/\.[^.]*$/, '') })
    return opened.ok ? ok(null) : fail('not-opened')
  } catch (error) {
    createReporter(bridge)(error)
    return fail('not-opened')
  }
}
