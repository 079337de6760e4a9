import type { MessageKey, Translator } from '../i18n/translator'
import type { Layout } from '../layout/layout'
import { measureText } from '../layout/textFit'
import { NOTE_MARKS, NOTE_PROOFS, type NoteMark, type NoteProof } from '../model/note'
import { criticalSign, reasonSign } from './emotionItems'
import { iconItem } from './items'
import type { NoteLook } from './noteItems'
import { guessItems, markItems } from './noteSigns'
import type { SceneItem, SceneNode } from './scene'
import type { Theme } from './theme'

/** World units. */
const TYPE = { size: 15, weight: 500 } as const
const SIGN = 16
const SIGN_GAP = 7
const ITEM_GAP = 28
const ROW = 28
const BELOW_SHEET = 20

/** What a sign on the board means. */
interface Entry {
  readonly name: MessageKey
  /** The sign, 16 wide, from `x` on and round the height `middle`. */
  draw(x: number, middle: number): readonly SceneItem[]
}

/** The signs that are on this picture and what they mean, in rows below the sheet; no height where there are none. */
export function pictureLegend(
  layout: Layout,
  { theme, hypotheses }: Pick<NoteLook, 'theme' | 'hypotheses'>,
  { t }: Translator,
): { readonly node: SceneNode; readonly height: number } {
  const items: SceneItem[] = []
  let x = 0
  let row = 0
  const entries = entriesOf(layout, theme, hypotheses)
  for (const { name, draw } of entries) {
    const text = t(name)
    const width = SIGN + SIGN_GAP + measureText(text, TYPE)
    if (x > 0 && x + width > layout.width) {
      x = 0
      row += 1
    }
    const middle = layout.height + BELOW_SHEET + row * ROW + ROW / 2
    items.push(...draw(x, middle))
    items.push({ type: 'text', text, x: x + SIGN + SIGN_GAP, baseline: middle + TYPE.size * 0.36, ...TYPE, fill: theme.text2 })
    x += width + ITEM_GAP
  }
  const height = entries.length === 0 ? 0 : BELOW_SHEET + (row + 1) * ROW
  const bounds = { x: 0, y: layout.height, width: layout.width, height }
  return { node: { key: 'legend', part: 'sheet', bounds, items }, height }
}

function entriesOf(layout: Layout, theme: Theme, hypotheses: boolean): readonly Entry[] {
  const boxes = [...layout.notes.values()]
  const marks = new Set<NoteMark>(boxes.map(({ content, note }) => (content === 'moments' ? 'momentOfTruth' : note.mark)))
  const proofs = new Set<NoteProof>(boxes.flatMap(({ content, note }) => (content === 'notes' ? [note.proof] : [])))
  const points = [...layout.points.values()]
  const critical = points.some((box) => box.critical)
  const reasons = points.some(({ point }) => point.reason.trim() !== '')
  return [
    ...(critical
      ? [{ name: 'app.legend.critical' as const, draw: (x: number, y: number) => [criticalSign(x + SIGN / 2, y, SIGN, theme)] }]
      : []),
    ...(reasons ? [{ name: 'board.reason' as const, draw: (x: number, y: number) => reasonSign(x + SIGN / 2, y, theme) }] : []),
    ...NOTE_MARKS.filter((mark) => mark !== 'none' && marks.has(mark)).map((mark): Entry => ({
      name: `board.mark.${mark}`,
      draw: (x, middle) => markItems(mark, { x, y: middle - SIGN / 2, size: SIGN }, theme.text2, theme),
    })),
    ...NOTE_PROOFS.filter((proof) => proofs.has(proof) && (hypotheses || proof !== 'hypothesis')).map((proof): Entry => ({
      name: `board.proof.${proof}`,
      draw: (x, middle) => proofSign(proof, x, middle, theme),
    })),
  ]
}

function proofSign(proof: NoteProof, x: number, middle: number, theme: Theme): readonly SceneItem[] {
  if (proof === 'hypothesis') return guessItems({ right: x + SIGN, middle, size: SIGN }, { edge: theme.text2, ink: theme.text2 })
  const icon = proof === 'validated' ? 'check' : 'x'
  return iconItem(icon, { x, y: middle - SIGN / 2, size: SIGN }, { color: theme.text2, width: 2.6 })
}
