export interface MermaidTask {
  /** May have line breaks. */
  readonly name: string
  /** As written, also outside 1 to 5; `null` where there is none. */
  readonly score: number | null
  readonly actors: readonly string[]
  /** What stands in the place of the score and is no number. */
  readonly unread: string
}

const SCORE = /^[-+]?(?:0|[1-9]\d*)(?:[.,]\d+)?$/

/**
 * Read `name: score: actor, actor`.
 *
 * Mermaid allows no colon in a name and people write them anyway ("Meet at 10:30: 5: Me"), so the parts are taken
 * from the right: actors without a colon, before them a number, before that the name. Where Mermaid's own reading
 * from the left gives a score on its scale, that reading wins.
 */
export function readTask(text: string): MermaidTask {
  // Split first: an entity such as #58; is how a colon is meant to be written inside a name.
  const parts = text.split(':').map((part) => part.trim())
  const at = scoreAt(parts)
  if (at !== null) {
    const name = text.split(':').slice(0, at).join(':')
    return { name: resolveEntities(name), score: Number(parts[at]?.replace(',', '.')), actors: actorsOf(parts[at + 1]), unread: '' }
  }
  if (parts.length === 3 && parts[0] !== '') {
    // "Make tea: : Me" has no score; "Make tea: five: Me" has one that cannot be read.
    return { name: resolveEntities(parts[0] ?? ''), score: null, actors: actorsOf(parts[2]), unread: resolveEntities(parts[1] ?? '') }
  }
  return {
    name: parts.length === 2 && parts[1] === '' ? resolveEntities(parts[0] ?? '') : resolveEntities(text),
    score: null,
    actors: [],
    unread: '',
  }
}

function scoreAt(parts: readonly string[]): number | null {
  const last = parts.length - 1
  const isOnScale = (at: number): boolean => /^[1-5](?:[.,]\d+)?$/.test(parts[at] ?? '')
  // "Meet at 10:30" is a time, not a score of 30.
  const isTime = (at: number): boolean => !isOnScale(at) && /\d$/.test(parts[at - 1] ?? '') && /^\d/.test(parts[at] ?? '')
  const isScore = (at: number): boolean => at > 0 && SCORE.test(parts[at] ?? '') && !isTime(at)
  if (last <= 2 && isOnScale(1)) return 1
  if (isScore(last)) return last
  return isScore(last - 1) ? last - 1 : null
}

function actorsOf(part: string | undefined): string[] {
  const actors = (part ?? '').split(',').map((actor) => resolveEntities(actor).replace(/\s+/g, ' '))
  return [...new Set(actors.filter((actor) => actor !== ''))]
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', colon: ':', semi: ';' }

/** `<br>` as a line break, and Mermaid's `#35;` and HTML's `&amp;` as the characters they stand for. */
export function resolveEntities(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/[&#]#?(\d{2,6}|[a-z]{2,5});/g, (entity, code: string) => characterOf(code) ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

function characterOf(code: string): string | undefined {
  if (!/^\d/.test(code)) return NAMED[code]
  const point = Number(code)
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && !(point >= 0x7f && point < 0xa0)
  return isCharacter ? String.fromCodePoint(point) : undefined
}
