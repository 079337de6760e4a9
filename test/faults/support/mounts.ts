import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Why no disk of its own can be made here; null where it can. */
export function noMounts(): string | null {
  if (process.platform !== 'linux') return 'disks are mounted on Linux only'
  if (process.getuid?.() !== 0) return 'only root may mount a disk'
  const { folder, unmount } = tmpfs('64k')
  unmount()
  return folder === null ? 'mounting is not allowed here' : null
}

export interface Mounted {
  /** Null where mounting failed. */
  readonly folder: string | null
  readonly unmount: () => void
}

/** A disk in memory of that size. */
export function tmpfs(size: string): Mounted {
  const folder = mkdtempSync(path.join(tmpdir(), 'wayline-small-'))
  return mounted(folder, ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
}

/** A disk of its own in a file, formatted with ext4. */
export class LoopDisk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'wayline-loop-'))
  readonly #image = path.join(mkdtempSync(path.join(tmpdir(), 'wayline-image-')), 'disk.img')
  readonly #options: string

  /** @param options of mounting, besides `loop`. */
  constructor(options = 'defaults') {
    this.#options = options
    writeFileSync(this.#image, '')
    truncateSync(this.#image, 48 * 1024 * 1024)
    must('mkfs.ext4', ['-q', '-F', this.#image])
    this.mount()
  }

  mount(): void {
    must('mount', ['-o', `loop,${this.#options}`, this.#image, this.folder])
  }

  unmount(lazily = false): void {
    must('umount', [...(lazily ? ['-l'] : []), this.folder])
  }

  /** What a power cut leaves: nothing that was not synced, no journal flushed (EXT4_IOC_SHUTDOWN without its log). */
  cutPower(): void {
    must('python3', ['-c', SHUTDOWN, this.folder])
  }
}

/** Node cannot make this call; Python is used where it is installed. */
const SHUTDOWN =
  'import fcntl,os,struct,sys\nfd=os.open(sys.argv[1],os.O_RDONLY)\nfcntl.ioctl(fd,0x8004587d,struct.pack("I",2))\nos.close(fd)'

/** Why the power cannot be cut here; null where it can. */
export function noPowerCut(): string | null {
  const none = noMounts()
  if (none !== null) return none
  if (spawnSync('python3', ['-c', 'pass']).status !== 0) return 'python3 is not installed'
  if (spawnSync('mkfs.ext4', ['-V']).status !== 0) return 'mkfs.ext4 is not installed'
  try {
    const disk = new LoopDisk()
    disk.cutPower()
    disk.unmount()
    return null
  } catch (error) {
    return `no loop disk here: ${String(error)}`
  }
}

function mounted(folder: string, words: readonly string[]): Mounted {
  const done = spawnSync('mount', words)
  if (done.status !== 0) return { folder: null, unmount: () => undefined }
  return { folder, unmount: () => void spawnSync('umount', ['-l', folder]) }
}

function must(program: string, words: readonly string[]): void {
  const done = spawnSync(program, words, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} ${words.at(-1) ?? ''}: ${done.stderr || String(done.error)}`)
}
