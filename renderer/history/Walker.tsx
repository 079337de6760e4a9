import { ArrowLeft, ArrowRight, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useT } from '../i18n/TranslatorContext'
import { Button } from '../ui/Button'
import { focusRegion } from '../ui/focusRegion'
import { IconButton } from '../ui/IconButton'

export interface WalkerProps {
  /** Of the change in hand, from 0. */
  readonly at: number
  readonly count: number
  /** What the change is, in a sentence, and who did it. */
  readonly text: string
  readonly by: string
  readonly onGo: (by: 1 | -1) => void
  /** Null where it cannot be taken back: another file is compared, or the map is read only. */
  readonly onUndo: (() => void) | null
}

/** Under the board: goes from change to change. The arrow keys do the same wherever nothing else uses them. */
export function Walker({ at, count, text, by, onGo, onUndo }: WalkerProps) {
  const t = useT()
  useArrowKeys(onGo)
  // The last change is taken back with a button here, which then is gone.
  useEffect(() => () => void (document.activeElement === document.body && focusRegion('compared')), [])
  const said = by === '' ? text : `${text} · ${by}`
  return (
    <section className="history-walker" aria-label={t('history.walk')} data-region="walk">
      <IconButton label={t('history.previous')} shortcut="←" tipSide="top" onClick={() => onGo(-1)}>
        <ArrowLeft size={18} strokeWidth={1.75} />
      </IconButton>
      <span className="history-at num">
        {t('history.change', { at: at + 1 })} <span>{t('history.of', { all: count })}</span>
      </span>
      <IconButton label={t('history.next')} shortcut="→" tipSide="top" onClick={() => onGo(1)}>
        <ArrowRight size={18} strokeWidth={1.75} />
      </IconButton>
      <span className="history-line" />
      <span className="history-what" role="status" title={said}>
        {said}
      </span>
      {onUndo && (
        // The next change is in hand at once, and the second click of a double click would take that back too.
        <Button icon={<Undo2 size={15} strokeWidth={1.75} />} onClick={({ detail }) => detail <= 1 && onUndo()}>
          {t('history.undoChange')}
        </Button>
      )}
    </section>
  )
}

/** What has arrow keys of its own keeps them. */
const OWN_ARROWS = 'input, textarea, [role="radio"], [role="menu"], [role="dialog"], [role="alertdialog"]'

function useArrowKeys(onGo: (by: 1 | -1) => void): void {
  const latest = useRef(onGo)
  useEffect(() => {
    latest.current = onGo
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return
      event.preventDefault()
      latest.current(event.code === 'ArrowRight' ? 1 : -1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
