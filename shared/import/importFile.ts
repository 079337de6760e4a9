import { fail, ok, type Result } from '../base/result'
import { LIMITS } from '../model/limits'
import { marksOfSheet, plainGrid } from './cellText'
import { cleanText } from './cleanText'
import type { FileEncoding } from './codePages'
import type { ContentBuilder, ImportOrigin, Source } from './contentBuilder'
import { decodeText, looksLikeText, type DecodedText } from './decode'
import { guessDelimiter, parseDelimited } from './delimited'
import type { ImportedMap, ImportFailure, ImportFormat, ImportRows } from './importedMap'
import { looksLikeTable } from './looksLikeTable'
import { formatOfName } from './formatOfName'
import { splitFences } from './markdown'
import { readMarkdown } from './markdownMap'
import { isJourney, readMermaid } from './mermaid'
import { isKeyword } from './mermaidStatements'
import { isMapFile, isOtherKind } from './otherKinds'
import { isBlank, sourceLines } from './sourceLines'
import { readTable } from './table'

/** A file, or text that was pasted. */
export type ImportInput = { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string }

export interface ImportOptions {
  /** How the bytes of a file are to be read, if somebody said so; else they are guessed by. */
  readonly encoding?: FileEncoding
  /** What it is, if somebody said so; else the content decides, and the ending of the name where it does not. */
  readonly from?: ImportFormat
  /** What the rows of a table are, if somebody said so; else its headings decide, and its shape where they do not. */
  readonly rows?: ImportRows
}

/**
 * Read a Mermaid journey or a table as a map.
 *
 * Nothing is dropped silently: what was not understood is in the report by its line, and what may be content of the
 * map is a note in the inbox as well. Never throws, whatever the input.
 */
export function readImport(input: ImportInput, options: ImportOptions = {}): Result<ImportedMap, ImportFailure> {
  if (isMapFile(input)) return fail('is-map')
  const size = 'text' in input ? input.text.length : input.bytes.byteLength
  if (size > LIMITS.importBytes) return fail('too-large', { what: 'bytes', count: size, limit: LIMITS.importBytes })
  const decoded = decode(input, options.encoding)
  if (!decoded.ok) return decoded
  const { encoding, doubt } = decoded.value
  const text = cleanText(decoded.value.text)
  if (text.trim() === '') return fail('empty')

  const from = options.from ?? ('name' in input ? formatOfName(input.name) : undefined)
  if (options.from === undefined && isOtherKind(text, from) && !holdsJourney(text)) return fail('other-kind')
  const builder = read(text, encoding, from, options.rows)
  // Who imports a .csv need not be told to save it as one.
  if (!builder) return fail(from === 'csv' || from === 'tsv' ? 'no-table' : 'not-understood')
  for (const line of sourceLines(text)) if (line.text.includes('\uFFFD')) builder.list(line, 'bad-bytes')
  const built = builder.build()
  return built.ok ? ok({ ...built.value, report: { ...built.value.report, doubt } }) : built
}

function decode(input: ImportInput, said: FileEncoding | undefined): Result<DecodedText, 'not-text'> {
  if ('bytes' in input) return decodeText(input.bytes, said)
  return looksLikeText(input.text) ? ok({ text: input.text, encoding: 'text', doubt: null }) : fail('not-text')
}

function read(
  text: string,
  encoding: ImportOrigin['encoding'],
  from: ImportFormat | undefined,
  rows: ImportRows | undefined,
): ContentBuilder | null {
  const lines = sourceLines(text)
  const mermaid = { format: 'mermaid', encoding } as const
  switch (from) {
    case 'mermaid':
      return isJourney(lines) ? readMermaid(lines, mermaid) : readFences(lines, mermaid)
    case 'md':
      return (
        readFences(lines, mermaid) ??
        readMarkdown(lines, { format: 'md', encoding }, rows) ??
        (isJourney(lines) ? readMermaid(lines, mermaid) : null)
      )
    case 'csv':
    case 'tsv':
      return readDelimited(text, encoding, from, rows)
    case undefined:
      if (isJourney(lines)) return readMermaid(lines, mermaid)
      return (
        readFences(lines, mermaid) ??
        readMarkdown(lines, { format: 'md', encoding }, rows) ??
        readDelimited(text, encoding, undefined, rows)
      )
  }
}

/** Whether a page of the web has a journey in it. */
function holdsJourney(text: string): boolean {
  return splitFences(sourceLines(text)).fences.some((fence) => isJourney(fence.lines))
}

/** The first journey among the fenced blocks; everything around it is listed, further journeys are kept in the inbox. */
function readFences(lines: readonly Source[], origin: ImportOrigin): ContentBuilder | null {
  const { fences, prose } = splitFences(lines)
  const journeys = fences.filter((fence) => isJourney(fence.lines))
  const [first, ...others] = journeys
  if (!first) return null
  const builder = readMermaid(first.lines, origin)
  for (const line of others.flatMap((fence) => fence.lines)) {
    if (isKeyword(line)) builder.list(line, 'other-diagram')
    else builder.toInbox(line, 'other-diagram', line.text.trim())
  }
  const outside = [...prose, ...fences.filter((fence) => !journeys.includes(fence)).flatMap((fence) => fence.lines)]
  for (const line of outside) if (!isBlank(line)) builder.list(line, 'outside')
  return builder
}

function readDelimited(
  text: string,
  encoding: ImportOrigin['encoding'],
  from: 'csv' | 'tsv' | undefined,
  rows: ImportRows | undefined,
): ContentBuilder | null {
  // Excel's own way to say which delimiter a file uses.
  const said = /^\s*sep=([,;\t])[ \t]*\n/i.exec(text)
  const body = said ? `\n${text.slice(said[0].length)}` : text
  const delimiter = said ? delimiterOf(said[1]) : from === 'tsv' && body.includes('\t') ? '\t' : guessDelimiter(body)
  // A single column has no delimiter; it is a table only if somebody said so.
  if (delimiter === null && from === undefined) return null
  const format = delimiter === '\t' ? 'tsv' : 'csv'
  const grid = parseDelimited(body, delimiter ?? ',')
  if (delimiter !== null && from === undefined && !said && !looksLikeTable(grid, delimiter)) return null
  return readTable(plainGrid(grid, marksOfSheet(grid)), { format, encoding }, { rows })
}

function delimiterOf(char: string | undefined): ',' | ';' | '\t' {
  return char === ';' || char === '\t' ? char : ','
}
