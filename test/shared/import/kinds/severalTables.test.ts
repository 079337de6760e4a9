import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'a persona above the journey and ideas below it',
    as: 'md',
    text: `## User Persona
| Attribute | Detail |
|---|---|
| Name | Anna, 34 |
| Goals | Find a flat |
| Pain points | Little time |

## Customer Journey Map
| Stage | Look | Buy |
|---|---|---|
| Actions | Searches | Pays |
| Emotions | curious | anxious |

## Opportunities
| Opportunity | Impact | Effort |
|---|---|---|
| Chat | High | Low |`,
    title: 'Customer Journey Map',
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays | inbox: | Opportunity | Impact | Effort | | inbox: | Chat | High | Low |',
    points: 'Anna, 34 Look 2? curious | Anna, 34 Buy -3? anxious',
    scenario: 'Name: Anna, 34 | Goals: Find a flat | Pain points: Little time',
    listed:
      'outside ## User Persona | other-table Attribute | Detail | outside ## Opportunities | other-table | Opportunity | Impact | Effort | | other-table | Chat | High | Low |',
  },
  {
    name: 'metrics first, in Russian',
    as: 'md',
    text: `# Карта пути: кофейня
| Метрика | Значение |
|---|---|
| NPS | 40 |

| Этап | Действия | Эмоции | Боли |
|---|---|---|---|
| Узнаёт | Видит рекламу | интерес | Мало инфо |
| Покупает | Платит | радость | — |`,
    title: 'Карта пути: кофейня',
    stages: 'Узнаёт | Покупает',
    lanes: 'actions emotions painsAndWins',
    notes: 'actions/Узнаёт: Видит рекламу | Боли/Узнаёт: Мало инфо | actions/Покупает: Платит',
    points: 'Узнаёт 2? интерес | Покупает 4? радость',
    scenario: 'NPS: 40',
    listed: 'other-table Метрика | Значение',
  },
  {
    name: 'two journeys',
    as: 'md',
    text: `### Anna
| Stage | Actions | Emotion |
|---|---|---|
| Look | Searches | 3/5 |
| Buy | Pays | 2/5 |
### Viktor
| Stage | Actions | Emotion |
|---|---|---|
| Look | Asks | 1/5 |`,
    title: 'Anna',
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'actions/Look: Searches | actions/Buy: Pays | inbox: | Stage | Actions | Emotion | | inbox: | Look | Asks | 1/5 |',
    points: 'Look 0? | Buy -2.5?',
    listed: 'outside ### Viktor | other-table | Stage | Actions | Emotion | | other-table | Look | Asks | 1/5 |',
  },
  {
    name: 'a legend first, and the title in bold',
    as: 'md',
    text: `**Customer Journey: Gym**

| Emoji | Meaning |
|---|---|
| 😀 | happy |
| 😡 | angry |

| | Discover | Join | Train |
|---|---|---|---|
| **Actions** | Reads *reviews* | Signs up | Trains |
| **Emotions** | 😀 | 😐 | 😡 |
| **Touchpoints** | [Site](https://gym.example) | Desk | App |`,
    title: 'Customer Journey: Gym',
    stages: 'Discover | Join | Train',
    lanes: 'actions emotions touchpoints',
    notes:
      'actions/Discover: Reads reviews | actions/Join: Signs up | actions/Train: Trains | touchpoints/Discover: Site (https://gym.example) | touchpoints/Join: Desk | touchpoints/Train: App',
    points: 'Discover 4? | Join 0? | Train -5?',
    scenario: '😀: happy | 😡: angry',
    listed: 'other-table Emoji | Meaning',
  },
  {
    name: 'ideas first, in Polish',
    as: 'md',
    text: `# Podróż klienta
| Pomysł | Priorytet | Właściciel |
|---|---|---|
| Czat | wysoki | IT |
| BLIK | średni | IT |

| Etap | Działania | Emocje | Punkty styku |
|---|---|---|---|
| Wybór | Porównuje | ciekawa | Strona |
| Zakup | Płaci | zirytowana | Aplikacja |`,
    title: 'Podróż klienta',
    stages: 'Wybór | Zakup',
    lanes: 'actions emotions touchpoints',
    notes:
      'actions/Wybór: Porównuje | touchpoints/Wybór: Strona | actions/Zakup: Płaci | touchpoints/Zakup: Aplikacja | inbox: | Pomysł | Priorytet | Właściciel | | inbox: | Czat | wysoki | IT | | inbox: | BLIK | średni | IT |',
    points: 'Wybór 2? ciekawa | Zakup -3? zirytowana',
    listed: 'other-table | Pomysł | Priorytet | Właściciel | | other-table | Czat | wysoki | IT | | other-table | BLIK | średni | IT |',
  },
  {
    name: 'an attribute table first, in Spanish',
    as: 'md',
    text: `# Mapa de viaje
| Característica | Detalle |
|---|---|
| Edad | 30 |

| Fase | Acciones | Emociones | Puntos de dolor |
|---|---|---|---|
| Descubre | Busca | curioso | Poca info |
| Compra | Paga | frustrado | Caro |`,
    title: 'Mapa de viaje',
    stages: 'Descubre | Compra',
    lanes: 'actions emotions painsAndWins',
    notes: 'Acciones/Descubre: Busca | Puntos de dolor/Descubre: Poca info | Acciones/Compra: Paga | Puntos de dolor/Compra: Caro',
    points: 'Descubre 2? curioso | Compra -4? frustrado',
    scenario: 'Edad: 30',
    listed: 'other-table Característica | Detalle',
  },
  {
    name: 'a journey in everyday words',
    as: 'md',
    text: `| Attribute | Value |
|---|---|
| Age | 30 |

| | Awareness | Purchase | Loyalty |
|---|---|---|---|
| Customer does | sees ad | pays | returns |
| Customer says | hm | ok | wow |`,
    stages: 'Awareness | Purchase | Loyalty',
    lanes: 'actions thoughts',
    notes:
      'Customer does/Awareness: sees ad | Customer does/Purchase: pays | Customer does/Loyalty: returns | Customer says/Awareness: hm | Customer says/Purchase: ok | Customer says/Loyalty: wow',
    scenario: 'Age: 30',
    listed: 'other-table Attribute | Value',
  },
  {
    name: 'headings with emoji',
    as: 'md',
    text: `# 🗺️ Customer Journey Map: Hotel

### 👤 Persona

| Field | Value |
|---|---|
| **Name** | Maria |
| **Needs** | Quiet |

---

### 🛣️ Journey

| Stage | 🎯 Goals | 🧭 Actions | 💬 Touchpoints | 😊 Emotions | ⚠️ Pain Points | 💡 Opportunities |
|---|---|---|---|---|---|---|
| **1. Awareness** | Find hotel | Searches | Google | 😊 Excited (4/5) | Too many ads | SEO |
| **2. Booking** | Book | Fills form | Website | 😟 Anxious (2/5) | Long form | One-click |
| **3. Stay** | Rest | Checks in | Reception | 😡 Angry (1/5) | Queue | Self check-in |

**Key insights:**
- Queue is worst`,
    title: '🗺️ Customer Journey Map: Hotel',
    stages: '1. Awareness | 2. Booking | 3. Stay',
    lanes: 'goals actions touchpoints emotions painsAndWins opportunities',
    notes:
      'goals/1. Awareness: Find hotel | actions/1. Awareness: Searches | touchpoints/1. Awareness: Google | ⚠️ Pain Points/1. Awareness: Too many ads | opportunities/1. Awareness: SEO | goals/2. Booking: Book | actions/2. Booking: Fills form | touchpoints/2. Booking: Website | ⚠️ Pain Points/2. Booking: Long form | opportunities/2. Booking: One-click | goals/3. Stay: Rest | actions/3. Stay: Checks in | touchpoints/3. Stay: Reception | ⚠️ Pain Points/3. Stay: Queue | opportunities/3. Stay: Self check-in',
    points: 'Maria 1. Awareness 2.5? 😊 Excited (4/5) | Maria 2. Booking -2.5? 😟 Anxious (2/5) | Maria 3. Stay -5? 😡 Angry (1/5)',
    scenario: 'Name: Maria | Needs: Quiet',
    listed:
      'outside ### 👤 Persona | other-table Field | Value | outside ### 🛣️ Journey | outside **Key insights:** | outside - Queue is worst',
  },
  {
    name: 'a persona above and metrics below, in Russian',
    as: 'md',
    text: `## Persona: Olga

| Характеристика | Описание |
|---|---|
| Возраст | 35 |
| Цели | Быстро записаться |
| Боли | Очереди |

## Карта пути

| | Поиск | Запись | Визит |
|---|---|---|---|
| Действия | Гуглит | Звонит | Ждёт |
| Эмоции | 😐 | 😟 2/5 | 😡 |
| Боли | – | Занято | Очередь |
| Возможности | н/д | Онлайн-запись | … |

## Метрики

| Метрика | Цель | Сейчас |
|---|---|---|
| NPS | 50 | 12 |`,
    title: 'Карта пути',
    stages: 'Поиск | Запись | Визит',
    lanes: 'actions emotions painsAndWins opportunities',
    notes:
      'actions/Поиск: Гуглит | actions/Запись: Звонит | actions/Визит: Ждёт | Боли/Запись: Занято | Боли/Визит: Очередь | opportunities/Запись: Онлайн-запись | inbox: | Метрика | Цель | Сейчас | | inbox: | NPS | 50 | 12 |',
    points: 'Olga Поиск 0? | Olga Запись -2.5? | Olga Визит -5?',
    scenario: 'Persona: Olga | Возраст: 35 | Цели: Быстро записаться | Боли: Очереди',
    listed:
      'other-table Характеристика | Описание | outside ## Метрики | other-table | Метрика | Цель | Сейчас | | other-table | NPS | 50 | 12 |',
  },
  {
    name: 'a summary above a table for each stage',
    as: 'md',
    text: `# Journey
| Stage | Emotion | Score |
|---|---|---|
| Awareness | Curious | 3 |
| Decision | Worried | 2 |

## Stage 1: Awareness
| Step | Action | Channel |
|---|---|---|
| Ad | Sees | TV |
| Site | Opens | Web |
## Stage 2: Decision
| Step | Action | Channel |
|---|---|---|
| Compare | Compares | Web |`,
    title: 'Journey',
    stages: 'Awareness (Ad; Site) | Decision (Compare)',
    lanes: 'actions touchpoints',
    notes:
      'Action/Awareness/Ad: Sees | Channel/Awareness/Ad: TV | Action/Awareness/Site: Opens | Channel/Awareness/Site: Web | Action/Decision/Compare: Compares | Channel/Decision/Compare: Web | inbox: | Stage | Emotion | Score | | inbox: | Awareness | Curious | 3 | | inbox: | Decision | Worried | 2 |',
    listed: 'other-table | Stage | Emotion | Score | | other-table | Awareness | Curious | 3 | | other-table | Decision | Worried | 2 |',
  },
]

describe('several tables in one Markdown file', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
