import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { ElectronApplication, Page } from '@playwright/test'

/** Width and height of a PNG, from its header. */
export async function pngSize(file: string): Promise<{ readonly width: number; readonly height: number }> {
  const bytes = await readFile(file)
  if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error(`${file} is no PNG`)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** How many colours there are among pixels taken evenly from the whole picture: a blank one has one. */
export async function colorsOf(page: Page, file: string): Promise<number> {
  const bytes = (await readFile(file)).toString('base64')
  return page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([data], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(400, 300)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.imageSmoothingEnabled = false
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
    return new Set(pixels).size
  }, bytes)
}

export interface SvgFacts {
  /** What a strict XML parser says against it; empty if nothing. */
  readonly error: string
  readonly texts: readonly string[]
  /** Elements and attributes that could fetch or run something. */
  readonly active: readonly string[]
}

/** Read an SVG as any other program would: with a strict parser. The app's own pages may not parse, so an empty one does. */
export async function svgFacts(app: ElectronApplication, file: string): Promise<SvgFacts> {
  const source = await readFile(file, 'utf8')
  return app.evaluate(
    async ({ BrowserWindow }, [text, parse]) => {
      const parser = new BrowserWindow({ show: false })
      await parser.loadURL('data:text/html,x')
      const facts: unknown = await parser.webContents.executeJavaScript(`(${parse})(${JSON.stringify(text)})`)
      parser.destroy()
      return facts as never
    },
    [source, String(parseSvg)] as const,
  )
}

function parseSvg(text: string): SvgFacts {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
  const all = [...parsed.querySelectorAll('*')]
  const active = all.flatMap((element) => [
    ...(['script', 'foreignObject', 'iframe'].includes(element.localName) ? [element.localName] : []),
    ...[...element.attributes].filter(({ name, value }) => name.startsWith('on') || /^https?:/.test(value)).map(({ name }) => name),
  ])
  return {
    error: parsed.querySelector('parsererror')?.textContent ?? '',
    texts: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
    active: active.filter((name) => name !== 'xmlns'),
  }
}

export interface PdfFacts {
  readonly pages: number
  readonly text: string
  /** Lines of `pdffonts` below its heading. */
  readonly fonts: readonly string[]
}

/** Read a PDF with the programs of poppler; null where they are not installed. */
export function pdfFacts(file: string): PdfFacts | null {
  const run = (program: string, ...args: readonly string[]): string => execFileSync(program, args, { encoding: 'utf8' })
  try {
    return {
      pages: Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', file))?.[1]),
      text: run('pdftotext', '-layout', '-enc', 'UTF-8', file, '-'),
      fonts: run('pdffonts', file).trim().split('\n').slice(2),
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Words of texts, for looking them up in another order and with other line ends. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.normalize('NFC').match(/[\p{L}\p{N}]{3,}/gu) ?? [])
}
