import type { OlderFile } from '../../../shared/ipc/surroundings'
import { useTranslator } from '../../i18n/TranslatorContext'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { useServices } from '../ServicesContext'

export interface OlderBannerProps {
  readonly older: OlderFile
  /** Nothing can be brought in. */
  readonly readOnly: boolean
}

/** The file holds less than what was saved on this computer before: bring that in, or leave the file as somebody put it there. */
export function OlderBanner({ older: { at, notes, changes }, readOnly }: OlderBannerProps) {
  const { t, language } = useTranslator()
  const { actOnOlder } = useServices()
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
  const text = notes > 0 ? t('around.older.notes', { count: notes, time }) : t('around.older.changes', { count: changes, time })
  return (
    <Banner kind="warning" text={text}>
      {!readOnly && <Button onClick={() => void actOnOlder('bringIn')}>{t('around.older.bringIn')}</Button>}
      <Button look="link" onClick={() => void actOnOlder('keepFile')}>
        {t('around.older.keepFile')}
      </Button>
    </Banner>
  )
}
