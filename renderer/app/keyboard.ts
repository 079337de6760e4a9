import { ACTIONS, type ActionId, type ActionInfo } from '../../shared/actions/actionTable'
import type { Dispose } from '../../shared/base/disposable'
import type { Session } from '../state/session'
import { endGesture, openContextMenu, selectNothing, takeTool } from '../state/uiStore'
import type { Direction } from '../tools/focusMoves'
import { changeSelectedPoint, extendSelection, stepFocus, tabFocus, writeWithTool } from '../tools/keyboardEdits'
import { finishTyping, startNote } from '../tools/noteEntry'
import { keepVisible } from './cameraMoves'
import { followPlaces, type KeyPlace } from './keyPlace'
import type { Actions, Services } from './services'

/** The part of a key press that counts, so that a test can press one. */
export interface KeyPress {
  /** The physical key: the same on every layout. */
  readonly code: string
  /** The character it types on the layout in use. */
  readonly key: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly altGraph: boolean
  readonly repeat: boolean
  readonly composing: boolean
  readonly place: KeyPlace
}

export interface KeyboardOptions extends Pick<Services, 'session'> {
  readonly actions: Actions
  readonly platform: 'linux' | 'win32' | 'darwin'
  /** Whether single letters are shortcuts; a person may switch them off in Settings. */
  readonly singleKeys: () => boolean
  /** Whether a dialog is open, which then has the keyboard to itself. */
  readonly dialogOpen: () => boolean
}

type Known = ActionInfo & { readonly id: ActionId }

const BY_CHORD = new Map<string, Known>()
const BY_CHARACTER = new Map<string, Known>()
for (const action of ACTIONS) {
  for (const keys of action.keys) {
    if (keys.startsWith('char:')) BY_CHARACTER.set(keys.slice('char:'.length), action)
    else BY_CHORD.set(keys, action)
  }
}

/** What works while one types: whole maps, the view, and the next note. Everything else is a letter. */
const WHILE_TYPING = /^(file|app|view|help)\./
/** Carried out by the clipboard events that the browser makes of these keys: only they may read the clipboard. */
const OF_CLIPBOARD: ReadonlySet<ActionId> = new Set<ActionId>(['edit.cut', 'edit.copy', 'edit.paste'])
/** What keys of the board must not take away from a button or a list that has the focus. */
const OF_BOARD: ReadonlySet<ActionId> = new Set<ActionId>(['edit.text', 'edit.delete', 'move.left', 'move.right', 'move.up', 'move.down'])
/** What works in a dialog, too. */
const OF_WINDOW: ReadonlySet<ActionId> = new Set<ActionId>(['view.fullscreen', 'app.quit'])

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** Answer key presses of the whole window, until disposed of. */
export function listenForKeys(target: Window, options: KeyboardOptions): Dispose {
  const places = followPlaces(target.document)
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const press: KeyPress = {
      code: event.code,
      key: event.key,
      ctrl: event.ctrlKey,
      meta: event.metaKey,
      alt: event.altKey,
      shift: event.shiftKey,
      altGraph: event.getModifierState('AltGraph'),
      repeat: event.repeat,
      composing: event.isComposing,
      place: places.placeOf(event),
    }
    if (pressKey(press, options)) event.preventDefault()
  }
  target.addEventListener('keydown', listener)
  return () => {
    target.removeEventListener('keydown', listener)
    places.dispose()
  }
}

/** Carry out what a key means here and now. True where it meant something, so that the browser does nothing with it. */
export function pressKey(press: KeyPress, options: KeyboardOptions): boolean {
  if (press.composing || press.altGraph) return false
  const action = actionOf(press, options)
  if (options.dialogOpen() || press.place === 'popup') {
    if (!action || !OF_WINDOW.has(action.id)) return false
    options.actions.get(action.id)?.run()
    return true
  }
  const session = options.session()
  if (isOpening(press, session)) return press.code === 'Escape' && session !== null && closeField(session)
  if (action) {
    if (OF_CLIPBOARD.has(action.id)) return false
    const known = options.actions.get(action.id)
    if (!known?.enabled()) return isChord(press)
    if (!session || !writesAtOnce(action.id, press, session)) known.run()
    else keepVisible(session)
    return true
  }
  if (!session || press.place !== 'board' || session.ui.getState().mode !== 'map') return false
  const moved = moveOnBoard(press, session)
  if (moved) keepVisible(session)
  return moved || startTyping(press, session, options)
}

/** A field is open and has not got the keyboard yet, or not again: what is pressed is text for it, and no shortcut. */
function isOpening({ place, code, ctrl, meta }: KeyPress, session: Session | null): boolean {
  if (!session || place === 'text' || ctrl || meta || /^F\d/.test(code)) return false
  const { editing, reasonOf } = session.ui.getState()
  return editing.kind !== 'none' || reasonOf !== null
}

function closeField(session: Session): boolean {
  finishTyping(session)
  session.ui.setState({ reasonOf: null })
  return true
}

/** The keys of the tools that write need no click where the keyboard already is in a place to write; their buttons always arm. */
function writesAtOnce(id: ActionId, { place }: KeyPress, session: Session | null): boolean {
  if (!session || place !== 'board' || (id !== 'tool.note' && id !== 'tool.touchpoint')) return false
  return writeWithTool(session, id === 'tool.note' ? 'note' : 'touchpoint')
}

function actionOf(press: KeyPress, { platform, singleKeys, session }: KeyboardOptions): Known | null {
  const mod = platform === 'darwin' ? press.meta : press.ctrl
  const other = platform === 'darwin' ? press.ctrl : press.meta
  if (other) return null
  const plain = !mod && !press.alt
  const typed = plain && press.place !== 'text' ? BY_CHARACTER.get(press.key) : undefined
  const found = typed ?? BY_CHORD.get(chordOf(press, mod))
  if (!found) return null
  if (found.singleKey && !singleKeys()) return null
  if (press.place === 'text' && !worksWhileTyping(found, press, session())) return null
  if (press.place === 'chrome' && isOfBoardAlone(found, press, session())) return null
  return found
}

/**
 * Whether a key works only while the board has the keyboard: what would type a character, and what a button or a list uses itself.
 *
 * Somebody in a panel or a toolbar who believes to be in a field would change the map with every letter.
 */
function isOfBoardAlone({ id, needs }: Known, { ctrl, meta, alt, code }: KeyPress, session: Session | null): boolean {
  if (OF_BOARD.has(id)) return true
  const types = !ctrl && !meta && !alt && !/^F\d/.test(code)
  // In the History view nothing can be edited; what is left there moves the camera.
  return types && needs !== 'always' && session?.ui.getState().mode === 'map'
}

function worksWhileTyping({ id }: Known, { ctrl, meta, code }: KeyPress, session: Session | null): boolean {
  const editing = session?.ui.getState().editing.kind
  if (id === 'insert.note') return editing === 'note' || editing === 'newNote'
  return WHILE_TYPING.test(id) && (ctrl || meta || /^F\d/.test(code))
}

function chordOf({ code, shift, alt }: KeyPress, mod: boolean): string {
  const key = code === 'NumpadEnter' ? 'Enter' : code
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** A shortcut that cannot be carried out now is still ours: Ctrl+S on nothing must not open the browser's dialog. */
function isChord({ ctrl, meta, place }: KeyPress): boolean {
  return (ctrl || meta) && place !== 'text'
}

function moveOnBoard(press: KeyPress, session: Session): boolean {
  if (press.ctrl || press.meta || press.alt) return false
  const direction = ARROWS[press.code]
  if (direction) {
    const vertical = direction === 'up' ? 1 : direction === 'down' ? -1 : 0
    const step = vertical * (press.shift ? 1 : 0.5)
    if (vertical !== 0 && changeSelectedPoint(session, step, { continues: press.repeat })) return true
    if (press.shift) extendSelection(session, direction)
    else stepFocus(session, direction)
    return true
  }
  if (press.code === 'Tab') return tabFocus(session, press.shift ? -1 : 1)
  if (press.code === 'Escape') return stepBack(session)
  return false
}

/** Escape gives up the nearest thing: the menu, the gesture, the tool, the selection. */
function stepBack(session: Session): boolean {
  const { ui } = session
  const { contextMenu, gesture, tool, selection, focus } = ui.getState()
  if (contextMenu !== null) ui.setState(openContextMenu(null))
  else if (gesture.kind !== 'none') ui.setState(endGesture())
  else if (tool !== 'select') ui.setState(takeTool('select'))
  else if (selection.kind !== 'none') ui.setState(selectNothing(focus))
  else return false
  return true
}

/**
 * Where single letters are no shortcuts, typing on a focused cell begins a note there. The field opens at once and the
 * browser gives it the character, so that input methods work, too.
 */
function startTyping(press: KeyPress, session: Session, { singleKeys }: KeyboardOptions): boolean {
  const { focus } = session.ui.getState()
  const types = [...press.key].length === 1 && press.key !== ' ' && !press.ctrl && !press.meta && !press.alt
  if (types && !singleKeys() && focus.kind === 'cell') startNote(session, focus.cell)
  return false
}
