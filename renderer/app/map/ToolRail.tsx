import './rails.css'
import { Columns3, Hand, MousePointer2, Redo2, Route, Rows3, SmilePlus, StickyNote, Undo2, type LucideIcon } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable'
import type { MapDocument } from '../../../shared/document/mapDocument'
import type { EditName } from '../../../shared/model/edit'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { useSession, useUi } from '../../state/SessionContext'
import type { ToolId } from '../../state/uiState'
import { IconButton } from '../../ui/IconButton'
import { actionKey, actionShortcut } from '../actionTexts'
import { leaveKeyboardToBoard } from '../boardFocus'
import { editName } from '../editName'
import { useAction, useServices } from '../ServicesContext'

/** The tools, in hand's reach at the left of the board. */
export function ToolRail() {
  const t = useT()
  return (
    <nav className="rail rail-left" aria-label={t('app.rail.tools')} data-region="tools" onMouseDown={leaveKeyboardToBoard}>
      <ToolButton action="tool.select" tool="select" icon={MousePointer2} />
      <ToolButton action="tool.hand" tool="hand" icon={Hand} />
      <hr />
      <ToolButton action="tool.note" tool="note" icon={StickyNote} />
      <ToolButton action="tool.emotion" tool="emotion" icon={SmilePlus} />
      <ToolButton action="tool.touchpoint" tool="touchpoint" icon={Route} />
      <hr />
      <ToolButton action="insert.stage" icon={Columns3} />
      <ToolButton action="insert.lane" icon={Rows3} />
      <hr />
      <UndoButton />
      <RedoButton />
    </nav>
  )
}

interface ToolButtonProps {
  readonly action: ActionId
  /** The tool it takes in hand; without one it does something at once. */
  readonly tool?: ToolId
  readonly icon: LucideIcon
  readonly label?: string
}

function ToolButton({ action, tool, icon: Icon, label }: ToolButtonProps) {
  const { t, language } = useTranslator()
  const { host } = useServices()
  const { run, enabled } = useAction(action)
  const inHand = useUi((ui) => ui.tool) === tool
  return (
    <IconButton
      label={label ?? t(actionKey(action))}
      shortcut={actionShortcut(action, host.platform, language)}
      size="large"
      tipSide="right"
      on={inHand ? 'full' : undefined}
      {...(tool !== undefined && { 'aria-pressed': inHand })}
      disabled={!enabled}
      onClick={run}
    >
      <Icon size={20} strokeWidth={1.7} />
    </IconButton>
  )
}

function UndoButton() {
  const t = useT()
  const edit = useEditName((document) => document.canUndo())
  return <ToolButton action="edit.undo" icon={Undo2} {...(edit !== null && { label: t('undo.named', { edit }) })} />
}

function RedoButton() {
  const t = useT()
  const edit = useEditName((document) => document.canRedo())
  return <ToolButton action="edit.redo" icon={Redo2} {...(edit !== null && { label: t('redo.named', { edit }) })} />
}

function useEditName(next: (document: MapDocument) => EditName | null): string | null {
  const session = useSession()
  const translator = useTranslator()
  return useSyncExternalStore(session.onPicture, () => {
    const edit = next(session.document)
    return edit && editName(translator, edit)
  })
}
