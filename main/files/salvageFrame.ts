import { Frame, newFrame, type EnvelopeFrame } from './envelope'

/** What a damaged file still says beside its document; null where it does not say which map it is. */
export function frameIn(text: string): EnvelopeFrame | null {
  const id = /"id"\s*:\s*"(map_[A-Za-z0-9_-]{1,59})"/.exec(text)?.[1]
  if (id === undefined) return null
  const revision = Number(/"revision"\s*:\s*(\d{1,15})/.exec(text)?.[1] ?? 0)
  const derivedFrom = /"derivedFrom"\s*:\s*"([A-Za-z0-9_-]{1,64})"/.exec(text)?.[1]
  const rebuiltFrom = valueBehind(text, 'rebuiltFrom')
  const plain = newFrame(id)
  const whole = Frame.safeParse({
    ...plain,
    revision,
    ...(derivedFrom === undefined ? {} : { derivedFrom }),
    ...(rebuiltFrom === undefined ? {} : { rebuiltFrom }),
    versions: valueBehind(text, 'versions') ?? [],
    assets: valueBehind(text, 'assets') ?? {},
  })
  return whole.success ? whole.data : { ...plain, revision }
}

/** The list or object behind a key, if it is whole. Bounded by the text, which is bounded by the file. */
function valueBehind(text: string, key: string): unknown {
  const found =
    new RegExp(String.raw`\n {2}"${key}"\s*:\s*(?=[[{])`).exec(text) ?? new RegExp(String.raw`"${key}"\s*:\s*(?=[[{])`).exec(text)
  if (!found) return undefined
  const start = found.index + found[0].length
  const end = endOfValue(text, start)
  if (end < 0) return undefined
  try {
    return JSON.parse(text.slice(start, end)) as unknown
  } catch {
    // What is damaged is left out here; the copy of the file keeps it.
    return undefined
  }
}

function endOfValue(text: string, start: number): number {
  let depth = 0
  let inText = false
  for (let index = start; index < text.length; index += 1) {
    const char = text.charAt(index)
    if (inText && char === '\\') index += 1
    else if (char === '"') inText = !inText
    else if (!inText && (char === '[' || char === '{')) depth += 1
    else if (!inText && (char === ']' || char === '}')) {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return -1
}
