import type { ContentBuilder } from './contentBuilder'
import { cellAt, type GridRow } from './grid'
import { unmarked } from './laneWords'
import type { ListPlan } from './list'
import { saysNothing } from './nothing'

/** Where a row's notes and feelings belong. */
export interface RowPlace {
  readonly stage: number
  readonly step: number
}

interface KnownStage {
  readonly title: string
  readonly index: number
  readonly stepTitles: string[]
}

/** A step made of a row is named after what happens in it, if that fits a header. */
const STEP_TITLE = 60

/** Follows a list down its rows, and makes the stages and steps they name. */
export class ListPlaces {
  readonly #builder: ContentBuilder
  readonly #plan: ListPlan
  readonly #stages = new Map<string, KnownStage>()
  #stage: KnownStage | null = null
  #step = 0

  constructor(builder: ContentBuilder, plan: ListPlan) {
    this.#builder = builder
    this.#plan = plan
  }

  /** The place of the next row. An empty cell goes on with the one above, as merged cells come out of a spreadsheet. */
  next(row: GridRow): RowPlace {
    const { stage: stageColumn, step: stepColumn } = this.#plan.fields
    const title = stageColumn === undefined ? '' : nameAt(row, stageColumn)
    const before = this.#stage
    // Rows above the first stage belong to one that nobody named, as tasks above the first section do.
    const stage = before !== null && title === '' ? before : this.#stageNamed(title, row)
    this.#stage = stage
    const stepTitle = stepColumn === undefined ? '' : nameAt(row, stepColumn)
    if (this.#plan.rowsAreSteps) this.#step = this.#addStep(stage, this.#titleOfRow(row), row)
    else if (stepTitle !== '') {
      const known = stage.stepTitles.indexOf(stepTitle)
      this.#step = known >= 0 ? known : this.#addStep(stage, stepTitle, row)
    } else if (stage.stepTitles.length === 0) this.#step = this.#addStep(stage, '', row)
    else if (stage !== before) this.#step = 0
    return { stage: stage.index, step: this.#step }
  }

  #stageNamed(title: string, row: GridRow): KnownStage {
    const known = this.#stages.get(title)
    if (known) return known
    const stage = { title, index: this.#builder.addStage(title, { line: row.line, text: title }), stepTitles: [] }
    this.#stages.set(title, stage)
    return stage
  }

  #addStep(stage: KnownStage, title: string, row: GridRow): number {
    stage.stepTitles.push(title)
    return this.#builder.addStep(stage.index, title, { line: row.line, text: title })
  }

  #titleOfRow(row: GridRow): string {
    const { lanes } = this.#plan
    const lane = lanes.find(({ kind }) => kind === 'actions') ?? lanes.find(({ kind }) => kind === 'touchpoints')
    const [title = ''] = lane ? cellAt(row, lane.column).split('\n') : []
    return title.length <= STEP_TITLE ? title : ''
  }
}

/** Ditto marks go on with the cell above, as an empty cell does. */
function nameAt(row: GridRow, column: number): string {
  const name = cellAt(row, column)
  return saysNothing(name) || /^(?:["\u201D\u3003]|''|ditto)$/i.test(name) ? '' : unmarked(name)
}
