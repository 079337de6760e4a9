import { randomBytes } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import { PICTURE_POLICY } from '../app/contentSecurity'
import { headersFor, notFound } from '../app/protocol'

/** A host of its own, so that a picture and the app are strangers to each other. */
const ORIGIN = 'app://picture'
/** A session without a disk and without anything of the app in it. */
const PARTITION = 'wayline-pictures'
const PATIENCE_MS = 120_000

interface Page {
  readonly type: 'text/html' | 'image/svg+xml'
  readonly content: string
}

const pages = new Map<string, Page>()

/**
 * Load a page in a hidden window without privileges and do something with it there.
 *
 * The window has no preload, its policy allows no script, and it is gone when `use` has ended, well or badly.
 * @param page an HTML page; `@picture` in it stands for the URL of `svg`.
 */
export async function inPictureWindow<Value>(
  page: { readonly html: string; readonly svg?: string },
  use: (browser: BrowserWindow) => Promise<Value>,
): Promise<Value> {
  const name = randomBytes(16).toString('hex')
  pages.set(`${ORIGIN}/${name}.svg`, { type: 'image/svg+xml', content: page.svg ?? '' })
  pages.set(`${ORIGIN}/${name}.html`, { type: 'text/html', content: page.html.replaceAll('@picture', `${name}.svg`) })
  servePictures(session.fromPartition(PARTITION))
  const browser = new BrowserWindow({
    show: false,
    width: 800,
    height: 600,
    webPreferences: {
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  })
  try {
    return await Promise.race([browser.loadURL(`${ORIGIN}/${name}.html`).then(() => use(browser)), trouble(browser)])
  } finally {
    pages.delete(`${ORIGIN}/${name}.svg`)
    pages.delete(`${ORIGIN}/${name}.html`)
    browser.destroy()
  }
}

function servePictures(pictures: Session): void {
  if (pictures.protocol.isProtocolHandled('app')) return
  pictures.protocol.handle('app', (request) => {
    const page = pages.get(request.url)
    if (!page) return notFound()
    return new Response(page.content, { status: 200, headers: headersFor(`${page.type}; charset=utf-8`, PICTURE_POLICY) })
  })
}

function trouble(browser: BrowserWindow): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the picture took too long')), PATIENCE_MS)
    browser.once('closed', () => clearTimeout(timer))
    browser.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`the picture page ended: ${reason}`)))
  })
}
