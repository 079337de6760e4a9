const VALUE = String.raw`(?:"[^"]*"|'[^']*'|[^\s"'<>]+)`
const ATTRIBUTE = String.raw`\s+(?:checked|disabled|open|hidden|[a-z_:][\w:.-]*\s*=\s*${VALUE})`
/** A tag as HTML has it. What else stands between angle brackets ("x <b and c> y", "<name>") is text. */
const TAG = new RegExp(String.raw`<(\/?)([a-z][a-z0-9]*)((?:${ATTRIBUTE})*)\s*\/?>`, 'gi')
const INLINE = /^(?:a|abbr|b|bdi|big|cite|code|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var)$/
const BLOCK = /^(?:blockquote|center|dd|details|div|dl|dt|h[1-6]|li|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul)$/

interface Tag {
  readonly at: number
  readonly end: number
  readonly raw: string
  readonly name: string
  readonly closes: boolean
  readonly attributes: string
}

/**
 * The text of a cell without the HTML that editors put into it: an element is known by its two tags, one alone is text.
 *
 * Blocks and items of lists become lines, boxes those of Markdown; the address of a link or picture stands behind its text.
 * @param lenient the text is Markdown, in which a block need not be closed.
 */
export function withoutHtml(cell: string, lenient: boolean): string {
  const tags = [...cell.matchAll(TAG)].map(([raw, slash = '', name = '', attributes = ''], i, all): Tag => {
    const at = all[i]?.index ?? 0
    return { at, end: at + raw.length, raw, name: name.toLowerCase(), closes: slash !== '', attributes }
  })
  if (tags.length === 0) return cell
  const pairs = pairsOf(tags)
  const hasBlocks = lenient || tags.some((tag) => BLOCK.test(tag.name) && pairs.has(tag))
  let text = ''
  let from = 0
  for (const tag of tags) {
    text += cell.slice(from, tag.at) + (textOf(tag, pairs.get(tag), cell, hasBlocks) ?? tag.raw)
    from = tag.end
  }
  return text + cell.slice(from)
}

/** For each tag that has one, its other half. */
function pairsOf(tags: readonly Tag[]): ReadonlyMap<Tag, Tag> {
  const open = new Map<string, Tag[]>()
  const pairs = new Map<Tag, Tag>()
  for (const tag of tags) {
    const waiting = open.get(tag.name) ?? []
    if (!tag.closes) open.set(tag.name, [...waiting, tag].slice(-MOST_NESTED))
    else {
      const other = waiting.pop()
      if (other) pairs.set(other, tag).set(tag, other)
    }
  }
  return pairs
}

/** Elements of one name in each other; nobody nests more. */
const MOST_NESTED = 20

/** What stands for a tag; `null` for one that is text. */
function textOf(tag: Tag, other: Tag | undefined, cell: string, hasBlocks: boolean): string | null {
  const { name, closes, attributes } = tag
  if (name === 'br' || name === 'hr') return '\n'
  if (name === 'img') return pictureOf(attributes)
  if (name === 'input' && /\btype\s*=\s*["']?checkbox/i.test(attributes)) return /\bchecked\b/i.test(attributes) ? '[x] ' : '[ ] '
  if (BLOCK.test(name)) return other || hasBlocks ? '\n' : null
  if (!other || !INLINE.test(name)) return null
  return name === 'a' && closes ? addressBehind(cell.slice(other.end, tag.at), attributeOf(other.attributes, 'href')) : ''
}

function pictureOf(attributes: string): string | null {
  const [alt, source] = [attributeOf(attributes, 'alt'), attributeOf(attributes, 'src')]
  return alt === '' && source === '' ? null : linkText(alt, source)
}

function addressBehind(inner: string, address: string): string {
  const words = inner.replace(TAG, '').trim()
  const whole = linkText(words, address)
  return whole.startsWith(words) ? whole.slice(words.length) : ` (${address})`
}

/** "text (address)"; once where both are the same. */
export function linkText(text: string, address: string): string {
  const words = text.trim()
  const plain = address.replace(/^mailto:/i, '')
  if (words === '' || words === address || words === plain) return plain
  return address === '' ? words : `${words} (${address})`
}

function attributeOf(attributes: string, name: 'alt' | 'src' | 'href'): string {
  const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))`, 'i').exec(attributes)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}
