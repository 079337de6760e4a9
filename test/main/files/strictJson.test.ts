import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, prettyJson } from '../../../main/files/jsonText'
import { parseStrictJson } from '../../../main/files/strictJson'

const parse = (text: string) => parseStrictJson(Buffer.from(text))

describe('parseStrictJson', () => {
  it.each([
    ['{"a":1,"a":2}', 'duplicate-key'],
    ['{"a":{"b":1,"\\u0062":2}}', 'duplicate-key'],
    ['{"__proto__":{"polluted":1}}', 'forbidden-key'],
    ['{"a":[{"__proto\\u005f_":1}]}', 'forbidden-key'],
    ['{"constructor" : 1}', 'forbidden-key'],
    ['{"a":1e400}', 'number'],
    ['[-1e999]', 'number'],
    ['{"a":NaN}', 'json'],
    ['{"a":1,}', 'json'],
    ['{"a":1', 'json'],
    ['{"a', 'json'],
    ['// hello', 'other-kind'],
    ['journey\n  title A "map', 'other-kind'],
    ['<!doctype html><html>', 'html'],
    ['<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n', 'merge-markers'],
    ['', 'empty'],
    ['  \n', 'empty'],
  ])('refuses %s as %s', (text, code) => {
    expect(parse(text)).toEqual({ ok: false, code })
  })

  it('refuses bytes that are not UTF-8, and knows other kinds of file', () => {
    expect(parseStrictJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ ok: false, code: 'not-utf8' })
    expect(parseStrictJson(Buffer.from('{"a":"é"}', 'latin1'))).toEqual({ ok: false, code: 'not-utf8' })
    expect(parseStrictJson(Buffer.from('\ufeff{}', 'utf16le'))).toEqual({ ok: false, code: 'not-utf8' })
    expect(parseStrictJson(Buffer.from('{}', 'utf16le'))).toEqual({ ok: false, code: 'nul-bytes' })
    expect(parseStrictJson(Buffer.alloc(4096))).toEqual({ ok: false, code: 'nul-bytes' })
    expect(parseStrictJson(Buffer.from('PK\u0003\u0004'))).toEqual({ ok: false, code: 'other-kind' })
  })

  it('allows a byte order mark and a key beside a string that only looks like one', () => {
    expect(parse('\ufeff{"a":"__proto__","b":"a"}')).toEqual({ ok: true, value: { a: '__proto__', b: 'a' } })
  })

  it('refuses a million brackets without falling over', () => {
    expect(parse('['.repeat(1_000_000))).toEqual({ ok: false, code: 'too-deep' })
    expect(parse(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`)).toEqual({ ok: false, code: 'too-deep' })
  })

  it('refuses an object with too many keys', () => {
    const many = `{${Array.from({ length: 1_001 }, (_, index) => `"k${index}":1`).join(',')}}`
    expect(parse(many)).toEqual({ ok: false, code: 'too-many-keys' })
  })

  it('reads whatever JSON.stringify writes as JSON.parse does', () => {
    const tame = fc.jsonValue({ maxDepth: 5 }).filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))
    fc.assert(
      fc.property(tame, (value) => {
        const text = JSON.stringify(value)
        expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown })
        expect(parse(prettyJson(value))).toEqual({ ok: true, value: JSON.parse(text) as unknown })
      }),
    )
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void parseStrictJson(bytes)))
  })
})

describe('canonicalJson', () => {
  it('is the same for equal content, whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }))
  })
})
