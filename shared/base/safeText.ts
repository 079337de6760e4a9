/**
 * Text of strangers where it is shown as a name: in a title bar, a list, a dialog, a file name.
 *
 * Direction controls can make `gpj.exe` read as `exe.jpg`, and invisible characters make two names look like one
 * (CVE-2021-42574). Note text keeps them, because right-to-left writing needs some; it is isolated where it is drawn.
 */

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Longest run of combining marks on one letter; more only serves to draw over the neighbours. */
const MARKS_PER_LETTER = 8
const EXTRA_MARKS = new RegExp(`(\\p{M}{${MARKS_PER_LETTER}})\\p{M}+`, 'gu')

/** Direction controls: marks, embeddings, overrides, isolates. */
const BIDI = '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069'
/** Zero width, soft hyphen, fillers, tags: nothing that anyone could see. U+200D is apart, it joins emoji. */
const INVISIBLE =
  '\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200C\\u2060-\\u2065\\u206A-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}'
const HIDDEN = new RegExp(`[${BIDI}${INVISIBLE}]`, 'gu')
const LONELY_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu
const BREAKS_AND_SPACES = /[\s\u0085\u2028\u2029]+/gu
const CONTROLS = /\p{Cc}|\p{Cs}/gu

/** A name without anything invisible, in one line and in NFC. May be empty. */
export function cleanName(name: string): string {
  return (
    name
      .replace(BREAKS_AND_SPACES, ' ')
      .replace(CONTROLS, '')
      .replace(HIDDEN, '')
      .replace(LONELY_JOINER, '')
      // Only now: what was hidden may have kept a letter and its mark apart.
      .normalize('NFC')
      .replace(EXTRA_MARKS, '$1')
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}

/**
 * A name as it really is on disk, its hidden characters shown as marks.
 *
 * Unlike `cleanName` this never makes two different file names look the same.
 */
export function visibleName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, mark)
    .replace(HIDDEN, mark)
    .replace(LONELY_JOINER, mark)
    .replace(EXTRA_MARKS, '$1…')
}

/** A piece of text in a sentence of ours: its own direction can no longer turn the words round it. */
export function isolate(text: string): string {
  return FIRST_STRONG_ISOLATE + text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '') + POP_ISOLATE
}

/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** Leaves room for an ending and for what a sync tool adds to a copy, below the 255 bytes of common file systems. */
const NAME_BYTES = 200

/**
 * A file name, without ending, that Windows, macOS and Linux all accept.
 * @param fallback used when nothing of the title can be kept.
 */
export function safeFileName(title: string, fallback: string): string {
  const kept = cleanName(title)
    .replace(/[<>:"/\\|?*]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[. ]+/, '')
  const short = cutToBytes(kept, NAME_BYTES).replace(/[. ]+$/, '')
  if (short === '') return fallback
  return RESERVED.test(short) ? `_${short}` : short
}

function cutToBytes(text: string, bytes: number): string {
  let used = 0
  let cut = ''
  for (const letter of text) {
    used += utf8Length(letter.codePointAt(0) ?? 0)
    if (used > bytes) return cut
    cut += letter
  }
  return cut
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x1_0000 ? 3 : 4
}

function mark(hidden: string): string {
  return `‹U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
}
