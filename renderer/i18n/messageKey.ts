import { en } from '../../shared/i18n/en'
import type { MessageKey } from '../../shared/i18n/translator'

/** Whether there is a message of that key: for keys that are put together from a code that came from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}
