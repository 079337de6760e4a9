import { WINDOWS_1250, WINDOWS_1251 } from './codePages'

/** How many of a thousand letters of Russian text each letter is. */
const RUSSIAN: Readonly<Record<string, number>> = {
  о: 110, е: 85, а: 80, и: 74, н: 67, т: 63, с: 55, р: 47, в: 45, л: 44, к: 35, м: 32, д: 30, п: 28, у: 26, я: 20,
  ы: 19, ь: 17, г: 17, з: 16, б: 16, ч: 14, й: 12, х: 10, ж: 9, ш: 7, ю: 6, ц: 5, щ: 4, э: 3, ф: 3, ъ: 1, ё: 1,
} // prettier-ignore

/** How many of a thousand letters of Polish text each letter beyond ASCII is. */
const POLISH: Readonly<Record<string, number>> = { ł: 18, ę: 11, ą: 10, ó: 9, ż: 8, ś: 7, ć: 4, ń: 2, ź: 1 }

/** A letter that neither language has weighs against the reading. */
const STRANGER = -20

/** Bytes to judge by; a language shows itself much sooner. */
const SAMPLE = 256 * 1024

/**
 * Which code page bytes beyond ASCII are of.
 *
 * Each reading is weighed by how common its letters are. In Russian whole words are letters beyond ASCII; in
 * Polish they stand among ASCII letters, so a letter whose neighbours fit the language counts and one whose
 * neighbours do not counts against it.
 */
export function guessCodePage(bytes: Uint8Array): 'windows-1250' | 'windows-1251' {
  const start = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 1)
  const sample = bytes.subarray(start, start + SAMPLE)
  const russianWeights = weightsOf(WINDOWS_1251, RUSSIAN)
  const polishWeights = weightsOf(WINDOWS_1250, POLISH)
  let russian = 0
  let polish = 0
  sample.forEach((byte, i) => {
    if (byte < 0x80) return
    const besideAscii = isAsciiLetter(sample[i - 1] ?? 0) || isAsciiLetter(sample[i + 1] ?? 0)
    russian += (russianWeights[byte - 0x80] ?? 0) * (besideAscii ? 0.25 : 1)
    polish += (polishWeights[byte - 0x80] ?? 0) * (besideAscii ? 8 : 1)
  })
  return polish > russian ? 'windows-1250' : 'windows-1251'
}

/** What each byte from 0x80 on says for a language. */
function weightsOf(codePage: string, letters: Readonly<Record<string, number>>): number[] {
  return Array.from(codePage, (char) => {
    const lower = char.toLowerCase()
    // Dashes, quotes and the like are in both code pages and say nothing.
    if (lower === char.toUpperCase()) return 0
    return letters[lower] ?? STRANGER
  })
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
