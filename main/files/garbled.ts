import type { ReadableMap } from '../../shared/export/readableSchema'
import { canonicalJson } from './jsonText'

/** What a program does to texts when it takes the file for one of another encoding. */
const GARBLINGS: readonly ((text: string) => string)[] = [
  // It can write no more than Latin-1, or than ASCII.
  (text) => text.replace(/[\u0100-\uffff]/g, '?'),
  (text) => text.replace(/[\u0080-\uffff]/g, '?'),
  (text) => text.replace(/[\u{100}-\u{10ffff}]/gu, '?'),
  (text) => text.replace(/[\u{80}-\u{10ffff}]/gu, '?'),
  // It read UTF-8 as Latin-1, or as Windows-1252.
  (text) => Buffer.from(text, 'utf8').toString('latin1'),
  (text) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8')),
]

/**
 * Whether the readable part is that of the document, run through the wrong encoding: "Купила" as "??????". Nobody edits a map so, and taken for an edit
 * it would replace every text.
 */
export function isGarbled(read: ReadableMap, whole: ReadableMap): boolean {
  const said = canonicalJson(read)
  const { kind, state, ...texts } = whole
  return GARBLINGS.some((garble) => canonicalJson({ ...(garbled(texts, garble) as object), kind, state }) === said)
}

function garbled(value: unknown, garble: (text: string) => string): unknown {
  if (typeof value === 'string') return garble(value)
  if (Array.isArray(value)) return value.map((item) => garbled(item, garble))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, garbled(field, garble)]))
}
