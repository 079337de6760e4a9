import './timeline.css'
import { Copy, RotateCcw, Star } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { DiffCounts } from '../../shared/analysis/boardDiff'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { timeText } from '../i18n/when'
import { Button } from '../ui/Button'
import { focusRegion } from '../ui/focusRegion'
import { EmptyNote } from '../ui/Panel'
import { Letter } from './CompareStrip'
import { NameForm } from './NameForm'
import { useInSight } from './useInSight'
import { VersionRow } from './VersionRow'
import type { Version } from './versionShelf'
import { byDay } from './versionTexts'

export interface TimelineProps {
  /** Newest first; null until they are known. */
  readonly versions: readonly Version[] | null
  readonly changes: ReadonlyMap<string, DiffCounts>
  /** The version that is compared. */
  readonly chosen: string | null
  /** The letter of the map as it is: the later of the two, unless another file is compared. */
  readonly nowIs: 'A' | 'B'
  readonly now: Date
  /** When the map file was last written, where it holds the map as it is. */
  readonly savedAt: Date | null
  readonly canEdit: boolean
  /** These are in sight. The same function all the time. */
  readonly onSeen: (ids: ReadonlySet<string>) => void
  readonly onChoose: (id: string) => void
  /** Names the map as it is now, or a version. */
  readonly onName: (name: string, id: string | null) => void
  readonly onRemove: (id: string) => void
  /** Null where there is nothing to restore. */
  readonly onRestore: (() => void) | null
  readonly onSaveCopy: (() => void) | null
}

/** What is being done: the map as it is now gets a name, a version gets one, or it is asked whether a version may go. */
type Doing = { readonly what: 'namingNow' } | { readonly what: 'naming' | 'removing'; readonly id: string } | null

/** The versions of the map, newest first, and what can be done with the one that is compared. */
export function Timeline(props: TimelineProps) {
  const { versions, changes, chosen, nowIs, now, savedAt, canEdit, onSeen, onChoose, onName, onRemove, onRestore, onSaveCopy } = props
  const translator = useTranslator()
  const { t } = translator
  const title = useId()
  const list = useRef<HTMLDivElement>(null)
  useInSight(list, versions, onSeen)
  const [doing, setDoing] = useState<Doing>(null)
  const entry = versions?.some(({ id }) => id === chosen) ? chosen : (versions?.[0]?.id ?? null)
  const asking = doing !== null
  // What had the keyboard is gone then; the list has it next.
  useEffect(() => (asking ? () => focusRegion('versions') : undefined), [asking])
  // Whatever had the keyboard may be gone: the board when the view opens, or the version that is deleted. Before they are read there is nothing to give it to.
  useEffect(() => {
    const active = document.activeElement
    if (versions && (active === document.body || active?.matches('[data-region-title]'))) focusRegion('versions')
  }, [versions])
  const stop = (): void => setDoing(null)
  const named = (name: string, id: string | null): void => {
    stop()
    onName(name, id)
  }
  return (
    <section className="history-versions" aria-labelledby={title} data-region="versions">
      <header className="ui-panel-head">
        <h2 id={title} className="ui-panel-title ellipsis" tabIndex={-1} data-region-title="">
          {t('history.versions')}
        </h2>
        <span className="ui-panel-gap" />
        {canEdit && (
          <Button look="soft" icon={<Star size={15} strokeWidth={1.75} />} onClick={() => setDoing({ what: 'namingNow' })}>
            {t('history.nameThis')}
          </Button>
        )}
      </header>
      <div ref={list} className="history-list" data-region-start="" onKeyDown={moveInList}>
        <ul>
          <li className="history-row" data-now="">
            {doing?.what === 'namingNow' ? (
              <NameForm initial="" onDone={(name) => named(name, null)} onCancel={stop} />
            ) : (
              <div className="history-version">
                <span className="history-mark">
                  <Letter of={nowIs} />
                </span>
                <span className="history-words">
                  <strong>{t('history.now')}</strong>
                  {savedAt && <small className="ellipsis">{t('status.saved', { time: timeText(translator.language, savedAt) })}</small>}
                </span>
              </div>
            )}
          </li>
        </ul>
        {versions?.length === 0 && <EmptyNote text={t('history.empty')} />}
        {byDay(versions ?? [], translator, now).map(({ day, versions: ofDay }) => (
          <section key={day} className="history-day">
            <h3>{day}</h3>
            <ul>
              {ofDay.map((version) => (
                <VersionRow
                  key={version.id}
                  version={version}
                  chosen={version.id === chosen}
                  entry={version.id === entry}
                  counts={changes.get(version.id)}
                  doing={doing && doing.what !== 'namingNow' && doing.id === version.id ? doing.what : null}
                  canEdit={canEdit}
                  onChoose={() => onChoose(version.id)}
                  onStart={(what) => setDoing({ what, id: version.id })}
                  onName={(name) => named(name, version.id)}
                  onRemove={() => {
                    stop()
                    onRemove(version.id)
                  }}
                  onCancel={stop}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {(onRestore ?? onSaveCopy) && <Footer onRestore={onRestore} onSaveCopy={onSaveCopy} />}
    </section>
  )
}

function Footer({ onRestore, onSaveCopy }: Pick<TimelineProps, 'onRestore' | 'onSaveCopy'>) {
  const t = useT()
  return (
    <footer className="history-foot">
      {onRestore && (
        <Button icon={<RotateCcw size={15} strokeWidth={1.75} />} onClick={onRestore}>
          {t('history.restore')}
        </Button>
      )}
      {onSaveCopy && (
        <Button look="link" icon={<Copy size={15} strokeWidth={1.75} />} className="history-quiet" onClick={onSaveCopy}>
          {t('history.saveCopy')}
        </Button>
      )}
    </footer>
  )
}

/** Up and Down go from version to version and choose it, as in a list of radio buttons. */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const ends = event.key === 'Home' || event.key === 'End'
  if ((by === 0 && !ends) || !(event.target instanceof HTMLElement)) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-version]')]
  const at = rows.indexOf(event.target)
  if (at < 0) return
  event.preventDefault()
  const next = rows[event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : at + by]
  next?.focus()
  next?.click()
}
