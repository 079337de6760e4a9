import { describe, expect, it } from 'vitest'
import { doneBy, stopText } from '../../../renderer/history/changeTexts'
import { stopsOf, type Comparison } from '../../../renderer/history/stops'
import type { Version } from '../../../renderer/history/versionShelf'
import { byDay, versionHint, versionTitle, versionWithDay } from '../../../renderer/history/versionTexts'
import { diffBoards } from '../../../shared/analysis/boardDiff'
import { addNote, deleteNotes, moveNotes, notesToInbox, setNoteText } from '../../../shared/commands/notes'
import { changePersona } from '../../../shared/commands/personas'
import { setPoint } from '../../../shared/commands/points'
import { changeSettings } from '../../../shared/commands/settings'
import { renameStage } from '../../../shared/commands/stages'
import { createTranslator } from '../../../shared/i18n/translator'
import { awareness, awarenessGoal, purchase, TestBoard } from '../../support/testBoard'

const en = createTranslator('en')

function compare(edits: (copy: TestBoard) => TestBoard): Comparison {
  const map = TestBoard.starter()
    .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Compares banks' })
    .run(addNote, { noteId: 'note_goal', cell: awarenessGoal, text: 'Stop renting' })
  const after = edits(map.fork('Igor')).board
  const diff = diffBoards(map.board, after)
  return { before: map.board, after, diff, stops: stopsOf(map.board, after, diff) }
}

function said(edits: (copy: TestBoard) => TestBoard, translator = en): string[] {
  const comparison = compare(edits)
  return comparison.stops.map((stop) => stopText(stop, comparison, translator))
}

describe('what a change is called', () => {
  it('says what became of a note and where it is', () => {
    expect(said((copy) => copy.run(addNote, { noteId: 'note_n', cell: purchase, text: 'Signs' }))).toEqual([
      'Added: note “Signs” · Actions, Purchase, Sign',
    ])
    expect(said((copy) => copy.run(setNoteText, { noteId: 'note_a', text: 'Compares two' }))).toEqual([
      'Changed: note “Compares two” (text) · was “Compares banks” · Actions, Awareness',
    ])
    expect(said((copy) => copy.run(deleteNotes, { noteIds: ['note_goal'] }))).toEqual(['Removed: note “Stop renting” · Goals, Awareness'])
    expect(said((copy) => copy.run(notesToInbox, { noteIds: ['note_a'] }))).toEqual([
      'Moved: note “Compares banks” · Inbox · from Actions, Awareness',
    ])
  })

  it('says what a text was, and from where a note came that was rewritten too', () => {
    const moved = (copy: TestBoard): TestBoard =>
      copy.run(setNoteText, { noteId: 'note_a', text: '' }).run(moveNotes, { noteIds: ['note_a'], cell: purchase })
    expect(said(moved)).toEqual([
      'Changed: note “empty note” (text, place) · was “Compares banks” · Actions, Purchase, Sign · from Actions, Awareness',
    ])
    expect(said((copy) => copy.run(changeSettings, { scenario: 'Buys a flat' }))).toEqual(['Changed: map settings (scenario)'])
  })

  it('cuts a long text, and breaks no line', () => {
    const [sentence] = said((copy) => copy.run(setNoteText, { noteId: 'note_a', text: `One\n${'two '.repeat(40)}` }))

    expect(sentence).toMatch(/^Changed: note “One two .{40,60}…” \(text\)/)
  })

  it('names fields, headers, people and the map in the reader’s language', () => {
    const edits = (copy: TestBoard): TestBoard =>
      copy
        .run(changeSettings, { title: 'Home loan' })
        .run(changePersona, { personaId: 'persona_anna', name: 'Anna, 29', marker: 'square' })
        .run(renameStage, { stageId: 'stage_awareness', title: 'Need' })

    expect(said(edits)).toEqual([
      'Changed: map settings (name) · was “Mortgage”',
      'Changed: persona “Anna, 29” (name, marker) · was “Anna”',
      'Changed: stage “Need” (name) · was “Awareness”',
    ])
    expect(said(edits, createTranslator('ru'))[2]).toBe('Изменено: этап «Need» (название) · было «Awareness»')
  })

  it('takes the points of one curve together', () => {
    const comparison = compare((copy) =>
      copy
        .run(setPoint, { personaId: 'persona_anna', stepId: 'step_purchase', value: 4 })
        .run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: 1 })
        .run(setPoint, { personaId: 'persona_oleg', stepId: 'step_payment', value: 1 }),
    )

    expect(comparison.stops.map((stop) => [stopText(stop, comparison, en), stop.ids.length])).toEqual([
      ['Changed: curve of Anna, 2 points', 2],
      ['Changed: curve of Oleg, 1 point', 1],
    ])
  })

  it('says who deleted something and when, and else who wrote it last', () => {
    const now = new Date(Date.UTC(2026, 0, 15, 12, 30))
    const authors = { authorOf: () => ({ name: 'Marta', since: '2026-01-15T12:00:00.000Z' }) }
    const gone = compare((copy) => copy.run(deleteNotes, { noteIds: ['note_a'] }))
    const moved = compare((copy) => copy.run(moveNotes, { noteIds: ['note_a'], cell: purchase }))

    expect(gone.stops.map((stop) => doneBy(stop, gone, en, { authors, now }))).toEqual([expect.stringMatching(/^Igor, \d+ minutes ago$/)])
    expect(moved.stops.map((stop) => doneBy(stop, moved, en, { authors, now }))).toEqual(['Marta'])
    expect(moved.stops.map((stop) => doneBy(stop, moved, en, { authors: { authorOf: () => null }, now }))).toEqual([''])
  })
})

describe('what a version is called', () => {
  const counts = { personas: 2, stages: 2, steps: 3, lanes: 3, notes: 2, emotionPoints: 0 }
  const version = (at: Date, more: Partial<Version> = {}): Version => ({
    id: 'v1',
    at: at.toISOString(),
    reason: 'hourly',
    counts,
    inFile: false,
    ...more,
  })
  const now = new Date(2026, 10, 14, 12, 0)

  it('goes by its name, else by its time, and says by whom or why it was kept', () => {
    const auto = version(new Date(2026, 10, 14, 11, 48))
    const named = version(new Date(2026, 10, 13, 16, 5), { reason: 'named', name: 'After the workshop', by: 'Marta' })

    expect([versionTitle(auto, en), versionHint(auto, en)]).toEqual(['11:48', 'Every hour'])
    expect([versionTitle(named, en), versionHint(named, en)]).toEqual(['After the workshop', '16:05 · Marta'])
    expect(versionWithDay(auto, en, now)).toBe('Today, 11:48')
    expect(versionWithDay(named, en, now)).toBe('After the workshop')
  })

  it('stands under its day', () => {
    const at = [
      new Date(2026, 10, 14, 11),
      new Date(2026, 10, 13, 23),
      new Date(2026, 10, 13, 1),
      new Date(2026, 10, 3),
      new Date(2025, 10, 3),
    ]

    const days = byDay(
      at.map((one) => version(one)),
      en,
      now,
    )

    expect(days.map(({ day, versions }) => [day, versions.length])).toEqual([
      ['Today', 1],
      ['Yesterday', 2],
      ['November 3', 1],
      ['November 3, 2025', 1],
    ])
    expect(byDay([version(at[1]!)], createTranslator('ru'), now)[0]?.day).toBe('Вчера')
  })
})
