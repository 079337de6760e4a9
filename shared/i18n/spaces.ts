/** Numbers of our texts: digits that are no end of a word, and the placeholders that hold a number. */
const NUMBER = String.raw`(?<![\p{L}\d])\d+(?:[.,]\d+)?|\{\{(?:count|limit|millions|side|width|height)\}\}`
const NUMBER_AND_UNIT = new RegExp(`(${NUMBER}) (?=MB|МБ|%)`, 'gu')
const NUMBER_AND_WORD = new RegExp(`(${NUMBER}) (?=[\\p{L}%])`, 'gu')
const DASH = / — /g
/** A word of one letter, which Polish does not leave at the end of a line. */
const POLISH_LETTER = /(?<![^\s(„])([aiouwz]) /giu

/**
 * The text with no-break spaces where its language does not end a line: before a unit everywhere, after a number in
 * Russian and Polish, before a dash in Russian, after a word of one letter in Polish. The texts are written with plain
 * spaces, so that no one has to think of it.
 */
export function keepTogether(language: 'en' | 'ru' | 'pl', text: string): string {
  if (language === 'en') return text.replace(NUMBER_AND_UNIT, '$1\u00a0')
  const counted = text.replace(NUMBER_AND_WORD, '$1\u00a0')
  return language === 'ru' ? counted.replace(DASH, '\u00a0— ') : counted.replace(POLISH_LETTER, '$1\u00a0')
}
