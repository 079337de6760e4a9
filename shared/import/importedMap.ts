import { FILE_ENCODINGS } from './codePages'
import type { EncodingDoubt } from './guessCodePage'
import type { NoteColor } from '../model/color'
import type { LaneKind, LaneSpan } from '../model/lane'
import type { MapKind } from '../model/mapSettings'
import type { NoteMark, NoteProof } from '../model/note'
import type { PersonaColor, PersonaMarker } from '../model/persona'

/**
 * What a map holds, as plain data without ids: what templates, the sample and imports have in common.
 *
 * Places are indexes into the lists beside them, so that a parser never has to make an id.
 */
export interface MapContent {
  /** Empty where the source has none; the caller then keeps the title it has. */
  readonly title: string
  readonly kind: MapKind
  readonly scenario: string
  readonly personas: readonly ContentPersona[]
  readonly stages: readonly ContentStage[]
  readonly lanes: readonly ContentLane[]
  readonly notes: readonly ContentNote[]
  readonly points: readonly ContentPoint[]
}

export interface ContentPersona {
  readonly name: string
  readonly color: PersonaColor
  readonly marker: PersonaMarker
}

export interface ContentStage {
  readonly title: string
  readonly duration: string
  readonly templateKey?: string
  /** Never empty. */
  readonly steps: readonly ContentStep[]
}

export interface ContentStep {
  readonly title: string
  readonly templateKey?: string
}

export interface ContentLane {
  readonly kind: LaneKind
  /** Absent: it shows its kind in the reader's language. */
  readonly title?: string
  readonly span: LaneSpan
  readonly templateKey?: string
}

export interface ContentPlace {
  readonly lane: number
  readonly stage: number
  /** Step within the stage; lanes that span stages do not look at it. */
  readonly step: number
}

export interface ContentNote {
  readonly text: string
  /** `null` is the inbox. */
  readonly place: ContentPlace | null
  readonly color?: NoteColor
  readonly mark?: NoteMark
  readonly proof?: NoteProof
  readonly icon?: string
  /** Indexes of the personas it is about. */
  readonly personas?: readonly number[]
}

/** At most one for each persona and step. */
export interface ContentPoint {
  readonly persona: number
  readonly stage: number
  readonly step: number
  /** -5 to +5. */
  readonly value: number
  readonly label: string
  readonly reason: string
  readonly guessed: boolean
}

export interface ImportedMap extends MapContent {
  readonly report: ImportReport
}

/** What an import made of its source, and what it could not make anything of. Codes only; words are in i18n. */
export interface ImportReport {
  readonly format: ImportFormat
  readonly shape: ImportShape
  /** Which way round a table was read; `null` for a journey. */
  readonly table: ImportTable | null
  readonly encoding: Encoding
  /** Why the encoding may be another one; `null` where it is certain. */
  readonly doubt: EncodingDoubt | null
  readonly lines: readonly ReportLine[]
  /** What was taken for a feeling without saying how strong it is, each once. */
  readonly guesses: readonly EmotionGuess[]
  readonly counts: ImportCounts
}

export interface ImportTable {
  readonly rows: ImportRows
  /** Its headings said nothing to us: its shape and content decided, and it may be the other way round. */
  readonly guessed: boolean
}

export interface EmotionGuess {
  /** As it stands in the source. */
  readonly text: string
  /** -5 to +5. */
  readonly value: number
}

export interface ReportLine {
  /** Of the source, from 1. */
  readonly line: number
  /** As it stands in the source. */
  readonly text: string
  readonly why: ReportWhy
  /** Whether the text waits in the inbox as a note. If not, it is on the board or is no content (a comment). */
  readonly inbox: boolean
}

export interface ImportCounts {
  readonly personas: number
  readonly stages: number
  readonly steps: number
  readonly lanes: number
  /** Placed ones and those in the inbox. */
  readonly notes: number
  readonly points: number
  /** Points whose value was made up from words, signs or another scale. */
  readonly guessed: number
  readonly inbox: number
}

export const IMPORT_FORMATS = ['mermaid', 'csv', 'tsv', 'md'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** A Mermaid journey; rows are lanes and columns stages; a row is a stage, a step or a note. */
export type ImportShape = 'journey' | 'matrix' | 'list'

/** What the rows of a table are: lanes under stages, or stages (steps, notes) whose columns are the lanes. */
export const IMPORT_ROWS = ['lanes', 'stages'] as const
export type ImportRows = (typeof IMPORT_ROWS)[number]

/** `text`: it came as text already, from the clipboard. */
export const ENCODINGS = ['text', ...FILE_ENCODINGS] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Why a line is in the report. Each has a sentence in i18n under `import.why.<code>`. */
export const REPORT_WHYS = [
  'comment',
  'directive',
  'outside',
  'other-diagram',
  'other-table',
  'second-title',
  'not-understood',
  'score-outside',
  'scores-none',
  'score-unknown',
  'score-missing',
  'emotion-unknown',
  'emotion-twice',
  'too-many-personas',
  'persona-unknown',
  'title-too-long',
  'note-split',
  'no-stage',
  'id-column',
  'group',
  'heading',
  'ticked',
  'bad-bytes',
] as const
export type ReportWhy = (typeof REPORT_WHYS)[number]

/** Why nothing was imported. Each has a sentence in i18n under `import.failure.<code>`. */
export const IMPORT_FAILURES = ['empty', 'not-understood', 'no-table', 'too-large', 'not-text', 'is-map', 'other-kind'] as const
export type ImportFailure = (typeof IMPORT_FAILURES)[number]
