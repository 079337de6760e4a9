import { charWidth, isIdeographic, joinsPrevious, type Weight } from './fontMetrics'

export interface TextStyle {
  /** World units. */
  readonly size: number
  readonly weight: Weight
}

export interface Wrapping extends TextStyle {
  readonly width: number
  /** Room that the first line leaves free at its start, for an icon. */
  readonly firstIndent?: number
  /** More lines than this are cut off with an ellipsis; for titles only, a note is never cut. */
  readonly maxLines?: number
}

/** Width of one line of text, in world units. */
export function measureText(text: string, style: TextStyle): number {
  let ems = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i += 1
    ems += charWidth(code, style.weight)
  }
  return ems * style.size
}

/**
 * Break text into lines that fit.
 *
 * A newline of the author's stays one. Lines break at spaces, after hyphens and slashes, and between ideographs; a
 * word that is wider than the line is broken between letters. A line is never wider than `width`, unless one single
 * letter is. There is always at least one line.
 */
export function wrapText(text: string, wrapping: Wrapping): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/))
    wrapParagraph(paragraph.includes('\t') ? paragraph.replaceAll('\t', ' ') : paragraph, wrapping, lines)
  const { maxLines } = wrapping
  if (maxLines === undefined || lines.length <= maxLines) return lines
  const last = `${lines[maxLines - 1] ?? ''}…`
  return [...lines.slice(0, maxLines - 1), fitText(last, { ...wrapping, width: widthOfLine(wrapping, maxLines - 1) })]
}

/** One line that fits, with an ellipsis where something had to go. */
export function fitText(text: string, fitting: TextStyle & { readonly width: number }): string {
  if (measureText(text, fitting) <= fitting.width) return text
  const letters = splitLetters(text.replace(/…$/, ''))
  const room = fitting.width - measureText('…', fitting)
  let used = 0
  let kept = ''
  for (const letter of letters) {
    used += measureText(letter, fitting)
    if (used > room) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

function widthOfLine(wrapping: Wrapping, index: number): number {
  return index === 0 ? wrapping.width - (wrapping.firstIndent ?? 0) : wrapping.width
}

function wrapParagraph(paragraph: string, wrapping: Wrapping, lines: string[]): void {
  let line = ''
  let lineWidth = 0
  const push = (): void => {
    lines.push(line.trimEnd())
    line = ''
    lineWidth = 0
  }
  for (const { text, inked, full } of splitPieces(paragraph, wrapping)) {
    if (line !== '' && lineWidth + inked > widthOfLine(wrapping, lines.length)) push()
    if (lineWidth + inked <= widthOfLine(wrapping, lines.length)) {
      line += text
      lineWidth += full
      continue
    }
    // A word wider than the line; beside an icon it may still fit on the line below.
    if (line === '' && lines.length === 0 && wrapping.firstIndent !== undefined && inked <= wrapping.width) {
      lines.push('')
      line = text
      lineWidth = full
      continue
    }
    let placed: string[] = []
    for (const letter of splitLetters(text)) {
      const width = measureText(letter, wrapping)
      if (line !== '' && letter !== ' ' && lineWidth + width > widthOfLine(wrapping, lines.length)) {
        const along = closes(letter) ? lettersAlong(placed) : ''
        const alongWidth = measureText(along, wrapping)
        const fits = along !== line && alongWidth + width <= widthOfLine(wrapping, lines.length + 1)
        if (fits) line = line.slice(0, line.length - along.length)
        push()
        placed = fits ? splitLetters(along) : []
        if (fits) {
          line = along
          lineWidth = alongWidth
        }
      }
      placed.push(letter)
      line += letter
      lineWidth += width
    }
  }
  push()
}

/** What a closing mark takes to the next line, so that it does not stand first there: the closing marks before it and one letter. */
function lettersAlong(placed: readonly string[]): string {
  let start = placed.length - 1
  while (start > 0 && closes(placed[start] ?? '')) start -= 1
  return placed.slice(Math.max(start, 0)).join('')
}

function closes(letter: string): boolean {
  return NO_LINE_START.has(codeOf(letter))
}

/** A word with the spaces after it. */
interface Piece {
  readonly text: string
  /** Width without the spaces at its end, which may hang over the edge. */
  readonly inked: number
  readonly full: number
}

/** Words with what follows them: the places where a line may end. */
function splitPieces(paragraph: string, { size, weight }: TextStyle): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let before = 0
  let full = 0
  let inked = 0
  for (let i = 0; i < paragraph.length;) {
    const code = paragraph.codePointAt(i) ?? 0
    if (i > start && mayBreakBetween(before, code) && !(before === SPACE && closesAfterSpace(paragraph, i, code))) {
      pieces.push({ text: paragraph.slice(start, i), inked, full })
      start = i
      full = 0
      inked = 0
    }
    full += charWidth(code, weight) * size
    if (code !== SPACE) inked = full
    before = code
    i += code > 0xffff ? 2 : 1
  }
  if (start < paragraph.length) pieces.push({ text: paragraph.slice(start), inked, full })
  return pieces
}

const SPACE = 0x20
const FIRST_IDEOGRAPH = 0x2e80
/** Hyphen-minus, hyphen, en dash, em dash, slash. */
const BREAK_AFTER: ReadonlySet<number> = new Set([0x2d, 0x2010, 0x2013, 0x2014, 0x2f])
/** Marks that close what is before them and must not start a line: quotes, brackets, stops, and those of ideographic writing. */
const NO_LINE_START: ReadonlySet<number> = new Set([...'»›”’"\')]}!?;:,.…%‰。、，．！？：；」』）】》〉ー'].map(codeOf))
/** Of these, the ones that some languages set apart with a space: "« oui » ?". With another letter behind it, such a mark opens. */
const CLOSES_AFTER_SPACE = /^[»›”!?;:]+(?:[\s.,)\]]|$)/

function mayBreakBetween(before: number, after: number): boolean {
  // Nearly all pairs are two letters of a word, and every letter of a map comes by here.
  if (before !== SPACE && before !== 0x2d && before !== 0x2f && before < 0x200b && after < FIRST_IDEOGRAPH) return false
  if (after === SPACE || joinsPrevious(after)) return false
  if (before === SPACE || before === 0x200b) return true
  if (NO_LINE_START.has(after)) return false
  // "3-6 weeks" and "−5/+5" read better in one piece.
  if (BREAK_AFTER.has(before)) return !isDigit(after) && after !== before
  return isIdeographic(before) || isIdeographic(after)
}

function closesAfterSpace(text: string, at: number, code: number): boolean {
  return NO_LINE_START.has(code) && CLOSES_AFTER_SPACE.test(text.slice(at, at + LONGEST_CLOSING))
}

/** More closing marks than this stand nowhere in a row. */
const LONGEST_CLOSING = 8

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Characters with the marks, joiners and modifiers that belong to them, so that no emoji is cut in two. */
function splitLetters(text: string): string[] {
  const letters: string[] = []
  let joined = false
  for (const char of text) {
    const code = codeOf(char)
    const last = letters.length - 1
    if (last >= 0 && (joined || joinsPrevious(code))) letters[last] += char
    else letters.push(char)
    joined = code === 0x200d
  }
  return letters
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0
}
