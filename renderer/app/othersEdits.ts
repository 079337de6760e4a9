import type { Translator } from '../../shared/i18n/translator'
import type { MapMerged } from '../../shared/ipc/surroundings'
import type { Board } from '../../shared/model/board'
import type { Session } from '../state/session'
import type { ToastRequest } from '../state/toast'
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
  /** The board without any of it. */
  readonly before: Board
  readonly changed: ReadonlySet<string>
  /** Changes beyond those that were listed. */
  readonly more: number
  readonly by: readonly string[]
  readonly conflicts: number
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
      const before = coming?.handle === merged.handle ? coming.board : open.document.board()
      coming = null
      const earlier = told?.key === key && isShown(key) ? told : { key, before, changed: NONE, more: 0, by: [], conflicts: 0 }
      told = {
        ...earlier,
        changed: new Set([...earlier.changed, ...merged.changes.map(({ id }) => id)]),
        more: earlier.more + merged.count - merged.changes.length,
        by: [...new Set([...earlier.by, ...merged.by])],
        conflicts: earlier.conflicts + merged.conflicts,
      }
      show(toastOf(told, merged, open, translator()), merged.handle)
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function toastOf(told: Told, { source, name }: MapMerged, session: Session, translator: Translator): ToastRequest {
  const { t } = translator
  const { before, key, conflicts } = told
  const show = {
    label: t('around.show'),
    run: () => session.ui.setState(showHistory({ kind: 'beforeMerge', board: before })),
  }
  const choose = { label: t('around.choose'), run: () => session.ui.setState({ ...showMap(), panel: 'merge' }) }
  const text = textOf(told, source, name, translator)
  if (conflicts === 0) return { kind: 'info', key, text, action: show }
  return { kind: 'warning', key, text, action: show, second: choose }
}

function textOf({ changed, more, by, conflicts }: Told, source: MapMerged['source'], name: string | null, translator: Translator): string {
  const { t, language } = translator
  const count = changed.size + more
  const sentences: string[] = []
  if (count > 0) {
    if (source === 'copy') sentences.push(t('around.merged.copy', { count, name: name ?? '' }))
    else if (source === 'hand') sentences.push(t('around.merged.hand', { count }))
    else if (by.length === 0) sentences.push(t('around.merged.unknown', { count }))
    else sentences.push(t('around.merged.by', { count, names: new Intl.ListFormat(language).format(by) }))
  }
  if (conflicts > 0) sentences.push(t('around.merged.conflicts', { count: conflicts }))
  return sentences.join(' ')
}
