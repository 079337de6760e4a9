import { fail, ok, type Result } from '../base/result'
import { WINDOWS_1250, WINDOWS_1251 } from './codePages'
import type { Encoding } from './importedMap'
import { guessCodePage } from './letterFrequency'
import { decodeUtf8 } from './utf8'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * The text of a file whose encoding nobody wrote down.
 *
 * A byte order mark is believed; UTF-8 is recognised by its strict shape; UTF-16 by its zero bytes; what is left
 * is Cyrillic or Central European by its letters. Characters that could not be read are U+FFFD.
 * Fails with `not-text` on pictures, archives and the like.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, 'not-text'> {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return textOf(decodeUtf8(bytes.subarray(3)).text, 'utf-8')
  if (startsWith(bytes, 0xff, 0xfe)) return textOf(decodeUtf16(bytes.subarray(2), 'utf-16le'), 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return textOf(decodeUtf16(bytes.subarray(2), 'utf-16be'), 'utf-16be')

  if (bytes.includes(0)) {
    const encoding = utf16Order(bytes)
    return encoding ? textOf(decodeUtf16(bytes, encoding), encoding) : fail('not-text')
  }

  const utf8 = decodeUtf8(bytes)
  // A single broken character in a long UTF-8 file must not turn all the others into gibberish.
  if (utf8.broken === 0 || utf8.multibyte >= utf8.broken * 4) return textOf(utf8.text, 'utf-8')

  const encoding = guessCodePage(bytes)
  return textOf(decodeBytes(bytes, encoding === 'windows-1250' ? WINDOWS_1250 : WINDOWS_1251), encoding)
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

function textOf(text: string, encoding: Encoding): Result<DecodedText, 'not-text'> {
  return looksLikeText(text) ? ok({ text, encoding }) : fail('not-text')
}

/** Control characters other than tab, line breaks, form feed, and the two ends of file of old. */
function isStrangeControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

/**
 * Which of the two UTF-16 an unmarked text is, if any.
 *
 * Line breaks, spaces and digits have a zero high byte in every language, so zeros gather on one side.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  if (odd > 0 && even === 0) return 'utf-16le'
  return even > 0 && odd === 0 ? 'utf-16be' : null
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0]
  const units = new Uint16Array(Math.ceil(bytes.length / 2)).fill(0xfffd)
  for (let i = 0; i + 1 < bytes.length; i += 2) units[i / 2] = ((bytes[i + high] ?? 0) << 8) | (bytes[i + low] ?? 0)
  return fromUnits(units)
}

function decodeBytes(bytes: Uint8Array, upperHalf: string): string {
  const units = new Uint16Array(bytes.length)
  bytes.forEach((byte, i) => {
    units[i] = byte < 0x80 ? byte : upperHalf.charCodeAt(byte - 0x80)
  })
  return fromUnits(units)
}

/** In pieces, because a call takes only so many arguments. */
function fromUnits(units: Uint16Array): string {
  let text = ''
  for (let i = 0; i < units.length; i += 8_192) text += String.fromCharCode(...units.subarray(i, i + 8_192))
  return text
}
