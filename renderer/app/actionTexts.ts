import { ACTIONS, type ActionId, type ActionInfo } from '../../shared/actions/actionTable'
import type { Language, MessageKey } from '../../shared/i18n/translator'
import type { Host } from './services'
import { shortcutLabel } from './shortcutLabel'

const INFO = new Map<ActionId, ActionInfo>(ACTIONS.map((action) => [action.id, action]))

/** The i18n key of an action's name; the table's own comment promises it. */
export function actionKey(id: ActionId): MessageKey {
  return `action.${id}` as MessageKey
}

/** The first key of an action, as tooltips and menus show it; undefined where it has none. */
export function actionShortcut(id: ActionId, platform: Host['platform'], language: Language): string | undefined {
  const keys = INFO.get(id)?.keys[0]
  return keys === undefined ? undefined : shortcutLabel(keys, platform, language)
}
