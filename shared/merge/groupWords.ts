import { sameText } from '../base/sameText'
import type { Lane } from '../model/lane'
import { laneKindInfo } from '../model/laneKinds'
import { LIMITS } from '../model/limits'
import type { Note } from '../model/note'
import type { PersonaId } from '../model/persona'
import type { Group } from './group'
import { foldName } from './nameLikeness'

/** One name of what several groups named: the name they share, else all of them in order, as far as a title has room. */
export function joinNames(names: readonly string[]): string {
  const seen = new Set<string>()
  let joined = ''
  for (const name of names) {
    const folded = foldName(name) || name.trim()
    if (folded === '' || seen.has(folded)) continue
    seen.add(folded)
    const longer = joined === '' ? name : `${joined} / ${name}`
    if (longer.length <= LIMITS.title) joined = longer
  }
  return joined
}

interface NewNote {
  readonly group: string
  /** Where it was; absent for the inbox. */
  readonly lane: Lane | undefined
  readonly id: Note['id']
  readonly personaOf: (old: PersonaId) => PersonaId | undefined
}

/** A group's note as a note of the merged map; its place and order are the caller's. */
export function groupNote(note: Note, { group, lane, id, personaOf }: NewNote): Omit<Note, 'order'> {
  const { text, mark, proof, icon, author } = note
  const color = note.color ?? lane?.color
  const kept: Omit<Note, 'order'> = {
    id,
    text,
    mark,
    proof,
    ...(color === undefined ? {} : { color }),
    ...(icon === undefined ? {} : { icon }),
    ...(author === undefined ? {} : { author }),
    personaIds: note.personaIds.flatMap((old) => personaOf(old) ?? []),
  }
  return namedOf(kept, group, lane)
}

/**
 * The note with its group's name where everybody in the room can read it: at the end of its text.
 *
 * The name is also the author's, which the board does not show. A text that leaves no room for the name keeps every letter.
 */
export function namedOf(note: Omit<Note, 'order'>, group: string, lane?: Lane): Omit<Note, 'order'> {
  const author = (note.author === undefined ? group : `${group}: ${note.author}`).slice(0, LIMITS.title)
  // Small labels have one line or two; a sticky note has a line for the name.
  const small = lane !== undefined && laneKindInfo(lane.kind).content !== 'notes'
  const text = note.text === '' ? `— ${group}` : `${note.text}${small ? ' — ' : '\n— '}${group}`
  return { ...note, author, text: text.length > LIMITS.noteText ? note.text : text }
}

export interface GroupScenario {
  readonly text: string
  /** Scenarios that found no room beside the others, whole. */
  readonly besides: readonly { readonly group: string; readonly text: string }[]
}

/** The scenario the groups share, else each group's under its name. */
export function groupScenario(groups: readonly Group[]): GroupScenario {
  const own = groups.map(({ name, board }) => ({ group: name, text: board.settings.scenario.trim() })).filter(({ text }) => text !== '')
  const [first] = own
  if (!first || own.every(({ text }) => sameText(text, first.text))) return { text: first?.text ?? '', besides: [] }
  const parts: string[] = []
  const besides: { group: string; text: string }[] = []
  for (const one of own) {
    const longer = [...parts, `${one.group}: ${one.text}`]
    if (longer.join('\n\n').length <= LIMITS.longText) parts.push(`${one.group}: ${one.text}`)
    else besides.push(one)
  }
  return { text: parts.join('\n\n'), besides }
}
