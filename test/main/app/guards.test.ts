import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const sources = ['main', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|tsx|html)$/.test(name))
    .map((name) => ({
      name: path.posix.join(folder, name.replaceAll('\\', '/')),
      text: readFileSync(path.join(root, folder, name), 'utf8'),
    })),
)

/** The files of the app whose code, comments apart, holds the words. */
function filesWith(words: RegExp, folder = ''): string[] {
  return sources
    .filter(({ name, text }) => name.startsWith(folder) && words.test(text.replace(/\/\*[\s\S]*?\*\//g, '')))
    .map(({ name }) => name)
}

describe('the sources', () => {
  it('import nothing that could reach the network, but for the file that takes it away', () => {
    const modules = /from '(?:node:)?(?:http|https|http2|net|dgram|tls|dns|dns\/promises|undici|inspector|cluster|ws|node-fetch)'/
    expect(filesWith(modules)).toEqual(['main/app/noSockets.ts'])
    expect(
      filesWith(/import\s*\{[^}]*\b(?:net|autoUpdater|crashReporter|utilityProcess|netLog|pushNotifications)\b[^}]*\}\s*from 'electron'/),
    ).toEqual([])
  })

  it('ask for the network nowhere', () => {
    const asks = /\b(?:fetch|sendBeacon|importScripts)\(|new (?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection|WebTransport)\b/
    expect(filesWith(asks)).toEqual([])
    expect(filesWith(/\b(?:require|getBuiltinModule)\(/)).toEqual([])
  })

  it('name ipcMain in one place, which hands it to the one door', () => {
    expect(filesWith(/\bipcMain\b/, 'main')).toEqual(['main/app/start.ts'])
    expect(filesWith(/\bipcMain\.(?:handle|on|once)\b/)).toEqual([])
    expect(filesWith(/\bipcRenderer\b/)).toEqual(['main/preload/index.ts'])
  })

  it('leave the app through the shell in one place', () => {
    expect(filesWith(/\bshell\./)).toEqual(['main/app/start.ts'])
    expect(filesWith(/shell\.(?:openPath|writeShortcutLink)/)).toEqual([])
  })

  it('turn no text into markup or code', () => {
    const sinks =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)\b|\beval\(|new Function\(|DOMParser/
    expect(filesWith(sinks, 'renderer')).toEqual([])
    expect(filesWith(sinks, 'shared')).toEqual([])
    // The picture page is driven by scripts that only numbers and a theme's colour go into.
    expect(filesWith(/executeJavaScript/)).toEqual(['main/export/renderPicture.ts'])
  })
})

describe('every window', () => {
  const makers = filesWith(/new (?:BrowserWindow|BrowserView|WebContentsView|BaseWindow)\(/)

  it('is made in one of two places', () => {
    expect(makers).toEqual(['main/app/createWindow.ts', 'main/export/pictureWindow.ts'])
  })

  it.each(makers)('has its privileges spelled out in %s', (name) => {
    const text = sources.find((source) => source.name === name)?.text ?? ''
    const preferences = /webPreferences: \{([^}]*)\}/.exec(text)?.[1] ?? ''

    for (const on of ['sandbox', 'contextIsolation', 'webSecurity']) expect(preferences).toContain(`${on}: true,`)
    const off = ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag', 'allowRunningInsecureContent']
    for (const each of [...off, 'experimentalFeatures', 'spellcheck', 'navigateOnDragDrop'])
      expect(preferences).toContain(`${each}: false,`)
    expect(preferences).not.toMatch(/\.\.\.|enableBlinkFeatures|disableBlinkFeatures|additionalArguments/)
  })
})
