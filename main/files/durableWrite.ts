import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fail, ok, type Failure, type Result } from '../../shared/base/result'
import { disk as realDisk, type Disk } from './disk'
import { errnoOf, isMissing } from './errno'
import { hashOf } from './fileHash'
import { sha256InPieces } from './hash'
import { tempIsGone, tempPathIn } from './temps'

export type WriteFailure = 'disk-full' | 'read-only' | 'folder-missing' | 'changed-on-disk' | 'too-large' | 'unknown'

export interface Written {
  /** SHA-256 of what is now on disk, computed from what was read back. */
  readonly hash: string
  readonly bytes: number
}

export interface WriteOptions {
  /** Permissions of a file that is not there yet, before the umask. An existing file keeps its own. */
  readonly mode?: number
  /** Hash the target must still have; `null`: it must not be there. Absent: whatever is there is replaced. */
  readonly expected?: string | null
  /** How long a rename may be held up by a virus scanner, an indexer or a sync client. */
  readonly patienceMs?: number
  readonly disk?: Disk
}

const PATIENCE_MS = 30_000
const LONGEST_WAIT_MS = 1_000
const LOCKED: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']

/**
 * Put bytes into a file so that at every moment, power cut included, the file is the whole old one or the whole new one.
 *
 * Temporary file beside it, written in a loop, synced, read back and compared, renamed over the target, folder synced. A link
 * stays a link and its target is written; mode stays, and owner where we may set it. A file without any write permission is
 * refused, for root too. On failure the old file is untouched and no temporary file is left.
 */
export async function writeDurable(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<Result<Written, WriteFailure>> {
  const disk = options.disk ?? realDisk
  let temp: string | null = null
  try {
    const target = await resolveTarget(disk, path)
    const before = await inspect(disk, target)
    if (before.kind === 'refused') return before.failure

    temp = tempPathIn(dirname(target))
    await writeTemp(disk, temp, bytes, before.kind === 'file' ? before : { mode: options.mode ?? 0o666 })
    const readBack = await disk.readFile(temp)
    if (!readBack.equals(bytes)) return fail('unknown', 'read-back')
    const hash = await sha256InPieces(readBack)

    if (options.expected !== undefined && (await hashOf(disk, target)) !== options.expected) return fail('changed-on-disk')
    await renamePatiently(disk, temp, target, options.patienceMs ?? PATIENCE_MS)
    tempIsGone(temp)
    temp = null
    await syncFolder(disk, dirname(target))
    return ok({ hash, bytes: bytes.byteLength })
  } catch (error) {
    return writeFailureOf(error)
  } finally {
    if (temp !== null) await removeTemp(disk, temp)
  }
}

/** Whether `writeDurable` could begin there, as far as one can say without writing; null where it could. */
export async function whyNotWritable(path: string, disk: Disk = realDisk): Promise<Failure<WriteFailure> | null> {
  try {
    const target = await resolveTarget(disk, path)
    const before = await inspect(disk, target)
    if (before.kind === 'refused') return before.failure
    await disk.access(dirname(target), constants.W_OK)
    return null
  } catch (error) {
    return writeFailureOf(error)
  }
}

export function writeFailureOf(error: unknown): Failure<WriteFailure> {
  const errno = errnoOf(error)
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errno)) return fail('disk-full', errno)
  if (['EACCES', 'EPERM', 'EROFS'].includes(errno)) return fail('read-only', errno)
  if (['ENOENT', 'ENOTDIR', 'ESTALE', 'ENODEV', 'ENXIO'].includes(errno)) return fail('folder-missing', errno)
  return fail('unknown', errno)
}

const LINKS_IN_A_ROW = 40

/** Where the bytes really go: links are followed, one that points to nothing yet as well. */
export async function resolveTarget(disk: Disk, path: string): Promise<string> {
  let at = resolve(path)
  for (let hop = 0; hop < LINKS_IN_A_ROW; hop += 1) {
    try {
      return await disk.realpath(at)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    const folder = await disk.realpath(dirname(at))
    at = join(folder, basename(at))
    const link = await linkAt(disk, at)
    if (link === null) return at
    at = resolve(folder, link)
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
}

async function linkAt(disk: Disk, path: string): Promise<string | null> {
  try {
    const found = await disk.lstat(path)
    return found.isSymbolicLink() ? await disk.readlink(path) : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

interface Found {
  readonly kind: 'file'
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

type Before = Found | { readonly kind: 'nothing' } | { readonly kind: 'refused'; readonly failure: Failure<WriteFailure> }

/** What is at the target, and whether it may be replaced. Asked of the file itself: a rename would pass over its permissions. */
async function inspect(disk: Disk, target: string): Promise<Before> {
  try {
    const { mode, uid, gid, ...found } = await disk.lstat(target).then((stats) => ({
      mode: stats.mode,
      uid: stats.uid,
      gid: stats.gid,
      isFile: stats.isFile(),
    }))
    if (!found.isFile) return { kind: 'refused', failure: fail('unknown', 'not-a-file') }
    if ((mode & 0o222) === 0) return { kind: 'refused', failure: fail('read-only', 'mode') }
    await disk.access(target, constants.W_OK)
    return { kind: 'file', mode: mode & 0o7777, uid, gid }
  } catch (error) {
    if (isMissing(error)) return { kind: 'nothing' }
    throw error
  }
}

/** The temporary file is private until its permissions are those of the file it replaces. */
async function writeTemp(disk: Disk, temp: string, bytes: Uint8Array, look: Found | { readonly mode: number }): Promise<void> {
  const replaces = 'uid' in look
  const file = await disk.open(temp, 'wx', replaces ? 0o600 : look.mode)
  let closed = false
  try {
    await writeAll(file, bytes)
    if (replaces && process.platform !== 'win32') {
      await keepOwner(file, look)
      await file.chmod(look.mode)
    }
    await file.sync()
    closed = true
    await file.close()
  } finally {
    // After a failure above only the descriptor has to be given back: the error that is on its way is the one to tell.
    if (!closed) await file.close().then(undefined, () => undefined)
  }
}

/** Only root may give a file away, and others may give it to a group of theirs. Where neither works it is ours, and written all the same. */
async function keepOwner(file: Pick<FileHandle, 'chown'>, { uid, gid }: Found): Promise<void> {
  for (const owner of [uid, -1]) {
    try {
      await file.chown(owner, gid)
      return
    } catch {
      // Refused, or the disk knows no owners.
    }
  }
}

/** Write every byte: on a nearly full disk one call may write fewer than it was given, without an error. */
export async function writeAll(file: Pick<FileHandle, 'write'>, bytes: Uint8Array, position = 0): Promise<void> {
  let done = 0
  while (done < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, position + done)
    if (bytesWritten <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    done += bytesWritten
  }
}

async function renamePatiently(disk: Disk, from: string, to: string, patienceMs: number): Promise<void> {
  let waited = 0
  for (let wait = 20; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      await disk.rename(from, to)
      return
    } catch (error) {
      if (!LOCKED.includes(errnoOf(error)) || waited >= patienceMs) throw error
    }
    await new Promise((resolveWait) => setTimeout(resolveWait, wait))
    waited += wait
  }
}

/** Until the folder is synced the new name may be lost with the power. Some network disks cannot do it and say so. */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(errnoOf(error))) throw error
  } finally {
    await handle.close()
  }
}

async function removeTemp(disk: Disk, temp: string): Promise<void> {
  try {
    await disk.unlink(temp)
  } catch {
    // It may never have been made, or the disk is gone. What is left is swept when a map of that folder is opened the next time.
  }
  tempIsGone(temp)
}
