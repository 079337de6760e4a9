import { disk as realDisk, type Disk } from './disk'
import { isMissing } from './errno'

/** A share that does not answer holds a thread for each file that is looked at, and there are four for the whole app. */
const AT_ONCE = 2
const PATIENCE_MS = 800

/** Says whether files are there, and never waits long for a disk that does not answer. */
export class FileLooks {
  readonly #disk: Pick<Disk, 'stat'>
  readonly #patienceMs: number
  readonly #underWay = new Map<string, Promise<boolean>>()
  readonly #waiting: (() => void)[] = []
  #free = AT_ONCE

  constructor(disk: Pick<Disk, 'stat'> = realDisk, patienceMs = PATIENCE_MS) {
    this.#disk = disk
    this.#patienceMs = patienceMs
  }

  /** True where nobody can tell: a file that may not be looked at is there all the same, and opening it says why it cannot be read. */
  isThere(path: string): Promise<boolean> {
    let look = this.#underWay.get(path)
    if (!look) {
      look = this.#look(path).finally(() => this.#underWay.delete(path))
      this.#underWay.set(path, look)
    }
    let timer: NodeJS.Timeout
    const enough = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), this.#patienceMs)
    })
    return Promise.race([look, enough]).finally(() => clearTimeout(timer))
  }

  async #look(path: string): Promise<boolean> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#free -= 1
    try {
      return (await this.#disk.stat(path)).isFile()
    } catch (error) {
      return !isMissing(error)
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}
