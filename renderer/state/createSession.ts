import { Listeners, type Dispose } from '../../shared/base/disposable'
import { fail, ok, type Result } from '../../shared/base/result'
import type { EditContext } from '../../shared/commands/command'
import { keepDeleted } from '../../shared/commands/writeOver'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { MessageKey, Translator } from '../../shared/i18n/translator'
import type { FailureOf, Input, OpenMap, Output } from '../../shared/ipc/contract'
import type { Events } from '../../shared/ipc/events'
import { createLayoutEngine } from '../../shared/layout/layoutBoard'
import { sceneWords } from '../../shared/layout/sceneWords'
import type { Board } from '../../shared/model/board'
import type { EditName } from '../../shared/model/edit'
import type { NewId } from '../../shared/model/ids'
import { applyPatches } from '../../shared/model/patch'
import { createSceneBuilder } from '../../shared/scene/buildScene'
import type { Theme } from '../../shared/scene/theme'
import { activePersonaOf } from './activePersona'
import { healUi } from './healUi'
import { remember } from './remember'
import type { Look, Session } from './session'
import { untilEdited } from './takeBack'
import type { ShowToast } from './toast'
import type { UiState } from './uiState'
import { createUiStore, INITIAL_UI } from './uiStore'
import { deletedUnderHands } from './underHands'
import { createUpdatePost } from './updatePost'

/** The part of the window's bridge a session needs; the whole bridge fits. */
export interface UpdateBridge {
  call(channel: 'map.update', input: Input<'map.update'>): Promise<Result<Output<'map.update'>, FailureOf<'map.update'>>>
  on(event: 'map.update', listener: (update: Events['map.update']) => void): Dispose
}

export interface SessionOptions {
  readonly open: OpenMap
  readonly bridge: UpdateBridge
  readonly translator: Translator
  readonly theme: Theme
  readonly clock: () => Date
  readonly newId: NewId
  readonly toast: ShowToast
  /** Display name of the person, asked at every edit; it may be changed in Settings meanwhile. */
  readonly who?: () => string
}

/**
 * Open a map in this window.
 *
 * The window holds a replica: an edit is written here first and shown at once, its update travels to the main
 * process, and what other peers write comes back as updates of the same kind.
 */
export function createSession(options: SessionOptions): Session {
  const { open, bridge, clock, newId, toast } = options
  const who = options.who ?? ((): string => '')
  const document = openMapDocument({ clock, state: open.state, author: who })
  const ui = createUiStore({ activePersona: document.board().personas[0]?.id ?? null })
  const pictured = new Listeners<[]>()
  const undone = new Listeners<[how: 'undo' | 'redo', edit: EditName]>()
  let look: Look = { translator: options.translator, theme: options.theme }

  const post = createUpdatePost(
    open.handle,
    document,
    (input) => bridge.call('map.update', input),
    (code) =>
      toast({
        kind: 'error',
        text: look.translator.t(`board.unsent.${code === 'closed' || code === 'read-only' ? code : 'other'}`),
        until: (over) =>
          post.onUnanswered(() => {
            if (!post.unanswered()) over()
          }),
      }),
  )
  const picture = createPicture(() => ({ board: document.board(), ui: ui.getState(), look }))

  const context = (): EditContext => ({ now: clock().toISOString(), who: who() })
  let edits = 0
  let known = document.board()
  let receiving = false
  const teardown: Dispose[] = [
    document.onUpdate((update, origin) => {
      if (origin === 'local' || origin === 'migration') post.send(update)
    }),
    document.onBoard((board) => {
      const before = known
      known = board
      // What went from under the person's hands is back in a moment.
      const healed =
        receiving && deletedUnderHands(ui.getState().editing, before, board).length > 0 ? null : healUi(ui.getState(), before, board)
      if (healed) ui.setState(healed)
      pictured.emit()
    }),
    ui.subscribe((state, before) => {
      if (state.preview !== before.preview || state.activePersona !== before.activePersona) pictured.emit()
    }),
    bridge.on('map.update', ({ handle, update }) => {
      if (handle === open.handle) receive(update)
    }),
  ]

  function receive(update: Uint8Array): void {
    const before = document.board()
    receiving = true
    try {
      document.receive(update, 'remote')
    } finally {
      receiving = false
    }
    const gone = deletedUnderHands(ui.getState().editing, before, document.board())
    if (gone.length === 0 || open.readOnly) return
    const kept = keepDeleted.plan(document.board(), { ids: [...gone] }, context())
    // Not for undo to take back: what that would delete is what is being typed.
    if (kept.ok) document.write(kept.value, keepDeleted.name({ ids: [...gone] }), { undoable: false })
  }

  const session: Session = {
    handle: open.handle,
    readOnly: open.readOnly,
    document,
    ui,
    newId,
    toast,
    look: () => look,
    setLook(next) {
      look = next
      pictured.emit()
    },
    board: picture.board,
    layout: picture.layout,
    scene: picture.scene,
    onPicture: (listener) => pictured.add(listener),
    plan: (command, args) => command.plan(document.board(), args, context()),
    run(command, args, { continues = false } = {}) {
      if (open.readOnly) {
        toast({ kind: 'warning', text: look.translator.t('board.readOnly') })
        return fail('read-only')
      }
      const before = document.board()
      const plan = command.plan(before, args, context())
      if (!plan.ok) {
        // A note dropped where it already was is no mistake and needs no words.
        if (plan.code !== 'nothing-to-do') {
          const text = look.translator.t(`refusal.${plan.code}` as MessageKey)
          toast({ kind: 'warning', text, until: untilEdited(session) })
        }
        return plan
      }
      edits += 1
      document.write(plan.value, command.name(args, document.board()), { continues })
      return ok(null)
    },
    edits: () => edits,
    undo() {
      if (open.readOnly) return
      edits += 1
      const edit = document.undo()
      if (edit) undone.emit('undo', edit)
    },
    redo() {
      if (open.readOnly) return
      edits += 1
      const edit = document.redo()
      if (edit) undone.emit('redo', edit)
    },
    retract() {
      if (open.readOnly) return
      edits += 1
      document.retract()
    },
    onUndo: (listener) => undone.add(listener),
    settled: post.settled,
    unanswered: post.unanswered,
    onUnanswered: post.onUnanswered,
    destroy() {
      for (const dispose of teardown.splice(0)) dispose()
      ui.setState({ ...INITIAL_UI })
      document.destroy()
    },
  }
  return session
}

interface Source {
  readonly board: Board
  readonly ui: Pick<UiState, 'preview' | 'activePersona'>
  readonly look: Look
}

/** Board, layout and scene, each worked out when it is asked for and only after something it depends on changed. */
function createPicture(source: () => Source): Pick<Session, 'board' | 'layout' | 'scene'> {
  const engine = createLayoutEngine()
  const builder = createSceneBuilder()
  const board = remember(
    ({ board, ui }: Source) => applyPatches(board, ui.preview),
    ({ board, ui }) => [board, ui.preview],
  )
  const words = remember(
    ({ look }: Source) => sceneWords(look.translator),
    ({ look }) => [look.translator],
  )
  const layout = remember(
    (input: { readonly board: Board; readonly words: ReturnType<typeof sceneWords> }) => engine.layout(input.board, input.words),
    (input) => [input.board, input.words],
  )
  const scene = remember(
    (input: Parameters<typeof builder.scene>) => builder.scene(...input),
    ([laidOut, shown, { theme, words: used, activePersona }]) => [laidOut, shown, theme, used, activePersona],
  )
  const layoutOf = (from: Source) => layout({ board: board(from), words: words(from) })
  return {
    board: () => board(source()),
    layout: () => layoutOf(source()),
    scene() {
      const from = source()
      const shown = board(from)
      const look = { theme: from.look.theme, words: words(from), activePersona: activePersonaOf(shown, from.ui) }
      return scene([layoutOf(from), shown, look])
    },
  }
}
