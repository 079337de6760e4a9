import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { thisComputer } from '../../../main/files/thisComputer'

function card(mac: string, internal = false): NetworkInterfaceInfo {
  return { address: '10.0.0.2', netmask: '255.0.0.0', family: 'IPv4', cidr: null, mac, internal }
}

function on(hostname: string, ...cards: NetworkInterfaceInfo[]): string {
  return thisComputer({ hostname: () => hostname, networkInterfaces: () => ({ lan: cards }) })
}

const [ONE, OTHER] = ['02:00:00:00:00:01', '02:00:00:00:00:02']

describe('what a computer is known by', () => {
  it('is the same every time, in whatever order its network is told', () => {
    expect(thisComputer()).toMatch(/^[0-9a-f]{8}$/)
    expect(thisComputer()).toBe(thisComputer())
    expect(on('PC', card(ONE), card(OTHER))).toBe(on('PC', card(OTHER), card(ONE), card(ONE)))
  })

  it('is another where the name or a card is another', () => {
    expect(on('PC', card(ONE))).not.toBe(on('PC', card(OTHER)))
    expect(on('PC-1', card(ONE))).not.toBe(on('PC-2', card(ONE)))
  })

  it('has nothing of what every computer has', () => {
    expect(on('PC', card(ONE), card(OTHER, true), card('00:00:00:00:00:00'))).toBe(on('PC', card(ONE)))
  })

  it('is the name alone where the network may not be asked for', () => {
    const refuse = (): never => {
      throw new Error('uv_interface_addresses returned EPERM')
    }
    expect(thisComputer({ hostname: () => 'PC', networkInterfaces: refuse })).toBe(on('PC'))
  })
})
