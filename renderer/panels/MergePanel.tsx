import './inbox.css'
import './mergePanel.css'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Crosshair, TriangleAlert } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { settleConflicts } from '../../shared/commands/conflicts'
import type { Refusal } from '../../shared/commands/command'
import type { MessageKey } from '../../shared/i18n/translator'
import type { Conflict, ConflictField } from '../../shared/model/conflict'
import { useServices } from '../app/ServicesContext'
import { useTranslator } from '../i18n/TranslatorContext'
import { useBoard, useSession, useUi } from '../state/SessionContext'
import { undoLast, untilEdited } from '../state/takeBack'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { EmptyNote, Panel } from '../ui/Panel'
import { choicesOf, conflictCards, pickOf, pickOfOther, pickOfPerson, type ConflictCard, type Picked } from './conflictCards'
import { canShow, showOnMap } from './conflictPlaces'
import { isDeletion, isMine, othersOf, sideTime, sideTitle, whatText, whereText, type SideName } from './conflictTexts'
import { ConflictValueView } from './ConflictValueView'
import { settleWhatCan, type Sorted } from './settleWhatCan'

/** What two people changed apart from each other. Both are kept until somebody chooses here, and choosing is an edit like any other. */
export function MergePanel() {
  const translator = useTranslator()
  const { t } = translator
  const session = useSession()
  const board = useBoard()
  const me = useMe()
  const cards = useMemo(() => conflictCards(board, me), [board, me])
  const chosen = useUi((ui) => ui.mergeChoices)
  const [refused, setRefused] = useState<Sorted['refused']>(new Map())
  const choose = (more: ReturnType<typeof choicesOf>): void =>
    session.ui.setState(({ mergeChoices }) => ({ mergeChoices: new Map([...mergeChoices, ...more]) }))

  const merge = (picked: (card: ConflictCard) => Picked): void => {
    const choices = cards.flatMap((card) => choicesOf(card, picked(card)).map(([conflictId, keep]) => ({ conflictId, keep })))
    const sorted = settleWhatCan(choices, (some) => session.plan(settleConflicts, { choices: some }))
    setRefused(sorted.refused)
    // What was refused is seen where it was chosen, whichever button chose it.
    choose(choices.flatMap(({ conflictId, keep }) => (sorted.refused.has(conflictId) ? [[conflictId, keep] as const] : [])))
    const { possible } = sorted
    if (possible.length === 0 || !session.run(settleConflicts, { choices: possible }).ok) return
    session.toast({
      kind: 'success',
      text: t('merge.done', { count: cards.filter(({ conflicts: [{ id }] }) => !sorted.refused.has(id)).length }),
      action: { label: t('app.undo'), run: undoLast(session) },
      until: untilEdited(session),
    })
    if (sorted.refused.size === 0) session.ui.setState({ panel: null })
  }
  const { conflicts } = board
  const mineKnown = conflicts.every((conflict) => isMine(conflict, me))
  const others = othersOf(conflicts, me)
  const names = new Intl.ListFormat(translator.language).format(others)

  return (
    <Panel
      title={t('merge.title')}
      count={cards.length}
      closeLabel={t('app.closePanel')}
      onClose={() => session.ui.setState({ panel: null })}
      footer={
        cards.length > 0 && (
          <div className="merge-foot">
            <Button disabled={session.readOnly} onClick={() => merge((card) => (mineKnown ? pickOfPerson(card, me, true) : 'shown'))}>
              {t(mineKnown ? 'merge.keepMine' : 'merge.keepShown')}
            </Button>
            <Button
              disabled={session.readOnly}
              onClick={() => merge((card) => (mineKnown ? pickOfPerson(card, me, false) : pickOfOther(card)))}
            >
              {mineKnown ? (others.length === 1 ? t('merge.keepOf', { name: names }) : t('merge.keepOthers')) : t('merge.keepOther')}
            </Button>
            <Button look="primary" disabled={session.readOnly} onClick={() => merge((card) => pickOf(card, chosen))}>
              {t('merge.merge')}
            </Button>
          </div>
        )
      }
    >
      {cards.length === 0 ? (
        <EmptyNote text={t('merge.none')} />
      ) : (
        <>
          <div className="merge-intro">
            <p className="merge-who">{others.length > 0 ? t('merge.by', { names }) : t('merge.byUnknown')}</p>
            <p className="merge-hint">{t('merge.choose', { count: cards.length })}</p>
          </div>
          <ul className="merge-list">
            {cards.map((card) => (
              <ConflictItem
                key={`${card.conflicts[0].about} ${card.conflicts[0].field}`}
                card={card}
                me={me}
                picked={pickOf(card, chosen)}
                refused={card.conflicts.flatMap(({ id }) => refused.get(id) ?? [])[0]}
                onPick={(pick) => {
                  const choices = choicesOf(card, pick)
                  choose(choices)
                  const own = new Set(choices.map(([id]) => id))
                  setRefused(new Map([...refused].filter(([id]) => !own.has(id))))
                }}
              />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** The name under which this window writes. */
function useMe(): string {
  const { settings, host } = useServices()
  return useStore(settings.store, (look) => look.settings.displayName) || host.userName
}

interface ConflictItemProps {
  readonly card: ConflictCard
  readonly me: string
  readonly picked: Picked
  /** Why that cannot be. */
  readonly refused: Refusal | undefined
  readonly onPick: (pick: Picked) => void
}

function ConflictItem({ card: { conflicts, alternatives }, me, picked, refused, onPick }: ConflictItemProps) {
  const translator = useTranslator()
  const { t } = translator
  const session = useSession()
  const board = useBoard()
  const id = useId()
  const [conflict] = conflicts
  const item = useRef<HTMLLIElement>(null)
  // It may be the only one of many that is left, above or below what is seen.
  useEffect(() => {
    if (refused) item.current?.scrollIntoView({ block: 'nearest' })
  }, [refused])
  const where = whereText(translator, board, conflict.about)
  const hint = BOTH_HINTS[conflict.field]
  return (
    <li ref={item} className="merge-item">
      <div className="merge-item-head">
        <h3 id={id} className="merge-item-title">
          <span className="merge-what">{whatText(translator, conflict)}</span> <span className="merge-where">{where}</span>
        </h3>
        {canShow(session, conflict.about) && (
          <IconButton label={t('merge.show')} onClick={() => showOnMap(session, conflict.about)}>
            <Crosshair size={16} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      {refused && (
        <p id={`${id}refused`} className="merge-refused" role="alert">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
          {t(refused === 'too-long' ? 'merge.tooLong' : (`refusal.${refused}` as MessageKey))}
        </p>
      )}
      <RadioGroup
        className="merge-choices"
        aria-labelledby={id}
        aria-describedby={refused && `${id}refused`}
        value={picked}
        disabled={session.readOnly}
        onValueChange={onPick}
      >
        {alternatives.map(({ pick, conflict: of, side }) => (
          <Choice key={pick} value={pick}>
            <ConflictValueView conflict={of} side={side} />
            <SideLine conflict={of} side={side} me={me} />
          </Choice>
        ))}
        {hint !== null && (
          <Choice value="both">
            <span className="merge-both">{t(alternatives.length > 2 ? 'merge.keepAll' : 'merge.keepBoth')}</span>
            <span className="merge-hint">{t(alternatives.length > 2 && conflict.field === 'text' ? 'merge.all.text' : hint)}</span>
          </Choice>
        )}
      </RadioGroup>
    </li>
  )
}

function Choice({ value, children }: { readonly value: Picked; readonly children: ReactNode }) {
  return (
    <label className="merge-choice">
      <Radio.Root className="merge-card" value={value} />
      <span className="merge-dot" aria-hidden="true" />
      <span className="merge-content">{children}</span>
    </label>
  )
}

/** Whose it is, and whether it is the one that the board shows until somebody chooses. */
function SideLine({ conflict, side, me }: { readonly conflict: Conflict; readonly side: SideName; readonly me: string }) {
  const translator = useTranslator()
  const { t } = translator
  const title = sideTitle(translator, conflict, side, me)
  const { by } = conflict[side]
  const time = sideTime(translator, conflict, side)
  const onMap = t('merge.onMap')
  return (
    <span className="merge-side">
      {by !== '' && (
        <span className="merge-initial" data-mine={by === me ? '' : undefined} aria-hidden="true">
          {[...by][0]?.toLocaleUpperCase()}
        </span>
      )}
      {title}
      {side === 'shown' && title !== onMap && !isDeletion(conflict, conflict[side]) && <span className="merge-on-map">{onMap}</span>}
      {time !== '' && <span className="merge-time">{time}</span>}
    </span>
  )
}

/** What keeping both comes to; of something deleted there are no two to keep. */
const BOTH_HINTS: Readonly<Record<ConflictField, MessageKey | null>> = {
  text: 'merge.both.text',
  place: 'merge.both.place',
  title: 'merge.both.names',
  name: 'merge.both.names',
  duration: 'merge.both.names',
  scenario: 'merge.both.scenario',
  value: 'merge.both.point',
  label: 'merge.both.point',
  reason: 'merge.both.point',
  deleted: null,
}
