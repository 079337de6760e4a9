import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'steps in rows',
    as: 'md',
    text: `# Coffee journey
## Stage 1: Awareness
| Step | Action | Emotion |
|---|---|---|
| Ad | Sees an ad | curious |
| Site | Opens site | 4/5 |

## Stage 2: Purchase
| Step | Action | Emotion |
|---|---|---|
| Order | Orders | happy |
| Pay | Pays | frustrated |`,
    title: 'Coffee journey',
    stages: 'Awareness (Ad; Site) | Purchase (Order; Pay)',
    lanes: 'actions emotions',
    notes:
      'Action/Awareness/Ad: Sees an ad | Action/Awareness/Site: Opens site | Action/Purchase/Order: Orders | Action/Purchase/Pay: Pays',
    points: 'Awareness/Ad 2? curious | Awareness/Site 2.5? | Purchase/Order 4? happy | Purchase/Pay -4? frustrated',
    listed: '',
  },
  {
    name: 'steps in rows, in Russian',
    as: 'md',
    text: `## Этап 1. Выбор
| Шаг | Действия | Эмоции | Боли |
|---|---|---|---|
| Поиск | Ищет | интерес | нет |
## Этап 2. Покупка
| Шаг | Действия | Эмоции | Боли |
|---|---|---|---|
| Оплата | Платит | тревога | Долго |
| Доставка | Ждёт | скука | Нет статуса |`,
    stages: 'Выбор (Поиск) | Покупка (Оплата; Доставка)',
    lanes: 'actions emotions painsAndWins',
    notes:
      'actions/Выбор/Поиск: Ищет | actions/Покупка/Оплата: Платит | Боли/Покупка/Оплата: Долго | actions/Покупка/Доставка: Ждёт | Боли/Покупка/Доставка: Нет статуса',
    points: 'Выбор/Поиск 2? интерес | Покупка/Оплата -3? тревога | Покупка/Доставка -1? скука',
    listed: '',
  },
  {
    name: 'lanes in rows',
    as: 'md',
    text: `# CJM: Bank
### 1. Awareness
| Aspect | Details |
|---|---|
| Actions | Sees ad<br>Asks friends |
| Emotions | Curious |
| Pain points | None |
### 2. Application
| Aspect | Details |
|---|---|
| Actions | Fills form |
| Emotions | Frustrated – 2/5 |
| Pain points | Long form |`,
    title: 'CJM: Bank',
    stages: 'Awareness | Application',
    lanes: 'actions emotions painsAndWins',
    notes:
      'actions/Awareness: Sees ad | actions/Awareness: Asks friends | actions/Application: Fills form | Pain points/Application: Long form',
    points: 'Awareness 2? Curious | Application -2.5? Frustrated – 2/5',
    listed: 'heading Aspect | heading Details',
  },
  {
    name: 'headings in bold, steps without a name',
    as: 'md',
    text: `**Phase 1: Discover**

| Action | Touchpoint | Emotion |
|---|---|---|
| Googles | Web | 🙂 |
| Asks | Friend | 🙂 |

**Phase 2: Use**

| Action | Touchpoint | Emotion |
|---|---|---|
| Installs | App | 😟 |`,
    stages: 'Discover (Googles; Asks) | Use (Installs)',
    lanes: 'actions touchpoints emotions',
    notes:
      'Action/Discover/Googles: Googles | Touchpoint/Discover/Googles: Web | Action/Discover/Asks: Asks | Touchpoint/Discover/Asks: Friend | Action/Use/Installs: Installs | Touchpoint/Use/Installs: App',
    points: 'Discover/Googles 3? | Discover/Asks 3? | Use/Installs -2?',
    listed: '',
  },
  {
    name: 'plain headings and columns that differ',
    as: 'md',
    text: `# Journey
## Awareness
| Moment | Actions | Thoughts | Emotion |
|---|---|---|---|
| Sees ad | Clicks | Hm | 3/5 |
## Purchase
| Moment | Actions | Emotion | Pain points |
|---|---|---|---|
| Checkout | Pays | 2/5 | Slow |
| Wait | Waits | 1/5 | No status |`,
    title: 'Journey',
    stages: 'Awareness (Sees ad) | Purchase (Checkout; Wait)',
    lanes: 'actions thoughts emotions painsAndWins',
    notes:
      'actions/Awareness/Sees ad: Clicks | thoughts/Awareness/Sees ad: Hm | actions/Purchase/Checkout: Pays | Pain points/Purchase/Checkout: Slow | actions/Purchase/Wait: Waits | Pain points/Purchase/Wait: No status',
    points: 'Awareness/Sees ad 0? | Purchase/Checkout -2.5? | Purchase/Wait -5?',
    listed: 'heading Moment',
  },
  {
    name: 'lanes in rows and steps in columns',
    as: 'md',
    text: `## Etap 1: Wybór
| Aspekt | Szuka | Porównuje |
|---|---|---|
| Działania | Googluje | Czyta opinie |
| Emocje | ciekawa | zmęczona |
## Etap 2: Zakup
| Aspekt | Płaci |
|---|---|
| Działania | BLIK |
| Emocje | 5/5 |`,
    stages: 'Wybór (Szuka; Porównuje) | Zakup (Płaci)',
    lanes: 'actions emotions',
    notes: 'actions/Wybór/Szuka: Googluje | actions/Wybór/Porównuje: Czyta opinie | actions/Zakup/Płaci: BLIK',
    points: 'Wybór/Szuka 2? ciekawa | Wybór/Porównuje -2? zmęczona | Zakup/Płaci 5?',
    listed: 'heading Aspekt',
  },
  {
    name: 'blocks of a sheet, each with its header',
    as: 'csv',
    text: `Onboarding journey,,
,,
Stage 1: Sign up,,
Step,Action,Emotion
Form,Fills in,bored
Mail,Confirms,neutral
,,
Stage 2: First use,,
Step,Action,Emotion
Tour,Skips it,annoyed
Report,Makes one,happy`,
    title: 'Onboarding journey',
    stages: 'Sign up (Form; Mail) | First use (Tour; Report)',
    lanes: 'actions emotions',
    notes:
      'Action/Sign up/Form: Fills in | Action/Sign up/Mail: Confirms | Action/First use/Tour: Skips it | Action/First use/Report: Makes one',
    points: 'Sign up/Form -1? bored | Sign up/Mail 0? neutral | First use/Tour -3? annoyed | First use/Report 4? happy',
    listed: '',
  },
  {
    name: 'sections of a sheet, below one header',
    as: 'csv',
    text: `Step,Action,Channel,Emotion
AWARENESS,,,
Ad,Sees ad,TV,2
Search,Googles,Web,3
PURCHASE,,,
Cart,Adds,Web,4
Pay,Pays,Web,1`,
    stages: 'AWARENESS (Ad; Search) | PURCHASE (Cart; Pay)',
    lanes: 'actions touchpoints emotions',
    notes:
      'Action/AWARENESS/Ad: Sees ad | Channel/AWARENESS/Ad: TV | Action/AWARENESS/Search: Googles | Channel/AWARENESS/Search: Web | Action/PURCHASE/Cart: Adds | Channel/PURCHASE/Cart: Web | Action/PURCHASE/Pay: Pays | Channel/PURCHASE/Pay: Web',
    points: 'AWARENESS/Ad -2.5? | AWARENESS/Search 0? | PURCHASE/Cart 2.5? | PURCHASE/Pay -5?',
    listed: '',
  },
  {
    name: 'lanes in rows, numbered by emoji',
    as: 'md',
    text: `# Customer Journey Map

## 1️⃣ Awareness

| Element | Description |
|---|---|
| **User Actions** | Sees ad |
| **Touchpoints** | Instagram |
| **Emotions** | 😊 Curious |
| **Pain Points** | Unclear |

## 2️⃣ Decision

| Element | Description |
|---|---|
| **User Actions** | Compares |
| **Touchpoints** | Website |
| **Emotions** | 😟 Overwhelmed |
| **Pain Points** | Prices |`,
    title: 'Customer Journey Map',
    stages: 'Awareness | Decision',
    lanes: 'actions touchpoints emotions painsAndWins',
    notes:
      'User Actions/Awareness: Sees ad | touchpoints/Awareness: Instagram | Pain Points/Awareness: Unclear | User Actions/Decision: Compares | touchpoints/Decision: Website | Pain Points/Decision: Prices',
    points: 'Awareness 3? 😊 Curious | Decision -2.5? 😟 Overwhelmed',
    listed: 'heading Element | heading Description',
  },
  {
    name: 'steps in rows, in Spanish',
    as: 'md',
    text: `## Fase 1: Descubrimiento

| Paso | Acciones | Emociones |
|---|---|---|
| Anuncio | Ve anuncio | 😊 |

## Fase 2: Compra

| Paso | Acciones | Emociones |
|---|---|---|
| Carrito | Añade | 😐 |
| Pago | Paga | 😡 |`,
    stages: 'Descubrimiento (Anuncio) | Compra (Carrito; Pago)',
    lanes: 'actions emotions',
    notes: 'Acciones/Descubrimiento/Anuncio: Ve anuncio | Acciones/Compra/Carrito: Añade | Acciones/Compra/Pago: Paga',
    points: 'Descubrimiento/Anuncio 4? | Compra/Carrito 0? | Compra/Pago -5?',
    listed: '',
  },
  {
    name: 'numbered steps that are called by what the customer does',
    as: 'md',
    text: `### Stage 1 – Plan
| # | What the customer does | Channel | Mood |
|---|---|---|---|
| 1 | Searches | Web | 5 |
| 2 | Compares | Web | 4 |
### Stage 2 – Travel
| # | What the customer does | Channel | Mood |
|---|---|---|---|
| 3 | Checks in | Desk | 2 |
| 4 | Flies | Plane | 3 |`,
    stages: 'Plan (Searches; Compares) | Travel (Checks in; Flies)',
    lanes: 'actions touchpoints emotions',
    notes:
      'What the customer does/Plan/Searches: Searches | Channel/Plan/Searches: Web | What the customer does/Plan/Compares: Compares | Channel/Plan/Compares: Web | What the customer does/Travel/Checks in: Checks in | Channel/Travel/Checks in: Desk | What the customer does/Travel/Flies: Flies | Channel/Travel/Flies: Plane',
    points: 'Plan/Searches 5? | Plan/Compares 2.5? | Travel/Checks in -2.5? | Travel/Flies 0?',
    listed: 'id-column #: 1, 2, 3, 4',
  },
  {
    name: 'headings on the third level, steps named by actions',
    as: 'md',
    text: `# Client A
## Journey
### Discovery
| Touchpoint | Action | Feeling |
|---|---|---|
| Ad | Clicks | + |
| Site | Reads | ++ |
### Buying
| Touchpoint | Action | Feeling |
|---|---|---|
| Cart | Adds | - |
| Bank | Pays | -- |`,
    title: 'Client A',
    stages: 'Discovery (Clicks; Reads) | Buying (Adds; Pays)',
    lanes: 'touchpoints actions emotions',
    notes:
      'Touchpoint/Discovery/Clicks: Ad | Action/Discovery/Clicks: Clicks | Touchpoint/Discovery/Reads: Site | Action/Discovery/Reads: Reads | Touchpoint/Buying/Adds: Cart | Action/Buying/Adds: Adds | Touchpoint/Buying/Pays: Bank | Action/Buying/Pays: Pays',
    points: 'Discovery/Clicks 2? | Discovery/Reads 4? | Buying/Adds -2? | Buying/Pays -4?',
    listed: 'outside ## Journey',
  },
]

describe('a table for each stage', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
