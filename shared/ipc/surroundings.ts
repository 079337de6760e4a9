import { z } from 'zod'
import { SalvageCounts } from './salvageWords'

/** The file holds less than what was saved on this computer before: somebody put an older one there. */
export const OlderFile = z.object({
  /** When that was saved. */
  at: z.iso.datetime(),
  /** How many notes fewer the file has; 0 where only other things differ. */
  notes: z.number().int().min(0),
  /** How many things differ, notes too. */
  changes: z.number().int().min(0),
  /** Where it came while the map is open: the version that it is kept as. The map is written into the file again. */
  version: z.string().optional(),
})
export type OlderFile = z.infer<typeof OlderFile>

/** What a person does about a file that is older than what was saved here. */
export const OLDER_ACTIONS = ['bringIn', 'keepFile'] as const
export type OlderAction = (typeof OLDER_ACTIONS)[number]

/** What is round the file of an open map, as a window shows it. */
export const MapSurroundings = z.object({
  /** Others who have this very file open, longest first. */
  others: z.array(
    z.object({
      name: z.string(),
      computer: z.string(),
      /** On this computer, in another copy of the app. */
      here: z.boolean(),
      since: z.iso.datetime(),
    }),
  ),
  /** Copies of the map in its folder that are worth a question. */
  copies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** The sync service that probably made it; a name, the same in every language. */
      service: z.string().nullable(),
      /**
       * `new`: it holds something that the map does not. `merged`: it was brought in, and the file is still there. `renamed`: the map's own
       * file is gone, and this is the only one left of it, so that it is most likely the same under another name.
       */
      state: z.enum(['new', 'merged', 'renamed']),
      /** A part of it cannot be read, so the file stays whatever is merged of it. `counts`: what can be, where the file is no JSON any more. */
      damaged: z.object({ counts: SalvageCounts.nullable() }).optional(),
    }),
  ),
  /** Until somebody has decided about it. */
  older: OlderFile.optional(),
})
export type MapSurroundings = z.infer<typeof MapSurroundings>

/**
 * What a person does about copies: bring them in, say that each is a map of its own, be asked another time, throw them away; and go on in the
 * one that the map's file became.
 */
export const COPY_ACTIONS = ['merge', 'separate', 'later', 'trash', 'goOn'] as const
export type CopyAction = (typeof COPY_ACTIONS)[number]

export const COPY_FAILURES = [
  'closed',
  'not-found',
  'unreadable',
  'read-only',
  'open-elsewhere',
  'open-by-others',
  'not-merged',
  'unknown',
] as const

/** Who has a copy open on another computer, or in another app of this one; either may be empty. */
export const OpenBy = z.object({ name: z.string(), computer: z.string() })
export type OpenBy = z.infer<typeof OpenBy>

/** Somebody's edits came in from outside the app. */
export interface MapMerged {
  readonly handle: string
  /** From the map's file, from a copy beside it, from what was saved here before, or from the readable part of the file, which somebody edited by hand. */
  readonly source: 'file' | 'copy' | 'saved' | 'hand'
  /** Name of the copy. */
  readonly name: string | null
  /** Those who made the edits, as far as they said who they are. */
  readonly by: readonly string[]
  /** What became different on the board, in its order; the first few hundred. */
  readonly changes: readonly { readonly id: string; readonly what: 'added' | 'changed' | 'moved' | 'removed' }[]
  /** How many there are of all. */
  readonly count: number
  /** How many things both sides changed; they wait for somebody to decide. */
  readonly conflicts: number
}
