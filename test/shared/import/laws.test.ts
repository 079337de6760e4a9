import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImport, type ImportInput } from '../../../shared/import/importFile'
import { IMPORT_FORMATS, IMPORT_ROWS, type ImportedMap } from '../../../shared/import/importedMap'
import { guessLane } from '../../../shared/import/laneWords'
import { importPatches } from '../../../shared/import/toPatches'
import { columnMeaning } from '../../../shared/import/columnWords'
import { countingIds, documentWith } from '../../support/importing'

/** Everything of an import that a person can see: the map's texts and the report's. */
function visibleText(map: ImportedMap): string {
  const texts = [
    map.title,
    map.scenario,
    ...map.personas.map(({ name }) => name),
    ...map.stages.flatMap(({ title, duration, steps }) => [title, duration, ...steps.map((step) => step.title)]),
    ...map.lanes.map(({ title = '' }) => title),
    ...map.notes.map(({ text }) => text),
    ...map.points.flatMap(({ label, reason }) => [label, reason]),
    ...map.report.lines.map(({ text }) => text),
  ]
  return letters(texts.join('\n'))
}

/** Letters and digits only: bullets, quotes, blanks and the tag of a line break may go, words may not. */
function letters(text: string): string {
  return text.replaceAll('<br>', '').replace(/[^\p{L}\p{N}]/gu, '')
}

function lost(map: ImportedMap, cells: readonly string[]): string[] {
  const visible = visibleText(map)
  return cells.filter((cell) => !visible.includes(letters(cell)))
}

/** Words that mean nothing to the import, with the characters that make its parsers stumble. */
const word = fc.stringMatching(/^[a-zéßжщżł]{3,8}$/).filter((text) => guessLane(text) === null && columnMeaning(text) === null)
const punctuation = fc.constantFrom(
  '',
  ' ',
  ',',
  ';',
  ': ',
  '|',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  '#',
  '%%',
  '(',
  '\\',
  '<br>',
  '{',
  '5',
  '«',
  '• ',
)
const phrase = fc
  .array(fc.tuple(punctuation, word), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.flat().join(''))
  .filter((text) => letters(text) !== '')
const cell = fc.oneof({ weight: 3, arbitrary: phrase }, { weight: 1, arbitrary: fc.constant('') })

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function table(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => row.map(quoted).join(delimiter)).join('\n')
}

const anything: fc.Arbitrary<ImportInput> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => ({ text })),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ name: 'a', bytes })),
  fc
    .array(fc.constantFrom('journey\n', '\n', 'section ', 'title ', ': 5', ': Me', ',', ';', '\t', '|', '---', '```', '"', 'Stage', 'Emotion', 'Step', 'x', '+', '-3', 'accDescr {', '}', '%%{', '}%%', '<br>', '#58;', 'Lane', 'Type', 'Persona'), { maxLength: 60 })
    .map((parts) => ({ text: parts.join('') })),
) // prettier-ignore

describe('the laws of importing', () => {
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        anything,
        fc.option(fc.constantFrom(...IMPORT_FORMATS)),
        fc.option(fc.constantFrom(...IMPORT_ROWS)),
        (input, from, rows) => {
          readImport(input, { ...(from && { from }), ...(rows && { rows }) })
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('makes a good document of whatever it accepts, with only what it listed in the inbox', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const result = readImport(input)
        if (!result.ok) return
        const document = documentWith(importPatches(result.value, countingIds()))
        const board = document.board()
        const { counts, lines } = result.value.report

        expect(document.problems()).toEqual([])
        expect(board.inbox).toHaveLength(counts.inbox)
        expect(lines.filter(({ inbox }) => inbox).length).toBeGreaterThanOrEqual(Math.min(1, counts.inbox))
        expect({
          stages: board.stages.length,
          lanes: board.lanes.length,
          points: [...board.pointsOf.values()].flat().length,
          notes: [...board.notesIn.values()].flat().length + board.inbox.length,
        }).toEqual({ stages: counts.stages, lanes: counts.lanes, points: counts.points, notes: counts.notes })
      }),
      { numRuns: 500 },
    )
  })

  it('drops no line of a journey', () => {
    const line = fc.oneof(
      phrase,
      fc.tuple(phrase, fc.integer({ min: -9, max: 19 })).map(([task, score]) => `${task}: ${score}`),
      fc.tuple(phrase, fc.constantFrom('1', '4.5', 'x', ''), word).map((parts) => parts.join(': ')),
      phrase.map((text) => `section ${text}`),
      phrase.map((text) => `title ${text}`),
      phrase.map((text) => `accDescr: ${text}`),
      phrase.map((text) => `%% ${text}`),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const result = readImport({ text: ['journey', ...lines].join('\n') })
        if (!result.ok) {
          expect(lines.every((text) => /^\s*(?:%%|#)/.test(text))).toBe(true)
          return
        }
        // Keywords and scores are understood, not shown; a line break tag is a line break.
        const words = lines.flatMap((text) => text.replaceAll('<br>', ' ').match(/[a-zéßжщżł]{3,}/g) ?? [])
        const content = words.filter((text) => !['section', 'title', 'accescr', 'escr', 'acc'].includes(text))
        expect(lost(result.value, content)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([',', ';', '\t'])('drops no cell of a matrix divided by %j', (delimiter) => {
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.tuple(phrase, fc.array(cell, { minLength: columns, maxLength: columns + 1 })), { minLength: 2, maxLength: 6 }),
      )
    fc.assert(
      fc.property(rows, fc.boolean(), (lanes, withEmotions) => {
        const all = lanes.map(([name, cells], i) => [i === 0 ? '' : withEmotions && i === 1 ? 'Emotions' : name, ...cells])
        const result = readImport({ text: table(all, delimiter) }, { from: delimiter === '\t' ? 'tsv' : 'csv' })
        if (!result.ok) return
        expect(
          lost(
            result.value,
            all.flat().filter((text) => text !== 'Emotions'),
          ),
        ).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('drops no cell of a list', () => {
    const header = fc.shuffledSubarray(
      [
        'Step',
        'Lane',
        'Type',
        'Text',
        'Persona',
        'Emotion',
        'Action',
        'Pain point',
        'Owner',
        'Duration',
        'Proof',
        'Color',
        'id',
        'zzz',
        '',
      ],
      { minLength: 1 },
    )
    const list = header.chain((names) =>
      fc
        .array(fc.array(cell, { minLength: names.length + 1, maxLength: names.length + 2 }), { minLength: 1, maxLength: 6 })
        .map((rows) => ({ names: ['Stage', ...names], rows })),
    )
    fc.assert(
      fc.property(list, ({ names, rows }) => {
        const result = readImport({ text: table([names, ...rows], ',') }, { from: 'csv' })
        if (!result.ok) return
        expect(lost(result.value, rows.flat())).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('drops no cell of a Markdown table and no line around it', () => {
    const plain = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))
    const rows = fc.array(fc.array(plain, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(rows, plain, plain, ([header = [], ...body], before, after) => {
        const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
        const text = [before, '', line(header), '|---|---|---|', ...body.map(line), '', after].join('\n')
        const result = readImport({ name: 'a.md', bytes: new TextEncoder().encode(text) })
        if (!result.ok) throw new Error(result.code)
        expect(lost(result.value, [before, after, ...header, ...body.flat()])).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('drops no cell of a sheet with titles, groups of lanes, footnotes and blank columns', () => {
    const plain = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const some = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: fc.constant('') })
    const lane = fc.tuple(some, fc.oneof(some, fc.constantFrom('Actions', 'Emotions', 'Pains')), some, some, some)
    const sheet = fc.record({
      above: fc.array(plain, { maxLength: 3 }),
      header: fc.tuple(some, fc.constantFrom('', 'Lane', 'Stage'), plain, some, some),
      lanes: fc.array(lane, { minLength: 1, maxLength: 6 }),
      below: fc.array(plain, { maxLength: 2 }),
      blank: fc.integer({ min: 0, max: 2 }),
      rows: fc.constantFrom(undefined, ...IMPORT_ROWS),
    })
    fc.assert(
      fc.property(sheet, ({ above, header, lanes, below, blank, rows }) => {
        const left = Array.from({ length: blank }, () => '')
        const all = [...above.map((line) => [line]), [''], header, ...lanes, [''], ...below.map((line) => [line])]
        const text = table(
          all.map((row) => [...left, ...row, '']),
          ',',
        )
        const result = readImport({ text }, { from: 'csv', ...(rows && { rows }) })
        if (!result.ok) return
        const known = ['Actions', 'Emotions', 'Pains', 'Lane', 'Stage']
        expect(
          lost(
            result.value,
            all.flat().filter((text) => !known.includes(text)),
          ),
        ).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('drops no cell of several Markdown tables under headings', () => {
    const plain = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))
    const one = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.record({
        heading: fc.tuple(fc.constantFrom('# ', '## ', '### Stage 1: ', '**Phase 2:** ', ''), plain),
        header: fc.array(fc.oneof(plain, fc.constantFrom('Step', 'Actions', 'Emotion', 'Aspect')), {
          minLength: columns,
          maxLength: columns,
        }),
        rows: fc.array(fc.array(fc.oneof(plain, fc.constantFrom('Actions', 'Emotion')), { minLength: columns, maxLength: columns + 1 }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    )
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (parts) => {
        const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
        const text = parts
          .flatMap(({ heading, header, rows }) => [
            heading.join(''),
            '',
            line(header),
            line(header.map(() => '---')),
            ...rows.map(line),
            '',
          ])
          .join('\n')
        const result = readImport({ name: 'a.md', bytes: new TextEncoder().encode(text) })
        if (!result.ok) return
        const known = ['Step', 'Actions', 'Emotion', 'Aspect']
        const cells = parts.flatMap(({ heading, header, rows }) => [heading[1], ...header, ...rows.flat()])
        expect(
          lost(
            result.value,
            cells.filter((text) => !known.includes(text)),
          ),
        ).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
