import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'a wide matrix in two tables',
    as: 'md',
    text: `# Hotel

| Stage | Search | Book |
|---|---|---|
| Actions | Googles | Pays |
| Emotions | curious | anxious |

| Stage | Arrive | Leave |
|---|---|---|
| Actions | Checks in | Checks out |
| Emotions | happy | 4/5 |
| Pains | Queue | |`,
    title: 'Hotel',
    stages: 'Search | Book | Arrive | Leave',
    lanes: 'actions emotions painsAndWins',
    notes: 'actions/Search: Googles | actions/Book: Pays | actions/Arrive: Checks in | actions/Leave: Checks out | Pains/Arrive: Queue',
    points: 'Search 2? curious | Book -3? anxious | Arrive 4? happy | Leave 2.5?',
    listed: '',
  },
  {
    name: 'a wide matrix in three tables, in Russian, without a corner',
    as: 'md',
    text: `| | Поиск | Выбор |
|---|---|---|
| Действия | Гуглит | Сравнивает |
| Эмоции | 3/5 | 2/5 |

| | Покупка |
|---|---|
| Действия | Платит |
| Эмоции | 1/5 |

| | Доставка |
|---|---|
| Действия | Ждёт |
| Эмоции | 5/5 |`,
    stages: 'Поиск | Выбор | Покупка | Доставка',
    lanes: 'actions emotions',
    notes: 'actions/Поиск: Гуглит | actions/Выбор: Сравнивает | actions/Покупка: Платит | actions/Доставка: Ждёт',
    points: 'Поиск 0? | Выбор -2.5? | Покупка -5? | Доставка 5?',
    listed: '',
  },
  {
    name: 'a list whose header is said again',
    as: 'md',
    text: `| Stage | Action | Emotion |
|---|---|---|
| Look | Searches | 3/5 |

| Stage | Action | Emotion |
|---|---|---|
| Buy | Pays | 2/5 |`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'Action/Look: Searches | Action/Buy: Pays',
    points: 'Look 0? | Buy -2.5?',
    listed: '',
  },
  {
    name: 'a wide sheet that goes on below',
    as: 'csv',
    text: `Etap;Odkrycie;Wybór
Działania;Szuka;Porównuje
Emocje;ciekawa;zmęczona
;;
Etap;Zakup;Odbiór
Działania;Płaci;Odbiera
Emocje;zła;zadowolona`,
    stages: 'Odkrycie | Wybór | Zakup | Odbiór',
    lanes: 'actions emotions',
    notes: 'actions/Odkrycie: Szuka | actions/Wybór: Porównuje | actions/Zakup: Płaci | actions/Odbiór: Odbiera',
    points: 'Odkrycie 2? ciekawa | Wybór -2? zmęczona | Zakup -4? zła | Odbiór 3? zadowolona',
    listed: '',
  },
  {
    name: 'two journeys of the same stages',
    as: 'md',
    text: `| Stage | Look | Buy |
|---|---|---|
| Actions | Searches | Pays |

| Stage | Look | Buy |
|---|---|---|
| Actions | Asks | Leaves |`,
    stages: 'Look | Buy',
    lanes: 'actions',
    notes: 'actions/Look: Searches | actions/Buy: Pays | inbox: | Stage | Look | Buy | | inbox: | Actions | Asks | Leaves |',
    listed: 'other-table | Stage | Look | Buy | | other-table | Actions | Asks | Leaves |',
  },
  {
    name: 'another table of lanes under a heading of its own',
    as: 'md',
    text: `# As is
| Stage | Look | Buy |
|---|---|---|
| Actions | Searches | Pays |
| Emotions | 3/5 | 2/5 |

# To be
| Stage | Meet | Sign |
|---|---|---|
| Actions | Talks | Signs |`,
    title: 'As is',
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays | inbox: | Stage | Meet | Sign | | inbox: | Actions | Talks | Signs |',
    listed: 'outside # To be | other-table | Stage | Meet | Sign | | other-table | Actions | Talks | Signs |',
  },
]

describe('a journey that goes on in another table', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
