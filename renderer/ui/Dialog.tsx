import './dialog.css'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'

export interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  /** Width in CSS pixels where the window has room. */
  readonly width: number
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode
  /** What has the focus first; else the first control of the content. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Asked when it closes: whether the focus goes back where it was; else whoever closed it sees to that. Absent: yes. */
  readonly returnFocus?: () => boolean
  /** Lies right under the title, and does not scroll with the content. */
  readonly tools?: ReactNode
  /** Why what was asked for in it did not come about; null while nothing went wrong. It is read out when it comes. */
  readonly problem?: string | null
  readonly className?: string
  /** The content is for reading only, so it has to take the focus itself to be scrolled by keyboard. */
  readonly readOnly?: boolean
  /** Nothing was typed or chosen in it that a press beside it could lose, so such a press closes it. */
  readonly lightlyClosed?: boolean
  readonly children: ReactNode
}

/** Messages lie over a dialog: a press on one of them is not a press beside the dialog. */
function isOnMessage({ reason, event }: Base.Root.ChangeEventDetails): boolean {
  return reason === 'outside-press' && event.target instanceof Element && event.target.closest('.toasts') !== null
}

/** A dialog over the window. The focus stays in it and goes back where it was; Escape closes it. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  width,
  footer,
  initialFocus,
  returnFocus,
  tools,
  problem = null,
  className,
  readOnly = false,
  lightlyClosed = false,
  children,
}: DialogProps) {
  return (
    <Base.Root open disablePointerDismissal={!lightlyClosed} onOpenChange={(open, change) => !open && !isOnMessage(change) && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="ui-scrim" />
        <Base.Popup
          className={['ui-dialog', className].filter(Boolean).join(' ')}
          style={{ width: `min(${width}px, calc(100vw - 48px))` }}
          {...(initialFocus && { initialFocus })}
          {...(returnFocus && { finalFocus: returnFocus })}
        >
          <Base.Title className="ui-dialog-title">{title}</Base.Title>
          {tools !== undefined && <div className="ui-dialog-tools">{tools}</div>}
          {problem !== null && (
            <p className="ui-dialog-problem" role="alert">
              {problem}
            </p>
          )}
          <div className="ui-dialog-body" {...(readOnly && { tabIndex: 0, role: 'region', 'aria-label': title })}>
            {children}
          </div>
          {footer !== undefined && <div className="ui-dialog-foot">{footer}</div>}
          {/* Last for the keyboard: a dialog begins with its content. */}
          <Base.Close className="ui-icon-button ui-dialog-close" aria-label={closeLabel}>
            <X size={19} strokeWidth={1.75} />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
