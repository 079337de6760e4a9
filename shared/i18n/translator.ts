import { createInstance } from 'i18next'
import { en, type Messages } from './en'
import { pl } from './pl'
import { ru } from './ru'
import { keepTogether } from './spaces'

export const LANGUAGES = ['en', 'ru', 'pl'] as const
export type Language = (typeof LANGUAGES)[number]

/** Names of the languages in themselves, for the switch in Settings. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', pl: 'Polski' }

export type MessageKey = keyof Messages
export type MessageValues = Readonly<Record<string, string | number>>

export interface Translator {
  readonly language: Language
  /** The message of a key, with `{{name}}` filled in; `count` picks the plural form and is shown in local digits. */
  t(key: MessageKey, values?: MessageValues): string
}

const TABLES: Readonly<Record<Language, Messages>> = { en, ru, pl }

/** A translator of one language. Plural rules are those of Intl.PluralRules, through i18next. */
export function createTranslator(language: Language): Translator {
  const instance = createInstance()
  void instance.init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: flatten(TABLES[language], (text) => keepTogether(language, text)) } },
  })
  const numbers = new Intl.NumberFormat(language)
  return {
    language,
    t(key, values = {}) {
      const shown = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'number' && name !== 'count' ? numbers.format(value) : value,
        ]),
      )
      return instance.t(key, shown)
    },
  }
}

function flatten(table: Messages, typeset: (text: string) => string): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [key, message] of Object.entries(table)) {
    if (typeof message === 'string') flat[key] = typeset(message)
    else for (const [form, text] of Object.entries(message)) if (text !== undefined) flat[`${key}_${form}`] = typeset(text)
  }
  return flat
}

/** The language of ours that fits a system's locale best; English where none does. */
export function languageFor(locales: readonly string[]): Language {
  for (const locale of locales) {
    const base = locale.toLowerCase().split(/[-_]/)[0]
    const known = LANGUAGES.find((language) => language === base)
    if (known) return known
  }
  return 'en'
}
