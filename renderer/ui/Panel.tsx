import './panel.css'
import { X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { entryOfRegion, focusRegion } from './focusRegion'
import { IconButton } from './IconButton'

export interface PanelProps {
  readonly title: string
  readonly count?: number
  readonly closeLabel: string
  readonly onClose: () => void
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/**
 * A panel at the right of the board. It floats: the board below keeps its size and zoom.
 *
 * It has the keyboard from the moment it opens, whichever way it was opened. Escape takes the keyboard back to the board and leaves the panel open; so does the end of a panel that had the keyboard.
 */
export function Panel({ title: name, count, closeLabel, onClose, footer, children }: PanelProps) {
  const id = useId()
  const root = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const panel = root.current
    return () => {
      if (panel?.contains(document.activeElement)) focusRegion('board')
    }
  }, [])
  useEffect(() => {
    const entry = root.current && entryOfRegion(root.current)
    // A letter pressed next is a shortcut still: it must not end up in a field that nobody chose.
    const target = entry?.matches('input, textarea') ? title.current : entry
    target?.focus({ preventScroll: true })
  }, [])
  const key = (event: KeyboardEvent<HTMLElement>): void => {
    // What floats over the panel, a list of choices for example, is its child for React only and has an Escape of its own.
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    event.stopPropagation()
    focusRegion('board')
  }
  return (
    <section ref={root} className="ui-panel" aria-labelledby={id} data-region="panel" tabIndex={-1} onKeyDown={key}>
      <header className="ui-panel-head">
        <h2 ref={title} id={id} className="ui-panel-title" tabIndex={-1} data-region-title="">
          {name}
        </h2>
        {count !== undefined && <span className="ui-count">{count}</span>}
        <span className="ui-panel-gap" />
        <IconButton label={closeLabel} onClick={onClose}>
          <X size={18} strokeWidth={1.75} />
        </IconButton>
      </header>
      <div className="ui-panel-body" data-region-start="">
        {children}
      </div>
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
