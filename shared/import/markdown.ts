import type { Source } from './contentBuilder'
import { hasWords, htmlDiagram, htmlLines, splitAtHtmlEnd, unquoted } from './diagramText'

/** The lines of a block between ``` or ~~~ fences, between ::: of Azure, or in an HTML element for Mermaid. */
export interface Fence {
  readonly lines: readonly Source[]
}

export interface MarkdownParts {
  readonly fences: readonly Fence[]
  readonly prose: readonly Source[]
}

interface OpenFence {
  readonly lines: Source[]
  /** The mark that ends it, or the HTML element it is in. */
  readonly end: { readonly mark: string } | { readonly tag: string }
  /** It stands in a quotation and ends with it. */
  readonly quoted: boolean
}

/** Tell the blocks of a Markdown text from what stands around them. An open one runs to the end of the text or of its quotation. */
export function splitFences(lines: readonly Source[]): MarkdownParts {
  const splitter = new FenceSplitter()
  for (const line of lines) splitter.read(line)
  return splitter.end()
}

class FenceSplitter {
  readonly #fences: Fence[] = []
  readonly #prose: Source[] = []
  #open: OpenFence | null = null

  read(line: Source): void {
    const inner = unquoted(line)
    if (this.#open?.quoted && !inner) this.#close(this.#open)
    if (this.#open) this.#goOn(this.#open, this.#open.quoted && inner ? inner : line)
    else this.#begin(inner ?? line, line, inner !== null)
  }

  end(): MarkdownParts {
    if (this.#open) this.#close(this.#open)
    return { fences: this.#fences, prose: this.#prose }
  }

  #close(fence: OpenFence): void {
    this.#fences.push(fence)
    this.#open = null
  }

  #goOn(open: OpenFence, text: Source): void {
    if ('mark' in open.end) {
      const { mark, info } = fenceMark(text)
      if (!mark.startsWith(open.end.mark) || info !== '') open.lines.push(text)
      else this.#close(open)
      return
    }
    const end = splitAtHtmlEnd(text, open.end.tag)
    if (!end) {
      open.lines.push(text)
      return
    }
    open.lines.push(end.before)
    this.#close(open)
    this.#readRest(end.after)
  }

  #begin(text: Source, line: Source, quoted: boolean): void {
    const { mark, info } = fenceMark(text)
    // Of ::: only a diagram is a block; other boxes of that kind hold more Markdown.
    if (mark !== '' && (!mark.startsWith(':') || info.includes('mermaid'))) {
      this.#open = { lines: [], end: { mark }, quoted }
      return
    }
    const html = htmlDiagram(text)
    if (!html) {
      this.#prose.push(line)
      return
    }
    if (hasWords(html.before)) this.#prose.push(html.before)
    // An element may end where it begins: <pre class="mermaid">journey; A: 3</pre>
    const end = splitAtHtmlEnd(html.rest, html.tag)
    if (end) {
      this.#fences.push({ lines: htmlLines(end.before) })
      this.#readRest(end.after)
    } else this.#open = { lines: [html.rest], end: { tag: html.tag }, quoted }
  }

  /** What stands behind an element on its last line may be another one, and is listed else. */
  #readRest(rest: Source): void {
    if (hasWords(rest)) this.read(rest)
  }
}

function fenceMark({ text }: Source): { mark: string; info: string } {
  const match = /^\s*(`{3,}|~{3,}|:{3,})(.*)$/.exec(text)
  const info = match?.[2]?.trim().toLowerCase() ?? ''
  // Backticks after the mark are code within a sentence, not a fence.
  return { mark: info.includes('`') ? '' : (match?.[1] ?? ''), info }
}
