import type { Source } from './contentBuilder'
import { beforeHtmlEnd, htmlDiagram, unquoted } from './diagramText'

/** A block between ``` or ~~~ fences, between ::: of Azure, or in an HTML element for Mermaid, without them. */
export interface Fence {
  readonly language: string
  readonly lines: readonly Source[]
  /** Its fences, which hold nothing of the map. */
  readonly marks: readonly Source[]
}

export interface MarkdownParts {
  readonly fences: readonly Fence[]
  readonly prose: readonly Source[]
}

interface OpenFence {
  readonly language: string
  readonly lines: Source[]
  readonly marks: Source[]
  /** The mark that ends it, or the HTML element it is in. */
  readonly end: { readonly mark: string } | { readonly tag: string }
  /** It stands in a quotation and ends with it. */
  readonly quoted: boolean
}

/** Tell the blocks of a Markdown text from what stands around them. An open one runs to the end of the text or of its quotation. */
export function splitFences(lines: readonly Source[]): MarkdownParts {
  const fences: Fence[] = []
  const prose: Source[] = []
  let open: OpenFence | null = null
  for (const line of lines) {
    const inner = unquoted(line)
    if (open?.quoted && !inner) {
      fences.push(open)
      open = null
    }
    if (open) {
      const text: Source = open.quoted && inner ? inner : line
      if (endsHere(open, text)) {
        fences.push({ ...open, marks: [...open.marks, line] })
        open = null
      } else open.lines.push(text)
      continue
    }
    open = opened(inner ?? line, line, inner !== null)
    if (!open) prose.push(line)
    // An element may end where it begins: <pre class="mermaid">journey; A: 3</pre>
    else if ('tag' in open.end) {
      const first: Source | undefined = open.lines.pop()
      if (first && endsHere(open, first)) {
        fences.push(open)
        open = null
      } else if (first) open.lines.push(first)
    }
  }
  if (open) fences.push(open)
  return { fences, prose }
}

function opened(text: Source, line: Source, quoted: boolean): OpenFence | null {
  const { mark, info } = fenceMark(text)
  // Of ::: only a diagram is a block; other boxes of that kind hold more Markdown.
  if (mark !== '' && (!mark.startsWith(':') || info.includes('mermaid'))) {
    return { language: info, lines: [], marks: [line], end: { mark }, quoted }
  }
  const html = htmlDiagram(text)
  return html && { language: 'mermaid', lines: [html.rest], marks: [line], end: { tag: html.tag }, quoted }
}

/** Whether the block ends on this line; what stands before the end of an HTML element belongs to it. */
function endsHere({ end, lines }: OpenFence, text: Source): boolean {
  if ('mark' in end) {
    const { mark, info } = fenceMark(text)
    return mark.startsWith(end.mark) && info === ''
  }
  const last = beforeHtmlEnd(text, end.tag)
  if (last) lines.push(last)
  return last !== null
}

function fenceMark({ text }: Source): { mark: string; info: string } {
  const match = /^\s*(`{3,}|~{3,}|:{3,})(.*)$/.exec(text)
  const info = match?.[2]?.trim().toLowerCase() ?? ''
  // Backticks after the mark are code within a sentence, not a fence.
  return { mark: info.includes('`') ? '' : (match?.[1] ?? ''), info }
}
