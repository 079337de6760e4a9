import type { Source } from './contentBuilder'
import { resolveEntities } from './mermaidTask'

const KEYWORD = /^journey\s*;?$/i
const COMMENT = /^\s*(?:%%(?!\{)|#(?!\w+;))/
/** The end of a statement; not that of an entity such as `#59;` or `&amp;`. */
const SEMICOLON = /(?<!(?:#|&#?)\w{1,8});/u
/** These run to the end of their line, semicolons and all. */
const WHOLE_LINE = /^\s*(?:%%|#(?!\w+;)|acc(?:Title|Descr)\b)/i

/** Whether the line begins a journey; other statements may stand behind the keyword. */
export function beginsJourney({ text }: Source): boolean {
  return KEYWORD.test((text.split(SEMICOLON, 1)[0] ?? '').trim())
}

/** Whether the line holds nothing of a diagram. */
export function isComment({ text }: Source): boolean {
  return COMMENT.test(text)
}

/** Whether the line only says that a journey follows. */
export function isKeyword({ text }: Source): boolean {
  return KEYWORD.test(text.trim())
}

export interface TextStatement {
  readonly is: 'title' | 'accTitle' | 'description' | 'section'
  readonly source: Source
  readonly text: string
}
export type Statement = { readonly is: 'keyword' | 'comment' | 'directive' | 'task'; readonly source: Source } | TextStatement

/** The statements of a diagram, from top to bottom: one a line, or several with semicolons between them. */
export function statementsOf(lines: readonly Source[]): Statement[] {
  const statements: Statement[] = []
  let block: { is: 'directive' | 'description'; from: Source; parts: string[] } | null = null
  for (const source of lines) {
    const text = source.text.trim()
    if (block) {
      const end = block.is === 'directive' ? '}%%' : '}'
      const at = text.indexOf(end)
      block.parts.push(at < 0 ? text : text.slice(0, at))
      if (block.is === 'directive') statements.push({ is: 'directive', source })
      if (at >= 0) {
        if (block.is === 'description') statements.push({ is: 'description', source: block.from, text: block.parts.join('\n').trim() })
        block = null
        const after = text.slice(at + end.length).trim()
        for (const part of partsOf({ line: source.line, text: after })) statements.push(statementOf(part, part.text))
      }
      continue
    }
    if (text === '') continue
    if (text.startsWith('%%{')) {
      statements.push({ is: 'directive', source })
      if (!text.includes('}%%')) block = { is: 'directive', from: source, parts: [] }
      continue
    }
    const open = /^accDescr\s*\{([^}]*)(\})?/i.exec(text)
    if (open && open[2] === undefined) block = { is: 'description', from: source, parts: [open[1] ?? ''] }
    else {
      if (open) statements.push({ is: 'description', source, text: open[1] ?? '' })
      const rest = open ? { line: source.line, text: text.slice(open[0].length) } : source
      for (const part of partsOf(rest)) statements.push(statementOf(part, part.text.trim()))
    }
  }
  // A block that nobody closed still says something.
  if (block?.is === 'description') statements.push({ is: 'description', source: block.from, text: block.parts.join('\n').trim() })
  return statements
}

function partsOf(source: Source): readonly Source[] {
  if (WHOLE_LINE.test(source.text)) return [source]
  const parts = source.text.split(SEMICOLON).filter((part) => part.trim() !== '')
  // A line of one statement is listed as it stands.
  return parts.length > 1
    ? parts.map((text) => ({ line: source.line, text: text.trim() }))
    : parts.map((text) => ({ line: source.line, text }))
}

function statementOf(source: Source, text: string): Statement {
  if (KEYWORD.test(text)) return { is: 'keyword', source }
  if (COMMENT.test(text)) return { is: 'comment', source }
  const match = /^(title|section)(?:\s+(.*))?$/i.exec(text) ?? /^(accTitle|accDescr)\s*:\s*(.*)$/i.exec(text)
  const words = resolveEntities(match?.[2] ?? '')
  switch (match?.[1]?.toLowerCase()) {
    case 'title':
      return { is: 'title', source, text: words }
    case 'acctitle':
      return { is: 'accTitle', source, text: words }
    case 'accdescr':
      return { is: 'description', source, text: words }
    case 'section':
      return { is: 'section', source, text: words }
    default:
      return { is: 'task', source: { line: source.line, text } }
  }
}
