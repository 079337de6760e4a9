import type { CellBox, LaneBox, Layout, PointBox, StepBox } from '../../shared/layout/layout'
import { noteOf, type Board } from '../../shared/model/board'
import type { NoteId } from '../../shared/model/note'
import { pointIdOf } from '../../shared/model/point'
import { sameFocus } from '../tools/focusMoves'
import { TwinItem, twinId, type Placed } from './boardTwinItem'
import type { TwinNames } from './boardTwinNames'

export interface TwinLaneProps {
  readonly box: LaneBox
  readonly row: number
  readonly board: Board
  readonly layout: Layout
  readonly names: TwinNames
  /** The place Tab reaches, where it is in this lane. */
  readonly current: Placed | null
  readonly selected: ReadonlySet<NoteId>
  /** Only counts, no notes: a lane far from the focus on a board with very many of them. */
  readonly brief: boolean
}

/** One lane as a row of the grid: its header, then a cell for each column. */
export function TwinLane(props: TwinLaneProps) {
  const { box, row, names, current, layout } = props
  const header: Placed = { kind: 'lane', id: box.lane.id }
  const open = !box.lane.collapsed && box.content !== 'separator'
  return (
    <div role="row" aria-rowindex={row}>
      <div role="rowheader">
        <TwinItem id={twinId(header)} place={header} name={names.lane(box)} current={isCurrent(current, header)} />
      </div>
      {open &&
        (box.content === 'curve'
          ? layout.stages
              .flatMap(({ steps }) => steps)
              .map((step, column) => <EmotionCell key={step.step.id} {...props} step={step} column={column + 2} />)
          : box.cells.map((cell) => <NoteCell key={cell.key} {...props} cell={cell} column={columnOf(layout, cell) + 2} />))}
    </div>
  )
}

function isCurrent(current: Placed | null, place: Placed): boolean {
  return current !== null && sameFocus(current, place)
}

/** The first step a cell stands under; a cell of a lane that spans stages covers several. */
function columnOf(layout: Layout, { rect }: CellBox): number {
  return layout.stages.flatMap(({ steps }) => steps).filter((step) => step.x + step.width / 2 < rect.x).length
}

function NoteCell({
  box,
  cell,
  column,
  board,
  names,
  current,
  selected,
  brief,
}: TwinLaneProps & { readonly cell: CellBox; readonly column: number }) {
  const place: Placed = { kind: 'cell', cell: cell.cell }
  const here = isCurrent(current, place)
  return (
    <div role="gridcell" aria-colindex={column}>
      {(cell.notes.length === 0 || brief || here) && (
        <TwinItem id={twinId(place)} place={place} name={names.cell(box, cell)} current={here} />
      )}
      {!brief &&
        cell.notes.map((id) => {
          const note = noteOf(board, id)
          const at: Placed = { kind: 'note', id }
          return (
            note && (
              <TwinItem
                key={id}
                id={twinId(at)}
                place={at}
                name={names.note(note, cell.cell.columnId)}
                current={isCurrent(current, at)}
                selected={selected.has(id)}
              />
            )
          )
        })}
    </div>
  )
}

/** At one step of an emotion lane, a slider for each persona whose curve is shown, or the gap in it. */
function EmotionCell({
  box,
  step,
  column,
  board,
  layout,
  names,
  current,
}: TwinLaneProps & { readonly step: StepBox; readonly column: number }) {
  return (
    <div role="gridcell" aria-colindex={column}>
      {board.personas
        .filter(({ curveHidden }) => !curveHidden)
        .map((persona) => {
          const place: Placed = { kind: 'emotion', laneId: box.lane.id, stepId: step.step.id, personaId: persona.id }
          const point: PointBox | undefined = layout.points.get(pointIdOf(persona.id, 'as-is', step.step.id))
          const common = { id: twinId(place), place, current: isCurrent(current, place) }
          return point ? (
            <TwinItem
              key={persona.id}
              {...common}
              name={names.point(persona, step.step.id)}
              value={{ now: point.point.value, text: names.value(point) }}
            />
          ) : (
            <TwinItem key={persona.id} {...common} name={names.gap(persona, step.step.id)} />
          )
        })}
    </div>
  )
}
