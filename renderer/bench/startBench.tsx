import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Translator } from '../../shared/i18n/translator'
import { ok } from '../../shared/base/result'
import { addNote } from '../../shared/commands/notes'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { hitTest } from '../../shared/layout/hitTest'
import type { NewId } from '../../shared/model/ids'
import { lightTheme } from '../../shared/scene/theme'
import { BoardView } from '../board/BoardView'
import { NO_INSETS } from '../board/camera'
import { TranslatorContext } from '../i18n/TranslatorContext'
import { createSession } from '../state/createSession'
import type { Session } from '../state/session'
import { SessionProvider } from '../state/SessionContext'
import { createPointerController } from '../tools/pointer'
import { benchPatches, colorOf, noteIdOf, type BenchNote } from './benchMap'

/** Board point at the view's top left, and zoom: the harness's name for our camera. */
interface BenchCamera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** What the performance harness asks of a page. */
export interface Bench {
  readonly ready: Promise<void>
  prepare(notes: readonly BenchNote[]): void
  load(notes: readonly BenchNote[], camera: BenchCamera): void
  camera(): BenchCamera
  setCamera(camera: BenchCamera): void
  notePos(id: string): { readonly x: number; readonly y: number } | null
  addNote(note: BenchNote): void
  count(): number
}

export interface BenchOptions {
  readonly root: HTMLElement
  readonly translator: Translator
  readonly newId: NewId
  readonly clock: () => Date
}

/** Shows nothing but the board, with no main process behind its map, and lets the harness drive it. */
export function startBench(options: BenchOptions): Bench {
  const page = createRoot(options.root)
  let session = openEmpty(options)
  let stored: { readonly notes: readonly BenchNote[]; readonly state: Uint8Array } | null = null

  const show = (): void =>
    flushSync(() => page.render(<BenchBoard key={session.handle} session={session} translator={options.translator} />))
  show()

  const bench: Bench = {
    ready: document.fonts.ready.then(() => undefined),
    prepare(notes) {
      stored = { notes, state: stateOf(notes, options.clock) }
    },
    load(notes, camera) {
      const state = stored?.notes === notes ? stored.state : stateOf(notes, options.clock)
      if (bench.count() > 0) {
        session.destroy()
        session = openEmpty(options)
        show()
      }
      session.document.receive(state, 'load')
      bench.setCamera(camera)
    },
    camera() {
      const { x, y, zoom } = session.ui.getState().camera
      return { x, y, z: zoom }
    },
    setCamera({ x, y, z }) {
      session.ui.setState({ camera: { x, y, zoom: z } })
    },
    notePos(id) {
      const rect = session.layout().notes.get(noteIdOf(id))?.rect
      return rect ? { x: rect.x, y: rect.y } : null
    },
    addNote(note) {
      const { zoom } = session.ui.getState().camera
      const target = hitTest(session.layout(), note, { zoom })
      const cell = target.kind === 'note' ? session.layout().notes.get(target.id)?.cell : target.kind === 'cell' ? target.cell : undefined
      // Between and beside the cells a note of ours cannot be; the first cell then takes it.
      const place = cell ?? session.layout().lanes[0]?.cells[0]?.cell
      if (place) session.run(addNote, { noteId: noteIdOf(note.id), cell: place, text: note.text, color: colorOf(note.color) })
    },
    count: () => session.layout().notes.size,
  }
  Object.assign(window, { bench })
  return bench
}

function BenchBoard({ session, translator }: { readonly session: Session; readonly translator: Translator }) {
  const pointer = useMemo(() => createPointerController(session), [session])
  return (
    <TranslatorContext value={translator}>
      <SessionProvider session={session}>
        <BoardView pointer={pointer} insets={noInsets} limits={false} />
      </SessionProvider>
    </TranslatorContext>
  )
}

const noInsets = (): typeof NO_INSETS => NO_INSETS

function stateOf(notes: readonly BenchNote[], clock: () => Date): Uint8Array {
  const map = openMapDocument({ clock })
  map.write(benchPatches(notes), { what: 'import', count: notes.length })
  const state = map.encode()
  map.destroy()
  return state
}

let opened = 0

function openEmpty({ translator, newId, clock }: BenchOptions): Session {
  opened += 1
  const state = stateOf([], clock)
  return createSession({
    open: { handle: `bench${opened}`, name: null, place: null, readOnly: false, state, status: { kind: 'kept' }, recovered: 0 },
    bridge: { call: async () => ok(null), on: () => () => undefined },
    translator,
    theme: lightTheme,
    clock,
    newId,
    toast: () => undefined,
  })
}
