import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'a Russian bank: B2, merged phases, KPI rows, scores out of ten, a footnote',
    as: 'csv',
    text: `;;;;;
;CJM «Ипотека» (версия 3);;;;
;;;;;
;Этап;Выбор;;Подача заявки;Сделка
;Шаги;Ищет банк;Считает платёж;Заполняет анкету;Подписывает
;Действия клиента;Гуглит;Открывает калькулятор;Загружает документы;Едет в офис
;Точки контакта;Поиск;Сайт;Приложение;Отделение
;Эмоции (1–10);7;5;2;9
;Боли;;Непонятные ставки;Много справок;
;NPS;;;-12;40
;Ответственный;Маркетинг;Продукт;Риски;Офис
;;;;;
;* по данным 24 интервью;;;;`,
    title: 'CJM «Ипотека» (версия 3)',
    stages: 'Выбор (Ищет банк; Считает платёж) | Подача заявки (Заполняет анкету) | Сделка (Подписывает)',
    lanes: 'actions touchpoints emotions painsAndWins kpi owners',
    notes:
      'Действия клиента/Выбор/Ищет банк: Гуглит | Действия клиента/Выбор/Считает платёж: Открывает калькулятор | Действия клиента/Подача заявки/Заполняет анкету: Загружает документы | Действия клиента/Сделка/Подписывает: Едет в офис | touchpoints/Выбор/Ищет банк: Поиск | touchpoints/Выбор/Считает платёж: Сайт | touchpoints/Подача заявки/Заполняет анкету: Приложение | touchpoints/Сделка/Подписывает: Отделение | Боли/Выбор/Считает платёж: Непонятные ставки | Боли/Подача заявки/Заполняет анкету: Много справок | NPS/Подача заявки/Заполняет анкету: -12 | NPS/Сделка/Подписывает: 40 | Ответственный/Выбор/Ищет банк: Маркетинг | Ответственный/Выбор/Считает платёж: Продукт | Ответственный/Подача заявки/Заполняет анкету: Риски | Ответственный/Сделка/Подписывает: Офис',
    points: 'Выбор/Ищет банк 1.5? | Выбор/Считает платёж -0.5? | Подача заявки/Заполняет анкету -4? | Сделка/Подписывает 4?',
    scenario: '* по данным 24 интервью',
    listed: '',
  },
  {
    name: 'a Polish clinic: a list with merged stages, several notes a cell, emoji',
    as: 'csv',
    text: `Etap;Krok;Działania pacjenta;Punkt styku;Emocje;Bolączki;Szanse
Rejestracja;Telefon;"• dzwoni
• czeka";infolinia;😠;"kolejka 20 min";"rejestracja online"
;Formularz;wypełnia;strona www;😐;brak;-
Wizyta;Poczekalnia;siada;recepcja;🙂;;"ekran z numerkami"
;Gabinet;opowiada;lekarz;😊;;`,
    stages: 'Rejestracja (Telefon; Formularz) | Wizyta (Poczekalnia; Gabinet)',
    lanes: 'actions touchpoints emotions painsAndWins opportunities',
    notes:
      'Działania pacjenta/Rejestracja/Telefon: dzwoni | Działania pacjenta/Rejestracja/Telefon: czeka | Punkt styku/Rejestracja/Telefon: infolinia | Bolączki/Rejestracja/Telefon: kolejka 20 min | opportunities/Rejestracja/Telefon: rejestracja online | Działania pacjenta/Rejestracja/Formularz: wypełnia | Punkt styku/Rejestracja/Formularz: strona www | Działania pacjenta/Wizyta/Poczekalnia: siada | Punkt styku/Wizyta/Poczekalnia: recepcja | opportunities/Wizyta/Poczekalnia: ekran z numerkami | Działania pacjenta/Wizyta/Gabinet: opowiada | Punkt styku/Wizyta/Gabinet: lekarz',
    points: 'Rejestracja/Telefon -4? | Rejestracja/Formularz 0? | Wizyta/Poczekalnia 3? | Wizyta/Gabinet 4?',
    listed: '',
  },
  {
    name: 'a German insurer: two personas, per cent, remarks below',
    as: 'csv',
    text: `Kundenreise Schadenmeldung;;;
Persona:;Frau Weber;;
;;;
Phase;Schaden;Meldung;Auszahlung
Handlungen;Fotografiert;Ruft an;Wartet
Kontaktpunkte;Handy;Hotline;Brief
Stimmung Weber;30 %;20 %;80 %
Stimmung Kurt;50 %;50 %;70 %
Schmerzpunkte;k. A.;Warteschleife;Dauert
Chancen;;Rückruf;
;;;
Quelle: 9 Interviews;;;`,
    title: 'Kundenreise Schadenmeldung',
    stages: 'Schaden | Meldung | Auszahlung',
    lanes: 'actions touchpoints emotions painsAndWins opportunities',
    notes:
      'Handlungen/Schaden: Fotografiert | Handlungen/Meldung: Ruft an | Handlungen/Auszahlung: Wartet | Kontaktpunkte/Schaden: Handy | Kontaktpunkte/Meldung: Hotline | Kontaktpunkte/Auszahlung: Brief | Schmerzpunkte/Meldung: Warteschleife | Schmerzpunkte/Auszahlung: Dauert | Chancen/Meldung: Rückruf',
    points: 'Weber Schaden -2? | Weber Meldung -3? | Weber Auszahlung 3? | Kurt Schaden 0? | Kurt Meldung 0? | Kurt Auszahlung 2?',
    scenario: 'Persona: Frau Weber | Quelle: 9 Interviews',
    listed: '',
  },
  {
    name: 'a Spanish shop: words with scores, N/A, links',
    as: 'md',
    text: `# Mapa de experiencia: zapatería

| | Descubrimiento | Compra | Posventa |
|---|---|---|---|
| **Acciones** | Ve un [anuncio](https://ads.example/1) | Paga | Devuelve |
| **Puntos de contacto** | Instagram | Web | Tienda |
| **Emociones** | curiosa (4/5) | frustrada – 1/5 | aliviada |
| **Puntos de dolor** | N/A | Gastos de envío | – |
| **Oportunidades** | ninguna | Envío gratis | |`,
    title: 'Mapa de experiencia: zapatería',
    stages: 'Descubrimiento | Compra | Posventa',
    lanes: 'actions touchpoints emotions painsAndWins opportunities',
    notes:
      'Acciones/Descubrimiento: Ve un anuncio (https://ads.example/1) | Acciones/Compra: Paga | Acciones/Posventa: Devuelve | Puntos de contacto/Descubrimiento: Instagram | Puntos de contacto/Compra: Web | Puntos de contacto/Posventa: Tienda | Puntos de dolor/Compra: Gastos de envío | Oportunidades/Compra: Envío gratis',
    points: 'Descubrimiento 2.5? curiosa (4/5) | Compra -5? frustrada – 1/5 | Posventa 3? aliviada',
    listed: '',
  },
  {
    name: 'a French hotel: hearts and stars, groups of lanes',
    as: 'csv',
    text: `,,Réservation,Séjour,Départ
Client,Actions,Réserve en ligne,Dort,Paie
,Pensées,Est-ce calme ?,Enfin !,C'est cher
,Émotions,★★★★,★★★★★,★★
Hôtel,Points de contact,Site,Chambre,Réception
,Responsable,Marketing,Étages,Caisse`,
    stages: 'Réservation | Séjour | Départ',
    lanes: 'actions thoughts emotions touchpoints owners',
    notes:
      "actions/Réservation: Réserve en ligne | actions/Séjour: Dort | actions/Départ: Paie | Pensées/Réservation: Est-ce calme ? | Pensées/Séjour: Enfin ! | Pensées/Départ: C'est cher | Points de contact/Réservation: Site | Points de contact/Séjour: Chambre | Points de contact/Départ: Réception | Responsable/Réservation: Marketing | Responsable/Séjour: Étages | Responsable/Départ: Caisse",
    points: 'Réservation 2.5? | Séjour 5? | Départ -2.5?',
    listed: 'group Client | group Hôtel',
  },
  {
    name: 'an English charity: a table of steps with durations, owners, a running number and totals',
    as: 'csv',
    text: `No.,Phase,Step,What the donor does,Duration,Feeling,Owner
1,Hear,Radio,Listens to the show,5 min,neutral,PR
2,Hear,Leaflet,Reads it,2 min,curious,PR
3,Give,Website,Fills in the form,10 min,annoyed,IT
4,Give,Receipt,Gets an e-mail,1 day,glad,Finance`,
    stages: 'Hear (Radio; Leaflet) | Give (Website; Receipt)',
    lanes: 'actions emotions owners',
    notes:
      'What the donor does/Hear/Radio: Listens to the show | Owner/Hear/Radio: PR | What the donor does/Hear/Leaflet: Reads it | Owner/Hear/Leaflet: PR | inbox: 2 min | What the donor does/Give/Website: Fills in the form | Owner/Give/Website: IT | What the donor does/Give/Receipt: Gets an e-mail | Owner/Give/Receipt: Finance | inbox: 1 day',
    points: 'Hear/Radio 0? neutral | Hear/Leaflet 2? curious | Give/Website -3? annoyed | Give/Receipt 3? glad',
    listed: 'id-column No.: 1, 2, 3, 4 | not-understood 2 min | not-understood 1 day',
  },
  {
    name: 'a Miro table: a corner that says both, sentences, quotations',
    as: 'csv',
    text: `"Lane / Phase","Before","During","After"
"What they do","Looks for a gym","Trains","Cancels"
"What they think","""Is it near?""","""Crowded again""","""Finally"""
"What they feel",":)",":(",":|"
"Pain points","","Crowded after 6 pm; no lockers",""
"Ideas","Trial week","",""`,
    stages: 'Before | During | After',
    lanes: 'actions thoughts emotions painsAndWins opportunities',
    notes:
      'What they do/Before: Looks for a gym | What they do/During: Trains | What they do/After: Cancels | What they think/Before: "Is it near?" | What they think/During: "Crowded again" | What they think/After: "Finally" | Pain points/During: Crowded after 6 pm; no lockers | Ideas/Before: Trial week',
    points: 'Before 3? | During -3? | After 0?',
    listed: '',
  },
  {
    name: 'a Smaply export: lane types beside the lanes',
    as: 'csv',
    text: `Map title,Moving house,,,
Persona,Lena,,,
,,,,
Lane type,Lane,Plan,Move,Settle
Text lane,Actions,Calls three movers,Packs,Unpacks
Text lane,Needs,A fair price,Help,Rest
Emotional journey,Emotion,1,-3,4
Channel lane,Channels,Phone,Van,
Backstage lane,Back stage,Plans the route,Loads,`,
    title: 'Moving house',
    stages: 'Plan | Move | Settle',
    lanes: 'actions goals emotions touchpoints backStage',
    notes:
      'actions/Plan: Calls three movers | actions/Move: Packs | actions/Settle: Unpacks | Needs/Plan: A fair price | Needs/Move: Help | Needs/Settle: Rest | Channels/Plan: Phone | Channels/Move: Van | backStage/Plan: Plans the route | backStage/Move: Loads',
    points: 'Lena Plan 1 | Lena Move -3 | Lena Settle 4',
    scenario: 'Persona: Lena',
    listed: 'heading Lane type | group Text lane | group Emotional journey | group Channel lane | group Backstage lane',
  },
  {
    name: 'a Confluence page: macros of status, line breaks, numbered stages',
    as: 'md',
    text: `h2. Customer journey

|| Phase || 1. Discover || 2. Try ||
| Doing | Reads blog | Signs up |

Last edited by Eva

| **Phase** | **1. Discover** | **2. Try** |
| --- | --- | --- |
| **Doing** | Reads blog<br/>Asks peers | Signs up |
| **Feeling** | (/) good | (x) confused |
| **Barriers** | | *No* card &amp; no trial |`,
    stages: '1. Discover | 2. Try',
    lanes: 'actions emotions barriers',
    notes: 'Doing/1. Discover: Reads blog | Doing/1. Discover: Asks peers | Doing/2. Try: Signs up | barriers/2. Try: No card & no trial',
    points: '1. Discover 2? (/) good | 2. Try -2? (x) confused',
  },
  {
    name: 'a Notion export: properties of a list of notes',
    as: 'csv',
    text: `Name,Stage,Lane,Type,Persona
Compares prices,Choose,Actions,,Anna
Too many tariffs,Choose,Pain points,Pain,Anna
What does it cost?,Choose,Thoughts,Question,
Signs online,Sign,Actions,,Igor
Call back,Sign,Opportunities,Idea,`,
    stages: 'Choose | Sign',
    lanes: 'actions painsAndWins thoughts opportunities',
    notes:
      'actions/Choose: Compares prices | Pain points/Choose: Too many tariffs | thoughts/Choose: What does it cost? | actions/Sign: Signs online | opportunities/Sign: Call back',
    listed: '',
  },
  {
    name: 'a Notion page: toggles, a callout, a table without outer bars',
    as: 'md',
    text: `# ✈️ Trip journey

> 💡 Draft, ask Olga

Stage | Task | Emotion
--- | --- | ---
Plan | [x] Book flights<br>[ ] Pack | 😀
Fly | Sit | 😴 tired`,
    title: '✈️ Trip journey',
    stages: 'Plan | Fly',
    lanes: 'actions emotions',
    notes: 'Task/Plan: Book flights | Task/Plan: Pack | Task/Fly: Sit',
    points: 'Plan 4? | Fly -2? 😴 tired',
    listed: 'outside 💡 Draft, ask Olga | ticked Book flights',
  },
  {
    name: 'a sheet in Ukrainian with CRLF, a mark of bytes and a totals row',
    as: 'csv',
    text: '\uFEFFЕтап;Вибір;Оплата;Доставка\r\nДії;Шукає;Платить;Чекає\r\nЕмоції;цікаво;😟;😀\r\nБар’єри;;Комісія;\r\n',
    stages: 'Вибір | Оплата | Доставка',
    lanes: 'actions emotions barriers',
    notes: 'Дії/Вибір: Шукає | Дії/Оплата: Платить | Дії/Доставка: Чекає | Бар’єри/Оплата: Комісія',
    points: 'Вибір 2? цікаво | Оплата -2? | Доставка 4?',
    listed: '',
  },
  {
    name: 'a range of Google Sheets with a checkbox column and TRUE and FALSE',
    as: 'tsv',
    text: `Stage\tAction\tDone\tMood
Search\tLooks at maps\tTRUE\t4
Book\tPays\tFALSE\t2
Stay\tSleeps\tTRUE\t5`,
    stages: 'Search | Book | Stay',
    lanes: 'actions text emotions',
    notes:
      'Action/Search: Looks at maps | Done/Search: TRUE | Action/Book: Pays | Done/Book: FALSE | Action/Stay: Sleeps | Done/Stay: TRUE',
    points: 'Search 2.5? | Book -2.5? | Stay 5?',
    listed: '',
  },
  {
    name: 'a service blueprint with the lines between its lanes',
    as: 'csv',
    text: `Stage,Order,Wait,Eat
Customer actions,Orders,Waits,Eats
Line of interaction,,,
Front stage,Takes order,,Serves
Line of visibility,,,
Back stage,,Cooks,
Line of internal interaction,,,
Support processes,POS,Oven,Dishwasher`,
    stages: 'Order | Wait | Eat',
    lanes: 'actions lineOfInteraction frontStage lineOfVisibility backStage lineOfInternalInteraction support',
    notes:
      'Customer actions/Order: Orders | Customer actions/Wait: Waits | Customer actions/Eat: Eats | frontStage/Order: Takes order | frontStage/Eat: Serves | backStage/Wait: Cooks | Support processes/Order: POS | Support processes/Wait: Oven | Support processes/Eat: Dishwasher',
    listed: '',
  },
  {
    name: 'an ampersand, a less than, a path and a star, none of them markup',
    as: 'csv',
    text: `Stage,Actions,Pains
Install,Runs C:\\_setup\\*.exe,"<none of the drivers fits>"
Use,"x < 5 && y > 3",Loses <unsaved> work*
Leave,"2 * 3 * 4",AT&T calls`,
    stages: 'Install | Use | Leave',
    lanes: 'actions painsAndWins',
    notes:
      'actions/Install: Runs C:\\_setup\\*.exe | Pains/Install: <none of the drivers fits> | actions/Use: x < 5 && y > 3 | Pains/Use: Loses <unsaved> work* | actions/Leave: 2 * 3 * 4 | Pains/Leave: AT&T calls',
    listed: '',
  },
  {
    name: 'feelings in words and numbers of two scales in one row',
    as: 'csv',
    text: `Stage,Look,Buy,Use,Leave
Actions,a,b,c,d
Emotions,4 happy,1/5 angry,60 %,"-2, a bit sad"`,
    stages: 'Look | Buy | Use | Leave',
    lanes: 'actions emotions',
    notes: 'actions/Look: a | actions/Buy: b | actions/Use: c | actions/Leave: d',
    points: 'Look 4? 4 happy | Buy -5? 1/5 angry | Use 1? | Leave -2 -2, a bit sad',
    listed: '',
  },
  {
    name: 'a persona in the title and a scenario beside it',
    as: 'md',
    text: `# Journey map

**Persona:** Maria, 34
**Scenario:** Maria books a flat

| Phases | Search | Book |
| :-- | :-- | :-- |
| Actions | Filters | Pays |
| Mood | 🙂 | 😟 |`,
    title: 'Journey map',
    stages: 'Search | Book',
    lanes: 'actions emotions',
    notes: 'actions/Search: Filters | actions/Book: Pays',
    points: 'Maria, 34 Search 3? | Maria, 34 Book -2?',
    scenario: 'Persona: Maria, 34 | Scenario: Maria books a flat',
    listed: '',
  },
  {
    name: 'stages in the first column, lanes in Polish, a summary row',
    as: 'csv',
    text: `Faza,Cel klienta,Czynności,Kanały,Emocje (od -5 do 5),Pomysły
1. Potrzeba,Wiedzieć,Czyta,Blog,2,FAQ
2. Zakup,Kupić,Płaci,Sklep,-4,"BLIK; Apple Pay"
3. Użycie,Korzystać,Instaluje,Aplikacja,3,`,
    stages: '1. Potrzeba | 2. Zakup | 3. Użycie',
    lanes: 'goals actions touchpoints emotions opportunities',
    notes:
      'Cel klienta/1. Potrzeba: Wiedzieć | Czynności/1. Potrzeba: Czyta | Kanały/1. Potrzeba: Blog | Pomysły/1. Potrzeba: FAQ | Cel klienta/2. Zakup: Kupić | Czynności/2. Zakup: Płaci | Kanały/2. Zakup: Sklep | Pomysły/2. Zakup: BLIK; Apple Pay | Cel klienta/3. Użycie: Korzystać | Czynności/3. Użycie: Instaluje | Kanały/3. Użycie: Aplikacja',
    points: '1. Potrzeba 2 | 2. Zakup -4 | 3. Użycie 3',
    listed: '',
  },
]

describe('tables as companies have them', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
