import { expect, test } from '@playwright/test'
import { launchApp, type Launched } from './support/launch'

// Where pages come from, what they may do and where they may go. S6-S9 of the security checklist.

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; " +
  "worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types default"

let running: Launched

test.beforeEach(async () => {
  running = await launchApp()
})

test.afterEach(async () => {
  // What a probe provokes in the console is its result, and each test looks at its own.
  await running.app.close()
})

test('pages come from the built files and from nowhere else (S6)', async () => {
  const { page } = running
  const statusOf = (url: string): Promise<number | string> =>
    page.evaluate(async (address) => {
      const answer = await fetch(address).catch((error: unknown) => String(error))
      return typeof answer === 'string' ? 'refused' : answer.status
    }, url)

  expect(await statusOf('app://wayline/index.html')).toBe(200)
  const missing = [
    '/..%2findex.html',
    '/assets/..%2f..%2f..%2fetc/passwd',
    '/index.html%00',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/main/index.js',
  ]
  for (const address of missing) expect([address, await statusOf(`app://wayline${address}`)]).toEqual([address, 404])
  for (const address of [
    'file:///etc/passwd',
    'app://picture/x.html',
    'app://other/index.html',
    'http://127.0.0.1:1/',
    'https://example.org/',
  ])
    expect([address, await statusOf(address)]).toEqual([address, 'refused'])

  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('app://wayline/index.html')).headers))
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' })
})

test('the policy is exactly the one that was promised, and it holds (S7)', async () => {
  const { page } = running
  expect(await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))).toBe(POLICY)

  const { violated, ran, threw } = await page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    const mark = globalThis as { ran?: string[] }
    mark.ran = []
    const threw: string[] = []
    const attempt = (name: string, action: () => unknown): void => {
      try {
        action()
      } catch (error) {
        threw.push(`${name} ${error instanceof Error ? error.name : ''}`)
      }
    }
    const add = (tag: string, fields: Record<string, string>): void =>
      attempt(tag, () => {
        const element = document.createElement(tag)
        for (const [name, value] of Object.entries(fields)) element.setAttribute(name, value)
        document.body.append(element)
      })
    // The driver's own call may use eval; what comes after it may not.
    await new Promise((resolve) => setTimeout(resolve, 0))
    attempt('inline script', () => {
      const script = document.createElement('script')
      script.append("ran.push('inline')")
      document.body.append(script)
    })
    // oxlint-disable-next-line no-eval -- that it throws is what is tried
    attempt('eval', () => (0, globalThis.eval)("ran.push('eval')"))
    // oxlint-disable-next-line no-implied-eval -- the same
    attempt('Function', () => new Function("ran.push('Function')")())
    attempt('markup', () => (document.createElement('div').innerHTML = "<img src=x onerror=ran.push('markup')>"))
    add('img', { src: 'x', onerror: "ran.push('handler')" })
    attempt('timer', () => setTimeout("ran.push('timer')" as unknown as () => void, 0))
    add('img', { src: 'https://example.org/a.png' })
    add('iframe', { src: 'data:text/html,x' })
    add('object', { data: 'https://example.org/' })
    add('link', { rel: 'stylesheet', href: 'https://example.org/a.css' })
    add('style', {})
    add('base', { href: 'https://example.org/' })
    attempt('worker', () => new Worker('data:text/javascript,1'))
    const link = document.createElement('a')
    link.href = "javascript:ran.push('link')"
    link.click()
    await fetch('https://example.org/').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { violated: [...new Set(violated)].sort(), ran: mark.ran, threw }
  })

  expect(ran).toEqual([])
  expect(threw).toEqual(expect.arrayContaining(['eval EvalError', 'markup TypeError', 'img TypeError', 'object TypeError']))
  const directives = ['base-uri', 'connect-src', 'frame-src', 'img-src', 'require-trusted-types-for', 'script-src-elem', 'style-src-elem']
  expect(violated).toEqual(expect.arrayContaining(directives))
})

test('nothing leads the window away or opens another (S8)', async () => {
  const { page, app } = running
  const before = page.url()
  const probes: (() => unknown)[] = [
    () => window.open('https://example.org/'),
    () => window.open('about:blank'),
    () => window.open('file:///etc/passwd'),
    () => window.open('app://wayline/index.html', 'other', 'nodeIntegration=yes,sandbox=no'),
    () => (location.href = 'https://example.org/'),
    () => (location.href = 'file:///etc/passwd'),
    () => (location.href = 'data:text/html,x'),
    () => location.assign('app://picture/x.html'),
    () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' })
      document.body.append(link)
      link.click()
    },
    () => {
      const form = Object.assign(document.createElement('form'), { action: 'https://example.org/', method: 'post' })
      document.body.append(form)
      form.submit()
    },
    () => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.org/')
      document.body.append(view)
    },
    () => {
      const refresh = document.createElement('meta')
      refresh.httpEquiv = 'refresh'
      refresh.content = '0;url=https://example.org/'
      document.head.append(refresh)
    },
    () => {
      const data = new DataTransfer()
      data.setData('text/uri-list', 'https://example.org/')
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    },
  ]
  for (const probe of probes) await page.evaluate(probe).catch(() => undefined)
  await page.waitForTimeout(300)

  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()))).toEqual([before])
})

test('the page may go full screen and copy, and asks for everything else in vain (S9)', async () => {
  const { page } = running
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage', 'idle-detection']
    const query = (name: string): Promise<string> =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'denied',
      )
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await query(name)] as const)))
  })
  expect(states).toEqual(Object.fromEntries(Object.keys(states).map((name) => [name, 'denied'])))

  const outcomes = await page.evaluate(async () => {
    const outcome = (action: () => Promise<unknown>): Promise<string> =>
      action().then(
        () => 'granted',
        () => 'refused',
      )
    const devices = navigator as unknown as Record<
      string,
      { requestDevice?(o: unknown): Promise<unknown>; requestPort?(): Promise<unknown> }
    >
    return {
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      place: await outcome(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess({ sysex: true })),
      usb: await outcome(async () => devices['usb']?.requestDevice?.({ filters: [] }) ?? Promise.reject(new Error('none'))),
      serial: await outcome(async () => devices['serial']?.requestPort?.() ?? Promise.reject(new Error('none'))),
    }
  })
  expect(outcomes).toEqual(Object.fromEntries(Object.keys(outcomes).map((name) => [name, 'refused'])))
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  expect(await page.evaluate(() => document.documentElement.requestFullscreen().then(() => 'granted', String))).toBe('granted')
})
