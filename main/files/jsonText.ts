/** Any JSON value; `undefined` fields are left out, as JSON does. */
type Json = unknown

/** One spelling for equal content: keys sorted, no spaces. What is hashed to see whether somebody edited it by hand. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
  return `{${fields.join(',')}}`
}

const LINE = 160

/**
 * JSON to be read and compared line by line: what is short and flat, such as a note, is one line; the rest is indented by two spaces.
 */
export function prettyJson(value: Json, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  if (fields.length === 0) return isList ? '[]' : '{}'
  const flat = fields.every(([, field]) => typeof field !== 'object' || field === null || isFlatList(field))
  if (flat) {
    const parts = fields.map(([key, field]) => (isList ? flatJson(field) : `${JSON.stringify(key)}: ${flatJson(field)}`))
    const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
    if (indent.length + line.length <= LINE || isLeaf(value)) return line
  }
  const parts = fields.map(([key, field]) => (isList ? '' : `${JSON.stringify(key)}: `) + prettyJson(field, inner))
  return `${isList ? '[' : '{'}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${isList ? ']' : '}'}`
}

/** A record with an id and no list of other records in it stays on one line however long its text is. */
function isLeaf(value: object): boolean {
  return 'id' in value && !Object.values(value).some((field) => typeof field === 'object' && field !== null && !isFlatList(field))
}

function isFlatList(value: Json): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')
}

function flatJson(value: Json): string {
  return Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value)
}
