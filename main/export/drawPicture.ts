import { sceneToSvg, type SvgOptions } from '../../shared/export/svg'
import { createTranslator } from '../../shared/i18n/translator'
import { createLayoutEngine } from '../../shared/layout/layoutBoard'
import { BOARD } from '../../shared/layout/metrics'
import type { Board } from '../../shared/model/board'
import { pictureScene, wordsOfPicture } from '../../shared/scene/picture'
import { darkTheme, lightTheme } from '../../shared/scene/theme'
import { fontFaceCss } from './fonts'
import type { ExportLook } from './job'
import type { Picture } from './renderPicture'

/** The same layout and scene as the window's, drawn as one SVG. Needs no Electron, so that the command line makes the same picture in plain Node. */
export async function drawPicture(
  board: Board,
  look: Pick<ExportLook, 'theme' | 'language'>,
  { fonts, halo = 'line' }: { readonly fonts: string } & Pick<SvgOptions, 'halo'>,
): Promise<Picture> {
  const translator = createTranslator(look.language)
  const theme = look.theme === 'dark' ? darkTheme : lightTheme
  const layout = createLayoutEngine().layout(board, wordsOfPicture(translator))
  const title = board.settings.title === '' ? translator.t('native.untitled') : board.settings.title
  const scene = pictureScene(board, layout, theme, translator)
  const bare = sceneToSvg(scene, { title })
  const svg = sceneToSvg(scene, { title, halo, fontFaceCss: await fontFaceCss(bare, fonts) })
  const margins = 2 * BOARD.margin
  return { svg, title, width: scene.width + margins, height: scene.above + scene.height + margins, background: scene.background }
}
