import { detectAll } from 'jschardet'
import { CODE_PAGES, decodeAs, isSingleByte, type CodePage, type FileEncoding } from './codePages'
import { oddity } from './oddity'

/**
 * Why a guess may be wrong: hardly anything to judge by, another reading fits as well, none reads like words, or the text only seems to have been
 * encoded twice.
 */
export const GUESS_DOUBTS = ['few', 'close', 'poor', 'twice'] as const
export type GuessDoubt = (typeof GUESS_DOUBTS)[number]

export interface EncodingDoubt {
  readonly why: GuessDoubt
  /** The encoding that fits best after the one that was taken, and gives another text. */
  readonly other: FileEncoding
}

export interface PageGuess {
  readonly page: CodePage
  /** Why the code page may be another one; `null` where the bytes speak clearly. */
  readonly doubt: EncodingDoubt | null
}

/** What the detector is asked for by, and what it answers with. */
const DETECTOR_NAMES: Readonly<Record<CodePage, readonly [asked: string, answered: string]>> = {
  'windows-1252': ['cp1252', 'Windows-1252'],
  'windows-1251': ['cp1251', 'Windows-1251'],
  'windows-1250': ['cp1250', 'Windows-1250'],
  'iso-8859-2': ['iso8859-2', 'ISO-8859-2'],
  'koi8-r': ['koi8-r', 'KOI8-R'],
  'koi8-u': ['koi8-u', 'koi8-u'],
  ibm866: ['cp866', 'IBM866'],
  macintosh: ['mac-roman', 'MacRoman'],
  'x-mac-cyrillic': ['mac-cyrillic', 'MacCyrillic'],
  gb18030: ['gb18030', 'GB18030'],
  big5: ['big5hkscs', 'Big5'],
  shift_jis: ['cp932', 'CP932'],
  'euc-jp': ['euc_jis_2004', 'EUC-JP'],
  'euc-kr': ['cp949', 'CP949'],
}

/** Bytes to judge by; a language shows itself much sooner. */
const SAMPLE = 16 * 1024
/** Fewer bytes beyond ASCII fit too many languages. */
const FEW = 6
/** Two readings whose scores are nearer than this share fit equally well. */
const CLOSE = 0.06
/** Share of odd characters, and confidence of the detector, at which a text reads like no words. */
const POOR_ODDITY = 0.25
const POOR_CONFIDENCE = 0.01
/** One Chinese or Japanese character among Latin letters is mostly a sign and the letter behind it, taken together: "15 °C". */
const LONE = /^(?=.*[a-z\d])(?!.*[^\0-\x7f]{2})/is
const LONE_SHARE = 0.05
/** So that a reading the detector does not know can still win where all others are gibberish. */
const UNKNOWN = 0.001

/**
 * Which code page bytes beyond ASCII are of.
 *
 * A statistical detector weighs the letters; it is trained on pages of prose, so what a short text must not look
 * like counts beside it, and between equals the likelier code page wins.
 */
export function guessCodePage(bytes: Uint8Array): PageGuess {
  const sample = sampleOf(bytes)
  const beyond = sample.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0)
  const confidence = confidences(sample)
  // The less there is to judge by, the more counts how common a code page is.
  const rarity = beyond < FEW ? 0.06 : 0.01
  const readings = CODE_PAGES.map((page, rank) => {
    const text = decodeAs(sample, page)
    const odd = oddity(text)
    const sure = Math.max(confidence(page), isSingleByte(page) ? ofSmallLetters(text, page) : 0)
    const lone = beyond < FEW && !isSingleByte(page) && LONE.test(text) ? LONE_SHARE : 1
    return { page, text, odd, sure, score: (sure + UNKNOWN) * (1 - odd) ** 3 * (1 - rank * rarity) * lone }
  }).toSorted((a, b) => b.score - a.score)
  const [best] = readings
  if (!best) throw new RangeError('there are no code pages')
  const other = readings.find(({ text }) => text !== best.text)
  const isClose = other !== undefined && other.score > best.score * (1 - CLOSE)
  const isPoor = best.odd > POOR_ODDITY || best.sure < POOR_CONFIDENCE
  const why = beyond < FEW ? 'few' : isPoor ? 'poor' : isClose ? 'close' : null
  return { page: best.page, doubt: why && other ? { why, other: other.page } : null }
}

/** Around the first byte beyond ASCII, because the plain words beside it tell the language too; in whole lines where there are any. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = first < SAMPLE / 2 ? 0 : Math.max(bytes.lastIndexOf(0x0a, first) + 1, first - SAMPLE / 2)
  const cut = bytes.subarray(start, start + SAMPLE)
  const end = cut.lastIndexOf(0x0a)
  return start + SAMPLE < bytes.length && end > SAMPLE / 2 ? cut.subarray(0, end) : cut
}

/** What the detector thinks of each code page, from 0 to 1. */
function confidences(sample: Uint8Array): (page: CodePage) => number {
  const found = detectAll(sample, { detectEncodings: CODE_PAGES.map((page) => DETECTOR_NAMES[page][0]), minimumThreshold: 0 })
  const byName = new Map(found.map(({ encoding, confidence }) => [encoding, confidence]))
  return (page) => byName.get(DETECTOR_NAMES[page][1]) ?? 0
}

const WORD_OF_CAPITALS = /(?<!\p{L})(?=\S*[^\0-\x7f])\p{Lu}{2,}(?!\p{L})/gu

/** The detector knows words by their small letters; a text in capitals is shown to it in small ones. Else 0. */
function ofSmallLetters(text: string, page: CodePage): number {
  const capitals = text.match(WORD_OF_CAPITALS)?.join('').length ?? 0
  const small = text.match(/(?=[^\0-\x7f])\p{Ll}/gu)?.length ?? 0
  if (capitals <= small) return 0
  const byteOf = new Map<string, number>()
  for (let byte = 0; byte <= 0xff; byte += 1) byteOf.set(decodeAs(Uint8Array.of(byte), page), byte)
  const lower = Uint8Array.from(text.toLowerCase(), (char) => byteOf.get(char) ?? 0x20)
  return confidences(lower)(page)
}
