import { describe, expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { isRightToLeft } from '../../../shared/base/direction'
import { sceneToSvg } from '../../../shared/export/svg'
import { leftOf } from '../../../shared/scene/items'
import { NOTE } from '../../../shared/layout/metrics'
import { measureText } from '../../../shared/layout/textFit'
import type { TextItem } from '../../../shared/scene/scene'
import { layoutOf } from '../../support/layoutOf'
import { sceneOf } from '../../support/sceneOf'
import { awareness, TestBoard } from '../../support/testBoard'

const HEBREW = 'האם המחיר סופי? (2026)'

describe('text that runs from right to left', () => {
  it.each([
    [HEBREW, true],
    ['«مرحبا» 5', true],
    ['12 — 40 %', false],
    ['Wayline שלום', false],
    ['', false],
  ])('is told by its first letter: %s', (text, expected) => {
    expect(isRightToLeft(text)).toBe(expected)
  })

  it('begins at the right of its note, in the picture as on the board', () => {
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: HEBREW }).board
    const scene = sceneOf(board)
    const box = layoutOf(board).notes.get('note_a')!
    const lines = scene.nodes
      .find(({ key }) => key === 'note_a')!
      .items.filter((item): item is TextItem => item.type === 'text' && item.text !== '?')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line.rightToLeft).toBe(true)
      const width = measureText(line.text, line)
      expect(leftOf(line, width) + width).toBe(box.rect.x + box.rect.width - NOTE.padX)
    }
    expect(sceneToSvg(scene, { title: '' })).toMatch(/<text [^>]*direction="rtl"[^>]*>[^<]*האם/)
  })

  it('keeps its left end where there is no room to keep to', () => {
    const [stage] = TestBoard.starter().board.stages
    const board = TestBoard.starter()
    board.document.write([{ op: 'set', id: stage!.id, fields: { title: 'שלב ראשון' } }], { what: 'renameStage', count: 1 })
    const name = sceneOf(board.board)
      .nodes.flatMap(({ items }) => items)
      .find((item): item is TextItem => item.type === 'text' && item.text === 'שלב ראשון')!
    expect(name).toMatchObject({ rightToLeft: true, anchor: 'end' })
  })
})
