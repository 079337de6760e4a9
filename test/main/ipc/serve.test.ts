import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainData } from '../../../main/ipc/plainData'
import { serve, servePrivate, type Door, type Handlers } from '../../../main/ipc/serve'
import { fail, ok } from '../../../shared/base/result'
import { CALL, CHANNELS } from '../../../shared/ipc/channels'
import { contract, type Channel } from '../../../shared/ipc/contract'
import { LIMITS } from '../../../shared/model/limits'

interface Event {
  readonly from: 'window' | 'stranger'
}
const fromWindow: Event = { from: 'window' }

/** The real door with handlers that only write down what reached them. */
class Desk {
  readonly reached: { readonly channel: Channel; readonly input: unknown }[] = []
  readonly log: string[] = []
  readonly #listeners = new Map<string, (event: Event, input: unknown) => unknown>()
  readonly door: Door<Event, string> = {
    ipc: { handle: (channel, listener) => void this.#listeners.set(channel, listener) },
    caller: ({ from }) => (from === 'window' ? 'the window' : null),
    log: (message) => void this.log.push(message),
  }

  constructor(special: Partial<Handlers<string>> = {}) {
    const note = (channel: Channel) => async (input: unknown) => {
      this.reached.push({ channel, input })
      return ok(null)
    }
    const plain = Object.fromEntries(CHANNELS.map((channel) => [channel, note(channel)]))
    serve(this.door, { ...plain, ...special } as unknown as Handlers<string>)
  }

  async call(channel: string, input: unknown, event = fromWindow): Promise<unknown> {
    const listener = this.#listeners.get(channel)
    if (!listener) throw new Error(`nobody listens to ${channel}`)
    return listener(event, input)
  }
}

describe('the door between window and main process', () => {
  it('answers every channel of the contract and nothing else', () => {
    expect([...CHANNELS].sort()).toEqual(Object.keys(contract).sort())
  })

  it('lets nobody in who is not the main frame of a window of ours', async () => {
    const desk = new Desk()
    for (const channel of CHANNELS) expect(await desk.call(CALL + channel, null, { from: 'stranger' })).toEqual(fail('untrusted-sender'))

    expect(desk.reached).toEqual([])
    expect(desk.log).toHaveLength(CHANNELS.length)
  })

  it('hands parsed input to the handler, without what the contract does not know', async () => {
    const desk = new Desk()
    await desk.call(`${CALL}map.export`, { handle: 'h_1', format: 'png', language: 'pl', path: '/etc/passwd' })

    expect(desk.reached).toEqual([
      { channel: 'map.export', input: { handle: 'h_1', format: 'png', language: 'pl', scale: 1, theme: 'light' } },
    ])
  })

  it('survives 5,000 messages of any shape on every channel, and lets through only what fits its schema', async () => {
    const desk = new Desk()
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withTypedArray: true,
    })
    for (const message of fc.sample(anything, 5_000)) for (const channel of CHANNELS) await desk.call(CALL + channel, message)

    const misled = desk.reached.filter(({ channel, input }) => !contract[channel].input.safeParse(input).success)
    expect(misled).toEqual([])
    expect(desk.log).toEqual([])
  })

  it('refuses near misses: a path for a handle, an unknown word, a wrong type, too many bytes', async () => {
    const desk = new Desk()
    const misses: [Channel, unknown][] = [
      ['map.save', { handle: '../../etc/passwd' }],
      ['map.save', { handle: 'C:\\x' }],
      ['map.save', 'h_1'],
      ['map.open', { from: 'path', path: '/etc/passwd' }],
      ['map.open', { from: 'drop', ticket: '/etc/passwd' }],
      ['map.export', { handle: 'h_1', format: 'exe', language: 'en' }],
      ['map.export', { handle: 'h_1', format: 'png', language: 'en', scale: 1_000 }],
      ['map.update', { handle: 'h_1', update: [1, 2, 3] }],
      ['map.update', { handle: 'h_1', update: new Uint8Array(LIMITS.updateBytes + 1) }],
      ['settings.change', { theme: 'pink' }],
      ['window.control', { action: 'openDevTools' }],
      ['app.openLink', { url: `https://example.org/${'x'.repeat(3_000)}` }],
      ['menu.state', { undo: null, redo: null, enabled: Array.from({ length: 301 }, String) }],
    ]
    for (const [channel, input] of misses) expect(await desk.call(CALL + channel, input)).toMatchObject({ ok: false, code: 'bad-request' })

    expect(desk.reached).toEqual([])
  })

  it('takes an update of the largest size a window may send', async () => {
    const desk = new Desk()
    await desk.call(`${CALL}map.update`, { handle: 'h_1', update: new Uint8Array(LIMITS.updateBytes) })

    expect(desk.reached).toHaveLength(1)
  })

  it('logs what a handler throws and tells the window nothing of it', async () => {
    const desk = new Desk({
      'recents.list': () => {
        throw new Error('/home/anna/secret')
      },
      'map.save': () => Promise.reject(new Error('/home/anna/secret')),
    })
    servePrivate(desk.door, 'private', () => Promise.reject(new Error('/home/anna/secret')))

    const answers = [
      await desk.call(`${CALL}recents.list`, null),
      await desk.call(`${CALL}map.save`, { handle: 'h_1' }),
      await desk.call('private', null),
    ]
    expect(answers).toEqual([fail('unexpected'), fail('unexpected'), fail('unexpected')])
    expect(desk.log).toHaveLength(3)
  })
})

describe('isPlainData', () => {
  const limits = { bytes: 1_000, depth: 4 }

  it('takes JSON and bytes within the limits', () => {
    expect(isPlainData({ a: [1, 'x', null, true, undefined], bytes: new Uint8Array(10) }, limits)).toBe(true)
  })

  it('refuses cycles, depth, size and objects with a life of their own', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    const deep = JSON.parse(`${'['.repeat(6)}${']'.repeat(6)}`) as unknown
    const refused = [
      cycle,
      deep,
      'x'.repeat(501),
      new Uint8Array(1_001),
      Array.from({ length: 1_001 }),
      new Map(),
      new Date(),
      new Uint16Array(1),
      new ArrayBuffer(1),
      () => 1,
      Symbol('x'),
      10n,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      JSON.parse('{"__proto__":{"polluted":true}}'),
    ]
    expect(refused.filter((value) => isPlainData(value, limits))).toEqual([])
  })
})
