import { colorOf, markOf, proofOf } from './columnWords'
import type { ContentBuilder, Source } from './contentBuilder'
import { cellAt, type GridRow } from './grid'
import type { ContentNote } from './importedMap'
import { guessLane, laneTitle, type LaneGuess } from './laneWords'
import type { ListPlan } from './list'
import { readFeelings, readFeelingText } from './listFeelings'
import { ListPlaces, type RowPlace } from './listPlace'
import { lookOf, notesOf } from './noteTexts'
import { saysNothing } from './nothing'

type RowLook = Pick<ContentNote, 'personas' | 'proof' | 'color'>

/** Reads the rows of a list one after the other. */
export class ListReader {
  readonly #builder: ContentBuilder
  readonly #plan: ListPlan
  readonly #places: ListPlaces
  /** Lanes that rows name, by that name. */
  readonly #lanes = new Map<string, LaneGuess & { readonly lane: number }>()
  /** Notes of columns so far: lists repeat a stage's owner in each of its rows. */
  readonly #seen = new Map<string, number>()

  constructor(builder: ContentBuilder, plan: ListPlan) {
    this.#builder = builder
    this.#plan = plan
    this.#places = new ListPlaces(builder, plan)
  }

  read(row: GridRow): void {
    const place = this.#places.next(row)
    const personas = this.#personasOf(row)
    const look = this.#lookOf(row, personas)
    for (const lane of this.#plan.lanes) {
      const source = { line: row.line, text: cellAt(row, lane.column) }
      for (const note of notesOf(source.text, lane)) {
        this.#addOnce(note.text, lane.lane, place, source, { ...look, ...note.look })
        if (note.ticked) this.#builder.list({ line: row.line, text: note.text }, 'ticked')
      }
    }
    this.#readText(row, place, look)
    readFeelings(this.#builder, this.#plan.emotions, row, place, personas)
    const duration = this.#sourceOf(row, 'duration')
    this.#builder.setDuration(place.stage, duration.text, duration)
  }

  #sourceOf(row: GridRow, field: keyof ListPlan['fields']): Source {
    const column = this.#plan.fields[field]
    const text = column === undefined ? '' : cellAt(row, column)
    return { line: row.line, text: saysNothing(text) ? '' : text }
  }

  /** Personas are divided by lines or semicolons only: "Anna, 29" is one name. */
  #personasOf(row: GridRow): number[] {
    const source = this.#sourceOf(row, 'persona')
    const names = source.text.split(/[\n;]/).filter((name) => name.trim() !== '')
    return [...new Set(names.flatMap((name) => this.#builder.persona(name, source) ?? []))]
  }

  #lookOf(row: GridRow, personas: readonly number[]): RowLook {
    const color = this.#parse(this.#sourceOf(row, 'color'), colorOf)
    const proof = this.#parse(this.#sourceOf(row, 'proof'), proofOf)
    return { ...(personas.length > 0 && { personas }), ...(color && { color }), ...(proof && { proof }) }
  }

  #parse<T>(source: Source, parse: (cell: string) => T | null): T | null {
    const value = parse(source.text)
    if (value === null) this.#builder.toInbox(source, 'not-understood')
    return value
  }

  /** The row's own note, in the lane that the row names, or in the one its type belongs to. */
  #readText(row: GridRow, place: RowPlace, look: RowLook): void {
    const own = this.#sourceOf(row, 'text')
    const laneName = this.#sourceOf(row, 'lane').text
    const type = this.#sourceOf(row, 'type')
    const extras = this.#extrasOf(row)
    const mark = markOf(type.text)
    if (mark === null && guessLane(type.text) === null) this.#builder.toInbox(type, 'not-understood')

    const guess = guessLane(laneName === '' ? type.text : laneName)
    if (guess?.kind === 'emotions') {
      // A feeling told as a note: the row's text is the feeling.
      if (this.#plan.emotions.length === 0) this.#laneNamed('', guess, own)
      if (own.text !== '') readFeelingText(this.#builder, own, place, look.personas ?? [])
      this.#builder.toInbox({ line: row.line, text: extras.join('\n') }, 'not-understood')
      return
    }
    const text = [own.text, ...extras].filter((line) => line !== '').join('\n')
    if (text === '' && laneName === '') return
    const lane = this.#laneNamed(laneName, guess ?? { kind: 'text' }, { line: row.line, text: laneName })
    const noteLook = { ...lookOf(lane.kind, mark ?? lane.mark, text), ...look }
    this.#builder.addNote(text, { lane: lane.lane, ...place }, { line: row.line, text }, noteLook)
  }

  /** What else the row says of its note, under the name of its column. */
  #extrasOf(row: GridRow): string[] {
    return this.#plan.extras.flatMap(({ column, name }) => {
      const cell = cellAt(row, column)
      if (cell === '') return []
      return name === '' ? cell : `${name}: ${cell}`
    })
  }

  #laneNamed(name: string, guess: LaneGuess, source: Source): LaneGuess & { readonly lane: number } {
    const key = name === '' ? `kind ${guess.kind}` : `name ${name}`
    const known = this.#lanes.get(key)
    if (known) return known
    const title = name === '' ? undefined : laneTitle(name, guess.kind)
    const made = { ...guess, lane: this.#builder.addLane(guess.kind, title, source) }
    this.#lanes.set(key, made)
    return made
  }

  #addOnce(text: string, lane: number, place: RowPlace, source: Source, look: Omit<ContentNote, 'text' | 'place'>): void {
    const key = `${lane}|${place.stage}|${place.step}|${text}`
    const known = this.#seen.get(key)
    // What two people do is one note of both.
    if (known !== undefined) this.#builder.addPersonas(known, look.personas ?? [])
    else this.#seen.set(key, this.#builder.addNote(text, { lane, ...place }, source, look))
  }
}
