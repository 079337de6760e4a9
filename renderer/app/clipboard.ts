import type { Dispose } from '../../shared/base/disposable'
import type { Session } from '../state/session'
import { copySelected, cutSelected, NOTES_TYPE, pasteCopied, readCopied } from '../tools/noteClipboard'
import { placeOfEvent } from './keyPlace'
import type { Services } from './services'
import { shortcutLabel } from './shortcutLabel'

/**
 * What was copied last in this window.
 *
 * The page may write the system's clipboard but is never let to read it unasked, so Paste in a menu has this only;
 * the paste key brings the system's clipboard with it.
 */
let lastCopied: { readonly data: string; readonly text: string } | null = null

/** Copy, cut and paste of notes, by the clipboard events of the page. */
export function listenForClipboard(target: Document, services: Pick<Services, 'session'>): Dispose {
  const on = (type: 'copy' | 'cut' | 'paste', handle: (session: Session, clipboard: DataTransfer) => boolean): Dispose => {
    const listener = (event: ClipboardEvent): void => {
      const session = services.session()
      if (!session || !event.clipboardData || placeOfEvent(event) === 'text') return
      const { dialog, mode } = session.ui.getState()
      if (dialog !== null || mode !== 'map') return
      if (handle(session, event.clipboardData)) event.preventDefault()
    }
    target.addEventListener(type, listener)
    return () => target.removeEventListener(type, listener)
  }
  const stops = [
    on('copy', copyTo),
    on('cut', (session, clipboard) => {
      if (!copyTo(session, clipboard)) return false
      cutSelected(session)
      return true
    }),
    on('paste', (session, clipboard) =>
      paste(session, clipboard.getData(NOTES_TYPE), clipboard.getData('text/plain'), clipboard.getData('text/html')),
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

function copyTo(session: Session, clipboard: DataTransfer): boolean {
  const copied = copySelected(session)
  if (!copied) return false
  lastCopied = copied
  clipboard.setData(NOTES_TYPE, copied.data)
  clipboard.setData('text/plain', copied.text)
  return true
}

function paste(session: Session, data: string, text: string, html?: string): boolean {
  const copied = readCopied(data, text, html)
  if (copied) pasteCopied(session, copied)
  return copied !== null
}

/** Copy where no key was pressed; other programs get the text. */
export function copyFromMenu({ session }: Pick<Services, 'session'>): boolean {
  const open = session()
  const copied = open && copySelected(open)
  if (!copied) return false
  lastCopied = copied
  // Without it, Paste inside this window still works, so a refusal needs no words.
  void navigator.clipboard.writeText(copied.text).catch(() => undefined)
  return true
}

export function cutFromMenu(services: Pick<Services, 'session'>): void {
  const open = services.session()
  if (open && copyFromMenu(services)) cutSelected(open)
}

export function pasteFromMenu({ session, toast, translator, host }: Pick<Services, 'session' | 'toast' | 'translator' | 'host'>): void {
  const open = session()
  if (!open) return
  if (lastCopied && paste(open, lastCopied.data, lastCopied.text)) return
  const { t, language } = translator()
  toast({ kind: 'info', text: t('board.pasteByKey', { keys: shortcutLabel('Mod+KeyV', host.platform, language) }) })
}
