import type { Layout } from '../../shared/layout/layout'
import type { Scene } from '../../shared/scene/scene'
import type { UiState } from '../state/uiState'
import type { PinnedFrame } from './pinned'

/** Everything one drawing of the board depends on. */
export interface BoardFrame {
  readonly ui: UiState
  readonly layout: Layout
  readonly scene: Scene
  readonly pinned: PinnedFrame
  /** Device px per CSS px. */
  readonly pixelRatio: number
}
