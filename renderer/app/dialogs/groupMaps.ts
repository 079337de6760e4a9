import type { Translator } from '../../../shared/i18n/translator'
import type { Output } from '../../../shared/ipc/contract'
import { ReadableMap } from '../../../shared/export/readableSchema'
import { alignMaps, type MapsAlignment } from '../../../shared/merge/alignMaps'
import { withoutMap } from '../../../shared/merge/alignRows'
import type { Group } from '../../../shared/merge/group'
import type { TooLarge } from '../../../shared/merge/groupMap'
import type { Board } from '../../../shared/model/board'
import type { NewId } from '../../../shared/model/ids'
import { MOST_GROUPS } from '../../../shared/model/limits'
import { readBoard } from '../../../shared/versions/readBoard'
import { openFailureText } from '../fileCommands'

/** The maps that were chosen, what each group is called, and what of them stands in one row. */
export interface ChosenMaps {
  readonly names: readonly string[]
  readonly boards: readonly Board[]
  readonly alignment: MapsAlignment
}

export const NO_MAPS: ChosenMaps = { names: [], boards: [], alignment: { stages: [], lanes: [] } }

/** Takes maps in behind the others, whose rows stay as they were put together. */
export function withGroups({ names, boards, alignment }: ChosenMaps, groups: readonly Group[]): ChosenMaps {
  const all = [...boards, ...groups.map(({ board }) => board)]
  return { names: [...names, ...groups.map(({ name }) => name)], boards: all, alignment: alignMaps(all, alignment) }
}

/** Takes one map out; the rows of the others stay as they were put together. */
export function withoutGroup({ names, boards, alignment }: ChosenMaps, at: number): ChosenMaps {
  return {
    names: names.filter((_, i) => i !== at),
    boards: boards.filter((_, i) => i !== at),
    alignment: { stages: withoutMap(alignment.stages, at), lanes: withoutMap(alignment.lanes, at) },
  }
}

export interface ReadGroups {
  readonly groups: readonly Group[]
  /** Why others are not among them, in sentences; empty where all are. */
  readonly problem: string
}

/** The maps of an answer as boards, as many as there is room for. */
export function readGroups(answer: Output<'maps.readGroups'>, room: number, newId: NewId, translator: Translator): ReadGroups {
  const problems = answer.refused.map((file) => openFailureText(translator, file))
  if (answer.groups.length > room) problems.push(translator.t('groups.tooMany', { count: MOST_GROUPS }))
  const groups = answer.groups.slice(0, Math.max(0, room)).map(({ name, map }): Group => {
    // Main wrote it from a board of its own, so that it is a map; anything else is a bug and may stop the window.
    const readable = ReadableMap.parse(JSON.parse(new TextDecoder().decode(map)))
    return { name, board: readBoard(readable, newId) }
  })
  return { groups, problem: problems.join(' ') }
}

/** The title all maps have, else that of the first. */
export function commonTitle(boards: readonly Board[]): string {
  return boards.find(({ settings }) => settings.title !== '')?.settings.title ?? ''
}

export function tooLargeText({ t }: Translator, { what, count, limit }: TooLarge): string {
  return t('groups.tooLarge', { what: t(`import.count.${what}`, { count }), limit })
}
