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

/**
 * Which code page bytes beyond ASCII are of.
 *
 * Each reading is weighed by how common its letters are. In Russian whole words are letters beyond ASCII; in
 * Polish they stand among ASCII letters, so a letter whose neighbours fit the language counts and one whose
 * neighbours do not counts against it.
 */
export function guessCodePage(bytes: Uint8Array): 'windows-1250' | 'windows-1251' {
  let russian = 0
  let polish = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) continue
    const besideAscii = isAsciiLetter(bytes[i - 1] ?? 0) || isAsciiLetter(bytes[i + 1] ?? 0)
    russian += weight(WINDOWS_1251.charAt(byte - 0x80), RUSSIAN) * (besideAscii ? 0.25 : 1)
    polish += weight(WINDOWS_1250.charAt(byte - 0x80), POLISH) * (besideAscii ? 8 : 1)
  }
  return polish > russian ? 'windows-1250' : 'windows-1251'
}

function weight(char: string, table: Readonly<Record<string, number>>): number {
  const lower = char.toLowerCase()
  // Dashes, quotes and the like are in both code pages and say nothing.
  if (lower === char.toUpperCase()) return 0
  return table[lower] ?? STRANGER
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
