import type { z } from 'zod'
import {
  ReadableLane,
  ReadableMap,
  ReadableNote,
  ReadablePersona,
  ReadablePoint,
  ReadableStage,
  ReadableStep,
} from '../../shared/export/readableSchema'
import type { NewId } from '../../shared/model/ids'
import { pieceOf, type Fields } from './salvagePiece'

/** What was found of the readable part of a file that is no JSON any more. */
export interface SalvagedText {
  readonly map: ReadableMap
  /** Notes whose lane or column could not be read; they are in the inbox. */
  readonly unplaced: number
  /** Ids of notes of whose text, or of whose id, a piece is missing. */
  readonly partial: readonly string[]
  /** Of these: ids that were given to notes without one, whose text is whole. */
  readonly nameless: readonly string[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Step = z.infer<typeof ReadableStep>
type Stage = Mutable<z.infer<typeof ReadableStage>>
type Lane = Mutable<z.infer<typeof ReadableLane>>
type Persona = Mutable<z.infer<typeof ReadablePersona>>

/**
 * What a record is known by in a text of which anything may be missing. Inside a person's own text every quotation mark has a backslash before
 * it, so none of these can be read out of a note.
 */
const MARKS = new RegExp(
  [
    String.raw`"(?<section>personas|stages|lanes|inbox)"\s*:\s*\[(?=\s*[{\]])`,
    String.raw`"id"\s*:\s*"(?<id>(?<kind>persona|point|stage|step|lane|note)_[A-Za-z0-9_-]{1,59})"`,
    String.raw`"(?<text>text)"\s*:\s*"`,
    String.raw`"column"\s*:\s*"(?<column>(?:step|stage)_[A-Za-z0-9_-]{1,59})"`,
    String.raw`"(?<list>cells|notes)"\s*:\s*\[`,
    String.raw`"(?<end>digest|docHash|doc|versions|assets)"\s*:`,
  ].join('|'),
  'g',
)

interface Mark {
  readonly at: number
  readonly what: 'section' | 'record' | 'text' | 'column' | 'list' | 'end'
  /** The section, the id, the column or the list. */
  readonly value: string
  readonly kind: string
}

/**
 * Find the records of a map in what is left of its file, wherever damage is and however the file was laid out.
 *
 * Every record is looked for by itself, so what is broken in one takes nothing from the next. A note without a place goes to the inbox, a column
 * that only its notes name is made anew under the name that stands beside it.
 */
export function salvageText(text: string, newId: NewId): SalvagedText {
  const marks = marksOf(text)
  const found = new Found(newId)
  const head = /"map"\s*:\s*\{/.exec(text)
  if (head) found.settings(pieceOf(text, head.index + head[0].length - 1, marks[0]?.at ?? text.length).fields)
  for (const [index, mark] of marks.entries()) {
    found.take(mark, () => pieceOf(text, mark.at, marks[index + 1]?.at ?? text.length))
  }
  return found.end()
}

function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const { index: at, groups = {} } of text.matchAll(MARKS)) {
    const { section, id, kind = '', text: ownText, column, list, end } = groups
    // The text of a note belongs to the note whose id stands before it, in the same pair of braces.
    const before = marks.at(-1)
    if (ownText !== undefined && before?.kind === 'note' && !/[{}]/.test(text.slice(before.at, at))) continue
    if (section !== undefined) marks.push({ at, what: 'section', value: section, kind })
    else if (id !== undefined) marks.push({ at, what: 'record', value: id, kind })
    else if (ownText !== undefined) marks.push({ at, what: 'text', value: '', kind: 'note' })
    else if (column !== undefined) marks.push({ at, what: 'column', value: column, kind })
    else if (list !== undefined) marks.push({ at, what: 'list', value: list, kind })
    else if (end !== undefined) marks.push({ at, what: 'end', value: end, kind })
  }
  return marks
}

/** The map as far as it has been found, and where in it the next record belongs. */
class Found {
  readonly #newId: NewId
  readonly #personas: Persona[] = []
  readonly #stages: Stage[] = []
  readonly #lanes: Lane[] = []
  readonly #inbox: ReadableNote[] = []
  readonly #ids = new Map<string, string>()
  #settings: Fields = {}
  #section = ''
  #persona: Persona | null = null
  #stage: Stage | null = null
  #lane: Lane | null = null
  /** A lane began and its cells have not. */
  #laneIsNew = false
  #column: { readonly id: string; readonly title: string | undefined } | null = null
  #columnIsNew = false
  /** Whatever stands behind the last record: the head of a lane whose own id is gone. */
  #rest: Fields = {}
  #unplaced = 0
  readonly #partial: string[] = []
  readonly #nameless: string[] = []

  constructor(newId: NewId) {
    this.#newId = newId
  }

  settings(fields: Fields): void {
    this.#settings = fields
  }

  take({ what, value, kind }: Mark, read: () => ReturnType<typeof pieceOf>): void {
    if (what === 'section' || what === 'end') this.#begin(what === 'end' ? '' : value)
    else if (what === 'column') {
      this.#column = { id: value, title: textOf(read().fields['title']) }
      this.#columnIsNew = true
    } else if (what === 'list') this.#list(value)
    else this.#record(kind, value, read())
  }

  #begin(section: string): void {
    this.#section = section
    this.#persona = null
    this.#stage = null
    this.#lane = null
    this.#column = null
  }

  #list(list: string): void {
    if (list === 'cells') {
      if (!this.#laneIsNew) this.#addLane(this.#newId('lane'), this.#rest)
      this.#laneIsNew = false
    } else {
      if (!this.#columnIsNew) this.#column = null
      this.#columnIsNew = false
    }
  }

  #record(kind: string, id: string, piece: ReturnType<typeof pieceOf>): void {
    this.#rest = piece.rest
    const { fields } = piece
    if (kind === 'note') this.#addNote(id, fields, piece.partial)
    else if (kind === 'point') this.#addPoint({ ...fields, id })
    else if (this.#ids.has(id)) return
    else if (kind === 'persona') this.#addPersona(id, fields)
    else if (kind === 'stage') this.#addStage(id, fields)
    else if (kind === 'step') this.#addStep(id, fields)
    else this.#addLane(id, fields)
  }

  #addPersona(id: string, fields: Fields): void {
    const persona = lenient(ReadablePersona, { ...fields, id, points: [] }, { name: '', color: 'teal', marker: 'circle' })
    if (!persona) return
    this.#ids.set(id, '')
    this.#persona = persona
    this.#personas.push(persona)
  }

  #addPoint(fields: Fields): void {
    const point = lenient(ReadablePoint, fields, {})
    if (!point || this.#ids.has(point.id)) return
    this.#ids.set(point.id, '')
    if (!this.#persona) this.#addPersona(this.#newId('persona'), {})
    this.#persona?.points.push(point)
  }

  #addStage(id: string, fields: Fields): void {
    const stage = lenient(ReadableStage, { ...fields, id, steps: [] }, { title: '' })
    if (!stage) return
    this.#ids.set(id, '')
    this.#stage = stage
    this.#stages.push(stage)
  }

  #addStep(id: string, fields: Fields): void {
    const step = lenient(ReadableStep, { ...fields, id }, { title: '' })
    if (!step) return
    this.#ids.set(id, '')
    if (!this.#stage) this.#addStage(this.#newId('stage'), {})
    this.#stage?.steps.push(step)
  }

  #addLane(id: string, fields: Fields): void {
    const lane = lenient(ReadableLane, { ...fields, id, cells: [] }, { kind: 'text', span: 'step' })
    if (!lane) return
    this.#ids.set(id, '')
    this.#lane = lane
    this.#laneIsNew = true
    this.#column = null
    this.#columnIsNew = false
    this.#lanes.push(lane)
  }

  #addNote(id: string, fields: Fields, partial: boolean): void {
    const text = textOf(fields['text']) ?? ''
    const known = id === '' ? undefined : this.#ids.get(id)
    // The same note twice is one; another text under its id is another note.
    if (known === text) return
    const own = id === '' || known !== undefined ? this.#newId('note') : id
    const note = lenient(ReadableNote, { ...fields, text, id: own }, { text: '' })
    if (!note) return
    this.#ids.set(own, text)
    if (partial || id === '') this.#partial.push(own)
    if (!partial && id === '') this.#nameless.push(own)
    const lane = this.#lane
    if (this.#section !== 'inbox' && lane && this.#column) cellOf(lane, this.#column).notes.push(note)
    else {
      if (this.#section !== 'inbox') this.#unplaced += 1
      this.#inbox.push(note)
    }
  }

  end(): SalvagedText {
    for (const lane of this.#lanes) this.#mendColumns(lane)
    for (const persona of this.#personas) this.#mendPoints(persona)
    for (const stage of this.#stages) if (stage.steps.length === 0) stage.steps.push({ id: this.#newId('step'), title: '' })
    const parts = { personas: this.#personas, stages: this.#stages, lanes: this.#lanes, inbox: this.#inbox }
    const map = lenient(ReadableMap, { ...this.#settings, ...parts }, { title: '', kind: 'cjm', state: 'as-is' })
    if (!map) throw new Error('what was read record by record is no map')
    return { map, unplaced: this.#unplaced, partial: this.#partial, nameless: this.#nameless }
  }

  /** Columns whose own record is gone stand where their neighbours are. */
  #mendColumns(lane: Lane): void {
    const first = lane.cells[0]
    if (first) lane.span = first.column.startsWith('stage_') ? 'stage' : 'step'
    let before: string | null = null
    for (const { column, title } of lane.cells) {
      if (lane.span === 'stage') this.#mendStage(column, title, before)
      else this.#mendStep(column, title, before)
      before = column
    }
  }

  #mendPoints(persona: Persona): void {
    let before: string | null = null
    for (const { step, title } of persona.points) {
      this.#mendStep(step, title, before)
      before = step
    }
  }

  #mendStage(id: string, title: string | undefined, before: string | null): void {
    if (this.#ids.has(id)) return
    this.#addStage(id, { title: title ?? '' })
    const stage = this.#stages.pop()
    const place = this.#stages.findIndex((candidate) => candidate.id === before) + 1
    if (stage) this.#stages.splice(place, 0, stage)
  }

  #mendStep(id: string, title: string | undefined, before: string | null): void {
    if (this.#ids.has(id)) return
    if (this.#stages.length === 0) this.#addStage(this.#newId('stage'), {})
    const step = lenient(ReadableStep, { id, title: title ?? '' }, { title: '' })
    const stage = this.#stages.find(({ steps }) => steps.some((candidate) => candidate.id === before)) ?? this.#stages[0]
    if (!step || !stage) return
    this.#ids.set(id, '')
    stage.steps.splice(stage.steps.findIndex((candidate: Step) => candidate.id === before) + 1, 0, step)
  }
}

function cellOf(lane: Lane, { id, title }: { readonly id: string; readonly title: string | undefined }): Lane['cells'][number] {
  const known = lane.cells.find(({ column }) => column === id)
  if (known) return known
  // The pattern it was found by is that of the schema.
  const cell = { column: id as Lane['cells'][number]['column'], ...(title === undefined ? {} : { title }), notes: [] }
  lane.cells.push(cell)
  return cell
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A record with every field that can be read; what cannot is left out or has its default. Null where it lacks something it needs. */
function lenient<T>(schema: z.ZodType<T>, fields: Fields, defaults: Fields): T | null {
  const first = schema.safeParse({ ...defaults, ...fields })
  if (first.success) return first.data
  const mended: Record<string, unknown> = { ...defaults, ...fields }
  for (const issue of first.error.issues) {
    const key = String(issue.path[0])
    const value = mended[key]
    if (issue.code === 'too_big' && typeof value === 'string') mended[key] = value.slice(0, Number(issue.maximum))
    else if (key in defaults) mended[key] = defaults[key]
    else delete mended[key]
  }
  const second = schema.safeParse(mended)
  return second.success ? second.data : null
}
