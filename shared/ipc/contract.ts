import { z } from 'zod'
import { LANGUAGES } from '../i18n/translator'
import { LIMITS, MOST_GROUPS } from '../model/limits'
import { TEMPLATE_IDS } from '../model/templateIds'
import { SalvageCounts } from './salvageWords'
import { COPY_ACTIONS, COPY_FAILURES, MapSurroundings, OLDER_ACTIONS } from './surroundings'
import { versionCalls } from './versions'

const Handle = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const Bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array)
const Update = Bytes.refine((bytes) => bytes.byteLength <= LIMITS.updateBytes, 'too large')

export const EXPORT_FORMATS = ['svg', 'png', 'pdf', 'json'] as const
export const THEMES = ['system', 'light', 'dark'] as const

/** What a person chose for themselves; kept on this computer, never in a map. */
export const Settings = z.object({
  /** Absent: the system's language. */
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(THEMES).default('system'),
  displayName: z.string().max(LIMITS.title).default(''),
  singleKeyShortcuts: z.boolean().default(true),
})
export type Settings = z.infer<typeof Settings>

/** What a person changes of them. Not `Settings.partial()`: that fills in the defaults, and one change would undo all others. */
const SettingsChange = z.object({
  /** `undefined` goes back to the system's language. */
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(THEMES).optional(),
  displayName: z.string().max(LIMITS.title).optional(),
  singleKeyShortcuts: z.boolean().optional(),
})

/** What the title bar says of the file; each is true at the moment it is said. */
export const SaveStatus = z.discriminatedUnion('kind', [
  /** Edits are on their way to the journal. */
  z.object({ kind: z.literal('keeping') }),
  /** Everything is in the journal on this computer; the map file is older, or there is none yet. */
  z.object({ kind: z.literal('kept') }),
  /** The map file is being written. */
  z.object({ kind: z.literal('saving') }),
  /** The map file was read back and compared. */
  z.object({ kind: z.literal('saved'), at: z.iso.datetime() }),
  z.object({
    kind: z.literal('notSaved'),
    /** `slow`: the file is still being written, for longer than a person should have to trust in. */
    reason: z.enum(['disk-full', 'read-only', 'folder-missing', 'changed-on-disk', 'journal', 'too-large', 'slow', 'unknown']),
    detail: z.string(),
  }),
])
export type SaveStatus = z.infer<typeof SaveStatus>

/** An open map as a window sees it: a handle and what to show of its file, never a path to act on. */
export const OpenMap = z.object({
  handle: Handle,
  /** File name without ending, or null for a map that has no file yet. */
  name: z.string().nullable(),
  /** Folder for the eye only: "Documents / Clients". */
  place: z.string().nullable(),
  readOnly: z.boolean(),
  state: Bytes,
  status: SaveStatus,
  /** How many things of the map (notes, points, stages and the like) came back changed from the journal after a crash; 0 after a clean quit. */
  recovered: z.number().int(),
  /** A part of the file was damaged; the map was put together from what was whole, and the file was not touched. */
  rebuilt: z.boolean().optional(),
  /** A newer app made the file, so it is read-only. */
  newer: z.boolean().optional(),
  /** The disk has the file under another name too, which does not come along with a save. Said once. */
  linked: z.boolean().optional(),
  /** What was got out of a file that could not be read as one. */
  salvage: SalvageCounts.optional(),
  /** Just made, from a template or from what was read: whoever made it wants to write in it at once. */
  fresh: z.boolean().optional(),
  /** Who else has the file open, and which copies of it are beside it; absent where nobody has looked. */
  surroundings: MapSurroundings.optional(),
})
export type OpenMap = z.infer<typeof OpenMap>

export const RecentMap = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  openedAt: z.iso.datetime(),
  missing: z.boolean(),
  /** A draft that has no file yet lives in the journal only. */
  draft: z.boolean(),
  /** A small SVG-free picture of the board: cells as coloured bars. Null where none was made yet. */
  thumbnail: z.string().max(200_000).nullable(),
})
export type RecentMap = z.infer<typeof RecentMap>

const OPEN_FAILURES = ['cancelled', 'not-found', 'unreadable', 'damaged', 'foreign', 'too-new', 'too-large', 'limits'] as const
const SAVE_FAILURES = [
  'closed',
  'cancelled',
  'disk-full',
  'read-only',
  'folder-missing',
  'changed-on-disk',
  'too-large',
  'unknown',
] as const

/**
 * Everything the window may ask of the main process. Nothing crosses that is not listed here.
 *
 * The window names a map by the handle it was given, never by a path, so a page that was taken over cannot read
 * or write a file the person did not choose.
 */
export const contract = {
  /** Asked once when the window has loaded: who am I, what do I show. `map` is null for the start screen. */
  'app.hello': {
    input: z.null(),
    output: z.object({
      settings: Settings,
      systemLanguage: z.enum(LANGUAGES),
      userName: z.string(),
      platform: z.enum(['linux', 'win32', 'darwin']),
      versions: z.object({
        app: z.string(),
        electron: z.string(),
        chrome: z.string(),
        node: z.string(),
        runtime: z.enum(['supported', 'fallback']),
      }),
      map: OpenMap.nullable(),
      /** A file named on the command line or dropped on the icon could not be opened. */
      openFailure: z.object({ code: z.enum(OPEN_FAILURES), name: z.string(), detail: z.string() }).nullable(),
      bench: z.boolean(),
      /** The app failed again and again: no map was opened by itself. */
      safeMode: z.boolean(),
    }),
    fails: [],
  },
  'settings.change': { input: SettingsChange, output: Settings, fails: ['unsaved'] },
  'recents.list': { input: z.null(), output: z.array(RecentMap), fails: [] },
  'recents.forget': { input: z.object({ id: z.string() }), output: z.null(), fails: [] },
  /** Writes a map of the list somewhere else without showing it: where showing it fails, too. */
  'recents.export': {
    input: z.object({ id: z.string(), to: z.enum(['cjm', 'svg']), language: z.enum(LANGUAGES) }),
    output: z.object({ name: z.string() }),
    fails: [...OPEN_FAILURES, 'disk-full', 'read-only', 'folder-missing', 'unknown'],
  },
  /** Opens in this window where it shows the start screen, else in a new one; `map.opened` follows in that window. */
  'map.new': {
    input: z.object({ template: z.enum(TEMPLATE_IDS), title: z.string().max(LIMITS.title) }),
    output: z.null(),
    fails: [],
  },
  'map.open': {
    input: z.discriminatedUnion('from', [
      z.object({ from: z.literal('dialog') }),
      z.object({ from: z.literal('recent'), id: z.string() }),
      z.object({ from: z.literal('sample') }),
      /** A file that was dropped: main got its path through webUtils in the preload, and gave this ticket for it. */
      z.object({ from: z.literal('drop'), ticket: Handle }),
    ]),
    output: z.null(),
    fails: OPEN_FAILURES,
  },
  /** A map made of an import, as a state that main checks like any stranger's file; opens as a draft. */
  'map.fromState': {
    input: z.object({ state: Bytes, title: z.string().max(LIMITS.title) }),
    output: z.null(),
    fails: ['damaged', 'limits'],
  },
  /** Answers when the update is in the journal, on disk. */
  'map.update': {
    input: z.object({ handle: Handle, update: Update }),
    output: z.null(),
    fails: ['closed', 'read-only', 'journal', 'bad-update'],
  },
  'map.save': { input: z.object({ handle: Handle }), output: z.object({ savedAt: z.iso.datetime() }), fails: SAVE_FAILURES },
  'map.saveAs': {
    input: z.object({ handle: Handle }),
    output: z.object({ name: z.string(), place: z.string(), savedAt: z.iso.datetime() }),
    fails: SAVE_FAILURES,
  },
  /**
   * Write the map where it was: its file is gone, damaged, or another one by now. What is there is kept beside it under another name.
   */
  'map.putBack': { input: z.object({ handle: Handle }), output: z.object({ savedAt: z.iso.datetime() }), fails: SAVE_FAILURES },
  /** Decides about a file that is older than what was saved here; nothing to decide is no failure. */
  'map.older': {
    input: z.object({ handle: Handle, action: z.enum(OLDER_ACTIONS) }),
    output: z.null(),
    fails: ['closed', 'read-only'],
  },
  /** Does something about copies of the map beside it, all of them whatever becomes of one; the first failure is told. */
  'map.copies': {
    input: z.object({ handle: Handle, action: z.enum(COPY_ACTIONS), ids: z.array(Handle).min(1).max(200) }),
    output: z.null(),
    fails: COPY_FAILURES,
  },
  /** A picture of the board for the start screen. */
  'map.thumbnail': { input: z.object({ handle: Handle, svg: z.string().max(200_000) }), output: z.null(), fails: ['closed'] },
  'map.showInFolder': { input: z.object({ handle: Handle }), output: z.null(), fails: ['closed'] },
  /** Main asks for a place, makes the picture from the map's own state and writes it. */
  'map.export': {
    input: z.object({
      handle: Handle,
      format: z.enum(EXPORT_FORMATS),
      /** Pixels per world unit, PNG only. */
      scale: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(1),
      theme: z.enum(['light', 'dark']).default('light'),
      language: z.enum(LANGUAGES),
    }),
    output: z.object({ name: z.string(), bytes: z.number().int() }),
    fails: ['closed', 'cancelled', 'disk-full', 'read-only', 'folder-missing', 'too-large', 'unknown'],
  },
  /** Shows what the last export wrote, in the system's file manager. */
  'export.show': { input: z.null(), output: z.null(), fails: ['not-found'] },
  /** Text of a file to import, chosen in a dialog; the bytes are decoded in the window by shared/import. */
  'import.read': {
    input: z.discriminatedUnion('from', [z.object({ from: z.literal('dialog') }), z.object({ from: z.literal('drop'), ticket: Handle })]),
    output: z.object({ name: z.string(), bytes: Bytes }),
    fails: ['cancelled', 'not-found', 'unreadable', 'too-large'],
  },
  /** The maps of parallel groups, chosen in a dialog, to be made into one; nothing is opened and no file is touched. */
  'maps.readGroups': {
    input: z.null(),
    output: z.object({
      /** File name without ending, and the readable part as JSON, in UTF-8. */
      groups: z.array(z.object({ name: z.string(), map: Bytes })).max(MOST_GROUPS),
      /** Files that cannot be read as maps, and why: as `map.open` would say it. */
      refused: z.array(z.object({ name: z.string(), code: z.enum(OPEN_FAILURES), detail: z.string() })),
    }),
    fails: ['cancelled', 'too-many'],
  },
  /** `quit` closes every window; the app ends unless somebody stays with a map that could not be written. */
  'window.control': {
    input: z.object({ action: z.enum(['minimize', 'maximize', 'close', 'fullscreen', 'quit']) }),
    output: z.null(),
    fails: [],
  },
  /** Leaves the map and shows the start screen in this window. */
  'map.close': { input: z.object({ handle: Handle }), output: z.null(), fails: ['closed'] },
  /** What the menus show depends on it: undo names, whether there is a selection, the language. */
  'menu.state': {
    input: z.object({ undo: z.string().nullable(), redo: z.string().nullable(), enabled: z.array(z.string().max(100)).max(300) }),
    output: z.null(),
    fails: [],
  },
  /**
   * Takes away everything that this computer keeps of a map besides its file: journal, versions, picture, entry in the list. Refused while
   * the map is open; `unsaved`: the journal holds what no file has, and it goes too where `evenUnsaved` is said.
   */
  'map.forget': {
    input: z.object({ recentId: z.string().max(100), evenUnsaved: z.boolean().default(false) }),
    output: z.null(),
    fails: ['open', 'not-found', 'unsaved', 'unknown'],
  },
  ...versionCalls,
  /** A web link of the About dialog, opened outside after a question that shows where it leads. */
  'app.openLink': { input: z.object({ url: z.string().max(2_000) }), output: z.null(), fails: ['refused', 'cancelled'] },
  /** An error of the window, for the log; never with note text. */
  'app.report': { input: z.object({ message: z.string().max(5_000), stack: z.string().max(20_000) }), output: z.null(), fails: [] },
} as const

export type Contract = typeof contract
export type Channel = keyof Contract
export type Input<C extends Channel> = z.output<Contract[C]['input']>
export type Output<C extends Channel> = z.output<Contract[C]['output']>
export type FailureOf<C extends Channel> = Contract[C]['fails'][number] | 'bad-request' | 'untrusted-sender' | 'unexpected'
