import { oneLine } from './cleanText'
import { ContentBuilder, type ImportOrigin, type Source } from './contentBuilder'
import { feelingOfScore, scoreScale, type ScoreScale } from './mermaidScores'
import { beginsJourney, isComment, statementsOf, type Statement, type TextStatement } from './mermaidStatements'
import { readTask, type MermaidTask } from './mermaidTask'
import { isBlank } from './sourceLines'

const FRONT_MATTER = /^\s*---\s*$/

/** Whether the lines are a Mermaid journey: its keyword comes first, after front matter, comments and settings. */
export function isJourney(lines: readonly Source[]): boolean {
  const { body } = splitFrontMatter(lines)
  let inDirective = false
  for (const line of body) {
    const { text } = line
    if (inDirective || /^\s*%%\{/.test(text)) inDirective = !text.includes('}%%')
    else if (!isBlank(line) && !isComment(line)) return beginsJourney(line)
  }
  return false
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
  const statements = statementsOf(body)
  const scale = scaleOf(statements, builder)
  for (const statement of statements) {
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
        addTask(builder, readTask(source.text), { actions, stage, scale }, source)
      }
    }
  }
  readFrontMatter(builder, front)
  readAccTitle(builder, accTitle)
  return builder
}

/** What the scores mean is seen from all of them together. Where they are no feelings, it is said once. */
function scaleOf(statements: readonly Statement[], builder: ContentBuilder): ScoreScale {
  const scored = statements.flatMap((statement) => {
    const score = statement.is === 'task' ? readTask(statement.source.text).score : null
    return score === null ? [] : [{ score, source: statement.source }]
  })
  const scale = scoreScale(scored.map(({ score }) => score))
  if (scale === 'none' && scored[0]) builder.list(scored[0].source, 'scores-none')
  return scale
}

interface TaskPlace {
  readonly actions: number
  readonly stage: number
  readonly scale: ScoreScale
}

function addTask(builder: ContentBuilder, task: MermaidTask, at: TaskPlace, source: Source): void {
  const step = builder.addStep(at.stage, task.name, source)
  const personas = task.actors.flatMap((actor) => builder.persona(actor, source) ?? [])
  builder.addNote(task.name, { lane: at.actions, stage: at.stage, step }, source, personas.length > 0 ? { personas } : {})

  if (task.unread !== '') builder.toInbox(source, 'score-unknown', task.unread)
  // It may be a task whose score was forgotten, or a line that is no task at all: a person has to look at it.
  else if (task.score === null) builder.list(source, 'score-missing')
  if (task.score === null) return
  const feeling = feelingOfScore(task.score, at.scale)
  if (!feeling) {
    if (at.scale !== 'none') builder.list(source, 'score-outside')
    return
  }
  // Somebody feels it; without actors it is a persona that nobody named.
  const feels = task.actors.length > 0 ? personas : [builder.persona('', source) ?? 0]
  for (const persona of new Set(feels)) {
    builder.addPoint({ persona, stage: at.stage, step, ...feeling, label: '', reason: '' }, source)
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

const TITLE = /^(\s*)title\s*:\s*(?:"(.*)"|'(.*)'|(.*?))\s*(?:\s#.*)?$/i

/**
 * After the body, because a title inside the diagram goes before one above it.
 *
 * People indent the whole of it; a title that is deeper than the rest belongs to something else.
 */
function readFrontMatter(builder: ContentBuilder, lines: readonly Source[]): void {
  const filled = lines.filter((line) => !isBlank(line))
  const depth = Math.min(...filled.map(({ text }) => text.length - text.trimStart().length))
  for (const source of filled) {
    const [, indent = '', ...values] = TITLE.exec(source.text) ?? []
    const title = values.find((value) => value !== undefined)
    if (title !== undefined && indent.length === depth) builder.setTitle(oneLine(title), source)
    else builder.list(source, 'directive')
  }
}

/** The title for screen readers names the map if nothing else does; else it is part of what is said about it. */
function readAccTitle(builder: ContentBuilder, statement: TextStatement | null): void {
  if (!statement || oneLine(statement.text) === builder.title) return
  if (builder.title === '') builder.setTitle(statement.text, statement.source)
  else builder.addScenario(statement.text)
}
