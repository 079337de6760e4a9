import { columnMeaning } from './columnWords'
import { cellAt, filledCells, type GridRow } from './grid'
import type { TableRegion } from './tableRegion'

/**
 * A list of steps whose stages stand on lines of their own, with a column for them instead; the header may be said
 * again below each. Any other table stays as it is.
 */
export function withoutSections({ above, table, below }: TableRegion): TableRegion {
  const [header, ...all] = table.rows
  if (!header) return { above, table, below }
  const meanings = header.cells.map((cell) => columnMeaning(cell)?.is)
  const rows = all.filter((row) => !isSame(row, header))
  const isRepeated = rows.length < all.length
  const first = above.at(-1)
  // The name of the first stage stands above the header where the header is said again below the others.
  const opening = isRepeated && first && filledCells(first) === 1 ? first : undefined
  const known = meanings.filter((meaning) => meaning !== undefined).length
  const names = rows.filter(isSection)
  const isList = !meanings.includes('stage') && known * 2 >= header.cells.filter((cell) => cell.trim() !== '').length && known > 0
  if (
    !isList ||
    names.length + (opening ? 1 : 0) < 2 ||
    rows.some((row, i) => isSection(row) && isLastOrSection(rows[i + 1])) ||
    (opening === undefined && rows[0] && !isSection(rows[0]))
  ) {
    return { above, table: { rows: [header, ...rows] }, below }
  }
  let stage = opening ? sectionName(opening) : ''
  const staged: GridRow[] = []
  for (const row of rows) {
    if (isSection(row)) stage = sectionName(row)
    else staged.push({ line: row.line, cells: [stage, ...row.cells] })
  }
  return {
    above: opening ? above.slice(0, -1) : above,
    table: { rows: [{ line: header.line, cells: ['Stage', ...header.cells] }, ...staged] },
    below,
  }
}

function isSection(row: GridRow): boolean {
  return filledCells(row) === 1 && cellAt(row, 0) !== ''
}

/** A stage without steps is more likely a step of which nothing else is said. */
function isLastOrSection(row: GridRow | undefined): boolean {
  return row === undefined || isSection(row)
}

function isSame(row: GridRow, header: GridRow): boolean {
  return (
    filledCells(row) > 1 &&
    row.cells.every((cell, column) => cell.trim() === cellAt(header, column)) &&
    filledCells(row) === filledCells(header)
  )
}

function sectionName(row: GridRow): string {
  return stageName(row.cells.find((cell) => cell.trim() !== '') ?? '')
}

const STAGE_WORD = '(?:stage|phase|step|этап|стадия|фаза|шаг|etap|faza|krok|fase|etapa|phase|stufe|schritt|étape|paso|tappa)'
/** "Stage 1: ", "Phase: ", "1. ", also behind an emoji. */
const NUMBERED = new RegExp(
  `^(?:\\p{Extended_Pictographic}\\uFE0F?\\s*)*(?:${STAGE_WORD}\\s*(?:№|#|no\\.?)?\\s*(?:\\d{1,2}|[ivx]{1,4})(?![\\p{L}\\d])\\s*[-\\u2010-\\u2015:.)|]?\\s*|` +
    `${STAGE_WORD}\\s*[-\\u2010-\\u2015:]\\s*|\\d{1,2}(?:\\s*[-\\u2010-\\u2015:.)]|\\uFE0F?\\u20E3)\\s*)(?=\\S)`,
  'iu',
)

/** "Stage 1: Awareness" is Awareness. */
export function stageName(heading: string): string {
  return heading.trim().replace(NUMBERED, '')
}

/** Whether a heading says that it is one of several stages. */
export function saysStage(heading: string): boolean {
  return NUMBERED.test(heading.trim())
}
