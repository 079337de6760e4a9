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
  const words = version === undefined ? ON_OPENING : WHILE_OPEN
  const text = notes > 0 ? t(words.notes, { count: notes, time }) : t(words.changes, { count: changes, time })
  return (
    <Banner kind="warning" text={text}>
      {!readOnly && <Button onClick={() => void actOnOlder('bringIn', older)}>{t(words.bringIn)}</Button>}
      <Button look="link" onClick={() => void actOnOlder('keepFile', older)}>
        {t(words.keepFile)}
      </Button>
    </Banner>
  )
}

const ON_OPENING = {
  notes: 'around.older.notes',
  changes: 'around.older.changes',
  bringIn: 'around.older.bringIn',
  keepFile: 'around.older.keepFile',
} as const

/** The map is in the file again by then. */
const WHILE_OPEN = {
  notes: 'around.replaced.notes',
  changes: 'around.replaced.changes',
  bringIn: 'around.replaced.keepMine',
  keepFile: 'around.replaced.goBack',
} as const
