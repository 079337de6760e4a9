import { showsHypotheses } from '../analysis/proofs'
import type { Translator } from '../i18n/translator'
import type { Layout } from '../layout/layout'
import { sceneWords, type SceneWords } from '../layout/sceneWords'
import { fitText } from '../layout/textFit'
import type { Board } from '../model/board'
import { createSceneBuilder } from './buildScene'
import { pictureLegend } from './pictureLegend'
import type { Scene, SceneNode } from './scene'
import type { Theme } from './theme'

const BAND = 56
const SIZE = 30

/** A picture of a map carries no invitations: the questions in empty cells are for those who can still answer. */
export function wordsOfPicture(translator: Translator): SceneWords {
  return { ...sceneWords(translator), lanePrompt: () => '' }
}

/**
 * The map as a picture that stands for itself, away from the app: its title above, below what its signs mean, and paper
 * that is white where it is meant for paper.
 *
 * @param layout made with `wordsOfPicture`, or with words of the same lengths.
 */
export function pictureScene(board: Board, layout: Layout, theme: Theme, translator: Translator): Scene {
  const sheet = createSceneBuilder().scene(layout, board, { theme, words: wordsOfPicture(translator) })
  const legend = pictureLegend(layout, { theme, hypotheses: showsHypotheses(board) }, translator)
  const title = board.settings.title === '' ? translator.t('native.untitled') : board.settings.title
  return {
    ...sheet,
    above: BAND,
    height: sheet.height + legend.height,
    background: theme.name === 'light' ? theme.surface : theme.canvas,
    nodes: [headingNode(sheet, title, theme), ...sheet.nodes, legend.node],
  }
}

function headingNode({ width }: Scene, title: string, theme: Theme): SceneNode {
  const text = fitText(title, { size: SIZE, weight: 600, width })
  return {
    key: 'heading',
    part: 'sheet',
    bounds: { x: 0, y: -BAND, width, height: BAND },
    items: [{ type: 'text', text, x: 0, baseline: -24, size: SIZE, weight: 600, fill: theme.text }],
  }
}
