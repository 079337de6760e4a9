import { describe } from './aroundTable'
import { cellText, MARKDOWN, plainGrid } from './cellText'
import { columnMeaning } from './columnWords'
import { joined } from './continuedTables'
import type { ContentBuilder, ImportOrigin, Source } from './contentBuilder'
import { cellAt, columnCount, filledCells, type Grid } from './grid'
import type { ImportRows } from './importedMap'
import { guessLane, plainName } from './laneWords'
import { markdownTables, type Heading, type MarkdownTable } from './markdownTables'
import { isBlank } from './sourceLines'
import { stageTables } from './stageTables'
import { readTable } from './table'

/**
 * Read the journey of a Markdown text: the table whose headings are most like one, or all the tables that stand under
 * a heading for each stage. Small tables beside it become the description of the map, larger ones go to the inbox.
 */
export function readMarkdown(lines: readonly Source[], origin: ImportOrigin, rows: ImportRows | undefined): ContentBuilder | null {
  const { title, settings, body } = splitFrontMatter(lines.map(withoutQuote))
  const found = markdownTables(body)
  const tables = withoutContinuations(
    found.tables.map(({ grid, headings }) => ({
      grid: plainGrid(grid, MARKDOWN),
      headings: headings.map((heading) => ({ ...heading, text: cellText(heading.text, MARKDOWN) })),
    })),
  )
  const best = tables.toSorted((a, b) => journeyScore(b.grid) - journeyScore(a.grid) || cellsIn(b.grid) - cellsIn(a.grid))[0]
  if (!best) return null
  const parts = isWholeJourney(best.grid) ? null : stageTables(tables)
  const used = parts?.tables ?? [best]
  const heading = title ?? titleHeading(used, parts?.headings ?? [])
  const said = found.outside.flatMap(saidOfMap)
  const persona = personaBeside(tables.filter((table) => !used.includes(table))) ?? onlyPersona(said)
  const builder = readTable(parts?.grid ?? best.grid, origin, { rows, title: heading ?? undefined, rowsAreSteps: parts !== null, persona })
  if (!builder) return null
  for (const { text } of said) builder.addScenario(text)
  const begins = used[0]?.grid.rows[0]?.line ?? 0
  for (const { grid } of tables.filter((table) => !used.includes(table))) readOther(builder, grid, begins)
  for (const source of parts?.dropped ?? []) builder.list(source, 'heading')
  const named = new Set([heading, ...(parts?.headings ?? []), ...said].map((source) => source?.line))
  for (const line of [...settings, ...found.outside]) if (!named.has(line.line) && !RULE.test(line.text)) builder.list(line, 'outside')
  return builder
}

/** Tables between which no heading begins anything new, and of which one goes on with the other, are one. */
function withoutContinuations(tables: readonly MarkdownTable[]): MarkdownTable[] {
  const whole: MarkdownTable[] = []
  for (const table of tables) {
    const last = whole.at(-1)
    const isUnderSame = last?.headings.at(-1)?.line === table.headings.at(-1)?.line
    const grid = last && isUnderSame ? joined(last.grid, table.grid) : null
    if (last && grid) whole.splice(-1, 1, { ...last, grid })
    else whole.push(table)
  }
  return whole
}

const NAME = /^(?:name|имя|imię|nombre|nom|nome|naam)$/u

/** The name in a table that says who somebody is; none where several people are described. */
function personaBeside(tables: readonly MarkdownTable[]): string | undefined {
  const names = tables.flatMap(({ grid }) => grid.rows.filter((row) => row.cells.length === 2 && NAME.test(plainName(cellAt(row, 0)))))
  const [name] = names
  return names.length === 1 && name ? cellAt(name, 1) : undefined
}

interface Said extends Source {
  /** Empty where the line is about something else. */
  readonly persona: string
}

const LABELLED = /^\s*(?:[-*+]\s+|#{1,6}\s+)?(?:\*\*|__)?([\p{L} ]{2,30}?)\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(\S.*)$/u
const SCENARIO = /^(?:scenario|goal|сценарий|цель|scenariusz|cel|szenario|ziel|escenario|objetivo|scénario|objectif)$/u

/** "**Persona:** Maria", "Scenario: …": a line that is about the map. */
function saidOfMap({ line, text }: Source): Said[] {
  const [, label = '', value = ''] = text.length > 1_000 ? [] : (LABELLED.exec(text) ?? [])
  const isPersona = columnMeaning(label)?.is === 'persona'
  if (!isPersona && !SCENARIO.test(plainName(label))) return []
  const words = cellText(value, MARKDOWN)
  return [{ line, text: `${label}: ${words}`, persona: isPersona && words.length <= 60 ? words : '' }]
}

function onlyPersona(said: readonly Said[]): string | undefined {
  const names = said.map(({ persona }) => persona).filter((name) => name !== '')
  return names.length === 1 ? names[0] : undefined
}

/** Callouts and quotations hold tables too. */
function withoutQuote({ line, text }: Source): Source {
  return { line, text: text.replace(/^\s*(?:>\s?)+/, '') }
}

interface FrontMatter {
  readonly title: Source | null
  readonly settings: readonly Source[]
  readonly body: readonly Source[]
}

/** YAML between two lines of dashes at the very top. */
function splitFrontMatter(lines: readonly Source[]): FrontMatter {
  const first = lines.findIndex((line) => !isBlank(line))
  const end = lines.findIndex((line, i) => i > first && /^---\s*$/.test(line.text))
  if (!/^---\s*$/.test(lines[first]?.text ?? '') || end < 0) return { title: null, settings: [], body: lines }
  const front = lines.slice(first + 1, end)
  const at = front.findIndex(({ text }) => /^\s*title\s*:\s*\S/i.test(text))
  const line = front[at]
  const title = line ? { line: line.line, text: line.text.replace(/^\s*title\s*:\s*/i, '').replace(/^(["'])(.*)\1\s*$/, '$2') } : null
  return { title, settings: front.filter((other, i) => i !== at && !isBlank(other)), body: lines.slice(end + 1) }
}

/** The highest heading above the first table that is no stage; of several the nearest. */
function titleHeading(tables: readonly MarkdownTable[], stages: readonly Heading[]): Heading | null {
  const taken = new Set(stages.map(({ line }) => line))
  const level = Math.min(7, ...stages.map((stage) => stage.level))
  return (
    tables[0]?.headings.find(
      (heading) => !taken.has(heading.line) && (stages.length === 0 || heading.level < level || heading.line < (stages[0]?.line ?? 0)),
    ) ?? null
  )
}

/** A rule across the page, or the line below a heading. */
const RULE = /^\s*(?:[-*_=]\s*){3,}$/

const CORE: ReadonlySet<string> = new Set(['actions', 'emotions', 'touchpoints', 'thoughts', 'painsAndWins'])
/** A table about one thing, and not about what happens. */
const ABOUT =
  /^(?:attributes?|properties|property|fields?|keys?|details?|parameters?|characteristics?|name|legend|emojis?|symbols?|terms?|metrics?|risks?|характеристика|параметр|свойство|поле|атрибут|имя|показатель|термин|cecha|atrybut|parametr|właściwość|pole|imię|atributo|campo|característica|dato|merkmal|eigenschaft|attribut|feld)$/u

/** How much a table is like a journey, by what its header and the names of its rows mean. */
function journeyScore(grid: Grid): number {
  const [header, ...rows] = grid.rows
  const meanings = header?.cells.map((cell) => columnMeaning(cell)) ?? []
  const is = meanings.map((meaning) => meaning?.is)
  const columns = new Set(meanings.flatMap((meaning) => (meaning?.is === 'notes' ? meaning.kind : [])))
  const lanes = new Set(rows.flatMap((row) => guessLane(cellAt(row, 0))?.kind ?? []))
  const known = columns.size > lanes.size ? columns : lanes
  const stages = is.includes('stage') ? 4 : is.includes('step') ? 3 : 0
  const about = ABOUT.test(plainName(cellAt(header, 0))) || (is[0] === 'persona' && stages === 0) ? 5 : 0
  return stages + known.size + [...known].filter((kind) => CORE.has(kind)).length - about - (columnCount(grid) < 3 && stages === 0 ? 3 : 0)
}

/** Whether a table names several stages by itself. */
function isWholeJourney(grid: Grid): boolean {
  return grid.rows[0]?.cells.some((cell) => columnMeaning(cell)?.is === 'stage') === true
}

function cellsIn({ rows }: Grid): number {
  return rows.reduce((sum, row) => sum + filledCells(row), 0)
}

/** Two columns above the journey, or anywhere with a heading such as "Attribute", tell of the map. */
function readOther(builder: ContentBuilder, grid: Grid, begins: number): void {
  const [header, ...rows] = grid.rows
  if (!header) return
  const isAbout = columnCount(grid) < 3 && (header.line < begins || ABOUT.test(plainName(cellAt(header, 0))))
  if (isAbout) {
    builder.list({ line: header.line, text: header.cells.join(' | ') }, 'other-table')
    for (const row of rows) describe(builder, row)
  } else for (const { line, cells } of grid.rows) builder.toInbox({ line, text: `| ${cells.join(' | ')} |` }, 'other-table')
}
