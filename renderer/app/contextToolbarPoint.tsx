import { CircleCheck, Minus, Pencil, Plus, Trash2 } from 'lucide-react'
import { confirmPoint } from '../../shared/commands/points'
import type { Board } from '../../shared/model/board'
import type { PointId } from '../../shared/model/point'
import { formatValue } from '../board/values'
import { useT, useTranslator } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { startEditing } from '../state/uiStore'
import { changePointBy } from '../tools/pointValue'
import { ActionTool, Tool, ToolLine } from './contextToolbarParts'
import { ReasonTool } from './ReasonTool'

/** For an emotion point: its value in steps of a half, what is said, why, and that a guess is right. */
export function PointTools({ board, id }: { readonly board: Board; readonly id: PointId }) {
  const t = useT()
  const { language } = useTranslator()
  const session = useSession()
  const point = board.records.point.get(id)
  if (!point) return null
  return (
    <>
      <Tool label={t('board.value.lower')} shortcut="↓" disabled={point.value <= -5} onClick={() => changePointBy(session, id, -0.5)}>
        <Minus size={18} strokeWidth={1.75} />
      </Tool>
      <output className="context-toolbar-value" aria-label={t('board.value')}>
        {formatValue(point.value, language)}
      </output>
      <Tool label={t('board.value.raise')} shortcut="↑" disabled={point.value >= 5} onClick={() => changePointBy(session, id, 0.5)}>
        <Plus size={18} strokeWidth={1.75} />
      </Tool>
      <ToolLine />
      <Tool label={t('board.label')} shortcut="Enter" onClick={() => session.ui.setState(startEditing({ kind: 'point', id }))}>
        <Pencil size={18} strokeWidth={1.75} />
      </Tool>
      <ReasonTool point={point} />
      {point.guessed && (
        <Tool label={t('board.value.confirm')} onClick={() => void session.run(confirmPoint, { pointId: id })}>
          <CircleCheck size={18} strokeWidth={1.75} />
        </Tool>
      )}
      <ToolLine />
      <ActionTool id="edit.delete">
        <Trash2 size={18} strokeWidth={1.75} />
      </ActionTool>
    </>
  )
}
