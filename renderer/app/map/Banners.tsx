import { X } from 'lucide-react'
import { useStore } from 'zustand'
import type { Translator } from '../../../shared/i18n/translator'
import type { SaveStatus } from '../../../shared/ipc/contract'
import { salvageWords } from '../../../shared/ipc/salvageWords'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import type { MapCopy } from '../copyCommands'
import { saveFailureText } from '../fileCommands'
import { useServices } from '../ServicesContext'
import { CopiesBanner } from './CopiesBanner'
import { OlderBanner } from './OlderBanner'

/** States of the open map that a person has to know of: it is not saved, not to be changed, or just came back. */
export function Banners() {
  const t = useT()
  const translator = useTranslator()
  const { window, files, actOnCopies } = useServices()
  const file = useStore(window, (state) => state.file)
  if (!file) return null
  const renamed = file.surroundings.copies.find(({ state }) => state === 'renamed')

  return (
    <>
      {file.status.kind === 'notSaved' && (
        <Banner kind="error" text={troubleText(translator, file.status, renamed)}>
          {renamed && <Button onClick={() => void actOnCopies('goOn', [renamed])}>{t('around.goOn')}</Button>}
          {canPutBack(file.status) && <Button onClick={() => void files.putBack()}>{t('around.putBack')}</Button>}
          <Button onClick={() => void files.saveAs()}>{t('app.banner.saveAs')}</Button>
          {!renamed && (
            <Button look="link" onClick={() => void files.save()}>
              {t('app.banner.tryAgain')}
            </Button>
          )}
        </Banner>
      )}
      {file.surroundings.older && <OlderBanner older={file.surroundings.older} readOnly={file.readOnly} />}
      <CopiesBanner copies={file.surroundings.copies} />
      {file.readOnly && (
        <Banner kind="warning" text={t(file.newer ? 'newer.hint' : 'app.banner.readOnly')}>
          <Button onClick={() => void files.saveAs()}>{t('app.banner.saveCopy')}</Button>
        </Banner>
      )}
      {file.rebuilt && (
        <Banner kind="warning" text={file.salvage ? `${salvageWords(translator, file.salvage)} ${t('salvage.copy')}` : t('rebuilt.hint')}>
          <IconButton label={t('app.close')} onClick={() => window.setState({ file: { ...file, rebuilt: false } })}>
            <X size={17} strokeWidth={1.75} />
          </IconButton>
        </Banner>
      )}
      {file.linked && (
        <Banner kind="info" text={t('linked.hint')}>
          <IconButton label={t('app.close')} onClick={() => window.setState({ file: { ...file, linked: false } })}>
            <X size={17} strokeWidth={1.75} />
          </IconButton>
        </Banner>
      )}
      {file.recovered > 0 && (
        <Banner kind="info" text={t('app.banner.recovered', { count: file.recovered })}>
          <IconButton label={t('app.close')} onClick={() => window.setState({ file: { ...file, recovered: 0 } })}>
            <X size={17} strokeWidth={1.75} />
          </IconButton>
        </Banner>
      )}
    </>
  )
}

function troubleText(translator: Translator, { reason, detail }: NotSaved, renamed: MapCopy | undefined): string {
  if (renamed && reason === 'folder-missing') return translator.t('around.renamed', { name: renamed.name })
  return saveFailureText(translator, reason, detail)
}

type NotSaved = Extract<SaveStatus, { kind: 'notSaved' }>

/** The map may go back where it was: nothing is there, or nothing that could be brought together with it. */
function canPutBack(status: SaveStatus): boolean {
  if (status.kind !== 'notSaved') return false
  if (status.reason === 'folder-missing') return true
  return status.reason === 'changed-on-disk' && ['damaged', 'foreign', 'another-map'].includes(status.detail)
}
