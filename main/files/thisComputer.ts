import { createHash } from 'node:crypto'
import os from 'node:os'

/** What the system says of the computer and its network. */
export type ComputerSources = Pick<typeof os, 'hostname' | 'networkInterfaces'>

/** Of an interface that has none, as a tunnel. */
const NO_ADDRESS = '00:00:00:00:00:00'

/**
 * Eight hexadecimal digits by which this computer is told from others, whose host name may be the same: computers that were set up alike are all
 * called what the first one was. Other network cards make another computer of it, which costs no more than a little patience with what it left.
 */
export function thisComputer(sources: ComputerSources = os): string {
  const known = JSON.stringify([sources.hostname(), addresses(sources)])
  return createHash('sha256').update(known).digest('hex').slice(0, 8)
}

/** The hardware addresses of the network, each once, in an order that does not change. */
function addresses({ networkInterfaces }: ComputerSources): readonly string[] {
  try {
    const found = Object.values(networkInterfaces()).flatMap((interfaces) => interfaces ?? [])
    const macs = found.filter(({ internal, mac }) => !internal && mac !== NO_ADDRESS).map(({ mac }) => mac)
    return [...new Set(macs)].sort()
  } catch {
    // Some systems let nobody ask; the name has to do.
    return []
  }
}
