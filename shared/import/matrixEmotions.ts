import type { ContentBuilder, Source } from './contentBuilder'
import { placeEmotion } from './emotionLane'
import { emotionName, emotionOwners, measureOf } from './emotionPersona'
import { emotionScale, looksLikeFeelings, type EmotionScale } from './emotionValue'
import { combinedFeeling, type FeelingCell } from './feeling'
import { laneTitle } from './laneWords'
import type { MatrixColumn } from './matrixColumns'
import { notesOf } from './noteTexts'

export interface MatrixCell {
  readonly column: MatrixColumn
  readonly source: Source
}

interface Series {
  readonly name: string
  readonly measure: string
  readonly source: Source
  /** Its own cells, and those of each row without a name below it. */
  readonly rows: (readonly MatrixCell[])[]
}

/** The emotion rows of a matrix. They share one lane; whose they are is known when all of them are. */
export class MatrixEmotions {
  readonly #builder: ContentBuilder
  readonly #series: Series[] = []

  constructor(builder: ContentBuilder) {
    this.#builder = builder
  }

  get isEmpty(): boolean {
    return this.#series.length === 0
  }

  /** A row that is called emotions. */
  open(name: string, source: Source, cells: readonly MatrixCell[]): void {
    if (this.isEmpty) this.#builder.addLane('emotions', this.#titleOf(name), source)
    this.#series.push({ name, measure: measureOf(name), source, rows: [cells] })
  }

  /** A row without a name below one. */
  goOn(cells: readonly MatrixCell[]): void {
    this.#series.at(-1)?.rows.push(cells)
  }

  /** Draw what all the rows say. */
  place(): void {
    const owners = emotionOwners(this.#series.map(({ name, rows }) => ({ name, cells: textsOf(rows.flat()) })))
    const scales = this.#scales()
    const first = this.#series[0] && this.#titleOf(this.#series[0].name)
    const byOwner = new Map<string | null, Series[]>()
    this.#series.forEach((series, i) => {
      const owner = owners[i] ?? null
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), series])
    })
    for (const [owner, own] of byOwner) {
      if (owner === null) for (const series of own) this.#addMeasure(series)
      else this.#placeOf(owner, own, scales)
    }
    this.#series.forEach(({ name, source }, i) => {
      const title = this.#titleOf(name)
      // A second row of one curve has no name on the map.
      const isKnown = title === undefined || title === first
      if (!isKnown && owners[i] === emotionName(name).persona) this.#builder.list(source, 'heading')
    })
  }

  #titleOf(name: string): string | undefined {
    return laneTitle(emotionName(name).base, 'emotions')
  }

  /** Rows of one measure have one scale. */
  #scales(): ReadonlyMap<string, EmotionScale> {
    const alike = new Map<string, { name: string; texts: string[] }>()
    for (const { name, measure, rows } of this.#series) {
      const known = alike.get(measure) ?? { name, texts: [] }
      for (const text of textsOf(rows[0] ?? [])) known.texts.push(text)
      alike.set(measure, known)
    }
    return new Map([...alike].map(([measure, { name, texts }]) => [measure, emotionScale(name, texts)]))
  }

  #placeOf(owner: string, series: readonly Series[], scales: ReadonlyMap<string, EmotionScale>): void {
    const [first] = series
    if (!first) return
    const persona = this.#builder.persona(owner, first.source)
    const places = new Map<string, { column: MatrixColumn; cells: FeelingCell[] }>()
    for (const { name, measure, rows } of series) {
      const shared = scales.get(measure)
      for (const row of rows) {
        // A row without a name below one may be words, or another measure.
        const own = row === rows[0] ? shared : undefined
        const scale = own ?? emotionScale(name, textsOf(row))
        for (const { column, source } of row) {
          const key = `${column.stage}|${column.step}`
          const place = places.get(key) ?? { column, cells: [] }
          place.cells.push({ source, scale })
          places.set(key, place)
        }
      }
    }
    for (const { column, cells } of places.values()) {
      if (persona === null) for (const { source } of cells) this.#builder.toInbox(source, 'too-many-personas')
      else {
        const feeling = combinedFeeling(this.#builder, cells)
        if (feeling) placeEmotion(this.#builder, feeling.reading, { persona, ...column }, feeling.source)
      }
    }
  }

  /** Numbers beside the curves of several personas are nobody's feeling. */
  #addMeasure({ name, source, rows }: Series): void {
    const lane = this.#builder.addLane('kpi', name, source)
    for (const cell of rows.flat()) {
      for (const { text, look } of notesOf(cell.source.text, { kind: 'kpi' }))
        this.#builder.addNote(text, { lane, ...cell.column }, cell.source, look)
    }
  }
}

/** Whether a row that nobody could name holds nothing but scores, stars or faces. */
export function isFeelingRow(cells: readonly MatrixCell[]): boolean {
  return looksLikeFeelings(textsOf(cells))
}

function textsOf(cells: readonly MatrixCell[]): string[] {
  return cells.map(({ source }) => source.text)
}
