import { describe, expect, it } from 'vitest'
import type { Language } from '../../../shared/i18n/translator'
import { allTexts, TABLES, textsOf } from './tables'

/** What no text of a language says, with what it says instead. */
const FORBIDDEN: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bsomebody\b/i, 'someone'],
    [/\bshall\b/i, 'the plain present'],
    [/\ball the same\b/i, 'anyway'],
    [/(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b)/i, 'is not a'],
    [/\b(?:is|are) (?:there|among \w+(?: \w+)?) already\b/i, 'already exists'],
    [/\b(?:not there|not here) any more\b/i, 'no longer there'],
    [/\bmay not be\b/i, 'can’t be'],
    [/\b(?:take|taken) (?:off|in)\b/i, 'remove, add'],
    [/\bgo(?:es)? on\b(?! (?:an?|the)\b)/i, 'continue'],
    [/\b(?:will stand|stands (?:in|beside|next))\b/i, 'appear'],
    [/\bexactly as it (?:is|was)\b/i, 'The file was not changed'],
    [/\brefuse[sd]?\b/i, 'did not allow'],
    [/\b(?:all|keep) (?:others|mine)\b|\bthe other one\b/i, 'a noun'],
    [/\bproof\b/i, 'status'],
  ],
  ru: [
    [/отказал|отказыва/i, 'не разрешила'],
    [/помнит|забыт|забуд/i, 'данные удалены'],
    [/переехал/i, 'переместили'],
    [/картинк|рисун(?:ок|ка|ке|ки)/i, 'изображение'],
    [/чертёж/i, 'схема'],
    [/в точности как/i, 'Файл не изменён'],
    [/сведени\S* о карт|свойства карты/i, 'настройки карты'],
    [/отметк|значок|значк/i, 'метка, канал'],
    [/точк\S* эмоции/i, 'точка эмоций'],
    [/щёлкн/i, 'нажмите'],
    [/\d заметк|\}\} замет/i, 'стикер'],
    [/сломал/i, 'сбой'],
    [/подтверждение(?! точки)/i, 'статус'],
    [/на место(?!\p{L})/iu, 'в файл'],
    [/[“”"]/, '«»'],
  ],
  pl: [
    [/plansz/i, 'tablica'],
    [/(?<!\p{L})tytuł/iu, 'nazwa'],
    [/odnośnik/i, 'link'],
    [/odmówi/i, 'nie pozwolił'],
    [/odgad/i, 'przypuszczenie'],
    [/—/, '–'],
    [/praw[ao]? do/i, 'uprawnienia'],
    [/obrazek|obrazk|rysun/i, 'obraz'],
    [/praca jest (?:na|w)(?!\p{L})/iu, 'jest zachowana na tym komputerze'],
    [/(?<!\p{L})twoj/u, 'Twoj'],
    [/(?:łeś|łaś)(?!\p{L})/iu, 'the impersonal form'],
    [/wiersz\S* tekstu|wiersz\S* tabeli/i, 'linia, rząd'],
    [/(?:jest|są) (?:cała|całe|cały)(?!\p{L})/iu, 'sprawna, zachowana'],
    [/właściwości/i, 'ustawienia'],
    [/potwierdzenie(?! punktu)/i, 'status'],
    [/[“"]/, '„ ”'],
  ],
}
const EVERYWHERE: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./, '…'],
  [/ {2}/, 'one space'],
  [/(?<![\p{L}\d\]-])-\d/u, '− for a minus'],
  [/\u00a0/, 'a plain space: the translator sets those that do not break'],
]

/** Names, dates and places: a language that declines its nouns cannot put them after a preposition or a participle. */
const NAMED = /\{\{(?:when|time|date|name|names|place|computer|personas|host)\}\}/g
const MAY_STAND_AFTER = /(?:^|[:,(·]\s|\p{L}\s?[«„]|^[«„]|[.;:,—–(]\s[«„])$/u
const PREPOSITION =
  /(?<!\p{L})(?:в|во|с|со|к|ко|у|от|до|для|из|на|о|об|по|при|за|под|w|we|z|ze|u|od|do|dla|o|na|po|przy|przez|pod|za)\s[«„]?\{\{(?:when|time|date|name|names|place|computer|personas|host)\}\}/iu

describe('the wording', () => {
  it.each(['en', 'ru', 'pl'] as const)('says nothing in %s that a better word was found for', (language) => {
    const said = allTexts(language).flatMap(([key, text]) =>
      [...FORBIDDEN[language], ...EVERYWHERE].filter(([word]) => word.test(text)).map(([, better]) => `${key}: ${text} (${better})`),
    )
    expect(said).toEqual([])
  })

  it.each(['ru', 'pl'] as const)('puts names, dates and places in %s where they need no case', (language) => {
    const wrong = allTexts(language).filter(
      ([, text]) => PREPOSITION.test(text) || [...text.matchAll(NAMED)].some((match) => !MAY_STAND_AFTER.test(text.slice(0, match.index))),
    )
    expect(wrong).toEqual([])
  })

  it('puts no preposition before a time in English', () => {
    expect(allTexts('en').filter(([, text]) => /\b(?:at|on|since|by|from|until) \{\{(?:time|when|date)\}\}/i.test(text))).toEqual([])
  })

  it('says of 21 in Russian only what holds for many', () => {
    const singular = /(?<!\p{L})(?:он|она|оно|его|её|ему|ей|ним|ней|нём|котор(?:ый|ая|ое|ого|ой|ому|ую|ым))(?!\p{L})/iu
    const wrong = Object.entries(TABLES.ru).filter(([, message]) => typeof message !== 'string' && singular.test(message.one))
    expect(wrong).toEqual([])
  })

  it('writes percent signs as the language does', () => {
    const percent = { en: /\d\s%/, ru: /\d%/, pl: /\d\s%/ }
    const wrong = (['en', 'ru', 'pl'] as const).flatMap((language) => allTexts(language).filter(([, text]) => percent[language].test(text)))
    expect(wrong).toEqual([])
  })

  it('gives every button of Russian room: at most 1.3 times the English', () => {
    const BUTTONS =
      /^(?:merge\.(?:keep|merge|show)|around\.(?:goOn|putBack|show|choose|copies\.(?:merge|mergeAll|oneByOne|later|trash|keep)$)|app\.(?:banner\.(?:save|try)|error\.reload|forget\.(?:button|forGood)|newMap\.create|import\.(?:open|another|readText)$)|native\.(?:leave\.(?:stay|leave)$|.+\.button))/
    const long = Object.entries(TABLES.ru).flatMap(([key, message]) => {
      if (!BUTTONS.test(key)) return []
      const english = Math.max(...textsOf(TABLES.en[key] ?? '').map((text) => text.length))
      const longest = Math.max(...textsOf(message).map((text) => text.length))
      // Where English has a short word there is room for more: buttons have a least width.
      return longest > Math.max(english * 1.3, 24) ? [`${key}: ${textsOf(message).join(' / ')}`] : []
    })
    expect(long).toEqual([])
  })
})

/** A label on screen, what undo calls its edit, and what the history and the command line call it. */
const ONE_NOUN: readonly (readonly string[])[] = [
  ['board.mark', 'edit.markNotes', 'history.field.mark'],
  ['board.proof', 'edit.proofNotes', 'history.field.proof', 'action.note.cycleProof'],
  ['board.icon', 'edit.iconNotes', 'history.field.icon'],
  ['board.color', 'edit.recolorNotes', 'history.field.color'],
  ['board.duration', 'history.field.duration', 'boardView.field.duration'],
  ['app.map.title', 'edit.mapSettings', 'history.what.map', 'action.map.settings'],
  ['app.map.kind', 'history.field.kind', 'cli.info.kind'],
  ['app.map.state', 'history.field.state', 'cli.info.state'],
  ['app.map.threshold', 'history.field.criticalThreshold'],
  ['app.map.scenario', 'history.field.scenario', 'merge.what.map.scenario'],
  ['app.mapTitle', 'history.field.title', 'cli.info.title', 'merge.what.map.title', 'boardView.field.stage'],
  ['app.personas.marker', 'history.field.marker'],
  ['action.tool.emotion', 'board.addPoint', 'edit.addPoint', 'board.deleted.point', 'merge.what.point.value'],
  ['board.reason', 'merge.what.point.reason'],
  ['app.inbox.title', 'edit.toInbox', 'action.note.toInbox', 'import.toInbox'],
]

describe('one thing has one name', () => {
  it.each(['en', 'ru', 'pl'] as const)('on its label, in undo and in the history, in %s', (language) => {
    const apart = ONE_NOUN.filter((keys) => {
      const [label = '', ...others] = keys.map((key) =>
        textsOf(TABLES[language][key] ?? '')
          .join(' ')
          .toLowerCase(),
      )
      // Words change their ends, so their beginnings are compared.
      const stems = label
        .split(/\s+/)
        .filter((word) => word.length > 2)
        .map((word) => word.slice(0, 4))
      return !others.every((other) => stems.some((stem) => other.includes(stem)))
    })
    expect(apart).toEqual([])
  })
})
