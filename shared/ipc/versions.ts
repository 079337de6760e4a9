import { z } from 'zod'
import { LIMITS } from '../model/limits'

const Handle = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const Bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array)
const VersionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const VersionName = z.string().trim().min(1).max(LIMITS.title)

/** Why a version was kept. All but `named` are made by the app itself and thinned out in time. */
export const VERSION_REASONS = ['opened', 'closed', 'hourly', 'merge', 'import', 'restore', 'activity', 'older', 'named'] as const

/** How much is on the board of a version. */
export const VersionCounts = z.object({
  personas: z.number().int().min(0),
  stages: z.number().int().min(0),
  steps: z.number().int().min(0),
  lanes: z.number().int().min(0),
  notes: z.number().int().min(0),
  emotionPoints: z.number().int().min(0),
})

/** One earlier state of a map, without the map itself. */
export const Version = z.object({
  id: VersionId,
  at: z.iso.datetime(),
  reason: z.enum(VERSION_REASONS),
  /** What a person called it; such a version is never thinned out. */
  name: z.string().max(LIMITS.title).optional(),
  /** Who named it, or asked for what it was kept before. */
  by: z.string().max(LIMITS.title).optional(),
  counts: VersionCounts,
  /** It is in the map file too and goes with it to other computers; else on this computer only. */
  inFile: z.boolean(),
})
export type Version = z.infer<typeof Version>
export type VersionReason = Version['reason']

const KEEP_FAILURES = ['closed', 'too-many', 'disk-full', 'read-only', 'unknown'] as const

/** The calls that have to do with earlier versions of an open map. */
export const versionCalls = {
  /** Newest first. */
  'versions.list': { input: z.object({ handle: Handle }), output: z.array(Version).readonly(), fails: ['closed'] },
  /** The readable part of the map as it was (`ReadableMap` of shared/export), JSON in UTF-8. */
  'versions.read': {
    input: z.object({ handle: Handle, id: VersionId }),
    output: Bytes,
    fails: ['closed', 'not-found', 'damaged'],
  },
  /** Keep the map as it is now under a name, for ever, on this computer and in its file. `too-many`: see LIMITS.namedVersions. */
  'versions.name': { input: z.object({ handle: Handle, name: VersionName }), output: Version, fails: KEEP_FAILURES },
  /** Another name; a version that was kept by itself becomes a named one by it. */
  'versions.rename': {
    input: z.object({ handle: Handle, id: VersionId, name: VersionName }),
    output: Version,
    fails: [...KEEP_FAILURES, 'not-found', 'damaged'],
  },
  'versions.remove': { input: z.object({ handle: Handle, id: VersionId }), output: z.null(), fails: ['closed', 'not-found', 'unknown'] },
  /** Keep the map as it is now, before something large is done to it. Null where the newest version is the same already. */
  'versions.mark': {
    input: z.object({ handle: Handle, reason: z.enum(['import', 'restore', 'activity']) }),
    output: Version.nullable(),
    fails: KEEP_FAILURES,
  },
  /** Asks for a place and writes the version there as a map of its own. */
  'versions.saveCopy': {
    input: z.object({ handle: Handle, id: VersionId }),
    output: z.object({ name: z.string() }),
    fails: ['closed', 'not-found', 'damaged', 'cancelled', 'disk-full', 'read-only', 'folder-missing', 'too-large', 'unknown'],
  },
  /** Asks for another map file and gives the readable part of it, as `versions.read` does. That file is not opened and not changed. */
  'versions.compareWith': {
    input: z.object({ handle: Handle }),
    output: z.object({ name: z.string(), map: Bytes }),
    fails: ['closed', 'cancelled', 'not-found', 'unreadable', 'damaged', 'foreign', 'too-new', 'too-large', 'limits'],
  },
} as const
