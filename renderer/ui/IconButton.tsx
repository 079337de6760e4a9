import './button.css'
import type { ComponentProps, ReactNode } from 'react'
import { Tip, type TipSide } from './Tip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'disabled'> {
  /** What it does: the accessible name and the tooltip. */
  readonly label: string
  /** Shown in the tooltip, already written for the platform. */
  readonly shortcut?: string | undefined
  readonly size?: 'normal' | 'large'
  readonly on?: 'soft' | 'full' | undefined
  /** A small count at the corner; the label has to name it too. */
  readonly badge?: number
  readonly tipSide?: TipSide
  /** It stays in the tab order, so that its tooltip can still be read. */
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** A button with a picture only; its tooltip says what it does and which key does the same. */
export function IconButton(props: IconButtonProps) {
  const { label, shortcut, size = 'normal', on, badge = 0, tipSide, disabled = false, className, children, onClick, ...rest } = props
  const classes = ['ui-icon-button', size === 'large' && 'ui-icon-button-large', className].filter(Boolean).join(' ')
  return (
    <Tip text={label} shortcut={shortcut} side={tipSide}>
      <button
        type="button"
        className={classes}
        aria-label={label}
        aria-disabled={disabled || undefined}
        data-on={on}
        onClick={disabled ? undefined : onClick}
        {...rest}
      >
        {children}
        {badge > 0 && (
          <span className="ui-badge" aria-hidden="true">
            {badge > 99 ? '99+' : badge}
          </span>
        )}
      </button>
    </Tip>
  )
}
