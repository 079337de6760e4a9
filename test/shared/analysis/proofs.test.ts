import { describe, expect, it } from 'vitest'
import { countProofs, showsHypotheses } from '../../../shared/analysis/proofs'
import { addLane, setLaneHidden } from '../../../shared/commands/lanes'
import { addNote, cycleProof, notesToInbox, proveNotes } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

describe('what the legend counts', () => {
  it('is what is on the board, and not what waits in the inbox', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'a', proof: 'validated' })
      .run(addNote, { noteId: 'note_b', cell: purchase, text: 'b' })
      .run(addNote, { noteId: 'note_c', cell: purchase, text: 'c', proof: 'refuted' })
      .run(addNote, { noteId: 'note_d', cell: purchase, text: 'd' })
      .run(notesToInbox, { noteIds: ['note_d'] })
    expect(countProofs(map.board)).toEqual({ validated: 1, hypothesis: 1, refuted: 1 })
  })

  it('leaves out touchpoints, moments of truth and owners, which carry no proof', () => {
    for (const kind of ['touchpoints', 'moments', 'owners'] as const) {
      const map = TestBoard.starter().run(addLane, { laneId: 'lane_more', kind })
      const columnId = kind === 'touchpoints' ? awareness.columnId : 'stage_awareness'
      map.run(addNote, { noteId: 'note_a', cell: { laneId: 'lane_more', columnId }, text: 'a', proof: 'validated' })
      expect(countProofs(map.board), kind).toEqual({ validated: 0, hypothesis: 0, refuted: 0 })
      expect(showsHypotheses(map.board), kind).toBe(false)
      expect(map.refusal(proveNotes, { noteIds: ['note_a'], proof: 'refuted' }), kind).toBe('nothing-to-do')
      expect(map.refusal(cycleProof, { noteIds: ['note_a'] }), kind).toBe('nothing-to-do')
    }
  })

  it('leaves out hidden lanes', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'a', proof: 'validated' })
      .run(setLaneHidden, { laneId: awareness.laneId, hidden: true })
    expect(countProofs(map.board)).toEqual({ validated: 0, hypothesis: 0, refuted: 0 })
  })
})

describe('hypotheses', () => {
  const shown = (map: TestBoard): boolean => showsHypotheses(map.board)

  it('are shown as such once something is validated, unless the map says otherwise', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'a' })
    expect(shown(map)).toBe(false)
    expect(shown(map.run(proveNotes, { noteIds: ['note_a'], proof: 'validated' }))).toBe(true)
    expect(shown(map.run(changeSettings, { hypotheses: 'never' }))).toBe(false)
    map.run(proveNotes, { noteIds: ['note_a'], proof: 'hypothesis' })
    expect(shown(map.run(changeSettings, { hypotheses: 'always' }))).toBe(true)
  })
})
