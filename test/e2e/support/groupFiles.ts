import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { encodeEnvelope, newFrame, wrap } from '../../../main/files/envelope'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import type { MapContent } from '../../../shared/import/importedMap'
import { contentPatches } from '../../../shared/import/toPatches'
import { makeNewId } from '../../../shared/model/ids'

export interface GroupFile {
  readonly name: string
  /** Texts by the index of their stage, in the lane of actions. */
  readonly notes: Readonly<Record<number, readonly string[]>>
  /** Values of the one persona by the index of their stage. */
  readonly values: Readonly<Record<number, number>>
  /** Other names of stages, by index. */
  readonly titles?: Readonly<Record<number, string>>
  /** Without the keys of the template, as if made without it. */
  readonly foreign?: boolean
}

/** As in the classic template of the app. */
const STAGES = ['Need', 'Search', 'Alternatives', 'Purchase', 'Use', 'Leave']
const LANES = ['goals', 'actions', 'touchpoints', 'thoughts', 'emotions', 'barriers', 'opportunities'] as const

/** Write the map of one group of a workshop, made from one template on a computer of its own. */
export async function writeGroupFile(folder: string, { name, notes, values, titles = {}, foreign = false }: GroupFile): Promise<string> {
  const keyed = (key: string): { templateKey?: string } => (foreign ? {} : { templateKey: key })
  const lane = LANES.indexOf('actions')
  const content: MapContent = {
    title: 'Buying a flat',
    kind: 'cjm',
    scenario: '',
    personas: [{ name: 'Buyer', color: 'teal', marker: 'circle' }],
    stages: STAGES.map((title, i) => ({
      title: titles[i] ?? title,
      duration: '',
      steps: [{ title: '', ...keyed(`${title}-1`) }],
      ...keyed(title),
    })),
    lanes: LANES.map((kind) => ({ kind, span: kind === 'goals' ? 'stage' : 'step', ...keyed(kind) })),
    notes: Object.entries(notes).flatMap(([stage, texts]) =>
      texts.map((text) => ({ text, place: { lane, stage: Number(stage), step: 0 } })),
    ),
    points: Object.entries(values).map(([stage, value]) => ({
      persona: 0,
      stage: Number(stage),
      step: 0,
      value,
      label: '',
      reason: '',
      guessed: false,
    })),
  }
  // Every group's computer makes ids of its own.
  let count = 0
  const newId = makeNewId((length) => {
    count += 1
    return Uint8Array.from({ length }, (_, i) => (i < 4 ? (count >> (i * 5)) & 31 : name.charCodeAt(i % name.length)))
  })
  const document = openMapDocument({ clock: () => new Date() })
  document.write(contentPatches(content, newId), { what: 'import', count: 1 })
  const file = path.join(folder, `${name}.cjm`)
  await writeFile(file, encodeEnvelope(wrap(document, newFrame(newId('note').replace('note_', 'map_')))))
  document.destroy()
  return file
}
