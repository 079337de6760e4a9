import { describe, expect, it } from 'vitest'
import { keepTogether } from '../../../shared/i18n/spaces'
import { createTranslator, type MessageKey } from '../../../shared/i18n/translator'
import { allTexts, TABLES } from './tables'

describe('spaces that do not break', () => {
  it.each([
    ['en', 'larger than {{limit}} MB, 5 notes', 'larger than {{limit}}~MB, 5 notes'],
    ['ru', '9,1 %, цель 8 %', '9,1~%, цель 8~%'],
    ['ru', 'больше {{limit}} МБ — это предел', 'больше {{limit}}~МБ~— это предел'],
    ['ru', '{{count}} стикер ждёт', '{{count}}~стикер ждёт'],
    ['ru', 'merge КАРТА1 КАРТА2 --scale 1-4', 'merge КАРТА1 КАРТА2 --scale 1-4'],
    ['pl', 'W {{count}} miejscach i w 12 MB', 'W~{{count}}~miejscach i~w~12~MB'],
    ['pl', '„a jeśli” albo', '„a~jeśli” albo'],
  ] as const)('are set in %s: %s', (language, text, wanted) => {
    expect(keepTogether(language, text)).toBe(wanted.replaceAll('~', '\u00a0'))
  })

  it.each(['ru', 'pl'] as const)('leave no number, dash or letter alone at the end of a line in %s', (language) => {
    const { t } = createTranslator(language)
    const shown = [...new Set(allTexts(language).map(([key]) => key))].flatMap((key) =>
      [1, 2, 5, 21].map((count) => [key, t(key as MessageKey, { count, limit: count })] as const),
    )
    const alone = language === 'ru' ? /(?<![\p{L}\d])\d+ [\p{L}%]| —/u : /(?<![\p{L}\d])\d+ [\p{L}%]|(?<![^\s(„])[aiouwz] /iu
    expect(shown.filter(([, text]) => alone.test(text))).toEqual([])
  })
})

describe('plural forms', () => {
  it.each(['en', 'ru', 'pl'] as const)('say 1, 2, 5 and 21 in %s as its grammar has it', (language) => {
    const { t } = createTranslator(language)
    const wrong = Object.entries(TABLES[language]).flatMap(([key, message]) => {
      if (typeof message === 'string') return []
      const [one = '', two = '', five = '', more = ''] = [1, 2, 5, 21].map((count) =>
        t(key as MessageKey, { count }).replace(new RegExp(`(?<!\\d)${String(count)}(?!\\d)`), '#'),
      )
      // 21 is said as 1 in Russian, as 5 in Polish and English.
      const like = language === 'ru' ? one : five
      const unknown = [one, two, five, more].some((text) => text === key || text.includes('{{count}}'))
      return more !== like || unknown ? [`${key}: ${one} | ${two} | ${five} | ${more}`] : []
    })
    expect(wrong).toEqual([])
  })
})
