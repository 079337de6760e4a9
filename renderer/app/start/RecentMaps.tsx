import './recents.css'
import { LayoutGrid, LayoutList, Search } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { RecentMap } from '../../../shared/ipc/contract'
import { useTranslator } from '../../i18n/TranslatorContext'
import { Button } from '../../ui/Button'
import { EmptyNote } from '../../ui/Panel'
import { TextField } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { Key } from '../../ui/Key'
import { useServices } from '../ServicesContext'
import { shortcutLabel } from '../shortcutLabel'
import { moveFocusInGrid } from './gridFocus'
import { RecentCard } from './RecentCard'
import { useRecents } from './useRecents'

export interface RecentMapsProps {
  readonly quickActions: ReactNode
  /** Comes after the list. */
  readonly children: ReactNode
}

/** The maps that were open lately, as cards or as a list. */
export function RecentMaps({ quickActions, children }: RecentMapsProps) {
  const { t, language } = useTranslator()
  const services = useServices()
  const recents = useRecents(services.bridge)
  const [wanted, setWanted] = useState('')
  const search = useDeferredValue(wanted)
  const [asList, setAsList] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const find = (event: globalThis.KeyboardEvent): void => {
      const mod = services.host.platform === 'darwin' ? event.metaKey : event.ctrlKey
      if (!mod || event.shiftKey || event.altKey || (event.code !== 'KeyF' && event.code !== 'KeyK')) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    addEventListener('keydown', find)
    return () => removeEventListener('keydown', find)
  }, [services])

  const shown = recents?.filter((recent) => matches(recent, search)) ?? []
  // By what stands in the field: the list follows it later, and may still show the maps of before.
  const openFirst = (event: KeyboardEvent): void => {
    const first = recents?.find((recent) => matches(recent, wanted))
    if (event.key === 'Escape') setWanted('')
    if (event.key === 'Enter' && first && wanted !== '') void services.files.openRecent(first.id, first.name)
  }

  return (
    <>
      <div className="start-head">
        <h1 className="start-title">{recents?.length === 0 ? t('app.start.hello') : t('app.start.title')}</h1>
        {recents !== null && recents.length > 0 && (
          <div className="start-find">
            <TextField
              label={t('app.start.find')}
              hideLabel
              placeholder={t('app.start.find')}
              icon={<Search size={17} strokeWidth={1.75} aria-hidden="true" />}
              type="search"
              ref={field}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={openFirst}
            />
            {wanted === '' && <Key keys={shortcutLabel('Mod+KeyK', services.host.platform, language)} />}
          </div>
        )}
      </div>
      {quickActions}
      <section aria-labelledby="start-recent">
        <div className="start-section-head">
          <h2 id="start-recent">{t('app.start.recent')}</h2>
          {recents !== null && recents.length > 0 && (
            <div className="start-views" role="group" aria-label={t('app.start.shownAs')}>
              <IconButton
                label={t('app.start.cards')}
                on={asList ? undefined : 'soft'}
                aria-pressed={!asList}
                onClick={() => setAsList(false)}
              >
                <LayoutGrid size={17} strokeWidth={1.75} />
              </IconButton>
              <IconButton
                label={t('app.start.list')}
                on={asList ? 'soft' : undefined}
                aria-pressed={asList}
                onClick={() => setAsList(true)}
              >
                <LayoutList size={17} strokeWidth={1.75} />
              </IconButton>
            </div>
          )}
        </div>
        {recents?.length === 0 && (
          <div className="start-empty">
            <EmptyNote text={t('app.start.empty')}>
              <Button onClick={() => void services.files.openSample()}>{t('app.start.sample')}</Button>
            </EmptyNote>
          </div>
        )}
        {recents !== null && recents.length > 0 && shown.length === 0 && (
          <div className="start-empty">
            <EmptyNote text={t('app.start.noneFound', { text: search })}>
              <Button onClick={() => setWanted('')}>{t('app.start.showAll')}</Button>
            </EmptyNote>
          </div>
        )}
        <ul className={asList ? 'start-list' : 'start-cards'} onKeyDown={moveFocusInGrid}>
          {shown.map((recent) => (
            <RecentCard key={recent.id} recent={recent} asList={asList} />
          ))}
        </ul>
      </section>
      {children}
    </>
  )
}

function matches(recent: RecentMap, search: string): boolean {
  const text = `${recent.name} ${recent.place}`.toLocaleLowerCase()
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
