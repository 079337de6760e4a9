import type { Language, MessageKey, Translator } from '../i18n/translator'
import type { Lane, LaneKind } from '../model/lane'
import { laneKindInfo } from '../model/laneKinds'

/** Words on the board that nobody typed, in the reader's language. Made once a language; compared by identity. */
export interface SceneWords {
  readonly language: Language
  laneTitle(lane: Lane): string
  /** The small line under a lane's title; empty where its kind has none. */
  laneHint(lane: Lane): string
  /** The question that an empty map asks in the lane's first cell; empty where its kind asks none. */
  lanePrompt(lane: Lane): string
  readonly untitledStage: string
  readonly untitledStep: string
  readonly untitledPersona: string
}

export function sceneWords(translator: Translator): SceneWords {
  // Separators have a title only; a translator answers a key it does not know with the key.
  const ofKind = (kind: LaneKind, what: 'hint' | 'prompt'): string => {
    if (laneKindInfo(kind).content === 'separator') return ''
    const key = `laneKind.${kind}.${what}`
    const text = translator.t(key as MessageKey)
    return text === key ? '' : text
  }
  return {
    language: translator.language,
    laneTitle: (lane) => lane.title ?? translator.t(`laneKind.${lane.kind}` as MessageKey),
    laneHint: (lane) => ofKind(lane.kind, 'hint'),
    lanePrompt: (lane) => ofKind(lane.kind, 'prompt'),
    untitledStage: translator.t('scene.untitledStage'),
    untitledStep: translator.t('scene.untitledStep'),
    untitledPersona: translator.t('scene.untitledPersona'),
  }
}
