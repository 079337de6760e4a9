export type Fields = Readonly<Record<string, unknown>>

/** One record as far as it could be read. */
export interface Piece {
  readonly fields: Fields
  /** Its text breaks off or has holes. */
  readonly partial: boolean
  /** Fields behind the end of the record: of whatever follows and has lost the name it would be known by. */
  readonly rest: Fields
}

const STRING = String.raw`"(?:[^"\\\n]|\\.)*"`
const FIELD = new RegExp(String.raw`"(\w{2,20})"\s*:\s*(${STRING}|-?\d+(?:\.\d+)?|true|false|\[(?:\s*${STRING}\s*,?)*\s*\])`, 'g')
/** A text that is never closed: up to the next field or the end of the line. */
const OPEN_TEXT = /"text"\s*:\s*"((?:[^"\\\n]|\\.)*)/
/** A name that was hit, where a note has its text: `"te?t": "..."`. */
const NAMELESS = new RegExp(String.raw`[,{][ \t]{0,4}"?[^":,{}\s]{1,8}"?[ \t]{0,4}:?[ \t]{0,4}(${STRING})`)
const IS_NOTE = /^"(?:id"\s*:\s*"note_|text")/
const HOLE = '\uFFFD'

/**
 * Read the fields of the record round `at`, which ends before `limit`.
 *
 * A whole one is JSON by itself, in whatever order its fields are; of a broken one every field is looked for.
 */
export function pieceOf(text: string, at: number, limit: number): Piece {
  const start = startOf(text, at)
  const end = endOf(text, start, limit)
  const rest = fieldsIn(end < 0 ? '' : text.slice(end, limit))
  const whole = end < 0 ? null : parsed(text.slice(start, end))
  if (whole) return { fields: whole, partial: hasHole(whole['text']), rest }

  const broken = text.slice(start, end < 0 ? limit : end)
  const fields = { ...fieldsIn(broken) }
  let partial = hasHole(fields['text'])
  if (IS_NOTE.test(text.slice(at, at + 100)) && typeof fields['text'] !== 'string') {
    fields['text'] = openText(broken) ?? namelessText(broken) ?? ''
    partial = true
  }
  return { fields, partial, rest }
}

/** The brace before the first field; the field itself where that is not to be found. */
function startOf(text: string, at: number): number {
  for (let index = at; index >= 0 && index > at - 2_000; index -= 1) {
    const char = text.charAt(index)
    if (char === '{') return index
    if (char === '}' || char === ']') return at
  }
  return at
}

/** Index behind the brace that closes the record; -1 where there is none before the limit. */
function endOf(text: string, start: number, limit: number): number {
  let inText = false
  let depth = text.charAt(start) === '{' ? 0 : 1
  for (let index = start; index < limit; index += 1) {
    const char = text.charAt(index)
    if (char === '\n') inText = false
    else if (inText && char === '\\') index += 1
    else if (char === '"') inText = !inText
    else if (!inText && char === '{') depth += 1
    else if (!inText && char === '}') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return -1
}

function parsed(json: string): Fields | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    // It is broken, which is what is being asked.
    return null
  }
}

function fieldsIn(text: string): Fields {
  const fields = new Map<string, unknown>()
  for (const [, key = '', json = ''] of text.matchAll(FIELD)) {
    if (fields.has(key)) continue
    try {
      fields.set(key, JSON.parse(json))
    } catch {
      // A backslash was hit; without it the text can be read.
      if (json.startsWith('"')) fields.set(key, json.slice(1, -1).replaceAll('\\', ''))
    }
  }
  return Object.fromEntries(fields)
}

function openText(text: string): string | undefined {
  return unescaped(OPEN_TEXT.exec(text)?.[1])
}

function namelessText(text: string): string | undefined {
  const behindId = text.indexOf('",')
  const literal = behindId < 0 ? undefined : NAMELESS.exec(text.slice(behindId + 1))?.[1]
  return unescaped(literal?.slice(1, -1))
}

function unescaped(inner: string | undefined): string | undefined {
  if (inner === undefined) return undefined
  try {
    return JSON.parse(`"${inner.replace(/\\$/, '')}"`) as string
  } catch {
    return inner.replaceAll('\\', '')
  }
}

function hasHole(text: unknown): boolean {
  return typeof text === 'string' && text.includes(HOLE)
}
