import { ArrowRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BoardDiff } from '../../shared/analysis/boardDiff'
import { useT } from '../i18n/TranslatorContext'
import { IconButton } from '../ui/IconButton'
import { ChangeSign } from './ChangeSign'

export interface CompareStripProps {
  /** What the two sides are called; the first is null where nothing is chosen yet. */
  readonly from: string | null
  readonly to: string
  /** Null while there is nothing to compare; `said` says why. */
  readonly diff: BoardDiff | null
  readonly said: string
  /** Goes back to comparing with a version; null where that is what is done. */
  readonly onStop: (() => void) | null
}

const SORTS = ['added', 'changed', 'moved', 'removed'] as const

/** Over the board: which two states are compared, and how much differs. It is the legend of the signs, too. */
export function CompareStrip({ from, to, diff, said, onStop }: CompareStripProps) {
  const t = useT()
  return (
    <section className="history-strip" aria-label={t('history.comparison')} data-region="comparison">
      {from !== null && <Sides from={from} to={to} />}
      <span className="history-counts" role="status">
        {diff ? <Counts diff={diff} /> : <span className="history-said">{said}</span>}
      </span>
      {onStop && (
        <IconButton label={t('history.stopComparing')} onClick={onStop}>
          <X size={17} strokeWidth={1.75} />
        </IconButton>
      )}
    </section>
  )
}

function Sides({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <span className="history-side">
        <Letter of="A" />
        <strong className="ellipsis" title={from}>
          {from}
        </strong>
        <ArrowRight size={16} strokeWidth={1.75} className="history-arrow" aria-hidden="true" />
        <Letter of="B" />
        <strong className="ellipsis" title={to}>
          {to}
        </strong>
      </span>
      <span className="history-line" />
    </>
  )
}

function Counts({ diff: { counts } }: { readonly diff: BoardDiff }) {
  const t = useT()
  const chips = SORTS.flatMap((what): ReactNode[] =>
    counts[what] === 0
      ? []
      : [
          <span key={what} className="history-chip">
            <ChangeSign what={what} />
            <span className="history-chip-words">{t(`history.${what}`, { n: counts[what] })}</span>
            <span className="history-chip-number num" aria-hidden="true">
              {counts[what]}
            </span>
          </span>,
        ],
  )
  return (
    <>
      {chips}
      {counts.points > 0 && (
        <span className="history-chip">
          <svg width="34" height="14" aria-hidden="true">
            <path d="M1 4h32" className="history-curve-old" />
            <path d="M1 11h32" className="history-curve-new" />
          </svg>
          <span className="history-chip-words">{t('history.points', { count: counts.points })}</span>
          <span className="history-chip-number num" aria-hidden="true">
            {counts.points}
          </span>
        </span>
      )}
      {chips.length === 0 && counts.points === 0 && <span className="history-said">{t('history.same')}</span>}
    </>
  )
}

/** A and B: the earlier and the later of the two. */
export function Letter({ of }: { readonly of: 'A' | 'B' }) {
  return (
    <span className="history-letter" data-of={of}>
      {of}
    </span>
  )
}
