import { compareByOrder, ordersAt, type Ordered } from '../base/order'
import { cellKey, cellOf, type AnyRecord, type Board, type RecordId } from '../model/board'

/** Records that come into lists of ours from another map, each list by a name that both maps have for it. */
export type Incoming = ReadonlyMap<string, ReadonlySet<RecordId>>

/** The list in which a map shows a record; null for what has no order of its own. */
export function listOf(board: Board, record: AnyRecord): string | null {
  if (!('order' in record)) return null
  if ('stageId' in record) return record.stageId
  if (!record.id.startsWith('note_')) return record.id.slice(0, record.id.indexOf('_'))
  const cell = cellOf(board, record as Extract<AnyRecord, { readonly id: `note_${string}` }>)
  return cell ? cellKey(cell) : INBOX
}

const INBOX = 'inbox'

/**
 * Order keys for what comes in: each behind the record that it follows in its own map, as far as ours has that one.
 *
 * The keys of another map say nothing here; only its sequence does.
 */
export function incomingOrders(ours: Board, theirs: Board, incoming: Incoming): ReadonlyMap<RecordId, string> {
  const orders = new Map<RecordId, string>()
  const [here, there] = [listsOf(ours), listsOf(theirs)]
  for (const [name, ids] of incoming) {
    const list: Ordered[] = (here.get(name) ?? []).filter(({ id }) => !ids.has(id as RecordId)).sort(compareByOrder)
    const places = new Set(list.map(({ id }) => id))
    let after: string | null = null
    for (const { id } of there.get(name) ?? []) {
      if (ids.has(id as RecordId)) {
        const at: number = after === null ? 0 : list.findIndex((item) => item.id === after) + 1
        const [order = ''] = ordersAt(list, at, 1)
        list.splice(at, 0, { id, order })
        // Among equal keys there is no room between, so that it may have landed further on.
        list.sort(compareByOrder)
        orders.set(id as RecordId, order)
        after = id
      } else if (places.has(id)) after = id
    }
  }
  return orders
}

/** What a map shows, list by list, in order. */
function listsOf(board: Board): ReadonlyMap<string, readonly Ordered[]> {
  return new Map<string, readonly Ordered[]>([
    ['persona', board.personas],
    ['stage', board.stages],
    ['lane', board.lanes],
    ...board.stepsOf,
    ...board.notesIn,
    [INBOX, board.inbox],
  ])
}
