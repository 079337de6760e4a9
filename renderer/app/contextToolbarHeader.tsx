import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  ChevronsDownUp,
  ChevronsUpDown,
  EyeOff,
  Pencil,
  Rows3,
  Trash2,
} from 'lucide-react'
import { stepOf, type Board } from '../../shared/model/board'
import { laneKindInfo } from '../../shared/model/laneKinds'
import type { LaneId } from '../../shared/model/lane'
import type { StageId } from '../../shared/model/stage'
import type { StepId } from '../../shared/model/step'
import { useT } from '../i18n/TranslatorContext'
import { useSession } from '../state/SessionContext'
import { hideLane, insertStage, insertStep, toggleCollapsed } from '../tools/structureEdits'
import { ActionTool, MenuTool, MoreTool, Tool, ToolLine } from './contextToolbarParts'
import { laneColorEntries } from './menuEntries'

const LOOK = { size: 18, strokeWidth: 1.75 } as const

export function StageTools({ board, id }: { readonly board: Board; readonly id: StageId }) {
  const t = useT()
  const session = useSession()
  const at = board.stages.findIndex((stage) => stage.id === id)
  return (
    <>
      <Rename />
      <Tool label={t('board.addStageBefore')} onClick={() => insertStage(session, at)}>
        <BetweenVerticalStart {...LOOK} />
      </Tool>
      <Tool label={t('board.addStageAfter')} onClick={() => insertStage(session, at + 1)}>
        <BetweenVerticalEnd {...LOOK} />
      </Tool>
      <Sideways />
      <Rest />
    </>
  )
}

export function StepTools({ board, id }: { readonly board: Board; readonly id: StepId }) {
  const t = useT()
  const session = useSession()
  const stageId = stepOf(board, id)?.stageId
  if (stageId === undefined) return null
  const at = (board.stepsOf.get(stageId) ?? []).findIndex((step) => step.id === id)
  return (
    <>
      <Rename />
      <Tool label={t('board.addStepBefore')} onClick={() => insertStep(session, { stageId, index: at })}>
        <BetweenVerticalStart {...LOOK} />
      </Tool>
      <Tool label={t('board.addStepAfter')} onClick={() => insertStep(session, { stageId, index: at + 1 })}>
        <BetweenVerticalEnd {...LOOK} />
      </Tool>
      <Sideways />
      <Rest />
    </>
  )
}

export function LaneTools({ board, id }: { readonly board: Board; readonly id: LaneId }) {
  const t = useT()
  const session = useSession()
  const lane = board.records.lane.get(id)
  if (!lane) return null
  const { content, color } = laneKindInfo(lane.kind)
  return (
    <>
      <Rename />
      {content === 'notes' && (
        <MenuTool
          label={t('board.laneColor')}
          entries={() => laneColorEntries(session, id)}
          icon={<span className="menu-swatch" data-color={lane.color ?? color} />}
        />
      )}
      <ActionTool id="insert.lane">
        <Rows3 {...LOOK} />
      </ActionTool>
      <ToolLine />
      <ActionTool id="move.up">
        <ArrowUp {...LOOK} />
      </ActionTool>
      <ActionTool id="move.down">
        <ArrowDown {...LOOK} />
      </ActionTool>
      <ToolLine />
      {content !== 'separator' && (
        <Tool label={t(lane.collapsed ? 'board.expand' : 'board.collapse')} onClick={() => toggleCollapsed(session, id)}>
          {lane.collapsed ? <ChevronsUpDown {...LOOK} /> : <ChevronsDownUp {...LOOK} />}
        </Tool>
      )}
      <Tool label={t('board.hide')} onClick={() => hideLane(session, id)}>
        <EyeOff {...LOOK} />
      </Tool>
      <Rest />
    </>
  )
}

function Rename() {
  return (
    <ActionTool id="edit.text" label="board.rename">
      <Pencil {...LOOK} />
    </ActionTool>
  )
}

function Sideways() {
  return (
    <>
      <ToolLine />
      <ActionTool id="move.left">
        <ArrowLeft {...LOOK} />
      </ActionTool>
      <ActionTool id="move.right">
        <ArrowRight {...LOOK} />
      </ActionTool>
    </>
  )
}

function Rest() {
  return (
    <>
      <ToolLine />
      <ActionTool id="edit.delete">
        <Trash2 {...LOOK} />
      </ActionTool>
      <MoreTool />
    </>
  )
}
