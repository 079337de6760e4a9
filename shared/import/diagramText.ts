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

/** The tag of an HTML element that holds a Mermaid diagram, and what stands after it on the line. */
export function htmlDiagram({ line, text }: Source): { readonly tag: string; readonly rest: Source } | null {
  if (text.length > LONGEST) return null
  const open = HTML_OPEN.exec(text)
  return open ? { tag: (open[1] ?? '').toLowerCase(), rest: { line, text: text.slice(open.index + open[0].length) } } : null
}

/** What stands before the end of that element on the line; `null` where it goes on. */
export function beforeHtmlEnd({ line, text }: Source, tag: string): Source | null {
  const end = text.toLowerCase().indexOf(`</${tag}`)
  return end < 0 ? null : { line, text: text.slice(0, end) }
}
