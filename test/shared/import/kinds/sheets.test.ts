import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'beginning at B2',
    as: 'csv',
    text: `,Stage,Look,Buy
,Actions,Searches,Pays
,Emotions,curious,anxious`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays',
    points: 'Look 2? curious | Buy -3? anxious',
    listed: '',
  },
  {
    name: 'beginning at B2, with titles and footnotes',
    as: 'csv',
    text: `;;;;;
;Customer journey – coffee shop;;;;
;Version 2, 12 May;;;;
;;;;;
;;Awareness;Order;Pick-up;
;Actions;Sees the sign;Orders;Waits;
;Feelings;curious;happy;bored;
;;;;;
;* Based on 12 interviews, May 2024;;;;
;Source: research team;;;;`,
    title: 'Customer journey – coffee shop',
    stages: 'Awareness | Order | Pick-up',
    lanes: 'actions emotions',
    notes: 'actions/Awareness: Sees the sign | actions/Order: Orders | actions/Pick-up: Waits',
    points: 'Awareness 2? curious | Order 4? happy | Pick-up -1? bored',
    scenario: 'Version 2, 12 May | * Based on 12 interviews, May 2024 | Source: research team',
    listed: '',
  },
  {
    name: 'a title in the column beside the table',
    as: 'tsv',
    text: `Mortgage journey
\t
Persona:\tAnna, 34
\t\tSearch\tApply\tSign
\tGoals\tFind\tGet\tKeys
\tActions\tCompares\tFills\tSigns
\tEmotion\t3\t2\t5`,
    title: 'Mortgage journey',
    stages: 'Search | Apply | Sign',
    lanes: 'goals actions emotions',
    notes:
      'goals/Search: Find | goals/Apply: Get | goals/Sign: Keys | actions/Search: Compares | actions/Apply: Fills | actions/Sign: Signs',
    points: 'Anna, 34 Search 0? | Anna, 34 Apply -2.5? | Anna, 34 Sign 5?',
    scenario: 'Persona: Anna, 34',
    listed: '',
  },
  {
    name: 'a list between blank columns',
    as: 'csv',
    text: `Podróż klienta,,,,
,,,,
,Etap,Działania,Emocje,
,Wybór,Czyta,ciekawa,
,Zakup,Płaci,zadowolona,
,,,,
,Źródło: wywiady,,,`,
    title: 'Podróż klienta',
    stages: 'Wybór | Zakup',
    lanes: 'actions emotions',
    notes: 'actions/Wybór: Czyta | actions/Zakup: Płaci',
    points: 'Wybór 2? ciekawa | Zakup 3? zadowolona',
    scenario: 'Źródło: wywiady',
    listed: '',
  },
  {
    name: 'pairs of name and value above a list',
    as: 'csv',
    text: `Project,Tea shop,,,
Date,2024-05-01,,,
Persona,Igor,,,
,,,,
Stage,Actions,Touchpoints,Emotions,Pains
Look,Searches,Web,4,Slow
Buy,Pays,App,2,`,
    stages: 'Look | Buy',
    lanes: 'actions touchpoints emotions painsAndWins',
    notes: 'actions/Look: Searches | touchpoints/Look: Web | Pains/Look: Slow | actions/Buy: Pays | touchpoints/Buy: App',
    points: 'Igor Look 2.5? | Igor Buy -2.5?',
    scenario: 'Project: Tea shop | Date: 2024-05-01 | Persona: Igor',
    listed: '',
  },
  {
    name: 'beginning at C3, in Russian',
    as: 'csv',
    text: `,,,,
,,,,
,,Этап,Узнавание,Выбор
,,Действия,Видит рекламу,Сравнивает
,,Эмоции,+2,-1
,,,,
Примечание: данные за 2023 год,,,,`,
    stages: 'Узнавание | Выбор',
    lanes: 'actions emotions',
    notes: 'actions/Узнавание: Видит рекламу | actions/Выбор: Сравнивает',
    points: 'Узнавание 2 | Выбор -1',
    scenario: 'Примечание: данные за 2023 год',
    listed: '',
  },
  {
    name: 'blank rows between the lanes',
    as: 'tsv',
    text: `\t\t\t\t
\tЭтап\tОсознание\tВыбор\t
\t\t\t\t
\tЦель клиента\tПонять\tВыбрать\t
\t\t\t\t
\tДействия\tЧитает\tСравнивает\t
\tЭмоция (от 1 до 10)\t7\t3\t
\t\t\t\t
\tБарьеры\tНет времени\t…\t
\t\t\t\t
\tЛегенда: 1 — плохо, 10 — отлично\t\t\t`,
    stages: 'Осознание | Выбор',
    lanes: 'goals actions emotions barriers',
    notes:
      'Цель клиента/Осознание: Понять | Цель клиента/Выбор: Выбрать | actions/Осознание: Читает | actions/Выбор: Сравнивает | barriers/Осознание: Нет времени',
    points: 'Осознание 1.5? | Выбор -3?',
    scenario: 'Легенда: 1 — плохо, 10 — отлично',
    listed: '',
  },
  {
    name: 'a version above and a remark below',
    as: 'csv',
    text: `Mapa podróży klienta – siłownia;;;;
Wersja: 2;;;;
;;;;
Etap;Odkrycie;Zapis;Trening;
Czynności;Szuka w Google;Wypełnia formularz;Ćwiczy;
Emocje;🙂;😠;😀;
Bolączki;brak;Długi formularz;Tłok;
;;;;
Uwaga: dane z wywiadów;;;;`,
    title: 'Mapa podróży klienta – siłownia',
    stages: 'Odkrycie | Zapis | Trening',
    lanes: 'actions emotions painsAndWins',
    notes:
      'Czynności/Odkrycie: Szuka w Google | Czynności/Zapis: Wypełnia formularz | Czynności/Trening: Ćwiczy | Bolączki/Zapis: Długi formularz | Bolączki/Trening: Tłok',
    points: 'Odkrycie 3? | Zapis -4? | Trening 4?',
    scenario: 'Wersja: 2 | Uwaga: dane z wywiadów',
    listed: '',
  },
  {
    name: 'beginning at B2, in Portuguese',
    as: 'csv',
    text: `;Jornada do cliente;;
;;Descoberta;Compra
;Ações;Pesquisa;Paga
;Emoções;😀;😟
;Dores;Nenhuma;Frete caro
;Oportunidades;;Frete grátis`,
    title: 'Jornada do cliente',
    stages: 'Descoberta | Compra',
    lanes: 'actions emotions painsAndWins opportunities',
    notes: 'Ações/Descoberta: Pesquisa | Ações/Compra: Paga | Dores/Compra: Frete caro | Oportunidades/Compra: Frete grátis',
    points: 'Descoberta 4? | Compra -2?',
    listed: '',
  },
  {
    name: 'stages merged over steps, as made with UXPressia',
    as: 'csv',
    text: `Persona: Emma,,,,,
Process,,,,,
Stages,Aware,,Join,Use,
Steps,Ad,Search,Sign up,First use,Daily use
Storyboard,,,,,
User goals,Learn,Compare,Start,Understand,Save time
Process,Sees,Googles,Registers,Explores,Works
Experience,3,2,-2,-4,4
Problems,,Too many,Long form,No tour,
Ideas,,Landing page,SSO,Tour,`,
    title: 'Process',
    stages: 'Aware (Ad; Search) | Join (Sign up) | Use (First use; Daily use)',
    lanes: 'image goals text emotions painsAndWins opportunities',
    notes:
      'User goals/Aware/Ad: Learn | User goals/Aware/Search: Compare | User goals/Join/Sign up: Start | User goals/Use/First use: Understand | User goals/Use/Daily use: Save time | Process/Aware/Ad: Sees | Process/Aware/Search: Googles | Process/Join/Sign up: Registers | Process/Use/First use: Explores | Process/Use/Daily use: Works | Problems/Aware/Search: Too many | Problems/Join/Sign up: Long form | Problems/Use/First use: No tour | Ideas/Aware/Search: Landing page | Ideas/Join/Sign up: SSO | Ideas/Use/First use: Tour',
    points: 'Emma Aware/Ad 3 | Emma Aware/Search 2 | Emma Join/Sign up -2 | Emma Use/First use -4 | Emma Use/Daily use 4',
    scenario: 'Persona: Emma',
    listed: '',
  },
  {
    name: 'a matrix as made with Miro',
    as: 'csv',
    text: `Customer Journey Map,,,,
,Awareness,Consideration,Purchase,Retention
Customer actions,Sees ad,Compares,Buys,Returns
Touchpoints,Instagram,Website,Shop,Email
Customer experience,😀,😐,😡,😊
Pain points,-,Too many options,Long queue,–
Solutions,,Filter,More staff,`,
    title: 'Customer Journey Map',
    stages: 'Awareness | Consideration | Purchase | Retention',
    lanes: 'actions touchpoints emotions painsAndWins opportunities',
    notes:
      'Customer actions/Awareness: Sees ad | Customer actions/Consideration: Compares | Customer actions/Purchase: Buys | Customer actions/Retention: Returns | touchpoints/Awareness: Instagram | touchpoints/Consideration: Website | touchpoints/Purchase: Shop | touchpoints/Retention: Email | Pain points/Consideration: Too many options | Pain points/Purchase: Long queue | Solutions/Consideration: Filter | Solutions/Purchase: More staff',
    points: 'Awareness 4? | Consideration 0? | Purchase -5? | Retention 4?',
    listed: '',
  },
  {
    name: 'a footnote below a list',
    as: 'csv',
    text: `Stage,Action,Emotion
Look,Searches,curious
Buy,Pays,angry

* emotions from 12 interviews,,`,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'Action/Look: Searches | Action/Buy: Pays',
    points: 'Look 2? curious | Buy -4? angry',
    scenario: '* emotions from 12 interviews',
    listed: '',
  },
  {
    name: 'headings of groups above a list',
    as: 'csv',
    text: `,,Customer,,Company,
Stage,Step,Actions,Emotions,Owner,KPI
Look,Ad,Sees,curious,Marketing,CTR
,Site,Opens,bored,Marketing,Bounce
Buy,Pay,Pays,angry,Sales,Conversion`,
    stages: 'Look (Ad; Site) | Buy (Pay)',
    lanes: 'actions emotions owners kpi',
    notes:
      'actions/Look/Ad: Sees | Owner/Look/Ad: Marketing | kpi/Look/Ad: CTR | actions/Look/Site: Opens | Owner/Look/Site: Marketing | kpi/Look/Site: Bounce | actions/Buy/Pay: Pays | Owner/Buy/Pay: Sales | kpi/Buy/Pay: Conversion',
    points: 'Look/Ad 2? curious | Look/Site -1? bored | Buy/Pay -4? angry',
    listed: 'heading Customer · Company',
  },
  {
    name: 'a persona and a scenario in one row above',
    as: 'tsv',
    text: `Customer Journey Map – Online bank\t\t\t\t
Persona: Ivan\tScenario: opens an account\t\t\t
\t\t\t\t
Stage\tAwareness\tConsideration\tOpening\t
Steps\tSees ad\tReads reviews\tFills form\tGets card
User actions\tclicks\treads\ttypes\twaits
Emotions\t3\t4\t2\t5
\tinterested\thopeful\ttoo long\tfinally
Notes\t\t\t\t
Source: 8 interviews\t\t\t\t`,
    title: 'Customer Journey Map – Online bank',
    stages: 'Awareness (Sees ad) | Consideration (Reads reviews) | Opening (Fills form; Gets card)',
    lanes: 'actions emotions text',
    notes:
      'User actions/Awareness/Sees ad: clicks | User actions/Consideration/Reads reviews: reads | User actions/Opening/Fills form: types | User actions/Opening/Gets card: waits',
    points:
      'Ivan Awareness/Sees ad 0? interested | Ivan Consideration/Reads reviews 2.5? hopeful | Ivan Opening/Fills form -2.5? too long | Ivan Opening/Gets card 5? finally',
    scenario: 'Persona: Ivan | Scenario: opens an account | Source: 8 interviews',
    listed: '',
  },
  {
    name: 'an author, a date and a copyright around it',
    as: 'csv',
    text: `,,,,
,Journey: pets,,,
,Author: Olga,Date: 1 May,,
,,,,
,Phase,Find,Adopt,
,Needs,Trust,Speed,
,Feelings,★★★★★,★☆☆☆☆,
,,,,
,© 2024 Pets Ltd,,,`,
    title: 'Journey: pets',
    stages: 'Find | Adopt',
    lanes: 'goals emotions',
    notes: 'Needs/Find: Trust | Needs/Adopt: Speed',
    points: 'Find 5? | Adopt -5?',
    scenario: 'Author: Olga | Date: 1 May | © 2024 Pets Ltd',
    listed: '',
  },
]

describe('a sheet with more than its table', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
