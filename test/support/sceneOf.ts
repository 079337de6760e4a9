import type { Board } from '../../shared/model/board'
import { createSceneBuilder } from '../../shared/scene/buildScene'
import type { Scene } from '../../shared/scene/scene'
import { lightTheme } from '../../shared/scene/theme'
import { englishWords, layoutOf } from './layoutOf'

/** The scene of a board from scratch, in English and light. */
export function sceneOf(board: Board): Scene {
  return createSceneBuilder().scene(layoutOf(board), board, { theme: lightTheme, words: englishWords })
}
