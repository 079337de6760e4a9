import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

/**
 * Takes the network away from the main process (reliability S18).
 *
 * No code of ours asks for it; this holds a dependency, or code that got in, to the same promise. It stays until a
 * live session, which people start by hand, brings its own door.
 */
export function takeSocketsAway(): void {
  const refuse = (): never => {
    throw new Error('The network is off.')
  }
  // Every TCP, TLS and HTTP connection of Node goes through these two, every datagram through the third.
  net.Socket.prototype.connect = refuse
  net.Server.prototype.listen = refuse
  dgram.createSocket = refuse
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'] as const) Object.assign(dns, { [name]: refuse })
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'] as const) Object.assign(dns.promises, { [name]: refuse })
  // A promise, as callers of fetch expect: a rejection and not a throw.
  globalThis.fetch = () => Promise.reject(new Error('The network is off.'))
}
