import { fail, ok, type Result } from '../../shared/base/result'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { ImportedMap } from '../../shared/import/importedMap'
import { importPatches } from '../../shared/import/toPatches'
import type { Patch } from '../../shared/model/patch'
import { createReporter } from './report'
import type { Services } from './services'

/** What was read from a file or from pasted text. */
export interface ReadImport {
  readonly map: ImportedMap
  /** Of the file; empty for pasted text. */
  readonly name: string
}

/** Open what was imported as a new map. */
export function openImport(services: Pick<Services, 'bridge' | 'clock' | 'newId'>, { map, name }: ReadImport): Promise<Opened> {
  return openAsNewMap(services, () => importPatches(map, services.newId), map.title || name.replace(/\.[^.]*$/, ''))
}

type Opened = Result<null, 'not-opened'>

/**
 * Open what came of files as a new map. They are untrusted to the end: where they break a rule nobody thought of,
 * the error is reported and the dialog goes on.
 */
export async function openAsNewMap(
  { bridge, clock }: Pick<Services, 'bridge' | 'clock'>,
  make: () => readonly Patch[],
  title: string,
): Promise<Opened> {
  try {
    const document = openMapDocument({ clock })
    document.write(make(), { what: 'import', count: 1 })
    const state = document.encode()
    document.destroy()
    const opened = await bridge.call('map.fromState', { state, title })
    return opened.ok ? ok(null) : fail('not-opened')
  } catch (error) {
    createReporter(bridge)(error)
    return fail('not-opened')
  }
}
