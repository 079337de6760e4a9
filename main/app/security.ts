import { app, type Session, type WebContents } from 'electron'
import { APP_ORIGIN } from './contentSecurity'

/** Switches that keep Chromium itself from the network. They count only when set before the app is ready. */
export function closeNetworkOfChromium(): void {
  // No site ever reads it, but Chromium writes it into every PDF as the program that made it.
  app.userAgentFallback = `Wayline/${app.getVersion()}`
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('dns-prefetch-disable')
}

/**
 * Guards for every session and every page there will ever be, ours or one that slipped in.
 * @param allowDevtools a developer's own build may open the inspector, whose pages have a scheme of their own.
 */
export function guardEverything(options: { readonly allowDevtools: boolean }): void {
  app.on('session-created', (session) => guardSession(session, options))
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

/** What a page may ask of the person's computer; all the rest is refused without a question. */
const GRANTED: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write'])

function guardSession(session: Session, { allowDevtools }: { readonly allowDevtools: boolean }): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url, allowDevtools) }))
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(GRANTED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.on('select-hid-device', refuseDevice)
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault()
    answer('')
  })
  session.on('select-usb-device', refuseDevice)
}

function refuseDevice(event: { preventDefault(): void }, _details: unknown, answer: () => void): void {
  event.preventDefault()
  answer()
}

function isLocal(url: string, allowDevtools: boolean): boolean {
  return url.startsWith('app://') || url.startsWith('blob:') || url.startsWith('data:') || (allowDevtools && url.startsWith('devtools://'))
}

function guardContents(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }): void => event.preventDefault()
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    // Reloading itself is the one journey a page of ours may make.
    if (!isOwnPage(event.url) || event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url) || event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-redirect', prevent)
  contents.on('will-attach-webview', prevent)
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Whether a URL is a page of the built app, whatever its query or hash. */
export function isOwnPage(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`)
}
