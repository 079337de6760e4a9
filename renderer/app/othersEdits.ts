import { boardWithFields, fieldsBefore, joinFieldsBefore, type FieldsBefore } from '../../shared/analysis/fieldsBefore'
import type { Translator } from '../../shared/i18n/translator'
import type { MapMerged } from '../../shared/ipc/surroundings'
import type { Board } from '../../shared/model/board'
import type { ConflictId } from '../../shared/model/conflict'
import type { Session } from '../state/session'
import type { ToastRequest } from '../state/toast'
import { placesToChoose } from '../panels/conflictCards'
import { showHistory, showMap } from '../state/uiStore'

/** Says in messages what others changed in the open map. */
export interface OthersEdits {
  /** Their edits are about to come. */
  coming(handle: string): void
  came(merged: MapMerged): void
}

export interface OthersEditsDeps {
  readonly session: () => Session | null
  readonly translator: () => Translator
  readonly show: (toast: ToastRequest, of: string) => void
  /** Whether a message of that key is still to be seen. */
  readonly isShown: (key: string) => boolean
}

/** What a message tells that is still to be seen; what comes meanwhile is added to it. */
interface Told {
  readonly key: string
  /** What it changed, as that was before. */
  readonly before: FieldsBefore
  readonly changed: ReadonlySet<string>
  /** Changes beyond those that were listed. */
  readonly more: number
  readonly by: readonly string[]
  /** What both sides changed, decided since or not. */
  readonly conflicts: ReadonlySet<ConflictId>
}

export function createOthersEdits({ session, translator, show, isShown }: OthersEditsDeps): OthersEdits {
  let coming: { readonly handle: string; readonly board: Board } | null = null
  let told: Told | null = null

  return {
    coming(handle) {
      const open = session()
      if (open?.handle === handle) coming = { handle, board: open.document.board() }
    },
    came(merged) {
      const open = session()
      if (open?.handle !== merged.handle) return
      const key = `merged ${merged.handle} ${merged.source} ${merged.name ?? ''}`
      const board = open.document.board()
      const before = coming?.handle === merged.handle ? coming.board : board
      coming = null
      const known = new Set(before.conflicts.map(({ id }) => id))
      const news = board.conflicts.flatMap(({ id }) => (known.has(id) ? [] : [id]))
      const earlier = told?.key === key && isShown(key) ? told : { ...NOTHING, key }
      told = {
        key,
        before: joinFieldsBefore(earlier.before, fieldsBefore(before, board)),
        changed: new Set([...earlier.changed, ...merged.changes.map(({ id }) => id)]),
        more: earlier.more + merged.count - merged.changes.length,
        by: [...new Set([...earlier.by, ...merged.by])],
        conflicts: new Set([...earlier.conflicts, ...news]),
      }
      tell(told, merged, open)
    },
  }

  /** Says it, and says it anew as often as a choice is made or taken back that it speaks of. */
  function tell(what: Told, merged: MapMerged, open: Session): void {
    const count = waiting(what, open)
    const toast = toastOf(what, count, merged, open, translator())
    const until: ToastRequest['until'] = (over) =>
      open.document.onBoard(() => {
        const now = waiting(what, open)
        if (now === count) return
        if (now === 0 && what.changed.size + what.more === 0) over()
        else tell(what, merged, open)
      })
    show({ ...toast, ...(what.conflicts.size > 0 && { until }) }, merged.handle)
  }
}

const NOTHING: Omit<Told, 'key'> = { before: new Map(), changed: new Set(), more: 0, by: [], conflicts: new Set() }

/** Over how many things of its conflicts somebody still has to decide. */
function waiting({ conflicts }: Told, { document }: Session): number {
  return placesToChoose({ conflicts: document.board().conflicts.filter(({ id }) => conflicts.has(id)) })
}

function toastOf(told: Told, conflicts: number, { source, name }: MapMerged, session: Session, translator: Translator): ToastRequest {
  const { t } = translator
  const { before, key } = told
  const show = {
    label: t('around.show'),
    // One's own edits are on both boards, so that only theirs are marked.
    run: () => session.ui.setState(showHistory({ kind: 'beforeMerge', board: boardWithFields(session.document.board(), before) })),
  }
  const choose = { label: t('around.choose'), run: () => session.ui.setState({ ...showMap(), panel: 'merge' }) }
  const text = textOf(told, conflicts, source, name, translator)
  if (conflicts === 0) return { kind: 'info', key, text, action: show }
  return { kind: 'warning', key, text, action: show, second: choose }
}

function textOf(
  { changed, more, by }: Told,
  conflicts: number,
  source: MapMerged['source'],
  name: string | null,
  translator: Translator,
): string {
  const { t, language } = translator
  const count = changed.size + more
  const sentences: string[] = []
  if (count > 0) {
    if (source === 'copy') sentences.push(t('around.merged.copy', { count, name: name ?? '' }))
    else if (source === 'saved') sentences.push(t('around.merged.saved', { count }))
    else if (source === 'hand') sentences.push(t('around.merged.hand', { count }))
    else if (by.length === 0) sentences.push(t('around.merged.unknown', { count }))
    else sentences.push(t('around.merged.by', { count, names: new Intl.ListFormat(language).format(by) }))
  }
  if (conflicts > 0) sentences.push(t('around.merged.conflicts', { count: conflicts }))
  return sentences.join(' ')
}
