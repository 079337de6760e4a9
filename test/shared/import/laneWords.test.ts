import { describe, expect, it } from 'vitest'
import { guessLane, laneTitle } from '../../../shared/import/laneWords'
import { createTranslator, LANGUAGES } from '../../../shared/i18n/translator'
import { LANE_KINDS } from '../../../shared/model/laneKinds'

describe('guessing lanes from their names', () => {
  it.each(LANGUAGES)('knows every kind by its own name in %s and gives it no other title', (language) => {
    const { t } = createTranslator(language)
    const guessed = LANE_KINDS.map((kind) => {
      const name = t(`laneKind.${kind}`)
      return [kind, guessLane(name)?.kind, laneTitle(name, kind)]
    })

    expect(guessed).toEqual(LANE_KINDS.map((kind) => [kind, kind, undefined]))
  })

  it.each([
    ['User Action', 'actions', undefined],
    ['**Customer needs**', 'goals', undefined],
    ['Thought/Quote', 'thoughts', undefined],
    ['Pain Point', 'painsAndWins', 'pain'],
    ['Gains', 'painsAndWins', 'success'],
    ['Pains & gains', 'painsAndWins', undefined],
    ['Barriers, successes', 'painsAndWins', undefined],
    ['Channel', 'touchpoints', undefined],
    ['Responsible department', 'owners', undefined],
    ['Боли клиента', 'painsAndWins', 'pain'],
    ['Точки касания', 'touchpoints', undefined],
    ['Каналы', 'touchpoints', undefined],
    ['Что делает клиент', 'actions', undefined],
    ['Идеи', 'opportunities', undefined],
    ['Цель этапа', 'goals', undefined],
    ['Настроение', 'emotions', undefined],
    ['Ból', 'painsAndWins', 'pain'],
    ['Punkty bólu', 'painsAndWins', 'pain'],
    ['Potrzeby i oczekiwania', 'goals', undefined],
    ['Kanał kontaktu', 'touchpoints', undefined],
    ['Co robi użytkownik', 'actions', undefined],
    ['Właściciel procesu', 'owners', undefined],
    ['Wskaźniki', 'kpi', undefined],
  ])('takes "%s" for %s', (name, kind, mark) => {
    expect(guessLane(name)).toEqual(mark === undefined ? { kind } : { kind, mark })
  })

  it.each(['Weather', 'Painting', 'Celular', 'Погода', 'Pogoda', ''])('says nothing of "%s"', (name) => {
    expect(guessLane(name)).toBeNull()
  })
})
