import type * as Y from 'yjs'

/**
 * One step from an older file format to a newer one.
 *
 * Every step runs at every open and after every merge, because a merge can bring an old field back.
 * So `up` must be safe to run twice, and these three rules keep two copies of one map mergeable:
 * move or remove only what is there; never write a default (read it in the schema instead); never
 * put a new shared type under an existing key (add a root map).
 */
export interface Migration {
  /** The format that it leads to; one more than the one before it. */
  readonly to: number
  /** Like its file: `0003-lane-title-to-name.ts` is `lane-title-to-name`. */
  readonly name: string
  readonly up: (doc: Y.Doc) => void
}
