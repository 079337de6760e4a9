import { Lock } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { SaveStatus } from '../../../shared/ipc/contract'
import { useTranslator } from '../../i18n/TranslatorContext'
import { timeText } from '../../i18n/when'
import { useSession } from '../../state/SessionContext'
import { Tip } from '../../ui/Tip'
import { useServices } from '../ServicesContext'

/** How long words stay that say something is under way, in milliseconds. */
const CALM = 400

/** How safe the map is at this moment: a dot and words, read out when they have come to rest. */
export function SaveState() {
  const { t } = useTranslator()
  const file = useStore(useServices().window, (state) => state.file)
  if (!file) return null

  if (file.readOnly) {
    return (
      <Tip text={t('status.readOnly.hint')}>
        <span className="save-state" tabIndex={0}>
          <Lock size={13} strokeWidth={2} aria-hidden="true" />
          {t('status.readOnly')}
        </span>
      </Tip>
    )
  }
  return <Status status={file.status} draft={file.name === null} />
}

const KEEPING: SaveStatus = { kind: 'keeping' }

/** What the main process says counts only once it has answered for the last key: until then it speaks of the one before. */
function useTruth(status: SaveStatus): SaveStatus {
  const { onUnanswered, unanswered } = useSession()
  const waits = useSyncExternalStore(onUnanswered, unanswered)
  return waits && (status.kind === 'kept' || status.kind === 'saved') ? KEEPING : status
}

function Status({ status, draft }: { readonly status: SaveStatus; readonly draft: boolean }) {
  const { t, language } = useTranslator()
  const shown = useCalm(useTruth(status))
  const atRest = shown.kind === 'saved' || shown.kind === 'notSaved' || (shown.kind === 'kept' && draft)
  return (
    <Tip text={hintOf(shown, t)}>
      <span className="save-state" role="status" aria-live={atRest ? 'polite' : 'off'} data-kind={shown.kind}>
        <span className="save-dot" aria-hidden="true" />
        <span className="save-words">
          <span className="ellipsis">{textOf(shown, t, language)}</span>
          {/* Room for all that comes and goes with every edit, so that the name beside it keeps its place. */}
          {comingAndGoing(shown, t, language).map((words) => (
            <span key={words} className="save-room" data-words={words} aria-hidden="true" />
          ))}
        </span>
      </span>
    </Tip>
  )
}

/**
 * Words that came and went with every key would flicker. So what is under way stays for a moment after it is done, and never the other way
 * round: what is shown is at most as safe as what is.
 */
function useCalm(status: SaveStatus): SaveStatus {
  const [shown, setShown] = useState(status)
  const atOnce = isUnderWay(status) || status.kind === 'notSaved' || !isUnderWay(shown)
  // While drawing and not after it, for it may be over before an effect has run.
  if (atOnce && shown !== status) setShown(status)
  useEffect(() => {
    if (atOnce) return
    const timer = setTimeout(() => setShown(status), CALM)
    return () => clearTimeout(timer)
  }, [status, atOnce])
  return atOnce ? status : shown
}

function isUnderWay({ kind }: SaveStatus): boolean {
  return kind === 'keeping' || kind === 'saving'
}

type Translate = ReturnType<typeof useTranslator>['t']

function textOf(status: SaveStatus, t: Translate, language: string): string {
  switch (status.kind) {
    case 'keeping':
      return t('status.keeping')
    case 'kept':
      return t('status.kept')
    case 'saving':
      return t('status.saving')
    case 'saved':
      return t('status.saved', { time: timeText(language, new Date(status.at)) })
    case 'notSaved':
      return t('status.notSaved', { reason: t(`status.reason.${status.reason}`) })
  }
}

/** What is said while one works, one after the other. */
function comingAndGoing(shown: SaveStatus, t: Translate, language: string): readonly string[] {
  const saved: SaveStatus = shown.kind === 'saved' ? shown : { kind: 'saved', at: new Date(0).toISOString() }
  return ([{ kind: 'keeping' }, { kind: 'kept' }, { kind: 'saving' }, saved] as const).map((status) => textOf(status, t, language))
}

function hintOf(status: SaveStatus, t: Translate): string {
  if (status.kind === 'saved') return t('status.saved.hint')
  if (status.kind === 'notSaved')
    return t(`saveFailure.${status.reason === 'journal' ? 'unknown' : status.reason}`, { detail: status.detail })
  return t('status.kept.hint')
}
