import { showsHypotheses } from '../../shared/analysis/proofs'
import type { Translator } from '../../shared/i18n/translator'
import type { CellBox, LaneBox, Layout, PointBox } from '../../shared/layout/layout'
import { sceneWords } from '../../shared/layout/sceneWords'
import { takesProof, type Board } from '../../shared/model/board'
import type { ColumnId, Note } from '../../shared/model/note'
import type { Persona } from '../../shared/model/persona'
import { formatValue } from '../board/values'

/** What the hidden grid calls things: everything that the drawing says with place, colour and shape, in words. */
export interface TwinNames {
  stage(id: ColumnId): string
  step(id: ColumnId): string
  lane(box: LaneBox): string
  cell(lane: LaneBox, cell: CellBox): string
  note(note: Note, columnId: ColumnId): string
  point(persona: Persona, stepId: ColumnId): string
  gap(persona: Persona, stepId: ColumnId): string
  value(box: PointBox): string
}

export function twinNames(translator: Translator, board: Board, layout: Layout): TwinNames {
  const { t, language } = translator
  const words = sceneWords(translator)
  const titles = columnTitles(board, layout, words)
  const titleOf = (id: ColumnId): string => titles.get(id) ?? ''
  const hypotheses = showsHypotheses(board)
  const proofOf = (note: Note): string =>
    takesProof(board, note) && (hypotheses || note.proof !== 'hypothesis') ? t(`board.proof.${note.proof}`).toLocaleLowerCase(language) : ''
  const nameOf = (persona: Persona): string => persona.name || words.untitledPersona
  return {
    stage: (id) => t('board.twin.stage', { title: titleOf(id) }),
    step: (id) => t('board.twin.step', { title: titleOf(id) }),
    lane: ({ lane }) => t(lane.collapsed ? 'board.twin.laneCollapsed' : 'board.twin.lane', { title: words.laneTitle(lane) }),
    cell(lane, { cell, notes }) {
      const values = { lane: words.laneTitle(lane.lane), column: titleOf(cell.columnId) }
      return notes.length === 0 ? t('board.twin.empty', values) : t('board.twin.cell', { ...values, count: notes.length })
    },
    note(note, columnId) {
      const about = board.personas.filter(({ id }) => note.personaIds.includes(id)).map(nameOf)
      return [
        note.mark === 'none' ? '' : t(`board.mark.${note.mark}`),
        note.text.trim() || t('board.twin.emptyNote'),
        titleOf(columnId),
        proofOf(note),
        about.length > 0 ? t('board.twin.about', { personas: about.join(', ') }) : '',
      ]
        .filter((part) => part !== '')
        .join(', ')
    },
    point: (persona, stepId) => t('board.twin.point', { persona: nameOf(persona), step: titleOf(stepId) }),
    gap: (persona, stepId) => t('board.twin.gap', { persona: nameOf(persona), step: titleOf(stepId) }),
    value({ point, critical }) {
      return [
        formatValue(point.value, language),
        point.label,
        critical ? t('board.twin.critical') : '',
        point.guessed ? t('board.twin.guessed') : '',
        point.reason.trim() === '' ? '' : t('board.reason.is', { reason: point.reason.trim() }),
      ]
        .filter((part) => part !== '')
        .join(', ')
    },
  }
}

/** A step is called after its stage where it is the only one, and by both names where it is not. */
function columnTitles(board: Board, layout: Layout, words: ReturnType<typeof sceneWords>): ReadonlyMap<ColumnId, string> {
  const titles = new Map<ColumnId, string>()
  for (const { stage } of layout.stages) {
    const stageTitle = stage.title || words.untitledStage
    titles.set(stage.id, stageTitle)
    const steps = board.stepsOf.get(stage.id) ?? []
    for (const step of steps) titles.set(step.id, steps.length === 1 ? stageTitle : `${stageTitle}, ${step.title || words.untitledStep}`)
  }
  return titles
}
