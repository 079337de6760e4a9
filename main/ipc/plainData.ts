/**
 * Whether a value from a window is plain data within bounds, before anything looks inside it.
 *
 * Structured clone can carry cycles, Maps, Dates and getters-turned-values; the contract knows only JSON and bytes.
 * @param bytes upper limit of the whole, counted as text in UTF-16 and numbers as 8.
 */
export function isPlainData(value: unknown, limits: { readonly bytes: number; readonly depth: number }): boolean {
  let left = limits.bytes
  return fits(value, limits.depth)

  function fits(part: unknown, depth: number): boolean {
    if (depth < 0 || left < 0) return false
    switch (typeof part) {
      case 'string':
        left -= 2 * part.length
        return left >= 0
      case 'number':
        left -= 8
        return left >= 0 && Number.isFinite(part)
      case 'boolean':
      case 'undefined':
        left -= 1
        return left >= 0
      case 'object':
        return part === null || fitsObject(part, depth - 1)
      default:
        return false
    }
  }

  function fitsObject(part: object, depth: number): boolean {
    if (part instanceof Uint8Array) {
      left -= part.byteLength
      return left >= 0
    }
    if (Array.isArray(part)) {
      left -= part.length
      return left >= 0 && part.every((item) => fits(item, depth))
    }
    const prototype: unknown = Object.getPrototypeOf(part)
    if (prototype !== Object.prototype && prototype !== null) return false
    return Object.entries(part).every(([key, item]) => {
      left -= 2 * key.length
      return key !== '__proto__' && fits(item, depth)
    })
  }
}
