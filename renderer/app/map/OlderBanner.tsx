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

/** The file holds less than what was saved on this computer before: bring that in, or go on with what somebody put there. */
export function OlderBanner({ older, readOnly }: OlderBannerProps) {
  const { t, language } = useTranslator()
  const { actOnOlder } = useServices()
  const { at, notes, changes, version } = older
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
  const what = version === undefined ? 'around.older' : 'around.replaced'
  const text = notes > 0 ? t(`${what}.notes`, { count: notes, time }) : t(`${what}.changes`, { count: changes, time })
  return (
    <Banner kind="warning" text={text}>
      {!readOnly && (
        <Button onClick={() => void actOnOlder('bringIn', older)}>
          {t(version === undefined ? 'around.older.bringIn' : 'around.replaced.keepMine')}
        </Button>
      )}
      <Button look="link" onClick={() => void actOnOlder('keepFile', older)}>
        {t(version === undefined ? 'around.older.keepFile' : 'around.replaced.goBack')}
      </Button>
    </Banner>
  )
}
