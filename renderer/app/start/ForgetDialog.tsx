import { useRef, useState } from 'react'
import type { RecentMap } from '../../../shared/ipc/contract'
import { useT } from '../../i18n/TranslatorContext'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useServices } from '../ServicesContext'

export interface ForgetDialogProps {
  readonly recent: RecentMap
  /** As the list shows it. */
  readonly name: string
  readonly onClose: () => void
}

/** Asks before this computer forgets a map, and says what goes and what stays. */
export function ForgetDialog({ recent, name, onClose }: ForgetDialogProps) {
  const t = useT()
  const { bridge, toast } = useServices()
  /** What goes has edits in it that no file has. */
  const [unsaved, setUnsaved] = useState(recent.draft)
  const [busy, setBusy] = useState(false)
  const forgotten = useRef(false)
  const cancel = useRef<HTMLButtonElement>(null)

  const forget = async (): Promise<void> => {
    setBusy(true)
    const answer = await bridge.call('map.forget', { recentId: recent.id, evenUnsaved: unsaved })
    setBusy(false)
    if (!answer.ok && answer.code === 'unsaved') {
      setUnsaved(true)
      cancel.current?.focus()
      return
    }
    forgotten.current = answer.ok
    onClose()
    if (answer.ok) toast({ kind: 'info', text: t('app.forget.done', { name }) })
    else toast({ kind: 'error', text: t(answer.code === 'open' ? 'app.forget.open' : 'app.forget.failed', { name }) })
  }
  const text = recent.draft ? t('app.forget.draft') : t(unsaved ? 'app.forget.unsaved' : 'app.forget.what')

  return (
    <Dialog
      title={t('app.forget.title', { name })}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={460}
      initialFocus={cancel}
      lightlyClosed
      returnFocus={() => {
        // The card that it was opened from is gone; the next thing to do is among the other maps.
        if (forgotten.current) document.querySelector<HTMLElement>('[data-grid-item]')?.focus()
        return !forgotten.current
      }}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="danger" disabled={busy} onClick={() => void forget()}>
            {t(unsaved ? 'app.forget.forGood' : 'app.forget.button')}
          </Button>
        </>
      }
    >
      <p aria-live="polite">{text}</p>
    </Dialog>
  )
}
