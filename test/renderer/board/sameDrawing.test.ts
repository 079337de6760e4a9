import { describe, expect, it } from 'vitest'
import { sameDrawing } from '../../../renderer/board/sameDrawing'
import type { SceneNode } from '../../../shared/scene/scene'
import { TestBoard, awareness } from '../../support/testBoard'
import { addNote, recolorNotes, setNoteText } from '../../../shared/commands/notes'
import { sceneOf } from '../../support/sceneOf'

function noteNode(map: TestBoard, id: string): SceneNode {
  const node = sceneOf(map.document.board()).nodes.find(({ key }) => key === id)
  if (!node) throw new Error(`no node of ${id}`)
  return node
}

describe('sameDrawing', () => {
  it('knows a note again that another one pushed aside', () => {
    const map = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
      .run(addNote, { noteId: 'note_b', cell: awareness, text: 'Asks a friend' })
    const before = noteNode(map, 'note_b')
    map.run(addNote, { noteId: 'note_c', cell: awareness, text: 'Sees the advert', index: 0 })
    const after = noteNode(map, 'note_b')

    expect(after.bounds).not.toEqual(before.bounds)
    expect(sameDrawing(before, after)).toBe(true)
  })

  it('tells a note apart that was recoloured or rewritten', () => {
    const map = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'Reads reviews' })
    const before = noteNode(map, 'note_a')
    map.run(recolorNotes, { noteIds: ['note_a'], color: 'mint' })
    const recoloured = noteNode(map, 'note_a')
    map.run(setNoteText, { noteId: 'note_a', text: 'Reads  reviews' })

    expect(sameDrawing(before, recoloured)).toBe(false)
    expect(sameDrawing(recoloured, noteNode(map, 'note_a'))).toBe(false)
  })
})
