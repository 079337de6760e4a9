import { fail, ok, type Result } from '../base/result'
import { decodeAs, type FileEncoding } from './codePages'
import { guessCodePage, type EncodingDoubt } from './guessCodePage'
import type { Encoding } from './importedMap'
import { decodedTwice } from './twiceEncoded'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** Why the encoding may be another one; `null` where the bytes say it clearly, or somebody did. */
  readonly doubt: EncodingDoubt | null
}

/**
 * The text of a file whose encoding nobody wrote down, or of one in the encoding that somebody says it has.
 *
 * A byte order mark is believed; UTF-8 is recognised by its strict shape; UTF-16 by its zero bytes; what is left is
 * guessed by its letters. Characters that could not be read are U+FFFD.
 * Fails with `not-text` on pictures, archives and the like.
 */
export function decodeText(bytes: Uint8Array, said?: FileEncoding): Result<DecodedText, 'not-text'> {
  const marked = markOf(bytes)
  if (said === 'utf-8-twice') return textOf(onceDecoded(marked?.rest ?? bytes), said)
  if (said !== undefined) return textOf(decodeAs(marked?.encoding === said ? marked.rest : bytes, said), said)
  if (marked?.encoding === 'utf-8') return utf8Of(decodeAs(marked.rest, 'utf-8'))
  if (marked) return textOf(decodeAs(marked.rest, marked.encoding), marked.encoding)

  if (bytes.includes(0)) {
    const encoding = utf16Order(bytes)
    return encoding ? textOf(decodeAs(bytes, encoding), encoding) : fail('not-text')
  }

  const utf8 = decodeAs(bytes, 'utf-8')
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0
  // A single broken character in a long UTF-8 file must not turn all the others into gibberish.
  if (broken === 0 || (utf8.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0) >= broken * 4) return utf8Of(utf8)

  const { page, doubt } = guessCodePage(bytes)
  return textOf(decodeAs(bytes, page), page, doubt)
}

/** Text that was UTF-8; where it was so twice, what it was before, which is a guess. */
function utf8Of(text: string): Result<DecodedText, 'not-text'> {
  const before = decodedTwice(text)
  return before === null ? textOf(text, 'utf-8') : textOf(before, 'utf-8-twice', { why: 'twice', other: 'utf-8' })
}

function onceDecoded(bytes: Uint8Array): string {
  const text = decodeAs(bytes, 'utf-8')
  return decodedTwice(text) ?? text
}

/** Whether text is something a person may have written: no zero characters, hardly any other control characters. */
export function looksLikeText(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0) return false
    if (isStrangeControl(code)) controls += 1
  }
  return controls * 50 <= text.length
}

function textOf(text: string, encoding: Encoding, doubt: EncodingDoubt | null = null): Result<DecodedText, 'not-text'> {
  return looksLikeText(text) ? ok({ text, encoding, doubt }) : fail('not-text')
}

/** Control characters other than tab, line breaks, form feed, and the two ends of file of old. */
function isStrangeControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b
}

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

/** What a byte order mark says, and the bytes after it. */
function markOf(bytes: Uint8Array): { encoding: (typeof MARKS)[number]['encoding']; rest: Uint8Array } | null {
  const found = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))
  return found ? { encoding: found.encoding, rest: bytes.subarray(found.mark.length) } : null
}

/**
 * Which of the two UTF-16 an unmarked text is, if any.
 *
 * Line breaks, spaces and digits have a zero high byte in every language, so zeros gather on one side. A few letters
 * (\u0100, \u0400) have theirs on the other.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  if (odd > even * 8) return 'utf-16le'
  return even > odd * 8 ? 'utf-16be' : null
}
