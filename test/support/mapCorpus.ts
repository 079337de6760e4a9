import * as fc from 'fast-check'
import { addNote } from '../../shared/commands/notes'
import { openMapDocument } from '../../shared/document/yjsDocument'
import { samplePatches } from '../../shared/import/template'
import { encodeEnvelope, newFrame, wrap } from '../../main/files/envelope'
import { columnsOf } from '../../shared/model/board'
import { takesNotes } from '../../shared/model/laneKinds'
import { anyText } from './anyBoard'
import { edit, idsOf, randomEdits } from './randomEdits'
import { TestBoard } from './testBoard'

/** A map file to be damaged, and the same one a moment earlier. */
export interface CorpusFile {
  readonly whole: Buffer
  readonly earlier: Buffer
}

const clock = (): Date => new Date('2026-01-15T12:00:00Z')

/** Real map files: the sample in every language, and workshops that never were, small and large. The same for the same seed. */
export function mapCorpus(seed: number): readonly CorpusFile[] {
  const samples = (['en', 'ru', 'pl'] as const).map((language, index) => {
    const document = openMapDocument({ clock, clientId: 1 })
    const newId = idsOf(index)
    document.write(samplePatches(language, newId), { what: 'import', count: 1 })
    const earlier = fileOf(document)
    document.write([{ op: 'settings', fields: { title: 'Later' } }], { what: 'import', count: 1 })
    return { whole: fileOf(document), earlier }
  })
  return [...samples, workshop(seed, 30), workshop(seed + 1, 300)]
}

function workshop(seed: number, edits: number): CorpusFile {
  const map = TestBoard.starter()
  const newId = idsOf(9)
  const texts = fc.sample(anyText, { seed, numRuns: edits })
  let earlier = fileOf(map.document)
  fc.sample(randomEdits, { seed, numRuns: edits }).forEach((one, index) => {
    if (index === edits - 5) earlier = fileOf(map.document)
    edit(map, one, newId)
    const lanes = map.board.lanes.filter(({ kind }) => takesNotes(kind))
    const lane = lanes[index % Math.max(1, lanes.length)]
    const columns = lane ? columnsOf(map.board, lane) : []
    const columnId = columns[index % Math.max(1, columns.length)]
    const cell = lane && columnId ? { cell: { laneId: lane.id, columnId } } : {}
    map.run(addNote, { noteId: newId('note'), text: texts[index] ?? '', ...cell })
  })
  return { whole: fileOf(map.document), earlier }
}

function fileOf(document: Parameters<typeof wrap>[0]): Buffer {
  return Buffer.from(encodeEnvelope(wrap(document, newFrame('map_corpus'))))
}
