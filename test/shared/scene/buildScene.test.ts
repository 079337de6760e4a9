import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNote, markNotes, proveNotes, setNoteText } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { changePersona } from '../../../shared/commands/personas'
import { changeSettings } from '../../../shared/commands/settings'
import { createTranslator } from '../../../shared/i18n/translator'
import type { Rect } from '../../../shared/layout/geometry'
import { createLayoutEngine } from '../../../shared/layout/layoutBoard'
import { sceneWords } from '../../../shared/layout/sceneWords'
import { measureText } from '../../../shared/layout/textFit'
import { LANE_KIND_TABLE } from '../../../shared/model/laneKinds'
import type { Board } from '../../../shared/model/board'
import type { Note } from '../../../shared/model/note'
import { createSceneBuilder } from '../../../shared/scene/buildScene'
import { iconPath, TOUCHPOINT_ICONS } from '../../../shared/scene/icons'
import { shownColor } from '../../../shared/scene/noteColor'
import type { Scene, SceneItem, SceneNode, TextItem } from '../../../shared/scene/scene'
import { darkTheme, lightTheme } from '../../../shared/scene/theme'
import { anyBoard } from '../../support/anyBoard'
import { englishWords } from '../../support/layoutOf'
import { awareness, purchase, TestBoard } from '../../support/testBoard'

/** A board's picture, followed from edit to edit as a window does. */
function painter(theme = lightTheme, words = englishWords): (board: Board) => Scene {
  const engine = createLayoutEngine()
  const builder = createSceneBuilder()
  return (board) => builder.scene(engine.layout(board, words), board, { theme, words })
}

function nodeOf(scene: Scene, key: string): SceneNode {
  const node = scene.nodes.find((one) => one.key === key)
  if (!node) throw new Error(`no node ${key}`)
  return node
}

function textsOf(scene: Scene): string[] {
  return scene.nodes.flatMap(({ items }) => items.filter((item): item is TextItem => item.type === 'text').map(({ text }) => text))
}

type Labelled = Pick<Note, 'text' | 'mark' | 'proof' | 'personaIds'>

/** A note alone in a lane whose notes are no stickies, and what is drawn of it. */
function labelled(kind: 'touchpoints' | 'moments' | 'owners', note: Labelled): { readonly rect: Rect; readonly node: SceneNode } {
  const board = TestBoard.starter()
  board.document.write(
    [
      { op: 'add', record: { id: 'lane_labels', order: 'b0', kind, span: 'step', collapsed: false, hidden: false } },
      { op: 'add', record: { id: 'note_a', order: 'a0', laneId: 'lane_labels', columnId: 'step_purchase', ...note } },
    ],
    { what: 'addNote', count: 1 },
  )
  const layout = createLayoutEngine().layout(board.board, englishWords)
  const scene = createSceneBuilder().scene(layout, board.board, { theme: lightTheme, words: englishWords })
  const box = layout.notes.get('note_a')
  if (!box) throw new Error('the note has no place')
  return { rect: box.rect, node: nodeOf(scene, 'note_a') }
}

describe('the scene', () => {
  it('is the same object while the board is', () => {
    const paint = painter()
    const { board } = TestBoard.starter()
    expect(paint(board)).toBe(paint(board))
  })

  it('keeps the nodes of everything an edit did not touch', () => {
    const paint = painter()
    const board = TestBoard.starter()
      .run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
      .run(addNote, { noteId: 'note_b', cell: purchase, text: 'B' })
    const before = paint(board.board)
    const after = paint(board.run(setNoteText, { noteId: 'note_a', text: 'AA' }).board)
    const changed = after.nodes.filter((node) => !before.nodes.includes(node)).map(({ key }) => key)
    // The actions lane's question is drawn anew because its cell list is.
    expect(changed.filter((key) => !key.startsWith('prompt:'))).toEqual(['note_a'])
  })

  it('draws notes again when a persona on them changes colour', () => {
    const paint = painter()
    const board = TestBoard.starter()
    board.document.write(
      [
        {
          op: 'add',
          record: { id: 'note_a', order: 'a0', ...awareness, text: 'A', mark: 'none', proof: 'validated', personaIds: ['persona_anna'] },
        },
      ],
      { what: 'addNote', count: 1 },
    )
    const before = paint(board.board)
    const after = paint(board.run(changePersona, { personaId: 'persona_anna', color: 'amber' }).board)
    expect(nodeOf(after, 'note_a')).not.toBe(nodeOf(before, 'note_a'))
  })

  it('has keys that are unique, and headers above everything else', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const { nodes } = painter()(board)
        expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length)
        const order = ['sheet', 'notes', 'curves', 'laneHeader', 'stageHeader', 'corner']
        const ranks = nodes.map(({ part }) => order.indexOf(part))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
      { numRuns: 40 },
    )
  })

  it('is drawn the same after edits as from scratch', () => {
    const paint = painter()
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    paint(board.board)
    board.run(setNoteText, { noteId: 'note_a', text: 'A text that grows the lane and moves all below it '.repeat(5) })
    board.run(setPoint, { personaId: 'persona_anna', stepId: 'step_payment', value: -5, label: 'Here' })
    expect(paint(board.board)).toEqual(painter()(board.board))
  })

  it('says with sign and shape, not colour alone, how sure a note is and what it means', () => {
    const paint = painter()
    const board = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text: 'A' })
    const drawing = () => nodeOf(paint(board.board), 'note_a').items
    const dashed = () => drawing().some((item) => item.type === 'rect' && item.dash !== undefined)
    expect(dashed()).toBe(false)
    board.run(changeSettings, { hypotheses: 'always' })
    const hypothesis = drawing()
    expect(hypothesis.some((item) => item.type === 'rect' && item.dash !== undefined)).toBe(true)
    expect(hypothesis.some((item) => item.type === 'text' && item.text === '?')).toBe(true)

    board.run(proveNotes, { noteIds: ['note_a'], proof: 'validated' })
    expect(drawing().some((item) => item.type === 'path' && item.d === iconPath('check'))).toBe(true)

    board.run(proveNotes, { noteIds: ['note_a'], proof: 'refuted' })
    expect(drawing().some((item) => item.type === 'text' && item.strike)).toBe(true)

    board.run(markNotes, { noteIds: ['note_a'], mark: 'pain' })
    expect(drawing().some((item) => item.type === 'path' && item.d === iconPath('zap'))).toBe(true)
  })

  it('says beside the labels of touchpoints, moments and owners what they mean and whom they are about, and of no proof', () => {
    const signs = (items: readonly SceneItem[]) => ({
      icons: items.flatMap((item) =>
        item.type === 'path' ? ['zap', 'sparkles', 'x', 'check'].filter((name) => iconPath(name) === item.d) : [],
      ),
      guess: items.some((item) => item.type === 'text' && item.text === '?'),
      struck: items.some((item) => item.type === 'text' && item.strike === true),
    })
    for (const kind of ['touchpoints', 'moments', 'owners'] as const) {
      const pain = labelled(kind, { text: 'Call centre', mark: 'pain', proof: 'hypothesis', personaIds: ['persona_anna'] })
      expect(signs(pain.node.items), kind).toEqual({ icons: ['zap'], guess: false, struck: false })
      const teal = lightTheme.personas.teal.line
      expect(
        pain.node.items.some((item) => item.type === 'path' && item.stroke === teal),
        kind,
      ).toBe(true)
      // From far away the small signs go, the mark stays.
      expect(signs(pain.node.plain ?? []), kind).toEqual({ icons: ['zap'], guess: false, struck: false })

      const refuted = labelled(kind, { text: 'Call centre', mark: 'none', proof: 'refuted', personaIds: [] })
      expect(signs(refuted.node.items), kind).toEqual({ icons: [], guess: false, struck: false })
      const validated = labelled(kind, { text: 'Call centre', mark: 'none', proof: 'validated', personaIds: [] })
      expect(signs(validated.node.items), kind).toEqual({ icons: [], guess: false, struck: false })
    }
    // It has its diamond already.
    const moment = labelled('moments', { text: 'Keys', mark: 'momentOfTruth', proof: 'validated', personaIds: [] })
    expect(moment.node.items.filter(({ type }) => type === 'path')).toHaveLength(1)
  })

  it('gives the signs beside a label room of their own: they neither leave it nor lie on its words', () => {
    const anyLabel = fc.record({
      text: fc.string({ maxLength: 60, unit: fc.constantFrom(...'abcW '.split('')) }),
      mark: fc.constantFrom('none', 'pain', 'idea', 'momentOfTruth'),
      proof: fc.constantFrom('hypothesis', 'validated', 'refuted'),
      personaIds: fc.subarray(['persona_anna', 'persona_oleg', 'persona_gone', 'persona_lost', 'persona_more'] as const),
    })
    fc.assert(
      fc.property(anyLabel, fc.constantFrom('touchpoints', 'moments', 'owners'), (note, kind) => {
        const { rect, node } = labelled(kind, note)
        const words = node.items.flatMap((item) => (item.type === 'text' && item.text !== '?' ? [item] : []))
        const small = node.items.flatMap((item): Rect[] => {
          if (item.type === 'rect' && item.dash) return [item.rect]
          if (item.type !== 'path' || !item.at || item.at.y === words[0]?.baseline) return []
          const reach = item.d === iconPath('x') ? 12 * item.at.scale : 5
          const centred = item.d === iconPath('x') ? reach : 0
          return [{ x: item.at.x + centred - reach, y: item.at.y + centred - reach, width: 2 * reach, height: 2 * reach }]
        })
        const right = rect.x + rect.width + 0.01
        for (const sign of small) {
          expect(sign.x + sign.width).toBeLessThanOrEqual(right)
          expect(sign.y + sign.height).toBeLessThanOrEqual(rect.y + rect.height + 1)
        }
        const rows = new Map(words.map((word) => [Math.round(word.baseline), word]))
        const ring = node.items.find((item) => item.type === 'rect' && item.dash !== undefined)
        if (ring?.type !== 'rect') return
        for (const word of rows.values()) {
          if (Math.abs(word.baseline - 5 - (ring.rect.y + ring.rect.height / 2)) > 8) continue
          const start = word.anchor === 'middle' ? word.x - measureText(word.text, word) / 2 : word.x
          expect(start + measureText(word.text, word)).toBeLessThanOrEqual(ring.rect.x)
        }
      }),
    )
  })

  it('marks a critical point with a triangle, its number and its label in front of every curve', () => {
    const board = TestBoard.starter()
      .run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: -4.5, label: 'Same papers' })
      .run(setPoint, { personaId: 'persona_oleg', stepId: 'step_awareness', value: 1 })
    const texts = textsOf(painter()(board.board))
    expect(texts).toContain('−4.5')
    expect(texts).toContain('Same papers')
    const polish = painter(lightTheme, sceneWords(createTranslator('pl')))(board.board)
    expect(textsOf(polish)).toContain('−4,5')
    const last = painter()(board.board)
      .nodes.filter(({ part }) => part === 'curves')
      .at(-1)
    expect(last?.items.some((item) => item.type === 'text')).toBe(true)
  })

  it('asks questions on an empty map, and no more after the ninth note', () => {
    const board = TestBoard.starter()
    const prompts = (scene: Scene) => scene.nodes.filter(({ key }) => key.startsWith('prompt:')).length
    expect(prompts(painter()(board.board))).toBe(3)
    for (let i = 0; i < 10; i += 1) board.run(addNote, { noteId: `note_${i}`, cell: awareness, text: 'x' })
    expect(prompts(painter()(board.board))).toBe(0)
  })

  it('has nothing but finished numbers and colours', () => {
    fc.assert(
      fc.property(anyBoard, fc.constantFrom(lightTheme, darkTheme), (board, theme) => {
        expect(JSON.stringify(painter(theme)(board))).not.toMatch(/null|NaN|undefined|Infinity/)
      }),
      { numRuns: 30 },
    )
  })
})

describe('icons', () => {
  it('are those of the icon set that is installed', () => {
    const check = spawnSync(process.execPath, ['scripts/icons.mjs', '--check'], { encoding: 'utf8' })
    expect({ status: check.status, said: check.stderr }).toEqual({ status: 0, said: '' })
  })

  it('are there for every kind of lane and every touchpoint', () => {
    const named = [...Object.values(LANE_KIND_TABLE).map(({ icon }) => icon), ...TOUCHPOINT_ICONS]
    expect(named.filter((name) => iconPath(name) === undefined)).toEqual([])
    expect(iconPath('constructor')).toBeUndefined()
  })
})

describe('colours', () => {
  it('come from the note, then its mark, then the lane, then the kind of lane', () => {
    const lane = { kind: 'actions' } as const
    expect([
      shownColor({ mark: 'none' }, lane),
      shownColor({ mark: 'none' }, { ...lane, color: 'sky' }),
      shownColor({ mark: 'pain' }, { ...lane, color: 'sky' }),
      shownColor({ mark: 'pain', color: 'lemon' }, lane),
      shownColor({ mark: 'success' }, undefined),
    ]).toEqual(['paper', 'sky', 'rose', 'lemon', 'mint'])
  })

  it('of text on notes are readable, pale notes too', () => {
    for (const theme of [lightTheme, darkTheme]) {
      for (const paint of [...Object.values(theme.notes), ...Object.values(theme.hypotheses)]) {
        expect(contrast(paint.fill, paint.ink)).toBeGreaterThanOrEqual(4.5)
      }
      for (const { line } of Object.values(theme.personas)) expect(contrast(theme.surface, line)).toBeGreaterThanOrEqual(3)
      expect(contrast(theme.surface, theme.text3)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.bad, theme.critInk)).toBeGreaterThanOrEqual(4.5)
    }
  })
})

/** Contrast of two colours as WCAG counts it. */
function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
