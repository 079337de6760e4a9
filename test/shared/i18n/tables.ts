import { en } from '../../../shared/i18n/en'
import type { Plural } from '../../../shared/i18n/messages'
import { pl } from '../../../shared/i18n/pl'
import { ru } from '../../../shared/i18n/ru'
import type { Language } from '../../../shared/i18n/translator'

export type Table = Readonly<Record<string, string | Plural>>

export const TABLES: Readonly<Record<Language, Table>> = { en, ru, pl }

/** All forms of a message. */
export function textsOf(message: string | Plural): string[] {
  return typeof message === 'string' ? [message] : Object.values(message).filter((text): text is string => typeof text === 'string')
}

/** Every text of a language with its key; a message with plural forms gives several. */
export function allTexts(language: Language): (readonly [key: string, text: string])[] {
  return Object.entries(TABLES[language]).flatMap(([key, message]) => textsOf(message).map((text) => [key, text] as const))
}
