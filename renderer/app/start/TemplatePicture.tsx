import type { NoteColor } from '../../../shared/model/color'
import type { TemplateId } from '../../../shared/model/templateIds'

type Row = NoteColor | 'curve' | 'line'

/** What each template is drawn as: how many stages, and which lanes under them. */
const DRAWINGS: Readonly<Record<TemplateId, { readonly stages: number; readonly rows: readonly Row[] }>> = {
  blank: { stages: 5, rows: [] },
  'cjm-classic': { stages: 6, rows: ['sky', 'paper', 'curve', 'rose', 'lemon'] },
  'cjm-funnel': { stages: 4, rows: ['sky', 'lavender', 'curve', 'rose', 'lemon'] },
  blueprint: { stages: 5, rows: ['paper', 'line', 'apricot', 'line', 'orchid', 'line', 'paper'] },
  ujm: { stages: 5, rows: ['sky', 'paper', 'lavender', 'curve', 'rose'] },
  lxm: { stages: 6, rows: ['curve', 'lavender', 'mint', 'rose', 'lemon'] },
}

const COLUMN = 24

/** A template as a small drawing: its stages on the way line, its lanes as bands in their colours. */
export function TemplatePicture({ id }: { readonly id: TemplateId }) {
  const { stages, rows } = DRAWINGS[id]
  const width = stages * COLUMN + 12
  if (id === 'blank') return <BlankPicture width={width} stages={stages} />

  const placed = place(rows)
  const height = placed.height + 3
  return (
    <svg className="template-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect width={width} height={height} rx="7" fill="var(--surface)" />
      <WayLine stages={stages} y={8} />
      {placed.rows.map(({ row, y }, index) => (
        <RowDrawing key={index} row={row} y={y} index={index} stages={stages} width={width} />
      ))}
    </svg>
  )
}

const HEIGHTS = { curve: 24, line: 6 } as const

function place(rows: readonly Row[]): { readonly rows: readonly { readonly row: Row; readonly y: number }[]; readonly height: number } {
  let y = 17
  const placed = rows.map((row) => {
    const at = { row, y }
    y += row === 'curve' || row === 'line' ? HEIGHTS[row] : 15
    return at
  })
  return { rows: placed, height: y }
}

interface RowDrawingProps {
  readonly row: Row
  readonly y: number
  readonly index: number
  readonly stages: number
  readonly width: number
}

function RowDrawing({ row, y, index, stages, width }: RowDrawingProps) {
  if (row === 'line') return <path d={`M6 ${y + 1.5}H${width - 6}`} stroke="var(--line-3)" strokeDasharray="3 2.5" />
  if (row === 'curve') {
    const at = (share: number): number => Math.round(width * share)
    const d = `M10 ${y + 9}C${at(0.2)} ${y - 4} ${at(0.28)} ${y + 1} ${at(0.42)} ${y + 10}S${at(0.66)} ${y + 21} ${at(0.76)} ${y + 8}S${at(0.9)} ${y + 2} ${width - 10} ${y + 5}`
    return <path d={d} fill="none" stroke="var(--pa)" strokeWidth="2.4" strokeLinecap="round" />
  }
  const cells = Array.from({ length: stages }, (_, column) => column)
  return cells.map((column) => (
    <rect
      key={column}
      x={8 + column * COLUMN}
      y={y}
      width="20"
      height="11"
      rx="2.5"
      fill={`var(--${row}-edge)`}
      opacity={(index * 3 + column) % 5 === 4 ? 0.35 : 0.95}
    />
  ))
}

function WayLine({ stages, y }: { readonly stages: number; readonly y: number }) {
  const nodes = Array.from({ length: stages }, (_, column) => 9 + column * COLUMN)
  return (
    <>
      <path d={`M8 ${y}h${(stages - 1) * COLUMN}`} stroke="var(--text)" strokeWidth="1.5" />
      {nodes.map((x) => (
        <circle key={x} cx={x} cy={y} r="2.4" fill="var(--surface)" stroke="var(--text)" strokeWidth="1.4" />
      ))}
    </>
  )
}

function BlankPicture({ width, stages }: { readonly width: number; readonly stages: number }) {
  return (
    <svg className="template-drawing" width={width} height="78" viewBox={`0 0 ${width} 78`} aria-hidden="true">
      <rect width={width} height="78" rx="7" fill="var(--surface)" />
      <WayLine stages={stages} y={9} />
      {[26, 43, 60].map((y) => (
        <path key={y} d={`M0 ${y}.5H${width}`} stroke="var(--line)" />
      ))}
      <path d={`M${width / 2} 44v14M${width / 2 - 7} 51h14`} stroke="var(--text-3)" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
