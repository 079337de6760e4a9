import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { visibleName } from '../../shared/base/safeText'
import type { AppWindow } from '../app/appWindow'
import type { ChosenPlace, Dialogs } from '../app/dialogs'
import { isMissing } from '../files/errno'
import type { MapHost } from '../maps/mapHost'
import type { Maps } from '../maps/maps'

export interface PlaceDeps {
  readonly dialogs: Pick<Dialogs, 'nameIsTaken' | 'mayReplace'>
  readonly maps: Pick<Maps, 'openAt'>
  /** Where a dialog starts for a map that has no folder yet. */
  readonly documents: string
}

/** What is written, and how a place for it is asked for. */
export interface Wanted {
  /** The map that it is of; the dialog begins in its folder. */
  readonly of: MapHost
  /** Suggested name, without ending. */
  readonly name: string
  /** That map itself is written, so that its own file is no other map's. */
  readonly itself?: boolean
  /** One dialog of the system. */
  readonly choose: (folder: string, name: string) => Promise<ChosenPlace | null>
}

/**
 * A place to write to that no other open map has, and where nothing is replaced that nobody was asked about; null where the person thought better
 * of it.
 *
 * The dialog of the system asks about the name that was typed. Where that got its ending from us, the file under the whole name is another one.
 */
export async function askForPlace(
  window: Pick<AppWindow, 'browser'>,
  { of, name, itself = false, choose }: Wanted,
  { dialogs, maps, documents }: PlaceDeps,
): Promise<string | null> {
  let begin = { folder: of.file === null ? documents : path.dirname(of.file), name }
  for (;;) {
    const chosen = await choose(begin.folder, begin.name)
    if (!chosen) return null
    const { file, completed } = chosen
    const shown = visibleName(path.basename(file))
    const holder = await maps.openAt(file)
    if (holder && itself && holder === of) return file
    if (holder) {
      if (!(await dialogs.nameIsTaken(window.browser, shown))) return null
    } else if (!completed || !(await isThere(file)) || (await dialogs.mayReplace(window.browser, shown))) {
      return file
    }
    const { dir, name: typed } = path.parse(file)
    begin = { folder: dir, name: typed }
  }
}

/** Where nobody can tell, something may be. */
async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file)
    return true
  } catch (error) {
    return !isMissing(error)
  }
}
