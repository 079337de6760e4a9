import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../../shared/i18n/translator'
import { samplePatches } from '../../../shared/import/template'
import { createLayoutEngine } from '../../../shared/layout/layoutBoard'
import { sceneWords } from '../../../shared/layout/sceneWords'
import type { Board } from '../../../shared/model/board'
import { makeNewId } from '../../../shared/model/ids'
import { createSceneBuilder } from '../../../shared/scene/buildScene'
import { lightTheme } from '../../../shared/scene/theme'
import { openMapDocument } from '../../../shared/document/yjsDocument'
import { addNote } from '../../../shared/commands/notes'
import { thumbnailOf } from '../../../renderer/app/thumbnail'
import { awareness, TestBoard } from '../../support/testBoard'

const words = sceneWords(createTranslator('en'))

function pictureOf(board: Board): string | null {
  return thumbnailOf(createSceneBuilder().scene(createLayoutEngine().layout(board, words), board, { theme: lightTheme, words }))
}

function sample(): Board {
  let seed = 0
  const newId = makeNewId((count) => Uint8Array.from({ length: count }, () => (seed = (seed * 73 + 41) % 251)))
  const document = openMapDocument({ clock: () => new Date(0) })
  document.write(samplePatches('en', newId), { what: 'import', count: 1 })
  return document.board()
}

describe('thumbnailOf', () => {
  it('draws the sample without a word of it, far under the limit', () => {
    const svg = pictureOf(sample()) ?? ''
    expect(svg.includes('<svg')).toBe(true)
    expect(/<text|Awareness|Anna|payslips/.exec(svg)).toBeNull()
    expect(svg.length).toBeLessThan(100_000)
  })

  it('draws the bare board where the notes would not fit', () => {
    const board = TestBoard.starter()
    for (let i = 0; i < 2_500; i += 1) board.run(addNote, { noteId: `note_${i}`, cell: awareness, text: `Note ${i}` })
    const svg = pictureOf(board.board) ?? ''
    expect(svg.length).toBeGreaterThan(0)
    expect(svg.length).toBeLessThan(200_000)
  })
})
