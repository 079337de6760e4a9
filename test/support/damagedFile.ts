import type { Chance } from '../faults/support/row'

export interface DamagedFile {
  readonly bytes: Uint8Array
  readonly how: string
  /** At least 95 of 100 bytes are where they were, or can be got back from the encoding. */
  readonly mostlyIntact: boolean
  /** The stretches that are gone, where that is the damage: first byte, and the first one behind it. */
  readonly gone?: readonly (readonly [number, number])[]
}

type Damage = (whole: Buffer, chance: Chance, other: Buffer) => Omit<DamagedFile, 'how'>

const ALL = { mostlyIntact: true } as const
const FEW = { mostlyIntact: false } as const

function upTo(chance: Chance, most: number): number {
  return Math.floor(chance() * most)
}

/** A stretch of at most 5 of 100 bytes. */
function stretch(whole: Buffer, chance: Chance, share = 0.05): readonly [number, number] {
  const length = 1 + upTo(chance, Math.max(1, whole.length * share - 1))
  const start = upTo(chance, whole.length - length)
  return [start, start + length]
}

/** Everything that happens to files: on disks, in transfers, in other programs. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'the last bytes are missing': (whole, chance) => ({ bytes: whole.subarray(0, whole.length - stretchLength(whole, chance)), ...ALL }),
  'it breaks off anywhere': (whole, chance) => ({ bytes: whole.subarray(0, upTo(chance, whole.length)), ...FEW }),
  'the first bytes are missing': (whole, chance) => ({ bytes: whole.subarray(stretchLength(whole, chance)), ...ALL }),
  'a stretch is missing': (whole, chance) => {
    const [start, end] = stretch(whole, chance)
    return { bytes: Buffer.concat([whole.subarray(0, start), whole.subarray(end)]), ...ALL, gone: [[start, end]] }
  },
  'a stretch of zero bytes': (whole, chance) => {
    const gone = stretch(whole, chance)
    return { bytes: Buffer.from(whole).fill(0, ...gone), ...ALL, gone: [gone] }
  },
  'zero bytes from somewhere on': (whole, chance) => ({ bytes: Buffer.from(whole).fill(0, upTo(chance, whole.length)), ...FEW }),
  'a stretch of noise': (whole, chance) => {
    const bytes = Buffer.from(whole)
    const [start, end] = stretch(whole, chance)
    for (let at = start; at < end; at += 1) bytes[at] = upTo(chance, 256)
    return { bytes, ...ALL, gone: [[start, end]] }
  },
  'two stretches of zero bytes': (whole, chance) => {
    const gone = [stretch(whole, chance, 0.025), stretch(whole, chance, 0.025)]
    return { bytes: gone.reduce((bytes, one) => bytes.fill(0, ...one), Buffer.from(whole)), ...ALL, gone }
  },
  'a few flipped bits': (whole, chance) => {
    const bytes = Buffer.from(whole)
    for (let flips = 1 + upTo(chance, 8); flips > 0; flips -= 1) {
      const at = upTo(chance, bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(chance, 8))
    }
    return { bytes, ...ALL }
  },
  'a sector of another file': (whole, chance, other) => {
    const bytes = Buffer.from(whole)
    other.copy(bytes, Math.floor(upTo(chance, whole.length) / 512) * 512, 0, Math.min(512, whole.length * 0.05))
    return { bytes, ...ALL }
  },
  'a stretch twice': (whole, chance) => {
    const [start, end] = stretch(whole, chance)
    return { bytes: Buffer.concat([whole.subarray(0, end), whole.subarray(start)]), ...ALL }
  },
  'another file behind it': (whole, _chance, other) => ({ bytes: Buffer.concat([whole, other]), ...ALL }),
  'a byte order mark': (whole) => ({ bytes: Buffer.concat([Buffer.from('\ufeff'), whole]), ...ALL }),
  'ends of lines of Windows': (whole) => ({ bytes: Buffer.from(whole.toString('utf8').replaceAll('\n', '\r\n')), ...ALL }),
  'UTF-16': (whole, chance) => {
    const bytes = Buffer.from(`${chance() < 0.5 ? '\ufeff' : ''}${whole.toString('utf8')}`, 'utf16le')
    return { bytes: chance() < 0.5 ? bytes : bytes.swap16(), ...ALL }
  },
  'saved as Latin-1': (whole) => ({ bytes: Buffer.from(whole.toString('utf8').replace(/[\u0100-\uffff]/g, '?'), 'latin1'), ...ALL }),
  'saved as ASCII': (whole) => ({ bytes: Buffer.from(whole.toString('utf8').replace(/[\u0080-\uffff]/g, '?'), 'latin1'), ...ALL }),
  'UTF-8 read as Latin-1': (whole) => ({ bytes: Buffer.from(whole.toString('latin1'), 'utf8'), ...ALL }),
  'printed by another program, with a few flipped bits': (whole, chance) => {
    const bytes = Buffer.from(JSON.stringify(JSON.parse(whole.toString('utf8'))))
    for (let flips = 1 + upTo(chance, 4); flips > 0; flips -= 1) {
      const at = upTo(chance, bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(chance, 8))
    }
    return { bytes, ...ALL }
  },
  'an unfinished merge': (whole, chance, other) => {
    const ours = whole.toString('utf8').split('\n')
    const theirs = other.toString('utf8').split('\n')
    const at = upTo(chance, Math.min(ours.length, theirs.length))
    const lines = [...ours.slice(0, at), '<<<<<<< HEAD', ...ours.slice(at), '=======', ...theirs.slice(at), '>>>>>>> branch', '']
    return { bytes: Buffer.from(lines.join('\n')), ...ALL }
  },
  'a web page': () => ({ bytes: Buffer.from('<!doctype html><html><title>Sign in</title><body>502 Bad Gateway</body></html>'), ...FEW }),
  nothing: () => ({ bytes: Buffer.alloc(0), ...FEW }),
  'zero bytes only': (whole) => ({ bytes: Buffer.alloc(whole.length), ...FEW }),
  'noise only': (whole, chance) => ({ bytes: Buffer.from(Uint8Array.from(whole, () => upTo(chance, 256))), ...FEW }),
}

function stretchLength(whole: Buffer, chance: Chance): number {
  const [start, end] = stretch(whole, chance)
  return end - start
}

export const DAMAGE_KINDS: readonly string[] = Object.keys(DAMAGES)

/**
 * A file that something happened to, the same for the same chance.
 * @param other another file: of the same map, a moment earlier.
 */
export function damagedFile(whole: Buffer, other: Buffer, number: number, chance: Chance): DamagedFile {
  const how = DAMAGE_KINDS[number % DAMAGE_KINDS.length] ?? ''
  const damage = DAMAGES[how]
  if (!damage) throw new Error('no such damage')
  return { how, ...damage(whole, chance, other) }
}
