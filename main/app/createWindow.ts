import { app, BrowserWindow } from 'electron'
import { START_PAGE } from './contentSecurity'
import type { WindowPlace } from './windowPlace'

/** Behind the page until it draws: the canvas of DESIGN, so that nothing flashes white. */
const CANVAS = { light: '#F4F3EF', dark: '#121315' } as const
/** Size that the performance harness measures in. */
const BENCH = { width: 1920, height: 1080 } as const

export interface WindowOptions {
  readonly preload: string
  readonly place: WindowPlace
  readonly smallest: { readonly width: number; readonly height: number }
  readonly dark: boolean
  readonly bench: boolean
}

/** A window of the app, loading its page, shown when there is something to see. */
export function createWindow({ preload, place, smallest, dark, bench }: WindowOptions): BrowserWindow {
  const browser = new BrowserWindow({
    show: false,
    title: 'Wayline',
    backgroundColor: dark ? CANVAS.dark : CANVAS.light,
    titleBarStyle: 'hidden',
    trafficLightPosition: { x: 16, y: 17 },
    frame: !bench,
    useContentSize: bench,
    minWidth: smallest.width,
    minHeight: smallest.height,
    width: bench ? BENCH.width : place.width,
    height: bench ? BENCH.height : place.height,
    ...(place.x !== undefined && place.y !== undefined ? { x: place.x, y: place.y } : {}),
    webPreferences: {
      preload,
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
      devTools: !app.isPackaged,
      backgroundThrottling: !bench,
    },
  })
  if (process.platform !== 'darwin') browser.setMenu(null)
  if (place.maximized && !bench) browser.maximize()
  browser.once('ready-to-show', () => browser.show())
  void browser.loadURL(START_PAGE)
  return browser
}
