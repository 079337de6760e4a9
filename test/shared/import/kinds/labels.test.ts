import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'a group and a lane',
    as: 'csv',
    text: `Category,Element,Awareness,Purchase
Customer,Actions,Sees ad,Pays
,Thoughts,Nice,Expensive
,Emotions,curious,anxious
Company,Touchpoints,TV,App
,Owner,Marketing,Sales`,
    stages: 'Awareness | Purchase',
    lanes: 'actions thoughts emotions touchpoints owners',
    notes:
      'actions/Awareness: Sees ad | actions/Purchase: Pays | thoughts/Awareness: Nice | thoughts/Purchase: Expensive | touchpoints/Awareness: TV | touchpoints/Purchase: App | Owner/Awareness: Marketing | Owner/Purchase: Sales',
    points: 'Awareness 2? curious | Purchase -3? anxious',
    listed: 'heading Category | heading Element | group Customer | group Company',
  },
  {
    name: 'a group of emotions with a persona each',
    as: 'csv',
    text: `,,Look,Buy
Journey,Actions,Searches,Pays
Emotions,Anna,3,-2
,Viktor,1,4
Pains,,Slow,Expensive`,
    stages: 'Look | Buy',
    lanes: 'actions emotions painsAndWins',
    notes: 'actions/Look: Searches | actions/Buy: Pays | Pains/Look: Slow | Pains/Buy: Expensive',
    points: 'Anna Look 3 | Anna Buy -2 | Viktor Look 1 | Viktor Buy 4',
    listed: 'group Journey',
  },
  {
    name: 'groups, merged stages and steps, and words below the faces',
    as: 'csv',
    text: `,,Awareness,,Purchase,
,,See ad,Visit,Cart,Pay
Front,Actions,Sees,Opens,Adds,Pays
,Touchpoints,TV,Web,Web,Bank
Feel,Emotions,🙂,😐,😀,😡
,,nice spot,dull site,easy,error 500`,
    stages: 'Awareness (See ad; Visit) | Purchase (Cart; Pay)',
    lanes: 'actions touchpoints emotions',
    notes:
      'actions/Awareness/See ad: Sees | actions/Awareness/Visit: Opens | actions/Purchase/Cart: Adds | actions/Purchase/Pay: Pays | touchpoints/Awareness/See ad: TV | touchpoints/Awareness/Visit: Web | touchpoints/Purchase/Cart: Web | touchpoints/Purchase/Pay: Bank',
    points: 'Awareness/See ad 3? nice spot | Awareness/Visit 0? dull site | Purchase/Cart 4? easy | Purchase/Pay -5? error 500',
    listed: 'group Front | group Feel',
  },
  {
    name: 'rows that go on with the row above',
    as: 'csv',
    text: `Stage,Look,Buy
Actions,Searches,Pays
,Asks friends,Signs
Emotions,curious,-3
,likes the ad,price went up
Pains,Slow,
,,Fees`,
    stages: 'Look | Buy',
    lanes: 'actions emotions painsAndWins',
    notes:
      'actions/Look: Searches | actions/Buy: Pays | actions/Look: Asks friends | actions/Buy: Signs | Pains/Look: Slow | Pains/Buy: Fees',
    points: 'Look 2? curious | Buy -3 price went up',
    listed: '',
  },
  {
    name: 'a row of steps that is called so',
    as: 'tsv',
    text: `Фаза\tВыбор\t\tПокупка\t
Шаг\tИщет\tСравнивает\tПлатит\tЖдёт
Действия\tГуглит\tЧитает\tКарта\tКурьер
\tСпрашивает\t\t\t
Настроение\t🙂\t😐\t😟\t😡
\tмного выбора\t\tкомиссия\t`,
    stages: 'Выбор (Ищет; Сравнивает) | Покупка (Платит; Ждёт)',
    lanes: 'actions emotions',
    notes:
      'actions/Выбор/Ищет: Гуглит | actions/Выбор/Сравнивает: Читает | actions/Покупка/Платит: Карта | actions/Покупка/Ждёт: Курьер | actions/Выбор/Ищет: Спрашивает',
    points: 'Выбор/Ищет 3? много выбора | Выбор/Сравнивает 0? | Покупка/Платит -2? комиссия | Покупка/Ждёт -5?',
    listed: '',
  },
  {
    name: 'numbers beside the lanes',
    as: 'csv',
    text: `#,Lane,Discover,Decide
1,Doing,Reads,Calls
2,Thinking,Why,How much
3,Feeling,hopeful,nervous`,
    stages: 'Discover | Decide',
    lanes: 'actions thoughts emotions',
    notes: 'Doing/Discover: Reads | Doing/Decide: Calls | Thinking/Discover: Why | Thinking/Decide: How much',
    points: 'Discover 2? hopeful | Decide -2? nervous',
    listed: 'heading # | id-column 1 | id-column 2 | id-column 3',
  },
  {
    name: 'lanes of one name in two groups',
    as: 'csv',
    text: `Group,Lane,Discover,Decide
Front stage,Actions,Reads,Calls
Front stage,Systems,CMS,CRM
Back stage,Actions,Publishes,Answers
Back stage,Systems,Git,PBX`,
    stages: 'Discover | Decide',
    lanes: 'frontStage support backStage support',
    notes:
      'Actions/Discover: Reads | Actions/Decide: Calls | Systems/Discover: CMS | Systems/Decide: CRM | Back stage: Actions/Discover: Publishes | Back stage: Actions/Decide: Answers | Back stage: Systems/Discover: Git | Back stage: Systems/Decide: PBX',
    listed: 'heading Group | group Front stage',
  },
  {
    name: 'a group, a lane and a persona',
    as: 'csv',
    text: `Group,Lane,Persona,Look,Buy
Experience,Emotions,Anna,3,-2
,,Igor,1,4
Process,Actions,,Searches,Pays`,
    stages: 'Look | Buy',
    lanes: 'emotions actions',
    notes: 'actions/Look: Searches | actions/Buy: Pays',
    points: 'Anna Look 3 | Anna Buy -2 | Igor Look 1 | Igor Buy 4',
    listed: 'heading Group | heading Persona | group Experience | group Process',
  },
  {
    name: 'groups and merged stages, in German',
    as: 'csv',
    text: `,,Vor dem Kauf,,Kauf
,,Suche,Vergleich,Zahlung
Kunde,Handlungen,Googelt,Liest Tests,Bezahlt
,Gedanken,Was gibt es?,Welches?,Endlich
,Gefühle,neugierig,verwirrt,erleichtert
Firma,Verantwortlich,Marketing,Vertrieb,Kasse`,
    stages: 'Vor dem Kauf (Suche; Vergleich) | Kauf (Zahlung)',
    lanes: 'actions thoughts emotions owners',
    notes:
      'Handlungen/Vor dem Kauf/Suche: Googelt | Handlungen/Vor dem Kauf/Vergleich: Liest Tests | Handlungen/Kauf/Zahlung: Bezahlt | Gedanken/Vor dem Kauf/Suche: Was gibt es? | Gedanken/Vor dem Kauf/Vergleich: Welches? | Gedanken/Kauf/Zahlung: Endlich | Verantwortlich/Vor dem Kauf/Suche: Marketing | Verantwortlich/Vor dem Kauf/Vergleich: Vertrieb | Verantwortlich/Kauf/Zahlung: Kasse',
    points: 'Vor dem Kauf/Suche 2? neugierig | Vor dem Kauf/Vergleich -2? verwirrt | Kauf/Zahlung 3? erleichtert',
    listed: 'group Kunde | group Firma',
  },
  {
    name: 'groups in rows of their own',
    as: 'csv',
    text: `Layer,Row,Search,Book,Stay
CUSTOMER,,,,
,Actions,Googles,Pays,Sleeps
,Emotion,4,2,5
HOTEL,,,,
,Front stage,Ads,Desk,Staff
,Back stage,SEO,PMS,Cleaning`,
    stages: 'Search | Book | Stay',
    lanes: 'actions emotions frontStage backStage',
    notes:
      'actions/Search: Googles | actions/Book: Pays | actions/Stay: Sleeps | frontStage/Search: Ads | frontStage/Book: Desk | frontStage/Stay: Staff | backStage/Search: SEO | backStage/Book: PMS | backStage/Stay: Cleaning',
    points: 'Search 2.5? | Book -2.5? | Stay 5?',
    listed: 'heading Layer | group CUSTOMER | group HOTEL',
  },
]

describe('names in several columns and rows', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
