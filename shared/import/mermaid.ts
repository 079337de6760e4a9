import { oneLine } from './cleanText'
import { ContentBuilder, type ImportOrigin, type Source } from './contentBuilder'
import { readTask, resolveEntities, type MermaidTask } from './mermaidTask'
import { isBlank } from './sourceLines'

const KEYWORD = /^journey\s*;?$/i
const COMMENT = /^\s*(?:%%(?!\{)|#(?!\w+;))/
const FRONT_MATTER = /^\s*---\s*$/

/** Whether the lines are a Mermaid journey: its keyword comes first, after front matter, comments and settings. */
export function isJourney(lines: readonly Source[]): boolean {
  const { body } = splitFrontMatter(lines)
  let inDirective = false
  for (const line of body) {
    const { text } = line
    if (inDirective || /^\s*%%\{/.test(text)) inDirective = !text.includes('}%%')
    else if (!isBlank(line) && !COMMENT.test(text)) return KEYWORD.test(text.trim())
  }
  return false
}

/** Whether the line only says that a journey follows. */
export function isKeyword({ text }: Source): boolean {
  return KEYWORD.test(text.trim())
}

/**
 * Read a Mermaid journey: sections are stages, tasks are steps with a note of their own, actors are personas, and
 * scores from 1 to 5 the points of their curves.
 */
export function readMermaid(lines: readonly Source[], origin: ImportOrigin): ContentBuilder {
  const builder = new ContentBuilder(origin, 'journey')
  const actions = builder.addLane('actions', undefined, { line: 1, text: '' })
  builder.addLane('emotions', undefined, { line: 1, text: '' })

  const { front, body } = splitFrontMatter(lines)
  let stage: number | null = null
  let accTitle: TextStatement | null = null
  for (const statement of statementsOf(body)) {
    if (builder.isOverLimit) break
    const { source } = statement
    switch (statement.is) {
      case 'keyword':
        break
      case 'comment':
      case 'directive':
        builder.list(source, statement.is)
        break
      case 'title':
        builder.setTitle(statement.text, source)
        break
      case 'accTitle':
        accTitle = statement
        break
      case 'description':
        builder.addScenario(statement.text)
        break
      case 'section':
        stage = builder.addStage(statement.text, source)
        break
      case 'task': {
        // A task before any section belongs to a stage that nobody named.
        stage ??= builder.addStage('', source)
        addTask(builder, readTask(source.text), { actions, stage }, source)
      }
    }
  }
  readFrontMatter(builder, front)
  readAccTitle(builder, accTitle)
  return builder
}

function addTask(builder: ContentBuilder, task: MermaidTask, at: { actions: number; stage: number }, source: Source): void {
  const step = builder.addStep(at.stage, task.name, source)
  const personas = task.actors.flatMap((actor) => builder.persona(actor, source) ?? [])
  builder.addNote(task.name, { lane: at.actions, stage: at.stage, step }, source, personas.length > 0 ? { personas } : {})

  if (task.unread !== '') builder.toInbox(source, 'score-unknown', task.unread)
  // It may be a task whose score was forgotten, or a line that is no task at all: a person has to look at it.
  else if (task.score === null) builder.list(source, 'score-missing')
  if (task.score === null) return
  const score = Math.max(1, Math.min(5, task.score))
  if (score !== task.score) builder.list(source, 'score-clamped')
  // Somebody feels it; without actors it is a persona that nobody named.
  const feeling = task.actors.length > 0 ? personas : [builder.persona('', source) ?? 0]
  for (const persona of new Set(feeling)) {
    builder.addPoint({ persona, stage: at.stage, step, value: (score - 3) * 2.5, label: '', reason: '', guessed: false }, source)
  }
}

interface TextStatement {
  readonly is: 'title' | 'accTitle' | 'description' | 'section'
  readonly source: Source
  readonly text: string
}
type Statement = { readonly is: 'keyword' | 'comment' | 'directive' | 'task'; readonly source: Source } | TextStatement

function statementsOf(lines: readonly Source[]): Statement[] {
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
        if (after !== '') statements.push({ is: 'task', source: { line: source.line, text: after } })
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
    else if (open) statements.push({ is: 'description', source, text: open[1] ?? '' })
    else statements.push(statementOf(source, text))
  }
  // A block that nobody closed still says something.
  if (block?.is === 'description') statements.push({ is: 'description', source: block.from, text: block.parts.join('\n').trim() })
  return statements
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

/** YAML between two lines of dashes at the very top. */
function splitFrontMatter(lines: readonly Source[]): { front: readonly Source[]; body: readonly Source[] } {
  const first = lines.findIndex((line) => !isBlank(line))
  const open = lines[first]
  if (!open || !FRONT_MATTER.test(open.text)) return { front: [], body: lines }
  const end = lines.findIndex((line, i) => i > first && FRONT_MATTER.test(line.text))
  return end < 0 ? { front: [], body: lines } : { front: lines.slice(first + 1, end), body: lines.slice(end + 1) }
}

/** After the body, because a title inside the diagram goes before one above it. */
function readFrontMatter(builder: ContentBuilder, lines: readonly Source[]): void {
  for (const source of lines) {
    const title = /^title\s*:\s*(["']?)(.*)\1\s*$/i.exec(source.text)?.[2]
    if (title !== undefined) builder.setTitle(oneLine(title), source)
    else if (!isBlank(source)) builder.list(source, 'directive')
  }
}

/** The title for screen readers names the map if nothing else does; else it is part of what is said about it. */
function readAccTitle(builder: ContentBuilder, statement: TextStatement | null): void {
  if (!statement || oneLine(statement.text) === builder.title) return
  if (builder.title === '') builder.setTitle(statement.text, statement.source)
  else builder.addScenario(statement.text)
}
