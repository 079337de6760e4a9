import type { ImportFormat } from './importedMap'

/** As much of a file as says what it is. */
const HEAD = 4_096

/** A map file begins with what it is; a hand may have put other fields before that, but not many. */
const MAP = /^\s*\{[^]*"app"\s*:\s*"wayline"/
const FORMAT = /"format"\s*:\s*\d/

/** Whether the beginning of a file is that of a map of ours. Asked of the bytes, because a map may be larger than any import. */
export function isMapFile(input: { readonly bytes: Uint8Array } | { readonly text: string }): boolean {
  const head =
    'text' in input
      ? input.text.slice(0, HEAD)
      : String.fromCharCode(...input.bytes.subarray(0, HEAD).filter((byte) => byte > 0 && byte < 0x80))
  return MAP.test(head) && FORMAT.test(head)
}

/** Documents that say what they are in their first letters: markup, rich text, PDF, PostScript. */
const SAYS_SO = /^(?:<\?xml|<!doctype|<html|<svg|<head|<body|\{\\rtf|%PDF-|%!PS)/i
/** An object whose first key is written as JSON writes it, or a list of such things. */
const JSON_START = /^(?:\[\s*)*\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\}\s*$)/
const ROOT = /^<([a-z][\w:.-]*)[\s/>]/i

/** Whether a text is made for other programs. Such a text has commas too, and would make a map of rubbish. */
export function isOtherKind(text: string, from: ImportFormat | undefined): boolean {
  const trimmed = text.trim()
  if (SAYS_SO.test(trimmed) || JSON_START.test(trimmed) || isJson(trimmed)) return true
  // Markdown may hold HTML, also nothing else outside its table.
  const root = from === 'md' ? null : ROOT.exec(trimmed)
  return root !== null && trimmed.toLowerCase().endsWith(`</${(root[1] ?? '').toLowerCase()}>`)
}

function isJson(text: string): boolean {
  if (!/^[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    // JSON.parse has no other way to say that it is none.
    return false
  }
}
