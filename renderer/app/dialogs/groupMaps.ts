import type { Translator } from '../../../shared/i18n/translator'
import type { Output } from '../../../shared/ipc/contract'
import { ReadableMap } from '../../../shared/export/readableSchema'
import { alignMaps, type MapsAlignment } from '../../../shared/merge/alignMaps'
import { withoutMap } from '../../../shared/merge/alignRows'
import type { Group } from '../../../shared/merge/group'
import type { TooLarge } from '../../../shared/merge/groupMap'
import type { Board } from '../../../shared/model/board'
import { LIMITS, MOST_GROUPS } from '../../../shared/model/limits'
import { readBoard } from '../../../shared/versions/readBoard'
import { openFailureText } from '../fileCommands'

/** The maps that were chosen, what each group is called, and what of them stands in one row. */
export interface ChosenMaps {
  readonly names: readonly string[]
  readonly boards: readonly Board[]
  readonly alignment: MapsAlignment
  /** What was read, a map each. */
  readonly files: readonly GroupFile[]
}

export interface GroupFile {
  /** Without ending. */
  readonly name: string
  /** The readable part as JSON: with the name it tells whether it is the same file again. */
  readonly map: string
}

/** A map that was read, with the file it came from. */
export interface ReadGroup extends Group {
  readonly file: GroupFile
}

export const NO_MAPS: ChosenMaps = { names: [], boards: [], alignment: { stages: [], lanes: [] }, files: [] }

/** Takes maps in behind the others, whose rows stay as they were put together. */
export function withGroups({ names, boards, alignment, files }: ChosenMaps, groups: readonly ReadGroup[]): ChosenMaps {
  const all = [...boards, ...groups.map(({ board }) => board)]
  return {
    names: [...names, ...groups.map(({ name }) => name)],
    boards: all,
    alignment: alignMaps(all, alignment),
    files: [...files, ...groups.map(({ file }) => file)],
  }
}

/** Takes one map out; the rows of the others stay as they were put together. */
export function withoutGroup({ names, boards, alignment, files }: ChosenMaps, at: number): ChosenMaps {
  return {
    names: names.filter((_, i) => i !== at),
    boards: boards.filter((_, i) => i !== at),
    alignment: { stages: withoutMap(alignment.stages, at), lanes: withoutMap(alignment.lanes, at) },
    files: files.filter((_, i) => i !== at),
  }
}

export interface ReadGroups {
  readonly groups: readonly ReadGroup[]
  /** Why others are not among them, in sentences; empty where all are. */
  readonly problem: string
}

/** The maps of an answer as boards, as many as there is room for beside those that are there; one that is there is not taken twice. */
export function readGroups(answer: Output<'maps.readGroups'>, there: readonly GroupFile[], translator: Translator): ReadGroups {
  const problems = answer.refused.map((file) => openFailureText(translator, file))
  const files = answer.groups.map(({ name, map }): GroupFile => ({ name, map: new TextDecoder().decode(map) }))
  const fresh = files.filter((file) => !there.some(({ name, map }) => name === file.name && map === file.map))
  for (const file of files) if (!fresh.includes(file)) problems.push(translator.t('groups.already', { name: file.name }))
  const room = Math.max(0, MOST_GROUPS - there.length)
  if (fresh.length > room) problems.push(translator.t('groups.tooMany', { count: MOST_GROUPS }))
  const groups = fresh.slice(0, room).map((file): ReadGroup => {
    // Main wrote it from a board of its own, so that it is a map; anything else is a bug and may stop the window.
    const readable = ReadableMap.parse(JSON.parse(file.map))
    return { name: file.name, board: readBoard(readable), file }
  })
  return { groups, problem: problems.join(' ') }
}

/** The title that all maps share, else those of all, so that the merged map goes by the name of no single group. */
export function suggestedTitle({ boards, files }: Pick<ChosenMaps, 'boards' | 'files'>): string {
  const titles = boards.map(({ settings }, i) => settings.title.trim() || (files[i]?.name ?? ''))
  return [...new Set(titles.filter((title) => title !== ''))]
    .join(' + ')
    .slice(0, LIMITS.title)
    .replace(/[\uD800-\uDBFF]$/, '')
}

export function tooLargeText({ t }: Translator, { what, count, limit }: TooLarge): string {
  return t('groups.tooLarge', { what: t(`import.count.${what}`, { count }), limit })
}
