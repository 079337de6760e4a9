import { cutAt, divideText } from '../base/fitText'
import { fail, ok, type Result } from '../base/result'
import type { LaneKind } from '../model/lane'
import { laneKindInfo } from '../model/laneKinds'
import { LIMITS } from '../model/limits'
import { PERSONA_COLORS, PERSONA_MARKERS } from '../model/persona'
import { oneLine } from './cleanText'
import type {
  ContentLane,
  ContentNote,
  ContentPersona,
  ContentPlace,
  ContentPoint,
  ContentStage,
  ContentStep,
  EmotionGuess,
  Encoding,
  ImportedMap,
  ImportFailure,
  ImportFormat,
  ImportShape,
  ReportLine,
  ReportWhy,
} from './importedMap'

/** Where a value came from, so that whatever goes wrong with it can be listed. */
export interface Source {
  readonly line: number
  readonly text: string
}

export interface ImportOrigin {
  readonly format: ImportFormat
  readonly encoding: Encoding
}

/**
 * Collects a map while a source is read from top to bottom.
 *
 * It keeps the limits of a map for every parser: too long a title is shortened and too long a text divided, both
 * listed; more stages or notes than a map can hold make the whole import fail, because half a map is no map.
 */
export class ContentBuilder {
  title = ''
  scenario = ''
  /** Whether which way round a table is was guessed, not read from its headings. */
  rowsGuessed = false
  /** Who somebody is whom the feelings do not name, where the source says it once for all. */
  unnamedPersona = ''
  readonly #origin: ImportOrigin
  readonly #shape: ImportShape
  readonly #personas: ContentPersona[] = []
  readonly #stages: { title: string; duration: string; steps: ContentStep[] }[] = []
  readonly #lanes: { kind: LaneKind; title?: string }[] = []
  readonly #notes: ContentNote[] = []
  readonly #points = new Map<string, ContentPoint>()
  readonly #guesses = new Map<string, EmotionGuess>()
  readonly #lines: ReportLine[] = []
  readonly #refusedPersonas = new Set<string>()

  constructor(origin: ImportOrigin, shape: ImportShape) {
    this.#origin = origin
    this.#shape = shape
  }

  /** The first title wins; a different one is listed and kept in the inbox. */
  setTitle(text: string, source: Source): void {
    const title = oneLine(text)
    if (title === '' || title === this.title) return
    if (this.title !== '') this.toInbox(source, 'second-title', title)
    else this.title = this.#fitTitle(title, source)
  }

  addScenario(text: string): void {
    const all = this.scenario === '' ? text.trim() : `${this.scenario}\n${text.trim()}`
    this.scenario = cutAt(all, LIMITS.longText)
    const rest = all.slice(this.scenario.length)
    if (rest !== '') this.toInbox({ line: 1, text: rest }, 'note-split')
  }

  addStage(title: string, source: Source): number {
    return this.#stages.push({ title: this.#fitTitle(oneLine(title), source), duration: '', steps: [] }) - 1
  }

  /** The first duration wins; a different one is kept in the inbox. */
  setDuration(stage: number, text: string, source: Source): void {
    const known = this.#stages[stage]
    const duration = oneLine(text)
    if (!known || duration === '' || duration === known.duration) return
    if (known.duration === '') known.duration = this.#fitTitle(duration, source)
    else this.toInbox(source, 'not-understood', duration)
  }

  addStep(stage: number, title: string, source: Source): number {
    const step: ContentStep = { title: this.#fitTitle(oneLine(title), source) }
    return (this.#stages[stage]?.steps.push(step) ?? 0) - 1
  }

  get stageCount(): number {
    return this.#stages.length
  }

  addLane(kind: LaneKind, title: string | undefined, source: Source): number {
    const fitted = title === undefined ? '' : this.#fitTitle(oneLine(title), source)
    return this.#lanes.push(fitted === '' ? { kind } : { kind, title: fitted }) - 1
  }

  /** The persona of that name, made if it is new; `null` when the map can hold no more. */
  persona(name: string, source: Source): number | null {
    const fitted = this.#fitTitle(oneLine(name) || oneLine(this.unnamedPersona), source)
    const known = this.#personas.findIndex((persona) => persona.name === fitted)
    if (known >= 0) return known
    const count = this.#personas.length
    if (count >= LIMITS.personas) {
      if (!this.#refusedPersonas.has(fitted)) this.toInbox(source, 'too-many-personas', fitted)
      this.#refusedPersonas.add(fitted)
      return null
    }
    // Colours repeat after four; the shape then moves on by one, so that no two personas look alike.
    const colors = PERSONA_COLORS.length
    const color = PERSONA_COLORS[count % colors] ?? 'teal'
    const marker = PERSONA_MARKERS[(count + Math.floor(count / colors)) % PERSONA_MARKERS.length] ?? 'circle'
    return this.#personas.push({ name: fitted, color, marker }) - 1
  }

  get personaCount(): number {
    return this.#personas.length
  }

  /** Where the note is among the others; the first of several that a long text becomes. */
  addNote(text: string, place: ContentPlace | null, source: Source, look: Omit<ContentNote, 'text' | 'place'> = {}): number {
    const parts = divideText(text, LIMITS.noteText)
    if (parts.length > 1) this.list(source, 'note-split')
    const at = this.#notes.length
    for (const part of parts) this.#notes.push({ text: part, place, ...look })
    return at
  }

  /** A note of somebody is of these personas too; one of nobody is of everybody already. */
  addPersonas(at: number, personas: readonly number[]): void {
    const note = this.#notes[at]
    if (note?.personas) this.#notes[at] = { ...note, personas: [...new Set([...note.personas, ...personas])] }
  }

  /** False when the persona already has a point at that step. */
  addPoint(point: ContentPoint, source: Source): boolean {
    const key = `${point.persona}|${point.stage}|${point.step}`
    if (this.#points.has(key)) return false
    const label = cutAt(oneLine(point.label), LIMITS.title)
    const reason = cutAt(point.reason, LIMITS.longText)
    if (reason !== point.reason) this.toInbox(source, 'note-split', point.reason)
    this.#points.set(key, { ...point, label, reason })
    if (point.guessed) this.#guesses.set(`${point.value} ${oneLine(source.text)}`, { text: oneLine(source.text), value: point.value })
    return true
  }

  hasPoint(persona: number, stage: number, step: number): boolean {
    return this.#points.has(`${persona}|${stage}|${step}`)
  }

  /** List what has no place on the map. */
  list({ line, text }: Source, why: ReportWhy): void {
    this.#lines.push({ line, text, why, inbox: false })
  }

  /** List what was not understood and keep it as a note in the inbox. */
  toInbox({ line, text }: Source, why: ReportWhy, note = text): void {
    if (note.trim() === '') return
    this.#lines.push({ line, text, why, inbox: true })
    this.addNote(note, null, { line, text })
  }

  /** Nothing more needs to be read: `build` will refuse. */
  get isOverLimit(): boolean {
    return this.#notes.length > LIMITS.notes || this.#stages.length > LIMITS.stages || this.#lanes.length > LIMITS.lanes
  }

  /** Fails with `empty` when nothing at all was read, and with `too-large` beyond what a map can hold. */
  build(): Result<ImportedMap, ImportFailure> {
    if (this.#stages.length === 0) {
      if (this.title === '' && this.scenario === '' && this.#notes.length === 0) return fail('empty')
      this.addStage('', { line: 1, text: '' })
    }
    const stages = this.#stages.map((stage): ContentStage => ({ ...stage, steps: stage.steps.length > 0 ? stage.steps : [{ title: '' }] }))
    const points = [...this.#points.values()]
    const counts = {
      personas: this.#personas.length,
      stages: stages.length,
      steps: stages.reduce((sum, { steps }) => sum + steps.length, 0),
      lanes: this.#lanes.length,
      notes: this.#notes.length,
      points: points.length,
    }
    for (const [what, count] of Object.entries(counts)) {
      // The counts are named as their limits are.
      const limit = LIMITS[what as keyof typeof counts]
      if (count > limit) return fail('too-large', { what, count, limit })
    }
    return ok({
      title: this.title,
      kind: 'cjm',
      scenario: this.scenario,
      personas: this.#personas,
      stages,
      lanes: this.#lanes.map((lane, index) => this.#withSpan(lane, index)),
      notes: this.#notes,
      points,
      report: {
        ...this.#origin,
        shape: this.#shape,
        table: this.#shape === 'journey' ? null : { rows: this.#shape === 'matrix' ? 'lanes' : 'stages', guessed: this.rowsGuessed },
        doubt: null,
        lines: this.#lines.toSorted((a, b) => a.line - b.line),
        guesses: [...this.#guesses.values()],
        counts: {
          ...counts,
          guessed: points.filter((point) => point.guessed).length,
          inbox: this.#notes.filter((note) => note.place === null).length,
        },
      },
    })
  }

  /** A lane whose kind spans stages spans steps if its notes are told apart by step; the span is fixed from then on. */
  #withSpan(lane: { kind: LaneKind; title?: string }, index: number): ContentLane {
    const usesSteps = this.#notes.some(({ place }) => place !== null && place.lane === index && place.step > 0)
    return { ...lane, span: usesSteps ? 'step' : laneKindInfo(lane.kind).span }
  }

  #fitTitle(title: string, source: Source): string {
    if (title.length <= LIMITS.title) return title
    this.toInbox(source, 'title-too-long', title)
    return cutAt(title, LIMITS.title)
  }
}
