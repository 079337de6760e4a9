import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACTIONS, MENUS } from '../../../shared/actions/actionTable'
import { en } from '../../../shared/i18n/en'
import { ru } from '../../../shared/i18n/ru'
import { createTranslator, languageFor, LANGUAGES } from '../../../shared/i18n/translator'
import { LANE_KINDS } from '../../../shared/model/laneKinds'
import { TEMPLATE_IDS } from '../../../shared/model/templateIds'
import { TABLES, textsOf, type Table } from './tables'

/** The forms that whole numbers need; `other` is for fractions and stands for any that is missing. */
const FORMS = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'], pl: ['one', 'few', 'many', 'other'] } as const

function placeholdersOf(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1] ?? '')
    .sort()
    .join()
}

describe('the words of the interface', () => {
  it.each(LANGUAGES)('has every key in %s and no other', (language) => {
    expect(Object.keys(TABLES[language]).sort()).toEqual(Object.keys(en).sort())
  })

  it.each(LANGUAGES)('has no empty message in %s', (language) => {
    const empty = Object.entries(TABLES[language]).filter(([, message]) => textsOf(message).some((text) => text.trim() === ''))
    expect(empty.map(([key]) => key)).toEqual([])
  })

  it.each(LANGUAGES)('uses the same placeholders in %s as in English', (language) => {
    const broken = Object.entries(TABLES[language]).filter(([key, message]) => {
      const source = new Set(textsOf((en as Table)[key] ?? '').map(placeholdersOf))
      // A plural form may leave the number out ("one note"), never name another value.
      return textsOf(message).some(
        (text) => !source.has(placeholdersOf(text)) && !(typeof message !== 'string' && placeholdersOf(text) === ''),
      )
    })
    expect(broken.map(([key]) => key)).toEqual([])
  })

  it.each(LANGUAGES)('has every plural form that %s needs', (language) => {
    const broken = Object.entries(TABLES[language]).filter(
      ([, message]) => typeof message !== 'string' && FORMS[language].some((form) => message[form] === undefined),
    )
    expect(broken.map(([key]) => key)).toEqual([])
  })

  it('names every lane kind, template, action and menu', () => {
    const wanted = [
      ...LANE_KINDS.flatMap((kind) => [`laneKind.${kind}`, `laneKind.${kind}.hint`, `laneKind.${kind}.prompt`]),
      ...TEMPLATE_IDS.flatMap((id) => [`template.${id}`, `template.${id}.hint`]),
      ...ACTIONS.map(({ id }) => `action.${id}`),
      ...MENUS.map((id) => `menu.${id}`),
    ]
    expect(wanted.filter((key) => !(key in en))).toEqual([])
  })

  it('leaves no Latin sentence in Russian by mistake', () => {
    const untranslated = Object.entries(ru as Table).filter(([key, message]) => {
      const same = textsOf(message).join() === textsOf((en as Table)[key] ?? '').join()
      return (
        same &&
        /[a-z]{4,}/.test(
          textsOf(message)
            .join()
            .replace(/\{\{\w+\}\}/g, ''),
        )
      )
    })
    // Names of formats and products are the same everywhere.
    expect(
      untranslated
        .map(([, message]) => textsOf(message).join())
        .filter(
          (text) =>
            !/^(?:Wayline|Mermaid|Mermaid journey|Markdown|Electron|Chromium|Node\.js|[A-Z]{2,5}|UTF.*|Windows-\d+|CP\d+|Wayline .*)$/.test(
              text,
            ),
        ),
    ).toEqual([])
  })

  it('has no message that nothing shows', () => {
    const code = ['main', 'renderer', 'shared'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n/'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    const all = code.join('\n')
    const starts = [...all.matchAll(/`([a-zA-Z.-]+[.-])\$\{/g)].map((match) => match[1] ?? '')
    const unused = Object.keys(en).filter((key) => !all.includes(`'${key}'`) && !starts.some((start) => key.startsWith(start)))
    expect(unused).toEqual([])
  })

  it('picks plural forms by the rules of each language', () => {
    const of = (language: (typeof LANGUAGES)[number]) =>
      [1, 2, 5, 21, 22].map((count) => createTranslator(language).t('edit.moveNotes', { count }))
    expect(of('en')[0]).not.toBe(of('en')[1])
    expect(of('ru')[0]?.replace('1', '')).toBe(of('ru')[3]?.replace('21', ''))
    expect(of('pl')[1]?.replace('2', '')).toBe(of('pl')[4]?.replace('22', ''))
  })

  it('says the number in Russian at 21 too, unless it says it nowhere', () => {
    const wrong = Object.entries(ru).flatMap(([key, message]) => {
      if (typeof message === 'string') return []
      const { one, ...others } = message
      const silent = !one.includes('{{count}}') && Object.values(others).some((form) => form !== one)
      return silent ? [key] : []
    })
    expect(wrong).toEqual([])
  })

  it('takes the first system language it knows, and English where it knows none', () => {
    expect([languageFor(['ru-RU', 'en']), languageFor(['de-DE', 'pl']), languageFor(['ja']), languageFor([])]).toEqual([
      'ru',
      'pl',
      'en',
      'en',
    ])
  })
})
