import { ok, type Result } from '../../shared/base/result'
import { pngSize, type PngScale } from '../../shared/export/pngSize'
import { inPictureWindow } from './pictureWindow'
import { pdfPage } from './pictureSize'

/** A drawn map: an SVG document with its fonts inside. */
export interface Picture {
  readonly svg: string
  readonly title: string
  readonly width: number
  readonly height: number
  /** Behind everything, as a CSS colour. */
  readonly background: string
}

/** One page as large as the map, the drawing as vectors, the words as text. */
export async function renderPdf(picture: Picture): Promise<Uint8Array> {
  const page = pdfPage(picture)
  const style = [
    `@page{size:${page.width}px ${page.height}px;margin:0}`,
    // Without these three rules Chromium starts a second, empty page.
    `html,body{margin:0;overflow:hidden;height:${page.height}px}`,
    `svg{display:block;width:${page.width}px;height:${page.height}px}`,
  ].join('')
  const html = htmlPage(picture.title, style, picture.svg.replace(/^\s*<\?xml[^>]*>/, ''))
  return inPictureWindow({ html }, async ({ webContents }) => {
    await webContents.executeJavaScript('Promise.all([...document.fonts].map((font) => font.load())).then(() => null)')
    const inches = { width: page.width / 96, height: page.height / 96 }
    return new Uint8Array(
      await webContents.printToPDF({
        pageSize: inches,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        preferCSSPageSize: true,
      }),
    )
  })
}

/** The drawing in pixels, `scale` of them for each unit of the map. */
export async function renderPng(picture: Picture, scale: PngScale): Promise<Result<Uint8Array, 'too-large'>> {
  const size = pngSize(picture, scale)
  if (!size.ok) return size
  const { width, height } = size.value
  const html = htmlPage(picture.title, 'html,body{margin:0;overflow:hidden}', '<img src="@picture" alt="">')
  const chunks = await inPictureWindow({ html, svg: picture.svg }, async ({ webContents }) => {
    const length: unknown = await webContents.executeJavaScript(drawScript(width, height, picture.background))
    if (typeof length !== 'number') throw new Error('the canvas gave no picture')
    const parts: Uint8Array[] = []
    for (let start = 0; start < length; start += CHUNK) {
      const part: unknown = await webContents.executeJavaScript(`bytes.slice(${start}, ${start + CHUNK})`)
      if (!(part instanceof Uint8Array)) throw new Error('the picture did not come whole')
      parts.push(part)
    }
    return parts
  })
  return ok(new Uint8Array(Buffer.concat(chunks)))
}

/** Bytes handed over at once; a whole picture may be larger than one message may be. */
const CHUNK = 4 * 1024 * 1024

/** Script for the picture page, which the main process runs past the page's policy. Numbers and a theme colour only go into it. */
function drawScript(width: number, height: number, background: string): string {
  return `(async () => {
    const image = document.querySelector('img')
    await image.decode()
    const canvas = new OffscreenCanvas(${width}, ${height})
    const context = canvas.getContext('2d')
    context.fillStyle = ${JSON.stringify(background)}
    context.fillRect(0, 0, ${width}, ${height})
    context.drawImage(image, 0, 0, ${width}, ${height})
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    globalThis.bytes = new Uint8Array(await blob.arrayBuffer())
    return globalThis.bytes.length
  })()`
}

function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
