import { z } from 'zod'

export type RecordKind = 'persona' | 'stage' | 'step' | 'lane' | 'note' | 'point' | 'conflict'

export type IdOf<Kind extends string> = `${Kind}_${string}`

/** Ids are used as keys of files, of the document and of the DOM, so the alphabet is narrow (reliability S23). */
const ID = /^[A-Za-z0-9_-]{1,64}$/

export function idOf<Kind extends string>(kind: Kind) {
  return z.custom<IdOf<Kind>>(
    (value) => typeof value === 'string' && value.startsWith(`${kind}_`) && value.length > kind.length + 1 && ID.test(value),
    {
      error: `not an id of a ${kind}`,
    },
  )
}

/** Makes fresh ids. Injected, so that a test can play a whole workshop and get the same ids again. */
export type NewId = <Kind extends string>(kind: Kind) => IdOf<Kind>

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * An id maker from a source of random bytes.
 *
 * 16 characters of 62 are 95 bits: two people who never meet may make a billion notes each without a clash.
 */
export function makeNewId(randomBytes: (count: number) => Uint8Array): NewId {
  return (kind) => {
    const bytes = randomBytes(16)
    let tail = ''
    for (const byte of bytes) tail += ALPHABET.charAt(byte % ALPHABET.length)
    return `${kind}_${tail}`
  }
}
