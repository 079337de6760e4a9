import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeEnvelope, Envelope, newFrame, wrap } from '../../../main/files/envelope'
import { addNote } from '../../../shared/commands/notes'
import { awareness, TestBoard } from '../../support/testBoard'

/** A folder for maps, with a name that needs care: spaces, Cyrillic, Polish. */
export async function mapFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'wayline e2e карты ż '))
}

export interface MapFileOptions {
  readonly title?: string
  /** Texts of notes in the actions of the first stage. */
  readonly notes?: readonly string[]
  /** Changes of the envelope, to make files that are not quite right. */
  readonly change?: Readonly<Record<string, unknown>>
}

/** Write the starter map of the unit tests as a file: two stages, three lanes, two personas. */
export async function writeMapFile(file: string, { title, notes = [], change = {} }: MapFileOptions = {}): Promise<void> {
  const map = TestBoard.starter()
  if (title !== undefined) map.document.write([{ op: 'settings', fields: { title } }], { what: 'import', count: 1 })
  notes.forEach((text, index) => map.run(addNote, { noteId: `note_${index}`, cell: awareness, text }))
  await writeBoard(file, map, change)
}

/** Write a map of the unit tests as a file. */
export async function writeBoard(file: string, map: TestBoard, change: MapFileOptions['change'] = {}): Promise<void> {
  const envelope = { ...wrap(map.document, newFrame(`map_${path.basename(file).length}`)), ...change }
  await writeFile(file, encodeEnvelope(envelope))
}

/** The file as it is on disk now, which must be whole. */
export async function readMapFile(file: string): Promise<Envelope> {
  return Envelope.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Every text of a note in the file. */
export function notesIn({ map }: Envelope): string[] {
  return [...map.lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...map.inbox].map(({ text }) => text)
}
