import './toasts.css'
import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { useT } from '../i18n/TranslatorContext'
import { stayOf, type Toast, type Toasts } from './toasts'

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleX } as const

/** Messages over the bottom of the window. They are read out when they come, and none takes the focus. */
export function ToastList({ toasts }: { readonly toasts: Toasts }) {
  const t = useT()
  const shown = useStore(toasts.store)
  // Beside the dialogs, which lie over all that is in the page's own root.
  return createPortal(
    <section className="toasts" aria-label={t('app.toasts')} aria-live="polite" aria-relevant="additions" data-region="toasts">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onClose={() => toasts.close(toast.id)} />
      ))}
    </section>,
    document.body,
  )
}

/** Goes by itself after a time, but not while somebody points at it or is in it, nor while nobody can see it. */
function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const t = useT()
  const [held, setHeld] = useState(false)
  const seen = useSyncExternalStore(onVisibility, isVisible)
  const stay = stayOf(toast)

  useEffect(() => {
    if (stay === null || held || !seen) return
    const timer = setTimeout(onClose, stay)
    return () => clearTimeout(timer)
    // `onClose` is another function at every drawing; the toast it closes is the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stay, held, seen])

  useEffect(() => {
    // What it speaks of was taken back by another way than its own button.
    return toast.until?.(onClose)
    // As above: the toast is always the same one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const Icon = ICONS[toast.kind]
  return (
    <div
      className={`toast toast-${toast.kind}${toast.second ? ' toast-two' : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={19} strokeWidth={1.75} aria-hidden="true" />
      <p className="toast-text">{toast.text}</p>
      {[toast.action, toast.second].map(
        (action) =>
          action && (
            <Button
              key={action.label}
              look="link"
              onClick={() => {
                action.run()
                onClose()
              }}
            >
              {action.label}
            </Button>
          ),
      )}
      <IconButton label={t('app.close')} tipSide="top" onClick={onClose}>
        <X size={17} strokeWidth={1.75} />
      </IconButton>
    </div>
  )
}

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

function isVisible(): boolean {
  return !document.hidden
}
