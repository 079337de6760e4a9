import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result'
import { visibleName } from '../../shared/base/safeText'
import type { Channel, FailureOf, Output } from '../../shared/ipc/contract'
import type { AppWindow } from '../app/appWindow'
import type { Dialogs } from '../app/dialogs'
import { nameOf } from '../app/leaveMap'
import type { WriteFailure } from '../files/durableWrite'
import { readMapLine } from '../files/versionFile'
import type { MapHost } from '../maps/mapHost'
import type { Maps } from '../maps/maps'
import { askForPlace, type PlaceDeps, type Wanted } from './askForPlace'
import { ownMap } from './ownMap'
import { detailOf } from './readGroups'
import type { Handlers } from './serve'

type VersionChannel = Extract<Channel, `versions.${string}` | 'map.forget'>

export interface VersionHandlerDeps extends PlaceDeps {
  readonly maps: Maps
  readonly dialogs: Dialogs
}

/** What the main process does about earlier versions of a window's map. */
export function createVersionHandlers(deps: VersionHandlerDeps): Pick<Handlers<AppWindow>, VersionChannel> {
  const { maps, dialogs } = deps
  async function saveCopy(window: AppWindow, host: MapHost, id: string): Promise<Result<Output<'versions.saveCopy'>, SaveCopyFailure>> {
    const read = await host.versions.read(id)
    const map = read.ok ? readMapLine(read.value) : read
    if (!map.ok) return map
    const version = (await host.versions.list()).find((candidate) => candidate.id === id)
    const called = version?.name ?? version?.at.slice(0, 'YYYY-MM-DD'.length) ?? ''
    const choose: Wanted['choose'] = (folder, name) => dialogs.saveMapAs(window.browser, folder, name)
    const file = await askForPlace(window, { of: host, name: `${nameOf(host)} ${called}`.trim(), choose }, deps)
    if (file === null) return fail('cancelled')
    const written = await maps.writeCopy(file, map.value, host.id)
    return written.ok ? ok({ name: visibleName(path.basename(file)) }) : fail(onDisk(written.code), written.detail)
  }

  return {
    'versions.list': async ({ handle }, window) => {
      const host = ownMap(window, handle)
      return host ? ok(await host.versions.list()) : fail('closed')
    },
    'versions.read': async ({ handle, id }, window) => ownMap(window, handle)?.versions.read(id) ?? fail('closed'),
    'versions.name': async ({ handle, name }, window) => {
      const host = ownMap(window, handle)
      return host ? told(await host.versions.name(name)) : fail('closed')
    },
    'versions.rename': async ({ handle, id, name }, window) => {
      const host = ownMap(window, handle)
      return host ? told(await host.versions.rename(id, name)) : fail('closed')
    },
    'versions.remove': async ({ handle, id }, window) => ownMap(window, handle)?.versions.remove(id) ?? fail('closed'),
    'versions.mark': async ({ handle, reason }, window) => {
      const host = ownMap(window, handle)
      return host ? told(await host.takeVersion(reason)) : fail('closed')
    },
    'versions.saveCopy': async ({ handle, id }, window) => {
      const host = ownMap(window, handle)
      return host ? saveCopy(window, host, id) : fail('closed')
    },
    'versions.compareWith': async ({ handle }, window) => {
      if (!ownMap(window, handle)) return fail('closed')
      const file = await dialogs.openMap(window.browser)
      if (file === null) return fail('cancelled')
      const name = visibleName(path.parse(file).name)
      const read = await maps.read(file)
      if (read.ok) return ok({ name, map: new TextEncoder().encode(JSON.stringify(read.value)) })
      return fail(read.code, { name: visibleName(path.basename(file)), detail: detailOf(read) })
    },
    'map.forget': async ({ recentId, evenUnsaved }) => maps.forget(recentId, { evenUnsaved }),
  }
}

type SaveCopyFailure = FailureOf<'versions.saveCopy'>

type Odd = 'changed-on-disk' | 'folder-missing' | 'too-large'
const ODD: readonly string[] = ['changed-on-disk', 'folder-missing', 'too-large'] satisfies Odd[]

/** What happens to the folder of the app is no business of the person's: of its faults they hear what they can do something about. */
function told<T, Code extends string>(result: Result<T, Code>): Result<T, Exclude<Code, Odd> | 'unknown'> {
  if (result.ok) return result
  const { code, detail } = result
  // What is not odd is one of the others; TypeScript does not see that in a type that the caller chooses.
  return ODD.includes(code) ? fail('unknown', detail ?? code) : fail(code as Exclude<Code, Odd>, detail)
}

/** Somebody else wrote there between our two looks; nobody asked for what they wrote. */
function onDisk(code: WriteFailure): Exclude<WriteFailure, 'changed-on-disk'> {
  return code === 'changed-on-disk' ? 'unknown' : code
}
