import type { What } from './compareLook'

const SIGNS: Readonly<Record<What, string>> = { added: '+', changed: '~', moved: '→', removed: '−' }

/** The sign of a change on its disc, as on the board. */
export function ChangeSign({ what }: { readonly what: What }) {
  return (
    <span className="history-sign" data-what={what} aria-hidden="true">
      {SIGNS[what]}
    </span>
  )
}
