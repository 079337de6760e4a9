import './panel.css'
import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { IconButton } from './IconButton'

export interface PanelProps {
  readonly title: string
  readonly count?: number
  readonly closeLabel: string
  readonly onClose: () => void
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** A panel at the right of the board. It floats: the board below keeps its size and zoom. */
export function Panel({ title, count, closeLabel, onClose, footer, children }: PanelProps) {
  const id = useId()
  return (
    <section className="ui-panel" aria-labelledby={id} data-region="panel" tabIndex={-1}>
      <header className="ui-panel-head">
        <h2 id={id} className="ui-panel-title">
          {title}
        </h2>
        {count !== undefined && <span className="ui-count">{count}</span>}
        <span className="ui-panel-gap" />
        <IconButton label={closeLabel} onClick={onClose}>
          <X size={18} strokeWidth={1.75} />
        </IconButton>
      </header>
      <div className="ui-panel-body">{children}</div>
      {footer !== undefined && <footer className="ui-panel-foot">{footer}</footer>}
    </section>
  )
}

/** What an empty list says: one sentence and at most one button. */
export function EmptyNote({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="ui-empty">
      <p>{text}</p>
      {children}
    </div>
  )
}
