import type { Source } from './contentBuilder'

/** A quotation of Markdown; callouts are quotations. */
const QUOTE = /^(?:\s{0,3}>)+ ?/
const HTML_OPEN = /<(div|pre|code|script|section)\b[^>]*\bclass\s*=\s*["']?[^"'>]*\bmermaid\b[^>]*>/i
/** No tag is longer than this; a line of megabytes is not searched for one. */
const LONGEST = 4_000

/** The line without the marks of a quotation; `null` where it is none. */
export function unquoted(line: Source): Source | null {
  const mark = QUOTE.exec(line.text)
  return mark ? { line: line.line, text: line.text.slice(mark[0].length) } : null
}

/** An HTML element that holds a Mermaid diagram: its tag, and what stands before and after that on the line. */
export interface HtmlDiagram {
  readonly tag: string
  readonly before: Source
  readonly rest: Source
}

export function htmlDiagram({ line, text }: Source): HtmlDiagram | null {
  if (text.length > LONGEST) return null
  const open = HTML_OPEN.exec(text)
  if (!open) return null
  const before = { line, text: text.slice(0, open.index) }
  return { tag: (open[1] ?? '').toLowerCase(), before, rest: { line, text: text.slice(open.index + open[0].length) } }
}

/** What stands before and after the end of that element on the line; `null` where it goes on. */
export function splitAtHtmlEnd({ line, text }: Source, tag: string): { readonly before: Source; readonly after: Source } | null {
  const at = text.toLowerCase().indexOf(`</${tag}`)
  if (at < 0) return null
  const end = text.indexOf('>', at)
  return { before: { line, text: text.slice(0, at) }, after: { line, text: end < 0 ? '' : text.slice(end + 1) } }
}

/** The lines of a diagram that stands on one line: where nothing else parts its statements, breaks of HTML do. */
export function htmlLines({ line, text }: Source): readonly Source[] {
  if (text.includes(';')) return [{ line, text }]
  return text.split(/<br\s{0,3}\/?>/i).map((part) => ({ line, text: part }))
}

/** Whether a piece of a line has more than tags and blanks. */
export function hasWords({ text }: Source): boolean {
  return text.replace(/<\/?[a-z][^<>]*>/gi, '').trim() !== ''
}
