import { describe, expect, it } from 'vitest'
import { markNotes, proveNotes } from '../../../shared/commands/notes'
import { createTranslator } from '../../../shared/i18n/translator'
import { createLayoutEngine } from '../../../shared/layout/layoutBoard'
import { pictureScene, wordsOfPicture } from '../../../shared/scene/picture'
import type { Scene, TextItem } from '../../../shared/scene/scene'
import { darkTheme, lightTheme } from '../../../shared/scene/theme'
import { TestBoard } from '../../support/testBoard'

const english = createTranslator('en')

function pictureOf(board: TestBoard, theme = lightTheme): Scene {
  return pictureScene(board.board, createLayoutEngine().layout(board.board, wordsOfPicture(english)), theme, english)
}

function legendOf(scene: Scene): readonly string[] {
  const items = scene.nodes.find(({ key }) => key === 'legend')?.items ?? []
  return items.filter((item): item is TextItem => item.type === 'text' && item.text !== '?').map(({ text }) => text)
}

describe('a picture of the map', () => {
  it('has no legend and no room for one where nothing on it needs words', () => {
    const board = TestBoard.starter()
    const picture = pictureOf(board)
    expect(legendOf(picture)).toEqual([])
    expect(picture.height).toBe(createLayoutEngine().layout(board.board, wordsOfPicture(english)).height)
  })

  it('says below the sheet what its signs mean, and only those that are on it', () => {
    const board = TestBoard.workshop()
      .run(markNotes, { noteIds: ['note_a'], mark: 'pain' })
      .run(proveNotes, { noteIds: ['note_b'], proof: 'validated' })
    const picture = pictureOf(board)
    expect(legendOf(picture)).toEqual(['Pain point', 'Hypothesis', 'Validated'])
    const legend = picture.nodes.find(({ key }) => key === 'legend')
    expect(legend?.bounds.y).toBeGreaterThan(0)
    expect((legend?.bounds.y ?? 0) + (legend?.bounds.height ?? 0)).toBe(picture.height)
  })

  it('is on white paper where it is meant for paper', () => {
    expect(pictureOf(TestBoard.starter()).background).toBe('#FFFFFF')
    expect(pictureOf(TestBoard.starter(), darkTheme).background).toBe(darkTheme.canvas)
  })
})
