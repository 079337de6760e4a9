import { Lock } from 'lucide-react'
import { useStore } from 'zustand'
import type { SaveStatus } from '../../../shared/ipc/contract'
import { useTranslator } from '../../i18n/TranslatorContext'
import { timeText } from '../../i18n/when'
import { Tip } from '../../ui/Tip'
import { useServices } from '../ServicesContext'

/** How safe the map is at this moment: a dot and words, read out when they change. */
export function SaveState() {
  const { t, language } = useTranslator()
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
  const { status } = file
  return (
    <Tip text={hintOf(status, t)}>
      <span className="save-state" role="status" data-kind={status.kind}>
        <span className="save-dot" aria-hidden="true" />
        <span className="ellipsis">{textOf(status, t, language)}</span>
      </span>
    </Tip>
  )
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

function hintOf(status: SaveStatus, t: Translate): string {
  if (status.kind === 'saved') return t('status.saved.hint')
  if (status.kind === 'notSaved')
    return t(`saveFailure.${status.reason === 'journal' ? 'unknown' : status.reason}`, { detail: status.detail })
  return t('status.kept.hint')
}
