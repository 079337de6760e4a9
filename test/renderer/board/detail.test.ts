import { describe, expect, it } from 'vitest'
import { addNote, setNotesPersona } from '../../../shared/commands/notes'
import { changeSettings } from '../../../shared/commands/settings'
import { detailAt, itemsAt } from '../../../renderer/board/detail'
import { awareness } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

/** What is drawn of a hypothesis about somebody, at a zoom. */
function drawnAt(zoom: number): { texts: string[]; shapes: number } {
  const { session } = new TestSession()
  session.run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads' })
  session.run(changeSettings, { hypotheses: 'always' })
  session.run(setNotesPersona, { noteIds: ['note_a'], personaId: 'persona_anna', on: true })
  const node = session.scene().nodes.find(({ key }) => key === 'note_a')!
  const items = itemsAt(node, detailAt(zoom))
  return {
    texts: items.flatMap((item) => (item.type === 'text' ? [item.text] : [])),
    shapes: items.filter(({ type }) => type !== 'text').length,
  }
}

describe('a note', () => {
  it('has its text and its badges at half size and more', () => {
    // Sheet, dashed edge, ring round the question mark, shape of the persona.
    for (const zoom of [0.5, 1, 4]) expect(drawnAt(zoom)).toEqual({ texts: ['Reads', '?'], shapes: 4 })
  })

  it('has no badges below half size, and is still a dashed hypothesis', () => {
    for (const zoom of [0.35, 0.49]) expect(drawnAt(zoom)).toEqual({ texts: ['Reads'], shapes: 2 })
  })

  it('is a plain bar below 35 %', () => {
    for (const zoom of [0.1, 0.34]) expect(drawnAt(zoom)).toEqual({ texts: [], shapes: 1 })
  })
})
