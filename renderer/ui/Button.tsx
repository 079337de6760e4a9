import './button.css'
import type { ComponentProps, ReactNode } from 'react'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one main choice of a surface; `danger` takes something away. */
  readonly look?: 'primary' | 'line' | 'soft' | 'link' | 'danger'
  readonly size?: 'normal' | 'large'
  readonly icon?: ReactNode
}

/** A button with words. It hugs its text, which may grow by a third in another language. */
export function Button({ look = 'line', size = 'normal', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  const classes = ['ui-button', `ui-button-${look}`, size === 'large' && 'ui-button-large', className].filter(Boolean).join(' ')
  return (
    <button type={type} className={classes} {...rest}>
      {icon}
      {children}
    </button>
  )
}
