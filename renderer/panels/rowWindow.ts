/** Rows of a long list, from the first to before the last. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** Part of a list as it is put on the page: a row, or the room of rows that are not there. */
export type RowPiece =
  { readonly kind: 'row'; readonly index: number } | { readonly kind: 'gap'; readonly before: number; readonly height: number }

/** More than one sees, so that a turn of the wheel finds rows drawn already. */
const BESIDE = 6

/**
 * The rows that lie in a stretch of the list, and a few beside it.
 *
 * @param seen the stretch, measured from the top of the list
 */
export function rowsIn(
  seen: { readonly top: number; readonly bottom: number },
  count: number,
  heightOf: (index: number) => number,
): RowRange {
  let bottom = 0
  let from = count
  let to = count
  for (let index = 0; index < count; index += 1) {
    const top = bottom
    bottom += heightOf(index)
    if (from === count && bottom > seen.top) from = index
    if (top >= seen.bottom) {
      to = index
      break
    }
  }
  // Scrolled beyond the end, as a list is that has just become shorter: its last rows.
  if (from === count) from = Math.max(0, count - 1)
  return { from: Math.max(0, from - BESIDE), to: Math.min(count, Math.max(from, to) + BESIDE) }
}

/** The whole list with only these rows in it, and one that has the keyboard with its neighbours: wherever one scrolls, the next key finds them. */
export function piecesOf(range: RowRange, kept: number | null, count: number, heightOf: (index: number) => number): readonly RowPiece[] {
  const isDrawn = (index: number): boolean => (index >= range.from && index < range.to) || (kept !== null && Math.abs(index - kept) <= 1)
  const pieces: RowPiece[] = []
  let height = 0
  for (let index = 0; index < count; index += 1) {
    if (!isDrawn(index)) {
      height += heightOf(index)
      continue
    }
    if (height > 0) pieces.push({ kind: 'gap', before: index, height })
    height = 0
    pieces.push({ kind: 'row', index })
  }
  if (height > 0) pieces.push({ kind: 'gap', before: count, height })
  return pieces
}
