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
    const list = (here.get(name) ?? []).filter(({ id }) => !ids.has(id as RecordId)).sort(compareByOrder)
    const gaps = gapsBehind(list)
    const into = new Map<number, RecordId[]>()
    let gap = 0
    for (const { id } of there.get(name) ?? []) {
      if (ids.has(id as RecordId)) pushTo(into, gap, id as RecordId)
      else gap = gaps.get(id) ?? gap
    }
    // All that comes into one gap at once: the keys stay short, however much that is.
    for (const [at, coming] of into) {
      const keys = ordersAt(list, at, coming.length)
      coming.forEach((id, i) => orders.set(id, keys[i] ?? ''))
    }
  }
  return orders
}

/** The index at which something goes that follows a record. Among equal keys there is no room between, so that it goes behind them all. */
function gapsBehind(list: readonly Ordered[]): ReadonlyMap<string, number> {
  const gaps = new Map<string, number>()
  let gap = list.length
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const [item, next] = [list[i], list[i + 1]]
    if (!item) continue
    if (item.order !== next?.order) gap = i + 1
    gaps.set(item.id, gap)
  }
  return gaps
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
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
