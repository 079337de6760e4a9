import { createTranslator } from '../../shared/i18n/translator'
import { createLayoutEngine } from '../../shared/layout/layoutBoard'
import type { Layout } from '../../shared/layout/layout'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { Board } from '../../shared/model/board'

export const englishWords = sceneWords(createTranslator('en'))

/** The layout of a board from scratch, in English. */
export function layoutOf(board: Board): Layout {
  return createLayoutEngine().layout(board, englishWords)
}
