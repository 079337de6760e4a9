import * as fc from 'fast-check'
import * as lanes from '../../shared/commands/lanes'
import * as notes from '../../shared/commands/notes'
import * as personas from '../../shared/commands/personas'
import * as points from '../../shared/commands/points'
import { restoreRecords } from '../../shared/commands/restore'
import { changeSettings } from '../../shared/commands/settings'
import * as stages from '../../shared/commands/stages'
import * as steps from '../../shared/commands/steps'
import type { Command } from '../../shared/commands/command'
import { allSteps, columnsOf, type Board } from '../../shared/model/board'
import { NOTE_COLORS } from '../../shared/model/color'
import { LANE_KINDS, takesNotes } from '../../shared/model/laneKinds'
import { NOTE_MARKS, type Cell, type Note } from '../../shared/model/note'
import { makeNewId, type NewId } from '../../shared/model/ids'
import type { TestBoard } from './testBoard'

/** One edit of a made-up workshop: which, and three numbers to choose its arguments with. */
export interface RandomEdit {
  readonly which: number
  readonly a: number
  readonly b: number
  readonly c: number
}

export const randomEdits = fc.record({
  which: fc.nat(99),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
})

/** Different ids for every replica, the same in every run. */
export function idsOf(replica: number): NewId {
  let count = 0
  return makeNewId((length) => {
    count += 1
    return Uint8Array.from({ length }, (_, i) => (i < 4 ? (count >> (i * 5)) & 31 : replica))
  })
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}

function cellFor(board: Board, a: number, b: number): Cell | undefined {
  const lane = pick(
    board.lanes.filter((candidate) => takesNotes(candidate.kind)),
    a,
  )
  const columnId = lane && pick(columnsOf(board, lane), b)
  return lane && columnId ? { laneId: lane.id, columnId } : undefined
}

function aliveNotes(board: Board): readonly Note[] {
  return [...board.notesIn.values()].flat().concat(board.inbox)
}

function some(board: Board, a: number, b: number): Note['id'][] {
  const all = aliveNotes(board)
  return [...new Set([pick(all, a), pick(all, b), pick(all, a + b)].flatMap((note) => (note ? [note.id] : [])))]
}

/** Carries out one random edit where it makes sense; says whether anything was written. */
export function edit(map: TestBoard, { which, a, b, c }: RandomEdit, newId: NewId): boolean {
  const { board } = map
  const attempt = <Args>(command: Command<Args>, args: NoInfer<Args>): boolean => {
    if (map.refusal(command, args) !== 'accepted') return false
    map.run(command, args)
    return true
  }
  const cell = cellFor(board, a, b)
  const noteIds = some(board, a, b)
  const [noteId] = noteIds
  const stageId = pick(board.stages, a)?.id
  const step = pick(allSteps(board), b)
  const laneId = pick(board.lanes, a)?.id
  const personaId = pick(board.personas, a)?.id
  if (which < 25) return attempt(notes.addNote, { noteId: newId('note'), ...(cell ? { cell } : {}), text: `${a}`, index: c % 4 })
  if (which < 45 && cell && noteId) return attempt(notes.moveNotes, { noteIds, cell, index: c % 4 })
  if (which < 52 && noteId) return attempt(notes.setNoteText, { noteId, text: `${b} ${c}` })
  if (which < 55 && noteId) return attempt(notes.deleteNotes, { noteIds: [noteId] })
  if (which < 58 && noteId) return attempt(notes.notesToInbox, { noteIds })
  if (which < 60 && noteId) return attempt(notes.duplicateNotes, { copies: [{ noteId, copyId: newId('note') }] })
  if (which < 62 && noteId) return attempt(notes.recolorNotes, { noteIds, color: pick(NOTE_COLORS, c) ?? null })
  if (which < 64 && noteId) return attempt(notes.markNotes, { noteIds, mark: pick(NOTE_MARKS, c) ?? 'none' })
  if (which < 66 && noteId && personaId) return attempt(notes.setNotesPersona, { noteIds, personaId, on: c % 2 === 0 })
  if (which < 68) return attempt(stages.addStage, { stageId: newId('stage'), stepId: newId('step'), index: c % 4, title: `${a}` })
  if (which < 70 && stageId) return attempt(stages.moveStage, { stageId, index: c % 4 })
  if (which < 72 && stageId) return attempt(stages.deleteStage, { stageId })
  if (which < 75 && stageId) return attempt(steps.addStep, { stepId: newId('step'), stageId, index: c % 3, title: `${b}` })
  if (which < 77 && step && stageId) return attempt(steps.moveStep, { stepId: step.id, stageId, index: c % 3 })
  if (which < 79 && step) return attempt(steps.deleteStep, { stepId: step.id })
  if (which < 80 && step) return attempt(steps.renameStep, { stepId: step.id, title: `${c}` })
  if (which < 82) return attempt(lanes.addLane, { laneId: newId('lane'), kind: pick(LANE_KINDS, b) ?? 'text', index: c % 4 })
  if (which < 84 && laneId) return attempt(lanes.moveLane, { laneId, index: c % 4 })
  if (which < 85 && laneId) return attempt(lanes.deleteLane, { laneId })
  if (which < 86 && laneId) return attempt(lanes.setLaneHidden, { laneId, hidden: c % 2 === 0 })
  if (which < 87) return attempt(personas.addPersona, { personaId: newId('persona'), name: `${a}` })
  if (which < 88 && personaId) return attempt(personas.deletePersona, { personaId })
  if (which < 94 && personaId && step) return attempt(points.setPoint, { personaId, stepId: step.id, value: (c % 11) - 5 })
  if (which < 96 && personaId) {
    const point = pick(board.pointsOf.get(personaId) ?? [], c)
    return point ? attempt(points.deletePoint, { pointId: point.id }) : false
  }
  if (which < 98) return attempt(changeSettings, { title: `${a}`, criticalThreshold: -(b % 5) })
  const deleted = [...board.records.note.values(), ...board.records.stage.values()].filter((record) => record.deletedAt !== undefined)
  const gone = pick(deleted, a)
  return gone ? attempt(restoreRecords, { ids: [gone.id] }) : false
}
