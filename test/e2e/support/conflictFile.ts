import { writeFile } from 'node:fs/promises'
import { encodeEnvelope, newFrame, wrap } from '../../../main/files/envelope'
import { addNote, deleteNotes, moveNotes, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { renameStage } from '../../../shared/commands/stages'
import { mergeInto } from '../../../shared/merge/mergeInto'
import { awareness, payment, purchase, TestBoard } from '../../support/testBoard'

/** The names of the two who changed one map apart from each other. */
export const MARIA = 'Maria'
export const IGOR = 'Igor'

/**
 * Write a map that Maria and Igor changed apart from each other and that was merged since: a note's text, an emotion value,
 * a stage's name, a note that was moved to two places, and one that he deleted and she edited wait for somebody to choose; on demand two scenarios that are too long together.
 */
export async function writeConflictFile(file: string, { longScenarios = false } = {}): Promise<void> {
  const start = TestBoard.starter()
    .run(addNote, { noteId: 'note_papers', cell: purchase, text: 'Papers' })
    .run(addNote, { noteId: 'note_offer', cell: awareness, text: 'Offer' })
    .run(addNote, { noteId: 'note_call', cell: awareness, text: 'Call the bank' })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 2 })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 0 })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 3 })
  const maria = start.fork(MARIA)
  const igor = start.fork(IGOR)
  maria
    .run(setNoteText, { noteId: 'note_papers', text: 'Same papers are requested twice' })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: -4 })
    .run(setNoteText, { noteId: 'note_offer', text: 'One-tap offer' })
    .run(moveNotes, { noteIds: ['note_call'], cell: purchase })
    .run(renameStage, { stageId: 'stage_awareness', title: 'Find out' })
  igor
    .run(setNoteText, { noteId: 'note_papers', text: 'Payslips asked for by two teams' })
    .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: -2 })
    .run(deleteNotes, { noteIds: ['note_offer'] })
    .run(moveNotes, { noteIds: ['note_call'], cell: payment })
    .run(renameStage, { stageId: 'stage_awareness', title: 'First look' })
  if (longScenarios) {
    maria.run(changeSettings, { scenario: 'A couple looks for a loan. '.repeat(100) })
    igor.run(changeSettings, { scenario: 'A family moves house. '.repeat(150) })
  }
  mergeInto(maria.document, igor.document, { at: '2026-01-16T09:00:00.000Z' })
  await writeFile(file, encodeEnvelope(wrap(maria.document, newFrame('map_conflicts'))))
}
