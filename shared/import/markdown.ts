import type { Source } from './contentBuilder'

/** A block between ``` or ~~~ fences (or ::: of Azure), without them. */
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

/** Tell the fenced blocks of a Markdown text from what stands around them. An open fence runs to the end. */
export function splitFences(lines: readonly Source[]): MarkdownParts {
  const fences: Fence[] = []
  const prose: Source[] = []
  let open: { mark: string; language: string; lines: Source[]; marks: Source[] } | null = null
  for (const line of lines) {
    const match = /^\s*(`{3,}|~{3,}|:{3,})(.*)$/.exec(line.text)
    const info = match?.[2]?.trim().toLowerCase() ?? ''
    // Backticks after the mark are code within a sentence, not a fence.
    const mark = info.includes('`') ? '' : (match?.[1] ?? '')
    if (open) {
      if (mark.startsWith(open.mark) && info === '') {
        fences.push({ ...open, marks: [...open.marks, line] })
        open = null
      } else open.lines.push(line)
    } else if (mark !== '') open = { mark, language: info, lines: [], marks: [line] }
    else prose.push(line)
  }
  if (open) fences.push(open)
  return { fences, prose }
}
