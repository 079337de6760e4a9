import type { Dispose } from '../../shared/base/disposable'
import type { RecentMap } from '../../shared/ipc/contract'

/** What a recent map stands for: a file, or a draft that lives in its journal. */
export type RecentTarget = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'draft'; readonly mapId: string }

/** The list of the start screen, newest first; at most 30. */
export interface Recents {
  /** Looks whether each file is still there. */
  list(): Promise<readonly RecentMap[]>
  target(id: string): Promise<RecentTarget | undefined>
  /** Puts the map first. A draft is named by its title. */
  touch(target: RecentTarget, name: string): Promise<void>
  forget(id: string): Promise<void>
  setThumbnail(id: string, svg: string): Promise<void>
  onChange(listener: () => void): Dispose
}
