import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Result } from '../../../shared/base/result'
import type { MapsAlignment } from '../../../shared/merge/alignMaps'
import { groupMapPatches, type GroupMapFailure } from '../../../shared/merge/groupMap'
import type { Board } from '../../../shared/model/board'
import { MOST_GROUPS } from '../../../shared/model/limits'
import type { Patch } from '../../../shared/model/patch'
import { useTranslator } from '../../i18n/TranslatorContext'
import { openAsNewMap } from '../openImport'
import { useServices } from '../ServicesContext'
import { NO_MAPS, readGroups, suggestedTitle, withGroups, withoutGroup, type ChosenMaps } from './groupMaps'

export interface GroupMaps {
  readonly names: readonly string[]
  readonly boards: readonly Board[]
  readonly alignment: MapsAlignment
  readonly title: string
  /** What is wrong with what was last done; null where nothing is. */
  readonly problem: string | null
  /** The merged map as it would be now; null below two maps. */
  readonly preview: Result<readonly Patch[], GroupMapFailure> | null
  readonly busy: boolean
  rename(at: number, name: string): void
  retitle(title: string): void
  realign(alignment: MapsAlignment): void
  leaveOut(at: number): void
  /** Asks for files and takes their maps in behind the others. */
  add(): Promise<void>
  /** Opens the merged map as a new one; true where that worked. */
  merge(): Promise<boolean>
}

/** What the dialog for merging maps of groups holds and does. */
export function useGroupMaps(): GroupMaps {
  const translator = useTranslator()
  const { t } = translator
  const services = useServices()
  const [maps] = useState(() => createStore<ChosenMaps>(() => NO_MAPS))
  const { names, boards, alignment, files } = useStore(maps)
  const [ownTitle, setTitle] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const title = ownTitle ?? suggestedTitle({ boards, files })

  const make = (): Result<readonly Patch[], GroupMapFailure> => {
    const groups = boards.map((board, i) => ({ name: names[i]?.trim() || t('groups.group', { number: i + 1 }), board }))
    return groupMapPatches(groups, alignment, { title: title.trim(), meanName: t('groups.mean'), newId: services.newId })
  }
  // Names change no count, so that typing one does not go through all notes again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const preview = useMemo(() => (boards.length > 1 ? make() : null), [boards, alignment])

  return {
    names,
    boards,
    alignment,
    title,
    problem,
    preview,
    busy,
    rename: (at, name) => maps.setState({ names: names.map((old, i) => (i === at ? name : old)) }),
    retitle: setTitle,
    realign: (next) => maps.setState({ alignment: next }),
    leaveOut(at) {
      setProblem(null)
      maps.setState(withoutGroup(maps.getState(), at))
    },
    async add() {
      const answer = await services.bridge.call('maps.readGroups', null)
      if (!answer.ok) {
        if (answer.code === 'too-many') setProblem(t('groups.tooMany', { count: MOST_GROUPS }))
        return
      }
      // Names and rows may be others now than when the files were asked for.
      const now = maps.getState()
      const read = readGroups(answer.value, now.files, services.translator())
      setProblem(read.problem || null)
      if (read.groups.length > 0) maps.setState(withGroups(now, read.groups))
    },
    async merge() {
      const made = make()
      if (!made.ok || boards.length < 2) return false
      setBusy(true)
      const opened = await openAsNewMap(services, () => made.value, title.trim())
      setBusy(false)
      if (!opened.ok) setProblem(t('groups.notOpened'))
      return opened.ok
    },
  }
}
