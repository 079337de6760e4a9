import { cleanText } from './cleanText'
import { parseDelimited } from './delimited'

/** A text from elsewhere as the notes that it becomes. */
export interface PastedNote {
  readonly text: string
  /** Who said it, where the text says so. */
  readonly author?: string
}

const DASH = /^[-*•–]\s+/u
const NUMBER = /^\d{1,3}[.)]\s+(?=\S)/u

/** A note for each line, without the bullets before them, and without numbers where every line has one. */
export function linesAsNotes(text: string): readonly PastedNote[] {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.replace(/\t+/g, ' ').trim().replace(DASH, ''))
    .filter((line) => line !== '')
  const numbered = lines.length > 1 && lines.every((line) => NUMBER.test(line))
  return lines.map((line) => ({ text: numbered ? line.replace(NUMBER, '') : line }))
}

const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`
const DATE = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+)?`
/** "[10:42] Igor: text", "10:42 Igor: text", "[01.12.2026, 10:42:11] Igor: text", "01.12.2026, 10:42 - Igor: text". */
const SAID = new RegExp(String.raw`^(?:\[${DATE}${TIME}\]|${DATE}${TIME})\s*(?:[-–—]\s*)?([^:\n]{1,80}?):\s+(\S.*)$`, 'u')

/**
 * The messages of a chat, each with who wrote it; a line that begins no message goes on with the one before.
 * Null where the text is no chat: fewer than two of its lines begin a message, or the first does not.
 */
export function chatAsNotes(text: string): readonly PastedNote[] | null {
  const messages: { author: string; text: string }[] = []
  for (const line of linesAsNotes(text)) {
    const [, author, said] = SAID.exec(line.text) ?? []
    const last = messages.at(-1)
    if (author !== undefined && said !== undefined) messages.push({ author: author.trim(), text: said })
    else if (last) last.text += `\n${line.text}`
    else return null
  }
  return messages.length > 1 ? messages : null
}

/**
 * The cells of a range that was copied in a spreadsheet, with the line breaks in them; null where the text is none.
 *
 * A spreadsheet puts a tab between two cells and writes as many cells in every row. A range of one column has no tab, and is known by
 * the table that comes along with it.
 * @param isTable whether the clipboard has a table beside the text.
 */
export function rangeOf(text: string, isTable: boolean): readonly (readonly string[])[] | null {
  const clean = cleanText(text).replace(/\n$/, '')
  if (!clean.includes('\t') && !(isTable && clean.includes('"'))) return null
  const rows = parseDelimited(clean, '\t').rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  const width = rows[0]?.length ?? 0
  // Lines that somebody indented have no words before the tab.
  if (!isTable && (width < 2 || rows.every(([first]) => first === ''))) return null
  return rows.every((cells) => cells.length === width) ? rows : null
}
