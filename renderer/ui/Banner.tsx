import './banner.css'
import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface BannerProps {
  readonly kind: 'error' | 'warning' | 'info'
  readonly text: ReactNode
  /** The ways out, as buttons. */
  readonly children?: ReactNode
}

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const

/** A state of the whole map that lasts: what is wrong, what is safe, and the ways out. */
export function Banner({ kind, text, children }: BannerProps) {
  const Icon = ICONS[kind]
  return (
    <div className={`ui-banner ui-banner-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <p className="ui-banner-text">{text}</p>
      {children !== undefined && <div className="ui-banner-actions">{children}</div>}
    </div>
  )
}
