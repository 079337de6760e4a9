import type { Result } from '../../shared/base/result'
import type { Language } from '../../shared/i18n/translator'
import type { NewId } from '../../shared/model/ids'
import type { TemplateId } from '../../shared/model/templateIds'
import type { Recents } from '../files/recents'
import type { MapHost } from './mapHost'

/** Why a file did not open; `detail` is a key `openDetail.<detail>` of i18n, or an errno. The file is untouched. */
export type OpenFailure = 'not-found' | 'unreadable' | 'damaged' | 'foreign' | 'too-new' | 'too-large' | 'limits'

export interface MapsDeps {
  /** Folder for journals; made if it is missing. */
  readonly userData: string
  /** The person's home folder, left out of what is shown as a place. */
  readonly home: string
  readonly clock: () => Date
  readonly newId: NewId
  readonly recents: Recents
  /** Told of failures that no caller waits for. Never with note text. */
  readonly log: (message: string, error?: unknown) => void
}

/** A map that was open when the app ended without closing it, with edits that its file does not hold. */
export interface UnfinishedMap {
  /** Give it to `openUnfinished`. */
  readonly id: string
  /** Name of its file, or the title of a draft. */
  readonly name: string
  readonly draft: boolean
}

/** All open maps of the app. */
export interface Maps {
  /** The same real file gives the same host, however it is named. */
  openFile(path: string): Promise<Result<MapHost, OpenFailure>>
  newMap(options: {
    readonly template: TemplateId
    readonly title: string
    readonly language: Language
  }): Promise<Result<MapHost, 'unknown'>>
  openSample(language: Language): Promise<Result<MapHost, 'unknown'>>
  /** A draft from a state a window made of an import, checked like a stranger's file. */
  openState(state: Uint8Array, title: string): Promise<Result<MapHost, 'damaged' | 'limits' | 'unknown'>>
  /** A draft by its id in the list of recent maps. */
  openDraft(id: string): Promise<Result<MapHost, OpenFailure>>
  /** By id of the list of recent maps: a file or a draft. */
  openRecent(id: string): Promise<Result<MapHost, OpenFailure>>
  unfinished(): Promise<readonly UnfinishedMap[]>
  openUnfinished(id: string): Promise<Result<MapHost, OpenFailure>>
  /** An open map by its handle. */
  host(handle: string): MapHost | undefined
  open(): readonly MapHost[]
  /** Before quitting: everything is in its journal and, where that can be, in its file. */
  settle(): Promise<void>
}
