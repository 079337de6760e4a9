import { moveLane } from '../../shared/commands/lanes'
import { moveStage } from '../../shared/commands/stages'
import { moveStep } from '../../shared/commands/steps'
import { headerDropAt, type HeaderDrop, type MovingHeader } from '../../shared/layout/dropPlace'
import { endGesture, selectOne, showGesture } from '../state/uiStore'
import { run, show, type Effect, type PointerInput, type ToolContext } from './tool'

function dropOf(header: MovingHeader, input: PointerInput, context: ToolContext): HeaderDrop | null {
  return headerDropAt(context.layout, context.board, header, input.board)
}

/** The header follows the hand, and a bar shows between which others it would go. */
export function showDragHeader(header: MovingHeader, input: PointerInput, context: ToolContext): Effect {
  const drop = dropOf(header, input, context)
  return show(showGesture({ kind: 'dragHeader', header, at: input.board, index: drop?.index ?? -1, bar: drop?.bar ?? null }))
}

export function dropHeader(header: MovingHeader, input: PointerInput, context: ToolContext): readonly Effect[] {
  const drop = dropOf(header, input, context)
  return [show(endGesture()), ...(drop ? [moveTo(header, drop)] : []), show(selectOne(header))]
}

function moveTo(header: MovingHeader, drop: HeaderDrop): Effect {
  switch (header.kind) {
    case 'stage':
      return run(moveStage, { stageId: header.id, index: drop.index })
    case 'step':
      // A step is only ever offered places among steps.
      return drop.kind === 'step' ? run(moveStep, { stepId: header.id, stageId: drop.stageId, index: drop.index }) : show({})
    case 'lane':
      return run(moveLane, { laneId: header.id, index: drop.index })
  }
}
