/**
 * Every limit of the app, in one place (reliability S19-S24).
 *
 * Commands refuse before passing them, the writer never writes what the reader would refuse, and text that is
 * over-long in an older file stays visible.
 */
export const LIMITS = {
  /** Bytes of one map file. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of the Yjs state inside it, decoded. */
  docBytes: 20 * 1024 * 1024,
  /** Levels of nesting of its JSON. */
  depth: 32,
  /** Keys of one JSON object that is a record. */
  properties: 1_000,
  notes: 20_000,
  stages: 200,
  steps: 1_000,
  lanes: 200,
  personas: 20,
  points: 20_000,
  /** Characters of one note. */
  noteText: 20_000,
  /** Characters of a title: a map's, a stage's, a step's, a lane's, a persona's. */
  title: 500,
  /** Characters of a label, a reason or a scenario. */
  longText: 5_000,
  /** Bytes of one update that a window sends to the main process. One edit may change the whole map, as going back to a version does. */
  updateBytes: 20 * 1024 * 1024,
  /** Bytes of the journal of one map: one that cannot be begun anew grows with every edit. */
  journalBytes: 512 * 1024 * 1024,
  /** Bytes of a text to import. */
  importBytes: 20 * 1024 * 1024,
  /** Bytes of an image, pixels of one of its sides, and of the whole of it. */
  imageBytes: 20 * 1024 * 1024,
  imageSide: 16_384,
  imagePixels: 40_000_000,
  /** Versions that people gave a name to, in one map. */
  namedVersions: 100,
  /** Traces of such versions that were removed, which keep them from coming back with another copy. */
  removedVersions: 200,
  /** Entries of the list of them in a map file, with those that this version of the app does not know. */
  versionEntries: 1_000,
  /** Bytes that the named versions may take in the map file, as they are written there. */
  namedVersionBytes: 16 * 1024 * 1024,
} as const

/** Parallel groups whose maps become one. More are no longer the groups of one room. */
export const MOST_GROUPS = 8

/** Characters of each text that a person writes, by the name of its field. */
export const TEXT_LIMITS = {
  text: LIMITS.noteText,
  title: LIMITS.title,
  duration: LIMITS.title,
  name: LIMITS.title,
  label: LIMITS.title,
  reason: LIMITS.longText,
  scenario: LIMITS.longText,
} as const
