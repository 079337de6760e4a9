import { fitText } from '../layout/textFit'
import type { SceneWords } from '../layout/sceneWords'
import type { Scene, SceneNode } from './scene'
import type { Theme } from './theme'

const BAND = 56
const SIZE = 30

/** A picture of a map carries no invitations: the questions in empty cells are for those who can still answer. */
export function wordsOfPicture(words: SceneWords): SceneWords {
  return { ...words, lanePrompt: () => '' }
}

/** The scene with the map's title in a band above the sheet, so that a printed page says what it shows. */
export function withHeading(scene: Scene, title: string, theme: Theme): Scene {
  const text = fitText(title, { size: SIZE, weight: 600, width: scene.width })
  const heading: SceneNode = {
    key: 'heading',
    part: 'sheet',
    bounds: { x: 0, y: -BAND, width: scene.width, height: BAND },
    items: [{ type: 'text', text, x: 0, baseline: -24, size: SIZE, weight: 600, fill: theme.text }],
  }
  return { ...scene, above: BAND, nodes: [heading, ...scene.nodes] }
}
