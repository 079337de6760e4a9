import { describe, expect, it } from 'vitest'
import { expectedOf, isReadAlike, readCase, type TableCase } from '../../../support/importKinds'

const CASES: readonly TableCase[] = [
  {
    name: 'Markdown in every cell',
    as: 'md',
    text: `### Путь клиента: запись
| Stage | **Find** | *Book* | Visit |
|:--|:-:|--:|---|
| Actions | **Searches** the [site](https://clinic.example/a_b)<br>Calls | <ul><li>Picks a _slot_</li><li>Confirms ~~by fax~~</li></ul> | - [x] Comes<br>- [ ] Pays |
| Pains | None | – | N/A |
| Thoughts | \`why\`? | … | “Ok &amp; good” |
| Emotions | ***curious*** | ~~happy~~ | **2/5** |`,
    title: 'Путь клиента: запись',
    stages: 'Find | Book | Visit',
    lanes: 'actions painsAndWins thoughts emotions',
    notes:
      'actions/Find: Searches the site (https://clinic.example/a_b) | actions/Find: Calls | actions/Book: Picks a slot | actions/Book: Confirms by fax | actions/Visit: Comes | actions/Visit: Pays | thoughts/Find: why? | thoughts/Visit: “Ok & good”',
    points: 'Find 2? curious | Book 4? happy | Visit -2.5?',
    listed: 'ticked Comes',
  },
  {
    name: 'lists and links in CSV',
    as: 'csv',
    text: `Stage,Actions,Link,Pains
Look,"- Searches
- Asks",[Docs](https://x.example),None
Buy,"1. Adds
2. Pays",https://y.example,N/A`,
    stages: 'Look | Buy',
    lanes: 'actions text painsAndWins',
    notes:
      'actions/Look: Searches | actions/Look: Asks | Link/Look: Docs (https://x.example) | actions/Buy: Adds | actions/Buy: Pays | Link/Buy: https://y.example',
    listed: '',
  },
  {
    name: 'bullets, quotations and boxes',
    as: 'md',
    text: `# Onboarding

*Last updated: 2024*

|  | **Sign up** | **Explore** |
| --- | --- | --- |
| **Doing** | * Opens link<br>* Fills form | * Reads docs |
| **Thinking** | > Is it free? | > Where is help? |
| **Feeling** | 😊😊 | 😕/😡 |
| **Opportunities** | ☐ Shorter form<br>☑ SSO | ==Docs== |`,
    title: 'Onboarding',
    stages: 'Sign up | Explore',
    lanes: 'actions thoughts emotions opportunities',
    notes:
      'Doing/Sign up: Opens link | Doing/Sign up: Fills form | Doing/Explore: Reads docs | Thinking/Sign up: Is it free? | Thinking/Explore: Where is help? | opportunities/Sign up: Shorter form | opportunities/Sign up: SSO | opportunities/Explore: Docs',
    points: 'Sign up 4? | Explore -3.5?',
    listed: 'outside *Last updated: 2024* | ticked SSO',
  },
  {
    name: 'HTML in Markdown',
    as: 'md',
    text: `| Phase | Doing | Feeling |
|---|---|---|
| Find | <ul><li>Search <a href="https://a.example">site</a></li><li>Ask</li></ul> | <b>good</b> |
| Book | <p>Call</p><p>Wait</p> | <s>bad</s><br/>angry |`,
    stages: 'Find | Book',
    lanes: 'actions emotions',
    notes: 'Doing/Find: Search site (https://a.example) | Doing/Find: Ask | Doing/Book: Call | Doing/Book: Wait',
    points: 'Find 2? good | Book -3.5? bad angry',
    listed: '',
  },
  {
    name: 'bullets that lost their line breaks',
    as: 'csv',
    text: `Stage,Look,Buy
Actions,• Searches • Asks,• Pays
Pains,- Slow,- Fees`,
    stages: 'Look | Buy',
    lanes: 'actions painsAndWins',
    notes: 'actions/Look: Searches | actions/Look: Asks | actions/Buy: Pays | Pains/Look: Slow | Pains/Buy: Fees',
    listed: '',
  },
  {
    name: 'a title on the third level',
    as: 'md',
    text: `### Journey: Anna

| Phase | Aktion | Gefühl |
|---|---|---|
| Suche | googelt | 3/5 |
| Kauf | zahlt | – |`,
    title: 'Journey: Anna',
    stages: 'Suche | Kauf',
    lanes: 'actions emotions',
    notes: 'Aktion/Suche: googelt | Aktion/Kauf: zahlt',
    points: 'Suche 0?',
    listed: '',
  },
  {
    name: 'a table in a callout',
    as: 'md',
    text: `> [!note] Map
> | Stage | Action |
> |---|---|
> | Look | Searches |
> | Buy | Pays |`,
    stages: 'Look | Buy',
    lanes: 'actions',
    notes: 'Action/Look: Searches | Action/Buy: Pays',
    listed: 'outside [!note] Map',
  },
  {
    name: 'a table in a fence',
    as: 'md',
    text: `Here is the map:
\`\`\`markdown
| Stage | Action | Emotion |
|---|---|---|
| Look | Searches | Happy |
| Buy | Pays | N/A |
\`\`\``,
    stages: 'Look | Buy',
    lanes: 'actions emotions',
    notes: 'Action/Look: Searches | Action/Buy: Pays',
    points: 'Look 4? Happy',
    listed: 'outside Here is the map: | outside ```markdown | outside ```',
  },
  {
    name: 'boxes, stars and links as made with Notion',
    as: 'md',
    text: `---
title: Journey of Eva
tags: cjm
---

| Phase | Tasks | Mood | Links |
| --- | --- | --- | --- |
| Plan | [ ] Search<br>[x] Compare | ⭐⭐⭐⭐ | [Board](https://miro.com/x "Miro") |
| Book | <ul><li>[ ] Pay</li></ul> | ⭐ | <https://a.example> |`,
    title: 'Journey of Eva',
    stages: 'Plan | Book',
    lanes: 'actions emotions text',
    notes:
      'Tasks/Plan: Search | Tasks/Plan: Compare | Links/Plan: Board (https://miro.com/x) | Tasks/Book: Pay | Links/Book: https://a.example',
    points: 'Plan 2.5? | Book -5?',
    listed: 'outside tags: cjm | ticked Compare',
  },
  {
    name: 'bullets on lines of a cell, in Polish',
    as: 'csv',
    text: `;;;;
;"Mapa podróży";;;
;;Odkrycie;Zakup;
;Działania;"- szuka
- pyta";"- płaci";
;Emocje;"😊
ciekawa";"😡
zła, bo drogo";
;Szanse;"Brak";"N/D";`,
    title: 'Mapa podróży',
    stages: 'Odkrycie | Zakup',
    lanes: 'actions emotions opportunities',
    notes: 'actions/Odkrycie: szuka | actions/Odkrycie: pyta | actions/Zakup: płaci',
    points: 'Odkrycie 3? 😊 ciekawa | Zakup -4.5? 😡 zła, bo drogo',
    listed: '',
  },
]

describe('what stands in cells', () => {
  it.each(CASES)('reads $name', (found) => {
    expect(readCase(found)).toEqual(expectedOf(found))
    expect(isReadAlike(found)).toBe(true)
  })
})
