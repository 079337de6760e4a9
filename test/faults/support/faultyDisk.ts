import type { FileHandle } from 'node:fs/promises'
import { disk, type Disk } from '../../../main/files/disk'

/** One call to the disk, before it is made. */
export interface DiskCall {
  /** As Node names it: `open`, `rename`, and for an open file `write`, `sync`, `datasync`, `close` and so on. */
  readonly name: string
  /** Counts all calls, from 1. */
  readonly number: number
  readonly path: string
}

export type Fault =
  { readonly kind: 'kill' } | { readonly kind: 'error'; readonly code: string } | { readonly kind: 'wait'; readonly ms: number }

/** The real disk, but for what `decide` says of a call: the process dies there, the call fails, or it hangs for a while. */
export function faultyDisk(decide: (call: DiskCall) => Fault | null): Disk {
  let number = 0
  const suffer = async (name: string, path: string): Promise<void> => {
    number += 1
    const fault = decide({ name, number, path })
    if (fault?.kind === 'kill') process.kill(process.pid, 'SIGKILL')
    if (fault?.kind === 'wait') await new Promise((resolve) => setTimeout(resolve, fault.ms))
    if (fault?.kind === 'error') throw Object.assign(new Error(`${fault.code}: provoked, ${name} '${path}'`), { code: fault.code })
  }
  const wrapped = Object.fromEntries(
    Object.entries(disk).map(([name, call]) => [
      name,
      async (path: string, ...rest: unknown[]) => {
        await suffer(name, path)
        const result = await (call as (...args: unknown[]) => Promise<unknown>)(path, ...rest)
        return name === 'open' ? faultyFile(result as FileHandle, path, suffer) : result
      },
    ]),
  )
  return wrapped as unknown as Disk
}

function faultyFile(file: FileHandle, path: string, suffer: (name: string, path: string) => Promise<void>): FileHandle {
  return new Proxy(file, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        // Whatever goes wrong with closing, the descriptor is gone afterwards; only the answer is another.
        if (key === 'close') await (value as (...given: unknown[]) => Promise<unknown>).apply(target, args)
        await suffer(String(key), path)
        return key === 'close' ? undefined : (value as (...given: unknown[]) => Promise<unknown>).apply(target, args)
      }
    },
  })
}
