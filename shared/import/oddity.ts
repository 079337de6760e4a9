/** A letter or sign beyond ASCII. */
const BEYOND = '(?=[^\\x00-\\x7f])'

/** What hardly ever stands in a text that was decoded rightly, in any language. */
const ODD: readonly RegExp[] = [
  // No character at all.
  /\uFFFD|[\u0080-\u009F\uE000-\uF8FF]/gu,
  // A capital in the middle of a word: "cafÈ". "PayPal" has only ASCII letters.
  /\p{Ll}(?=[^\0-\x7f])\p{Lu}|(?=[^\0-\x7f])\p{Ll}\p{Lu}/gu,
  // Two alphabets in one word.
  /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/gu,
  // A sign that touches a letter, other than in "°C".
  new RegExp(`\\p{L}${BEYOND}[\\p{S}\\p{No}¡¿§¶†‡‰‚]|${BEYOND}(?!°[CF])[\\p{S}\\p{No}§¶†‡‰](?=\\p{L})`, 'gu'),
  // A bullet or an opening quotation mark within a word, and a letter that begins none.
  /(?<=\p{L})[•“„](?=\p{L})|(?<!\p{L})[Ÿÿ]/gu,
  // Letters of a few languages where those never have them: "Pùjèka", "teï", "naďve".
  /ù(?=\p{L})|ï(?!\p{L})|ď(?=[bcdfghjklmnpqrstvwxz])/giu,
  // Frames of DOS, mathematics and lone accents of the Macintosh.
  /[\u2500-\u25FF\u0192\u222B\u2202\u2206\u2211\u220F\u03C0\u03A9\u221E\u2248\u25CA\uFB01\uFB02\u02C6-\u02DD]/gu,
  // Letters of Serbian and Macedonian, which stand where the capitals of Russian do in another code page.
  /[ЂЃЅЈ-ЌЏђѓѕј-ќџ]/gu,
  // A letter that touches a digit: "Ł5" for "£5".
  new RegExp(`\\p{Nd}${BEYOND}[\\p{L}¡¿]|${BEYOND}\\p{L}\\p{Nd}`, 'gu'),
  // A word of one letter that is no word.
  new RegExp(`(?<![\\p{L}\\p{N}])${BEYOND}(?![àáèéíóåöæøіїйєавикосуяэ])[\\p{Script=Latin}\\p{Script=Cyrillic}](?![\\p{L}\\p{N}])`, 'giu'),
]
const POLISH = /[ąęłśćńźż]/giu
const CZECH = /[ěřůčšžťď]/giu

/**
 * How many of the characters beyond ASCII stand where no language has them, from 0 (none) to 1 (all).
 *
 * A statistical detector needs more text than a small table has; a wrong reading of a few words shows itself here.
 */
export function oddity(text: string): number {
  const beyond = countOf(text, /[^\0-\x7f]/gu)
  if (beyond === 0) return 0
  const odd = ODD.reduce((sum, pattern) => sum + countOf(text, pattern), 0)
  // No text is Polish and Czech at once; whichever is less is misread.
  const mixed = Math.min(countOf(text, POLISH), countOf(text, CZECH))
  const unpaired = Math.abs(countOf(text, /«/g) - countOf(text, /»/g))
  return Math.min(1, (odd + mixed + unpaired) / beyond)
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
