import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Cell, NoteId } from '../../shared/model/note'
import type { Compared, DialogId, Editing, Focus, Gesture, PanelId, Selection, ToolId, UiState } from './uiState'

export type UiStore = StoreApi<UiState>

/** What a transition writes; given to `ui.setState`. */
export type UiChange = Partial<UiState>

const NO_SELECTION: Selection = { kind: 'none' }
const NO_FOCUS: Focus = { kind: 'none' }
const NO_EDITING: Editing = { kind: 'none' }
const NO_GESTURE: Gesture = { kind: 'none' }
const NO_PREVIEW: UiState['preview'] = []

export const INITIAL_UI: UiState = {
  mode: 'map',
  compared: { kind: 'newest' },
  tool: 'select',
  selection: NO_SELECTION,
  focus: NO_FOCUS,
  editing: NO_EDITING,
  gesture: NO_GESTURE,
  preview: NO_PREVIEW,
  camera: { x: 0, y: 0, zoom: 1 },
  mapCamera: null,
  view: { width: 0, height: 0 },
  activePersona: null,
  panel: null,
  mergeChoices: new Map(),
  dialog: null,
  reasonOf: null,
  contextMenu: null,
}

/** The window's own state of one open map; nothing in it is ever written to the map. */
export function createUiStore(initial: UiChange = {}): UiStore {
  return createStore<UiState>(() => ({ ...INITIAL_UI, ...initial }))
}

/** What stays when the same map is opened anew, because it may be edited now: it is looked at as before, in the History view too. */
export function keptOnReopening({ mode, compared, camera, mapCamera, panel, mergeChoices, focus, selection }: UiState): UiChange {
  return { mode, compared, camera, mapCamera, panel, mergeChoices, focus, selection }
}

/** Another tool in hand. What is being typed or dragged ends without being written. */
export function takeTool(tool: ToolId): UiChange {
  return { tool, gesture: NO_GESTURE, preview: NO_PREVIEW, editing: NO_EDITING, contextMenu: null }
}

/** Select these notes; the last one is where the arrow keys start. */
export function selectNotes(ids: Iterable<NoteId>, focused?: NoteId): UiChange {
  const set = new Set(ids)
  const last = focused ?? [...set].at(-1)
  if (set.size === 0) return selectNothing()
  return { selection: { kind: 'notes', ids: set }, focus: last === undefined ? NO_FOCUS : { kind: 'note', id: last } }
}

/** Take a note into the selection, or out of it. */
export function toggleNote(selection: Selection, id: NoteId): UiChange {
  const ids = new Set(selection.kind === 'notes' ? selection.ids : [])
  if (!ids.delete(id)) return selectNotes([...ids, id], id)
  return ids.size === 0 ? { selection: NO_SELECTION, focus: { kind: 'note', id } } : selectNotes(ids)
}

/** Select a header or an emotion point; `focus` follows, a point's focus is its step. */
export function selectOne(selection: Exclude<Selection, { kind: 'none' } | { kind: 'notes' }>, focus?: Focus): UiChange {
  if (selection.kind === 'point') return { selection, focus: focus ?? NO_FOCUS }
  return { selection, focus: focus ?? selection }
}

/** Nothing selected any more; the place of the arrow keys stays, or goes where it is told. */
export function selectNothing(focus?: Focus): UiChange {
  return focus === undefined ? { selection: NO_SELECTION, focus: NO_FOCUS } : { selection: NO_SELECTION, focus }
}

export function focusCell(cell: Cell): UiChange {
  return { selection: NO_SELECTION, focus: { kind: 'cell', cell } }
}

export function startEditing(editing: Exclude<Editing, { kind: 'none' }>): UiChange {
  return { editing, gesture: NO_GESTURE, preview: NO_PREVIEW, contextMenu: null }
}

export function stopEditing(): UiChange {
  return { editing: NO_EDITING }
}

/** Shows a gesture; the patches are drawn on top of the board and not written. */
export function showGesture(gesture: Gesture, preview: UiState['preview'] = NO_PREVIEW): UiChange {
  return { gesture, preview }
}

/** Ends a gesture, written or not. */
export function endGesture(): UiChange {
  return { gesture: NO_GESTURE, preview: NO_PREVIEW }
}

/** Back to work on the map. */
export function showMap(): UiChange {
  return { mode: 'map', compared: INITIAL_UI.compared }
}

/** The History view over the map; what is selected or being done there ends. The place of the arrow keys stays for when one comes back. */
export function showHistory(compared: Compared): UiChange {
  return { ...takeTool('select'), selection: NO_SELECTION, mode: 'history', compared }
}

/** Opens a panel, or closes it where it is the open one. */
export function togglePanel(open: PanelId | null, panel: PanelId): UiChange {
  return { panel: open === panel ? null : panel }
}

export function openDialog(dialog: DialogId | null): UiChange {
  return { dialog, contextMenu: null }
}

/** @param at CSS pixels of the window. */
export function openContextMenu(at: { readonly x: number; readonly y: number } | null): UiChange {
  return { contextMenu: at }
}
