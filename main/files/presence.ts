import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { cleanName } from '../../shared/base/safeText'
import type { Disk } from './disk'
import { writeAll } from './durableWrite'
import { errnoOf } from './errno'
import { parseStrictJson } from './strictJson'
import { tempIsGone, tempPathIn } from './temps'
import { unlinkIfThere } from './unlinkIfThere'

/**
 * Who has a map open, in a small file beside it: `.NAME.cjm.open-<8 hex>.json`.
 *
 * A courtesy between people and never a lock: nothing waits for it, and a map opens whatever it says. Sync services carry names
 * like this one; they refuse or skip `~$name`, `.lock` and `*.tmp`.
 */
const OURS = /^\..*\.open-([0-9a-f]{8})\.json$/su

/** What a name may have on common file systems, and what of it is ours. */
const NAME_BYTES = 255
const ADDED_BYTES = '..open-00000000.json'.length

const MOST_BYTES = 4_096
/** A folder may hold any number of planted ones; so many people do not work on one map. */
const MOST_FILES = 100

export const BEAT_MS = 30_000
/** After so long without a beat nobody is there any more. */
export const STALE_MS = 120_000

const Text = z.string().max(500)
const PresenceRecord = z.object({
  app: z.literal('wayline'),
  mapId: z.string().max(64),
  /** Name of the map's file: a folder may have copies of one map, each open by somebody else. */
  file: Text,
  name: Text,
  computer: Text,
  /** Tells computers of one name apart; see `thisComputer`. One that does not say it is another. */
  machine: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
  since: z.iso.datetime(),
  /** Counts up; the only sign of life between computers whose clocks differ. */
  beat: z.number().int().min(0),
  at: z.iso.datetime(),
  pid: z.number().int().min(0),
  instance: z.string().regex(/^[0-9a-f]{8}$/),
})
export type PresenceRecord = z.infer<typeof PresenceRecord>

/** Somebody else who has the map open. */
export interface Other {
  readonly name: string
  readonly computer: string
  /** On this computer, in another copy of the app. */
  readonly here: boolean
  /** ISO date-time, by the other computer's clock. */
  readonly since: string
}

export interface PresenceOptions {
  /** Real path of the map's file. */
  readonly file: string
  readonly mapId: string
  /** What the person wants to be called by others. */
  readonly who: () => string
  readonly computer: string
  /** What this computer is known by; see `thisComputer`. */
  readonly machine: string
  readonly pid: number
  /** Eight hexadecimal digits that no other running copy of the app has. */
  readonly instance: string
  readonly clock: () => Date
  readonly disk: Disk
  /** Whether a process of this computer is running. */
  readonly isRunning?: (pid: number) => boolean
  /** Milliseconds that only ever grow, whatever is done to the clock. */
  readonly monotonic?: () => number
}

/** The name of the file that says that a copy of the app has a map open. */
export function presenceNameOf(mapFile: string, instance: string): string {
  const name = Buffer.from(basename(mapFile))
    .subarray(0, NAME_BYTES - ADDED_BYTES)
    .toString('utf8')
  // A letter that was cut in two became a replacement mark.
  return `.${name.replace(/\uFFFD+$/u, '')}.open-${instance}.json`
}

/** One open map's sign to others, and theirs to it. Times are for whoever calls: `beat` every half a minute. */
export class Presence {
  readonly #options: PresenceOptions
  readonly #path: string
  readonly #since: string
  readonly #pulse: Pulse
  #beat = 0

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#path = join(dirname(options.file), presenceNameOf(options.file, options.instance))
    this.#since = options.clock().toISOString()
    this.#pulse = new Pulse(options.monotonic ?? (() => performance.now()))
  }

  /** Say that the map is open here. Throws what the disk throws: in a folder that takes no files nobody hears of it. */
  async beat(): Promise<void> {
    const { file, mapId, who, computer, machine, pid, instance, clock, disk } = this.#options
    this.#beat += 1
    const record: PresenceRecord = {
      app: 'wayline',
      mapId,
      file: basename(file),
      name: cleanName(who()).slice(0, 500),
      computer,
      machine,
      since: this.#since,
      beat: this.#beat,
      at: clock().toISOString(),
      pid,
      instance,
    }
    // Put in its place by a rename, which replaces whatever was planted there and never follows it.
    const temp = tempPathIn(dirname(file))
    try {
      const handle = await disk.open(temp, 'wx', 0o666)
      try {
        await writeAll(handle, Buffer.from(`${JSON.stringify(record)}\n`))
      } finally {
        await handle.close()
      }
      await disk.rename(temp, this.#path)
    } catch (error) {
      await unlinkIfThere(disk, temp)
      throw error
    } finally {
      tempIsGone(temp)
    }
  }

  /** The map is closed here. */
  async leave(): Promise<void> {
    await unlinkIfThere(this.#options.disk, this.#path)
  }

  /** Everybody else who has this very file open, longest first. What nobody can make sense of is nobody. */
  async others(): Promise<readonly Other[]> {
    const records = await this.#records()
    const { machine, clock } = this.#options
    const now = clock().getTime()
    const alive: PresenceRecord[] = []
    for (const record of records) {
      if (record.machine === machine && !this.#runs(record.pid)) await this.#clearAway(record)
      else if (this.#pulse.isAlive(record, now)) alive.push(record)
    }
    return alive
      .toSorted((a, b) => (a.since < b.since ? -1 : 1))
      .map((record) => ({
        name: cleanName(record.name),
        computer: cleanName(record.computer),
        here: record.machine === machine,
        since: record.since,
      }))
  }

  async #records(): Promise<readonly PresenceRecord[]> {
    const { file, mapId, instance, disk } = this.#options
    const names = (await disk.readdir(dirname(file))).filter((name) => (OURS.exec(name)?.[1] ?? instance) !== instance)
    const records: PresenceRecord[] = []
    for (const name of names.slice(0, MOST_FILES)) {
      const record = await readRecord(disk, join(dirname(file), name))
      // The file says which one it is, for its name may have been copied or changed on the way.
      const isOurs = record?.mapId === mapId && sameName(record.file, basename(file)) && record.instance === OURS.exec(name)?.[1]
      if (record && isOurs) records.push(record)
    }
    return records
  }

  /** A copy of the app on this computer ended without a goodbye. */
  async #clearAway({ file, instance }: PresenceRecord): Promise<void> {
    try {
      await this.#options.disk.unlink(join(dirname(this.#options.file), presenceNameOf(file, instance)))
    } catch {
      // It is somebody else's, or gone already; it is not shown either way.
    }
  }

  #runs(pid: number): boolean {
    return (this.#options.isRunning ?? isRunning)(pid)
  }
}

/**
 * Whether somebody is still there, by two clocks that may both be wrong: the beat must have been seen to change lately, or the time of
 * the last one must be near.
 */
class Pulse {
  readonly #monotonic: () => number
  readonly #seen = new Map<string, { readonly beat: number; readonly changedAt: number | null }>()

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic
  }

  isAlive({ instance, beat, at }: PresenceRecord, now: number): boolean {
    const before = this.#seen.get(instance)
    const changed = before !== undefined && before.beat !== beat
    const changedAt = changed ? this.#monotonic() : (before?.changedAt ?? null)
    this.#seen.set(instance, { beat, changedAt })
    if (changedAt !== null && this.#monotonic() - changedAt <= STALE_MS) return true
    return Math.abs(now - Date.parse(at)) <= STALE_MS
  }
}

/** Null for whatever is no such file: another kind of thing, too large, not ours, half written. */
async function readRecord(disk: Disk, path: string): Promise<PresenceRecord | null> {
  try {
    // Never through a link, and never waiting for somebody to write to a pipe.
    const handle = await disk.open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const found = await handle.stat()
      if (!found.isFile() || found.size > MOST_BYTES) return null
      const { buffer, bytesRead } = await handle.read(new Uint8Array(MOST_BYTES), 0, MOST_BYTES, 0)
      const json = parseStrictJson(buffer.subarray(0, bytesRead))
      const parsed = json.ok ? PresenceRecord.safeParse(json.value) : null
      return parsed?.success ? parsed.data : null
    } finally {
      await handle.close()
    }
  } catch {
    // It went away meanwhile, or may not be read: nobody is kept from anything by that.
    return null
  }
}

function isRunning(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another person's process may not be asked, but it is there.
    return errnoOf(error) === 'EPERM'
  }
}

function sameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
}
