import { spawn } from 'node:child_process'
import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { TestBoard } from '../support/testBoard'
import { APP_FOLDER, answerDialogs, electronProgram, launchApp, sandboxSwitches } from './support/launch'

// No request ever leaves the machine: S15, S17 and S18 of the security checklist.

/** Ears on this computer: every way out has a port of its own, so that a hit says which one it was. */
class Ears {
  readonly hits: string[] = []
  readonly #open: (Server | DatagramSocket)[] = []

  async tcp(name: string): Promise<number> {
    const server = createServer((socket) => {
      this.hits.push(name)
      socket.on('error', () => undefined)
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAccess-Control-Allow-Origin: *\r\n\r\n')
    })
    this.#open.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return portOf(server.address())
  }

  async udp(name: string): Promise<number> {
    const socket = createSocket('udp4', () => this.hits.push(name))
    this.#open.push(socket)
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    return portOf(socket.address())
  }

  close(): void {
    for (const each of this.#open) each.close()
  }
}

function portOf(address: string | { readonly port: number } | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const TCP = [
  'fetch',
  'image',
  'script',
  'module',
  'stylesheet',
  'import',
  'websocket',
  'eventsource',
  'beacon',
  'xhr',
  'iframe',
  'prefetch',
  'preconnect',
  'video',
  'font',
  'object',
  'svgImage',
  'popup',
  'form',
  'worker',
  'ping',
  'background',
  'turn',
  'keepalive',
  'manifest',
  'track',
  'navigation',
  'mainFetch',
  'mainNet',
  'mainHttp',
] as const
type Way = (typeof TCP)[number]

test('none of 32 ways out of the app reaches a listener on this computer (S17, S18)', async () => {
  const ears = new Ears()
  const ports = Object.fromEntries(await Promise.all(TCP.map(async (way) => [way, await ears.tcp(way)] as const))) as Record<Way, number>
  const stun = await ears.udp('stun')
  const transport = await ears.udp('webtransport')

  // The ears can hear: without this the test would prove nothing.
  const control = await ears.tcp('control')
  await new Promise<void>((resolve) => connect(control, '127.0.0.1', resolve).on('close', resolve).resume())
  await expect.poll(() => ears.hits).toEqual(['control'])

  const running = await launchApp()
  const probes = running.page.evaluate(
    async ({ ports, stun, transport }) => {
      const at = (way: keyof typeof ports, scheme = 'http'): string => `${scheme}://127.0.0.1:${ports[way]}/`
      const attempt = (action: () => unknown): void => {
        try {
          const result = action()
          if (result instanceof Promise) result.catch(() => undefined)
        } catch {
          // Refused at once; the listener is what counts.
        }
      }
      const add = (tag: string, fields: object): HTMLElement => {
        const element = Object.assign(document.createElement(tag), fields)
        document.body.append(element)
        return element
      }
      attempt(() => fetch(at('fetch')))
      attempt(() => Object.assign(new Image(), { src: at('image') }))
      attempt(() => add('script', { src: at('script') }))
      attempt(() => import(/* @vite-ignore */ at('module')))
      attempt(() => add('link', { rel: 'stylesheet', href: at('stylesheet') }))
      attempt(() => add('style', { textContent: `@import url(${at('import')});` }))
      attempt(() => new WebSocket(at('websocket', 'ws')))
      attempt(() => new EventSource(at('eventsource')))
      attempt(() => navigator.sendBeacon(at('beacon'), 'x'))
      attempt(() => {
        const request = new XMLHttpRequest()
        request.open('GET', at('xhr'))
        request.send()
      })
      attempt(() => add('iframe', { src: at('iframe') }))
      attempt(() => add('link', { rel: 'prefetch', href: at('prefetch') }))
      attempt(() => add('link', { rel: 'preconnect', href: at('preconnect') }))
      attempt(() => add('link', { rel: 'manifest', href: at('manifest') }))
      attempt(() => add('link', { rel: 'dns-prefetch', href: '//leak.example.test/' }))
      attempt(() => (add('video', { src: at('video') }) as HTMLVideoElement).load())
      attempt(() => add('track', { src: at('track') }))
      attempt(() => new FontFace('x', `url(${at('font')})`).load())
      attempt(() => add('object', { data: at('object') }))
      attempt(() => {
        const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('svgImage')}" width="9" height="9"/></svg>`
        return Object.assign(new Image(), { src: `data:image/svg+xml,${encodeURIComponent(svg)}` })
      })
      attempt(() => window.open(at('popup')))
      attempt(() => (add('form', { action: at('form'), method: 'post', target: '_blank' }) as HTMLFormElement).submit())
      attempt(() => new Worker(URL.createObjectURL(new Blob([`fetch('${at('worker')}')`]))))
      attempt(() => add('a', { href: 'about:blank', ping: at('ping'), target: '_blank' }).click())
      attempt(() => (document.body.style.backgroundImage = `url(${at('background')})`))
      const call = (servers: RTCIceServer): Promise<void> => {
        const peer = new RTCPeerConnection({ iceServers: [servers] })
        peer.createDataChannel('x')
        return peer.createOffer().then((offer) => peer.setLocalDescription(offer))
      }
      attempt(() => call({ urls: `stun:127.0.0.1:${stun}` }))
      attempt(() => call({ urls: `turn:127.0.0.1:${ports.turn}?transport=tcp`, username: 'u', credential: 'c' }))
      attempt(() => new WebTransport(`https://127.0.0.1:${transport}/`).ready)
      attempt(() => fetch(at('keepalive'), { method: 'POST', keepalive: true, body: 'x' }))
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      location.href = at('navigation')
      await new Promise((resolve) => setTimeout(resolve, 500))
    },
    { ports, stun, transport },
  )
  // The page stays where it is, or the evaluation would have been lost with it.
  await probes

  const refused = await running.app.evaluate(async ({ net }, to) => {
    const modules = process as unknown as {
      getBuiltinModule(name: string): Record<string, (...args: unknown[]) => { listen(port: number): void }>
    }
    const refusal = async (action: () => unknown): Promise<string> => {
      try {
        await action()
        return 'went out'
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    }
    const reached = (address: string): string => `http://127.0.0.1:${address}/`
    return {
      fetch: await refusal(() => fetch(reached(String(to.mainFetch)))),
      electron: await refusal(() => net.fetch(reached(String(to.mainNet)))),
      http: await refusal(() => modules.getBuiltinModule('node:http')['get']?.(reached(String(to.mainHttp)))),
      listen: await refusal(() => modules.getBuiltinModule('node:http')['createServer']?.().listen(0)),
      datagram: await refusal(() => modules.getBuiltinModule('node:dgram')['createSocket']?.('udp4')),
      names: await refusal(() => modules.getBuiltinModule('node:dns')['lookup']?.('example.org', () => undefined)),
    }
  }, ports)
  expect(refused).toMatchObject({
    fetch: 'The network is off.',
    electron: 'net::ERR_BLOCKED_BY_CLIENT',
    http: 'The network is off.',
    listen: 'The network is off.',
    datagram: 'The network is off.',
    names: 'The network is off.',
  })
  expect(ears.hits).toEqual(['control'])

  ears.close()
  running.errors.length = 0
  await running.close()
})

test('Chromium looks nothing up, fetches no parts of its own and checks no spelling (S17)', async () => {
  const running = await launchApp()
  const found = await running.app.evaluate(({ app, session, webContents }) => ({
    rules: app.commandLine.getSwitchValue('host-resolver-rules'),
    quiet: ['disable-component-update', 'disable-background-networking', 'disable-domain-reliability', 'no-pings'].map((name) =>
      app.commandLine.hasSwitch(name),
    ),
    spelling: session.defaultSession.isSpellCheckerEnabled(),
    calls: webContents.getAllWebContents().map((contents) => contents.getWebRTCIPHandlingPolicy()),
  }))
  expect(found).toEqual({
    rules: 'MAP * ~NOTFOUND',
    quiet: [true, true, true, true],
    spelling: false,
    calls: ['disable_non_proxied_udp'],
  })
  await running.close()
})

test('the app starts, opens a map, makes a picture and quits where there is no network at all (S15)', async () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root of Linux can take the network away from a program')
  const folder = await mkdtemp(path.join(tmpdir(), 'wayline-offline-'))
  const file = await savedMap(path.join(folder, 'Карта.cjm'))
  const alone = (words: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    spawn('/usr/bin/unshare', ['-n', electronProgram(), ...sandboxSwitches(), APP_FOLDER, ...words], {
      env: { ...process.env, WAYLINE_USER_DATA: path.join(folder, 'user-data'), ...more },
      stdio: 'ignore',
    })

  const out = path.join(folder, 'map.pdf')
  const job = { file, format: 'pdf', out, scale: 1, theme: 'light', language: 'pl' }
  const exporting = alone([], { WAYLINE_EXPORT_JOB: JSON.stringify(job) })
  expect(await new Promise((resolve) => exporting.on('exit', resolve))).toBe(0)
  expect((await stat(out)).size).toBeGreaterThan(5_000)

  const windowed = alone([file])
  const recents = async (): Promise<string> => readFile(path.join(folder, 'user-data/recents.json'), 'utf8').catch(() => '')
  await expect.poll(recents).toContain('Карта')
  windowed.kill('SIGTERM')
  expect(await new Promise((resolve) => windowed.on('exit', resolve))).toBe(0)
})

/** A map file as the app itself writes it. */
async function savedMap(file: string): Promise<string> {
  const running = await launchApp()
  const shown = running.page.evaluate(() => new Promise<string>((resolve) => window.wayline.on('map.opened', (map) => resolve(map.handle))))
  await running.page.evaluate(
    (state) => window.wayline.call('map.fromState', { state: new Uint8Array(state), title: 'Mortgage' }),
    [...TestBoard.starter().document.encode()],
  )
  await answerDialogs(running.app, { save: file })
  const saved = await running.page.evaluate((handle) => window.wayline.call('map.saveAs', { handle }), await shown)
  expect(saved).toMatchObject({ ok: true })
  await running.close()
  return file
}
