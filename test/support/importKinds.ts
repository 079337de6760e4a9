import { readImport } from '../../shared/import/importFile'
import type { ImportFormat } from '../../shared/import/importedMap'
import { imported, notesOf, pointsOf } from './importing'

/** A table as somebody made it, and what a map of it holds: parts divided by bars. */
export interface TableCase {
  readonly name: string
  readonly as: Exclude<ImportFormat, 'mermaid'>
  readonly text: string
  readonly title?: string
  /** Titles, with the steps in brackets. */
  readonly stages: string
  /** Kinds. */
  readonly lanes: string
  readonly notes?: string
  readonly points?: string
  readonly scenario?: string
  /** `why text` of each line that is listed. */
  readonly listed?: string
}

/** What the map of a case holds, of those parts that the case names. */
export function readCase(expected: TableCase): Omit<TableCase, 'name' | 'as' | 'text'> {
  const map = imported(expected.text, expected.as)
  const stages = map.stages.map(({ title, steps }) => {
    const names = steps.map((step) => step.title).join('; ')
    return names === '' || names === '; ' ? title : `${title} (${names})`
  })
  const found = {
    title: map.title,
    stages: stages.join(' | '),
    lanes: map.lanes.map(({ kind }) => kind).join(' '),
    notes: notesOf(map).join(' | '),
    points: pointsOf(map).join(' | '),
    scenario: map.scenario.replaceAll('\n', ' | '),
    listed: map.report.lines.map(({ why, text }) => `${why} ${text}`).join(' | '),
  }
  const { title, notes, points, scenario, listed } = expected
  return {
    stages: found.stages,
    lanes: found.lanes,
    ...(title !== undefined && { title: found.title }),
    ...(notes !== undefined && { notes: found.notes }),
    ...(points !== undefined && { points: found.points }),
    ...(scenario !== undefined && { scenario: found.scenario }),
    ...(listed !== undefined && { listed: found.listed }),
  }
}

/** The parts of a case that `readCase` finds. */
export function expectedOf({ name: _name, as: _as, text: _text, ...parts }: TableCase): Omit<TableCase, 'name' | 'as' | 'text'> {
  return parts
}

/** Whether the text is read alike as a file and pasted, where nobody says what it is. */
export function isReadAlike({ as, text }: TableCase): boolean {
  const file = readImport({ name: `a.${as}`, bytes: new TextEncoder().encode(text) })
  const pasted = readImport({ text })
  return file.ok && pasted.ok && JSON.stringify(file.value.notes) === JSON.stringify(pasted.value.notes)
}
