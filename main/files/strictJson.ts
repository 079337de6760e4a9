import { fail, ok, type Result } from '../../shared/base/result'
import { LIMITS } from '../../shared/model/limits'

export type JsonFault =
  | 'empty'
  | 'nul-bytes'
  | 'not-utf8'
  | 'json'
  | 'merge-markers'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'number'
  | 'too-deep'
  | 'too-many-keys'
  | 'html'
  | 'other-kind'

export interface JsonLimits {
  readonly depth: number
  readonly properties: number
}

/**
 * JSON from a stranger's bytes: strict UTF-8 (a byte order mark is allowed), no key twice, no key that could reach a prototype, every number
 * finite, nesting and keys bounded.
 *
 * The bounds are checked on the text, before anything is built: a million nested brackets cost a scan and no stack.
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits = LIMITS): Result<unknown, JsonFault> {
  const text = decodeUtf8(bytes)
  if (!text.ok) return text
  const start = text.value.trimStart()
  if (start === '') return fail('empty')
  if (start.startsWith('<<<<<<<') || /^(<{7}|>{7}) /m.test(start)) return fail('merge-markers')
  if (start.startsWith('<')) return fail('html')

  // What does not even begin like an object was never one that broke off.
  const broken = start.startsWith('{') ? 'json' : 'other-kind'
  const scanned = scan(text.value, limits)
  if (!scanned.ok) return scanned.code === 'json' ? fail(broken) : scanned
  try {
    return ok(JSON.parse(text.value) as unknown)
  } catch {
    // The only way JSON.parse can say so.
    return fail(broken)
  }
}

function decodeUtf8(bytes: Uint8Array): Result<string, JsonFault> {
  if (bytes.byteLength === 0) return fail('empty')
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return fail('not-utf8')
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0x89, 0x50]) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return fail('other-kind')
  if (bytes.includes(0)) return fail('nul-bytes')
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // A fatal decoder throws on the first wrong byte; that is the answer asked for.
    return fail('not-utf8')
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Walks the brackets, keys and numbers of the text. Grammar is left to JSON.parse: what it would refuse may pass here. */
function scan(text: string, limits: JsonLimits): Result<null, JsonFault> {
  // One entry for each open bracket: the keys seen so far, or null for an array.
  const open: (Set<string> | null)[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '"') {
      const end = endOfString(text, at)
      if (end < 0) return fail('json')
      const keys = open.at(-1)
      if (keys && isKey(text, end)) {
        const fault = noteKey(keys, text.slice(at, end), limits)
        if (fault) return fail(fault)
      }
      at = end
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null)
      if (open.length > limits.depth) return fail('too-deep')
      at += 1
    } else if (char === '}' || char === ']') {
      open.pop()
      at += 1
    } else if (char === '-' || (char >= '0' && char <= '9')) {
      NUMBER.lastIndex = at
      const number = NUMBER.exec(text)?.[0]
      if (number === undefined) return fail('json')
      if (!Number.isFinite(Number(number))) return fail('number')
      at += number.length
    } else at += 1
  }
  return open.length === 0 ? ok(null) : fail('json')
}

/** Index after the closing quote; -1 where there is none. A quote is closed by the next one with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return -1
    let backslashes = 0
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1
    if (backslashes % 2 === 0) return quote + 1
    from = quote + 1
  }
}

function isKey(text: string, end: number): boolean {
  let at = end
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1
  return text.charAt(at) === ':'
}

function noteKey(keys: Set<string>, literal: string, limits: JsonLimits): JsonFault | null {
  let key: string
  try {
    // Escapes are undone first: "__proto\u005f_" is a forbidden key too.
    key = JSON.parse(literal) as string
  } catch {
    return 'json'
  }
  if (FORBIDDEN.has(key)) return 'forbidden-key'
  if (keys.has(key)) return 'duplicate-key'
  keys.add(key)
  return keys.size > limits.properties ? 'too-many-keys' : null
}
