import { fail, ok, type Result } from '../../shared/base/result'
import { readableMap } from '../../shared/export/readableMap'
import { sceneToSvg } from '../../shared/export/svg'
import { createTranslator } from '../../shared/i18n/translator'
import { createLayoutEngine } from '../../shared/layout/layoutBoard'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { Board } from '../../shared/model/board'
import { createSceneBuilder } from '../../shared/scene/buildScene'
import { darkTheme, lightTheme } from '../../shared/scene/theme'
import { writeDurable } from '../files/durableWrite'
import { fontFaceCss } from './fonts'
import type { ExportLook } from './job'
import { renderPdf, renderPng, type Picture } from './renderPicture'

export type ExportFailure = 'disk-full' | 'read-only' | 'too-large' | 'unknown'

export interface ExportDeps {
  /** Folder with the static fonts of the board. */
  readonly fonts: string
}

/** Make a map's picture, or its readable text, and write it to `out`; what was there is replaced whole or not at all. */
export async function exportBoard(
  board: Board,
  look: ExportLook,
  out: string,
  deps: ExportDeps,
): Promise<Result<{ readonly bytes: number }, ExportFailure>> {
  const made = await bytesOf(board, look, deps)
  if (!made.ok) return made
  const written = await writeDurable(out, made.value)
  if (written.ok) return ok({ bytes: written.value.bytes })
  const { code, detail } = written
  return code === 'disk-full' || code === 'read-only' ? fail(code, detail) : fail('unknown', `${code} ${String(detail ?? '')}`.trim())
}

async function bytesOf(board: Board, look: ExportLook, deps: ExportDeps): Promise<Result<Uint8Array, 'too-large'>> {
  switch (look.format) {
    case 'json':
      return ok(Buffer.from(`${JSON.stringify(readableMap(board), null, 2)}\n`))
    case 'svg':
      return ok(Buffer.from((await drawPicture(board, look, deps)).svg))
    case 'pdf':
      return ok(await renderPdf(await drawPicture(board, look, deps)))
    case 'png':
      return renderPng(await drawPicture(board, look, deps), look.scale)
  }
}

/** The same layout and scene as the window's, drawn as one SVG. */
async function drawPicture(board: Board, look: ExportLook, { fonts }: ExportDeps): Promise<Picture> {
  const translator = createTranslator(look.language)
  const words = sceneWords(translator)
  const layout = createLayoutEngine().layout(board, words)
  const scene = createSceneBuilder().scene(layout, board, { theme: look.theme === 'dark' ? darkTheme : lightTheme, words })
  const title = board.settings.title === '' ? translator.t('native.untitled') : board.settings.title
  const bare = sceneToSvg(scene, { title })
  const svg = sceneToSvg(scene, { title, fontFaceCss: await fontFaceCss(bare, fonts) })
  return { svg, title, width: scene.width, height: scene.height, background: scene.background }
}
