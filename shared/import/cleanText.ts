/** Lone halves of surrogate pairs cannot be written to a file; control characters cannot be drawn or put into SVG. */
const UNPAIRED = /\p{Surrogate}/gu
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F\uFEFF]/g

/** Text with one kind of line break, one way of writing a letter with an accent, and nothing in it that no program can show. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNPAIRED, '\uFFFD')
    .replace(CONTROLS, ' ')
    .normalize('NFC')
}

/** On one line, for titles. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
