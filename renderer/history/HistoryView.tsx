import './history.css'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../app/ServicesContext'
import { useOfBoard } from '../app/useOfBoard'
import type { ReadableMap } from '../../shared/export/readableSchema'
import type { Translator } from '../../shared/i18n/translator'
import { useTranslator } from '../i18n/TranslatorContext'
import type { Session } from '../state/session'
import { useUi } from '../state/SessionContext'
import { showHistory } from '../state/uiStore'
import type { Compared } from '../state/uiState'
import { chosenVersion, compare, earlierMap } from './compared'
import { ComparedBoard } from './ComparedBoard'
import { CompareStrip } from './CompareStrip'
import { Timeline } from './Timeline'
import { usePast, type Reading } from './usePast'
import { createVersionActions } from './versionActions'
import { createVersionShelf, type Version } from './versionShelf'
import { versionWithDay } from './versionTexts'
import { windowRest } from './windowRest'

/** Earlier states of the open map, and what became of them: the board with everything marked that differs. */
export function HistoryView({ session }: { readonly session: Session }) {
  const { bridge, clock, window } = useServices()
  const translator = useTranslator()
  const savedAt = useStore(window, ({ file }) => (file?.status.kind === 'saved' ? file.status.at : null))
  const [shelf] = useState(() => createVersionShelf({ bridge, handle: session.handle, rest: windowRest }))
  const [actions] = useState(() => createVersionActions(bridge, session))
  useEffect(() => shelf.watch(), [shelf])
  const { versions, changes } = useStore(shelf.store)
  const compared = useUi((ui) => ui.compared)
  const chosen = chosenVersion(compared, versions ?? [])
  const reading = usePast(shelf, chosen?.id ?? null)
  const past = reading.kind === 'read' ? reading.past : null
  const board = useOfBoard((now) => now)
  const comparison = useMemo(() => compare(compared, past, board), [compared, past, board])
  const earlier = useMemo(() => earlierMap(compared, past), [compared, past])
  const map = session.readOnly ? null : earlier
  const differs = comparison !== null && comparison.stops.length > 0
  const now = clock()
  const restore = (to: ReadableMap): void => {
    // The map before it becomes the newest version; "Restore A" under the pointer must not mean that one now.
    if (chosen) session.ui.setState(showHistory({ kind: 'version', id: chosen.id }))
    void actions.restore(to)
  }
  const withVersion = compared.kind === 'newest' || compared.kind === 'version'
  return (
    <div className="map-area history">
      <Timeline
        versions={versions}
        changes={changes}
        chosen={chosen?.id ?? null}
        nowIs={compared.kind === 'file' ? 'A' : 'B'}
        now={now}
        savedAt={savedAt === null ? null : new Date(savedAt)}
        canEdit={!session.readOnly}
        onSeen={shelf.show}
        onChoose={(id) => session.ui.setState(showHistory({ kind: 'version', id }))}
        onName={(name, id) => void actions.name(name, id)}
        onRemove={(id) => void actions.remove(id)}
        onRestore={map && differs ? () => restore(map) : null}
        onSaveCopy={chosen && past ? () => void actions.saveCopy(chosen.id) : null}
      />
      <CompareStrip
        from={earlierName(compared, chosen, translator, now)}
        to={compared.kind === 'file' ? compared.name : translator.t('history.now')}
        diff={comparison?.diff ?? null}
        said={whyNothing(reading, translator)}
        onStop={withVersion ? null : () => session.ui.setState(showHistory({ kind: 'newest' }))}
      />
      <ComparedBoard
        session={session}
        of={withVersion ? (chosen?.id ?? '') : compared}
        comparison={comparison}
        onUndo={map && ((stop) => actions.undoChange(map, stop))}
      />
    </div>
  )
}

function earlierName(compared: Compared, chosen: Version | null, translator: Translator, now: Date): string | null {
  if (compared.kind === 'file') return translator.t('history.thisMap')
  if (compared.kind === 'beforeMerge') return translator.t('history.beforeMerge')
  return chosen ? versionWithDay(chosen, translator, now) : null
}

/** Why nothing is compared. */
function whyNothing(reading: Reading, { t }: Translator): string {
  if (reading.kind === 'failed') return t(reading.code === 'not-found' ? 'history.gone' : 'history.unreadable')
  return t(reading.kind === 'reading' ? 'history.reading' : 'history.choose')
}
