import './rails.css'
import { Popover } from '@base-ui/react/popover'
import { BadgeCheck, CircleDashed, CircleX, Info } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useT } from '../../i18n/TranslatorContext'
import { countProofs, showsHypotheses } from '../../../shared/analysis/proofs'
import { useNarrow } from '../useNarrow'
import { useOfBoard } from '../useOfBoard'

/** What the signs on the board mean, and how much of it is proved. */
export function Legend() {
  const t = useT()
  const items = <LegendItems />
  if (!useNarrow()) {
    return (
      <section className="legend" aria-label={t('app.legend')}>
        {items}
      </section>
    )
  }
  return (
    <Popover.Root>
      <Popover.Trigger className="ui-icon-button legend-button" aria-label={t('app.legend')} data-region="legend">
        <Info size={20} strokeWidth={1.7} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="right" align="end" sideOffset={8} className="ui-menu-place">
          <Popover.Popup className="legend-popup" aria-label={t('app.legend')}>
            {items}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function LegendItems() {
  const t = useT()
  const board = useOfBoard((whole) => whole)
  const { validated, hypothesis, refuted } = useMemo(() => countProofs(board), [board])
  return (
    <>
      <Item icon={<Triangle />} text={t('app.legend.critical')} />
      <Item icon={<Diamond />} text={t('app.legend.moment')} />
      <span className="legend-line" aria-hidden="true" />
      <Item icon={<BadgeCheck size={16} strokeWidth={1.75} />} text={t('app.legend.validated')} number={validated} />
      {showsHypotheses(board) && (
        <Item icon={<CircleDashed size={16} strokeWidth={1.75} />} text={t('app.legend.hypothesis')} number={hypothesis} />
      )}
      {refuted > 0 && <Item icon={<CircleX size={16} strokeWidth={1.75} />} text={t('board.proof.refuted')} number={refuted} />}
    </>
  )
}

function Item({ icon, text, number }: { readonly icon: ReactNode; readonly text: string; readonly number?: number }) {
  return (
    <span className="legend-item">
      {icon}
      {text}
      {number !== undefined && <span className="legend-number">{number}</span>}
    </span>
  )
}

function Triangle() {
  return (
    <svg width="16" height="15" viewBox="0 0 40 38" aria-hidden="true">
      <path d="M17 3a4 4 0 0 1 6 0l15 29q2 5-4 6H6q-6-1-4-6z" fill="var(--bad)" />
    </svg>
  )
}

function Diamond() {
  return (
    <svg width="14" height="14" viewBox="0 0 18 18" aria-hidden="true">
      <rect x="3.5" y="3.5" width="11" height="11" rx="1.8" transform="rotate(45 9 9)" fill="var(--gold)" />
    </svg>
  )
}
