import { boardOfBoth } from '../../shared/analysis/boardOfBoth'
import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail } from '../../shared/base/result'
import { createLayoutEngine } from '../../shared/layout/layoutBoard'
import type { HitTarget, Layout } from '../../shared/layout/layout'
import { sceneWords, type SceneWords } from '../../shared/layout/sceneWords'
import type { Board } from '../../shared/model/board'
import { createSceneBuilder } from '../../shared/scene/buildScene'
import type { Scene } from '../../shared/scene/scene'
import type { Translator } from '../../shared/i18n/translator'
import type { Theme } from '../../shared/scene/theme'
import { remember } from '../state/remember'
import type { Session } from '../state/session'
import type { PointerController } from '../tools/pointer'
import { compareScene } from './compareScene'
import { createLookPointer } from './lookPointer'
import type { Comparison, Stop } from './stops'

/** What the board of the History view is looking at. */
export interface Shown {
  /** Null: the map as it is. */
  readonly comparison: Comparison | null
  readonly current: Stop | null
}

/** The open map as the History view draws it: for looking only, with the marks of a comparison. */
export interface HistoryBoard {
  /** Given to the board in place of the session. */
  readonly session: Session
  readonly pointer: PointerController
  show(shown: Shown): void
  /** Something on the board was clicked. */
  onChoose(listener: (target: HitTarget) => void): Dispose
  /** Where everything is that is shown. */
  layout(): Layout
  /** The same with the points as they were; null where nothing is compared. */
  ghosts(): Layout | null
}

/**
 * A session that cannot be edited and draws a comparison.
 *
 * The camera and all else that belongs to the window is the open map's, so that zooming works as on the map.
 */
export function createHistoryBoard(session: Session): HistoryBoard {
  const changed = new Listeners<[]>()
  const chosen = new Listeners<[HitTarget]>()
  const engine = createLayoutEngine()
  const ghostEngine = createLayoutEngine()
  const builder = createSceneBuilder()
  let shown: Shown = { comparison: null, current: null }

  const words = remember((translator: Translator): SceneWords => sceneWords(translator))
  const both = remember(({ before, after, diff }: Comparison): Board => boardOfBoth(before, after, diff))
  const past = remember((comparison: Comparison): Board => ({ ...both(comparison), pointsOf: comparison.before.pointsOf }))
  const board = (): Board => (shown.comparison ? both(shown.comparison) : session.document.board())
  const layout = (): Layout => engine.layout(board(), words(session.look().translator))
  const ghosts = (): Layout | null => shown.comparison && ghostEngine.layout(past(shown.comparison), words(session.look().translator))
  const drawn = (): Scene => {
    const { theme, translator } = session.look()
    return builder.scene(layout(), board(), { theme, words: words(translator) })
  }
  let last: { readonly scene: Scene; readonly shown: Shown; readonly theme: Theme; readonly out: Scene } | null = null
  const scene = (): Scene => {
    const plain = drawn()
    const old = ghosts()
    // Where nothing differs there is nothing to step back for.
    if (!shown.comparison || shown.comparison.stops.length === 0 || !old) return plain
    const { theme } = session.look()
    if (last?.scene !== plain || last.shown !== shown || last.theme !== theme) {
      const { comparison, current } = shown
      const out = compareScene({ scene: plain, layout: layout(), ghosts: old, comparison, current, theme })
      last = { scene: plain, shown, theme, out }
    }
    return last.out
  }

  const looking: Session = {
    ...session,
    readOnly: true,
    board,
    layout,
    scene,
    onPicture(listener) {
      const stops = [session.onPicture(listener), changed.add(listener)]
      return () => stops.forEach((stop) => stop())
    },
    run: () => fail('read-only'),
  }
  return {
    session: looking,
    pointer: createLookPointer(looking, (target) => chosen.emit(target)),
    onChoose: (listener) => chosen.add(listener),
    show(next) {
      shown = next
      changed.emit()
    },
    layout,
    ghosts,
  }
}
