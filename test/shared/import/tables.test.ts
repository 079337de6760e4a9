import { describe, expect, it } from 'vitest'
import { imported, importedFile, notesOf, pointsOf } from '../../support/importing'

describe('importing a matrix', () => {
  it('reads lanes from the rows, stages from the columns and a note from each line of a cell', () => {
    const map = importedFile('matrix.csv')

    expect(map.title).toBe('First home mortgage')
    expect(map.stages.map(({ title }) => title)).toEqual(['Awareness', 'Research', 'Purchase'])
    expect(map.lanes.map(({ kind, title, span }) => [kind, title, span])).toEqual([
      ['goals', undefined, 'stage'],
      ['actions', 'User actions', 'step'],
      ['touchpoints', undefined, 'step'],
      ['emotions', undefined, 'step'],
      ['painsAndWins', undefined, 'step'],
      ['text', 'Weather', 'step'],
    ])
    expect(notesOf(map).slice(3, 8)).toEqual([
      'User actions/Awareness: Asks friends',
      'User actions/Awareness: Tries the calculator',
      'User actions/Research: Compares banks',
      'User actions/Purchase: Signs 64 pages',
      'touchpoints/Awareness: Website',
    ])
    expect(map.report).toMatchObject({ format: 'csv', shape: 'matrix', lines: [] })
  })

  it('tells pains from wins by their signs and leaves formulas as they are', () => {
    const notes = importedFile('matrix.csv').notes.filter(({ place }) => place?.lane === 4)

    expect(notes.map(({ text, mark, color }) => [text, mark, color])).toEqual([
      ['Answer in two minutes', 'success', 'mint'],
      ['Fees come last', 'pain', undefined],
      ['Nine to five only', 'pain', undefined],
      ['=SUM(A1:A3)', undefined, undefined],
    ])
  })

  it('reads a row of emotions for each persona, numbers as they are and words as guesses', () => {
    expect(pointsOf(importedFile('matrix.csv'))).toEqual([
      'Anna Awareness 2? Curious',
      'Anna Research -2',
      'Anna Purchase 4',
      'Viktor Awareness 0',
      'Viktor Research 1',
      'Viktor Purchase -5',
    ])
  })

  it('says what each guess was made of, once', () => {
    expect(importedFile('matrix.csv').report.guesses).toEqual([{ text: 'Curious', value: 2 }])
    const list = imported('Stage,Emotion\nSearch,4\nBuy,2\nUse,4\nLeave,1', 'csv')
    expect(list.report.guesses).toEqual([
      { text: '4', value: 2.5 },
      { text: '2', value: -2.5 },
      { text: '1', value: -5 },
    ])
  })

  it('reads a second header row as steps, under merged stages, and spans lanes accordingly', () => {
    const map = importedFile('matrix-steps.csv')

    expect(map.stages.map(({ title, steps }) => [title, steps.map((step) => step.title)])).toEqual([
      ['Выбор', ['Смотрит обзоры', 'Сравнивает цены']],
      ['Покупка', ['Платит', 'Ждёт курьера']],
    ])
    expect(map.lanes.map(({ kind, span }) => `${kind} ${span}`)).toEqual([
      'goals step',
      'actions step',
      'emotions step',
      'painsAndWins step',
      'lineOfVisibility stage',
      'owners stage',
    ])
    expect(pointsOf(map)).toEqual([
      'Выбор/Смотрит обзоры 2? Интерес',
      'Выбор/Сравнивает цены -3? Раздражение',
      'Покупка/Платит -1.5',
      'Покупка/Ждёт курьера -4? Злость',
    ])
  })

  it('takes a second line of a stage for its duration', () => {
    expect(imported(',"Choose\n1-2 weeks",Buy\nActions,Reads,Pays', 'csv').stages.map(({ title, duration }) => [title, duration])).toEqual([
      ['Choose', '1-2 weeks'],
      ['Buy', ''],
    ])
  })

  it('keeps cells that stand under no stage in the inbox', () => {
    const map = imported('\tChoose\tBuy\nActions\tReads\tPays\tWaits', 'tsv')

    expect(notesOf(map)).toContain('inbox: Waits')
    expect(map.report.lines).toEqual([{ line: 2, text: 'Waits', why: 'no-stage', inbox: true }])
  })
})

describe('importing a list', () => {
  it('reads a row a stage with its columns as lanes', () => {
    const map = importedFile('list-wide.csv')

    expect(map.stages.map(({ title }) => title)).toEqual(['Awareness', 'Research', 'Purchase', 'Support'])
    expect(map.lanes.map(({ kind, title }) => [kind, title])).toEqual([
      ['touchpoints', 'Touchpoint'],
      ['actions', 'User Action'],
      ['thoughts', 'Thought/Quote'],
      ['emotions', undefined],
      ['painsAndWins', 'Pain Point'],
      ['opportunities', 'Opportunity'],
      ['owners', 'Owner'],
      ['kpi', undefined],
    ])
    expect(pointsOf(map)).toEqual(['Awareness 2? Curious', 'Research -2.5? Confused and a bit anxious', 'Purchase 3?', 'Support -4? Angry'])
    expect(map.notes).toHaveLength(28)
    expect(map.notes.filter(({ mark }) => mark === 'pain')).toHaveLength(4)
    expect(map.report.lines).toEqual([])
  })

  it('reads a row a note with lane, type, persona and proof', () => {
    const map = importedFile('list-notes.tsv')

    expect(notesOf(map)).toEqual([
      'actions/Zakup/Koszyk: Dodaje do koszyka\nvotes: 3',
      'painsAndWins/Zakup/Koszyk: Cena rośnie w koszyku',
      'painsAndWins/Zakup/Płatność: BLIK działa od razu',
      'inbox: xyz',
      'Pomysły/Dostawa: Okno dostawy co godzinę\nvotes: 1',
    ])
    expect(map.notes.map(({ mark, proof, personas }) => [mark, proof, personas])).toEqual([
      [undefined, 'validated', [0]],
      ['pain', 'hypothesis', [0]],
      ['success', 'validated', [0, 1]],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ])
    expect(pointsOf(map)).toEqual(['Ewa Dostawa -3? rozczarowana'])
    expect(map.report.lines.map(({ line, why }) => [line, why])).toEqual([
      [1, 'id-column'],
      [6, 'not-understood'],
    ])
  })

  it('makes each row a step when one stage is felt more than once', () => {
    const map = imported('Stage;Action;Mood\nBuy;Pays;good\n;Waits;bored\nUse;Opens;happy', 'csv')

    expect(map.stages.map(({ title, steps }) => [title, steps.map((step) => step.title)])).toEqual([
      ['Buy', ['Pays', 'Waits']],
      ['Use', ['Opens']],
    ])
    expect(pointsOf(map)).toEqual(['Buy/Pays 2? good', 'Buy/Waits -1? bored', 'Use/Opens 4? happy'])
  })

  it('takes a number and a word in one row for one feeling', () => {
    expect(pointsOf(imported('Stage,Emotion,Score\nBuy,wobbly,-3\nUse,happy,4', 'csv'))).toEqual(['Buy -3 wobbly', 'Use 4 happy'])
  })

  it('says an owner once though every row repeats it', () => {
    const map = imported('Stage,Action,Owner\nBuy,Pays,Sales\nBuy,Signs,Sales', 'csv')

    expect(map.notes.map(({ text }) => text)).toEqual(['Pays', 'Sales', 'Signs'])
  })

  it('makes lanes of text out of columns it does not know', () => {
    const map = imported('Stage,Action,Weather\nBuy,Pays,Rain', 'csv')

    expect(map.lanes.map(({ kind, title }) => [kind, title])).toEqual([
      ['actions', 'Action'],
      ['text', 'Weather'],
    ])
  })
})

describe('importing a Markdown table', () => {
  it('reads line breaks and bars in cells, takes the heading for a title and keeps other tables in the inbox', () => {
    const map = importedFile('table.md')

    expect(map.title).toBe('Clinic: first visit')
    expect(notesOf(map)).toEqual([
      'Customer action/Finding us: Searches',
      'Customer action/Finding us: Asks a friend',
      'Pains/Finding us: Two sites | two numbers',
      'Customer action/Booking: Calls',
      'Pains/Booking: Line is busy',
      'Customer action/Visit: Waits',
      'inbox: | Another | Table |',
      'inbox: | a | b |',
    ])
    expect(pointsOf(map)).toEqual(['Finding us 0?', 'Booking -5?', 'Visit 5?'])
    expect(map.report.lines.map(({ line, why }) => `${line} ${why}`)).toEqual(['3 outside', '11 other-table', '13 other-table'])
  })
})

describe('which way round a table is', () => {
  const MATRIX = 'Stage,Look,Buy\nActions,Searches,Pays\nWeather,Rain,Sun'

  it('is said in the report', () => {
    expect(imported(MATRIX, 'csv').report.table).toEqual({ rows: 'lanes', guessed: false })
    expect(imported('Stage,Action\nBuy,Pays', 'csv').report.table).toEqual({ rows: 'stages', guessed: false })
    expect(imported('journey\nPay: 3').report.table).toBeNull()
  })

  it('is a guess where nobody knows the headings, until somebody says it', () => {
    const estonian = 'Etapp;Tegevus;Kanal\nAvastamine;Loeb ja arutab sõbraga;TV\nOstmine;Maksab kaardiga kassas;Veeb'

    expect(imported(estonian, 'csv').report.table).toEqual({ rows: 'stages', guessed: true })
    expect(imported(estonian, 'csv', 'lanes').report.table).toEqual({ rows: 'lanes', guessed: false })
    expect(imported(estonian, 'csv', 'lanes').stages.map(({ title }) => title)).toEqual(['Tegevus', 'Kanal'])
  })

  it('is what somebody says', () => {
    const turned = imported(MATRIX, 'csv', 'stages')

    expect(turned.report.table).toEqual({ rows: 'stages', guessed: false })
    expect(turned.stages.map(({ title }) => title)).toEqual(['Actions', 'Weather'])
    expect(turned.lanes.map(({ title }) => title)).toEqual(['Look', 'Buy'])
    expect(imported(MATRIX, 'csv', 'lanes').stages.map(({ title }) => title)).toEqual(['Look', 'Buy'])
    expect(imported('Stage,Action,Emotion\nBuy,Pays,happy', 'csv', 'lanes').stages.map(({ title }) => title)).toEqual(['Action', 'Emotion'])
  })
})

describe('a table that is made to take long', () => {
  // Without a limit such a cell takes minutes: the time of a test is its assertion.
  it.each(['*', '**', '__a', '[a', '`', '<a href="x">'])('keeps a long cell of %j as it is', (mark) => {
    const cell = mark.repeat(5_000)
    const map = imported(`Stage\tLook\tBuy\nActions\tPays\tx${cell}`, 'tsv')

    expect(map.notes.map(({ text }) => text).join('')).toContain(cell.slice(0, 10_000))
  })
})

describe('delimiters', () => {
  it.each([',', ';', '\t'])('finds out that %j divides the cells', (delimiter) => {
    const text = [
      ['Stage', 'Action'],
      ['Buy', 'Pays'],
      ['Use', 'Opens'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n')

    expect(imported(text).notes.map((note) => note.text)).toEqual(['Pays', 'Opens'])
  })

  it('believes the line in which Excel names its delimiter', () => {
    expect(importedFile('excel-sep.csv').stages.map(({ title }) => title)).toEqual(['Узнаёт', 'Выбирает', 'Покупает'])
  })

  it('is not led astray by a quotation mark that opens a sentence', () => {
    const map = imported('Stage\tQuote\nBuy\t"Quick" is not the word\nUse\tFine', 'tsv')

    expect(map.notes.map(({ text }) => text)).toEqual(['"Quick" is not the word', 'Fine'])
  })

  it('counts lines through cells of several lines', () => {
    const map = imported('Stage,Action,Emotion\nBuy,"Looks\nPays",happy\nUse,Opens,qwerty', 'csv')

    expect(map.report.lines).toEqual([{ line: 4, text: 'qwerty', why: 'emotion-unknown', inbox: true }])
  })
})
