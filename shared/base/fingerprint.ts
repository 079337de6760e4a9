/**
 * 32 hexadecimal characters that stand for a text: the same on every computer, another for any other text.
 *
 * Four runs of FNV-1a with different seeds give 128 bits. For ids that two people have to arrive at apart from each
 * other; it keeps nobody out, and hashes that must are made elsewhere.
 */
export function fingerprint(text: string): string {
  const part = (seed: number): string => {
    let hash = seed
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return `${part(0x811c9dc5)}${part(0x9747b28c)}${part(0x3c6ef372)}${part(0x1b873593)}`
}
