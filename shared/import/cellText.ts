/** Anything that Markdown, HTML or an entity begins with; most cells have none of it. */
const MARKED = /[*_~`=<>[&\\]|^\s*##/
const INLINE_TAG = /<\/?(?:b|i|u|s|em|strong|del|ins|strike|code|mark|span|font|small|big|sup|sub|kbd|abbr|a|label)(?:\s[^<>]*)?\/?>/gi
const BLOCK_TAG = /<\/?(?:p|div|ul|ol|li|h[1-6]|blockquote|details|summary|section)(?:\s[^<>]*)?>/gi
const CHECKBOX = /<input\s[^<>]*type=["']?checkbox["']?[^<>]*>/gi
const ANCHOR = /<a\s[^<>]*?href=["']([^"'<>]*)["'][^<>]*>([^<>]*)<\/a>/gi
const PICTURE = /<img\s[^<>]*>/gi
const LINK = /!?\[([^[\]\n]*)\]\(<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+["'][^"'\n]*["'])?\)/g
const WIKI_LINK = /!?\[\[([^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g
const AUTO_LINK = /<((?:https?:\/\/|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+)>/gi

/** What stands round words to make them bold and the like; a star or line between letters or digits is none. */
const EMPHASIS: readonly RegExp[] = [
  /(?<!\\)`+([^`]+)`+/g,
  /(?<!\\)~~(?=\S)([^~]*[^~\s])~~/g,
  /(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\p{L}\p{N}])/gu,
  /(?<![\\*])\*\*(?=[^\s])((?:[^*]|\*(?!\*))*[^\s\\])\*\*/g,
  /(?<![\\\p{L}\p{N}_])__(?=[^\s_])([^_]*(?:_[^_]+)*[^\s_\\])__(?![\p{L}\p{N}_])/gu,
  /(?<![\\\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\p{L}\p{N}*])/gu,
  /(?<![\\\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^\s_\\])_(?![\p{L}\p{N}_])/gu,
]

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  rarr: '→',
  euro: '€',
  laquo: '«',
  raquo: '»',
}

/** A longer line is left as it is: a pattern must not take long over a file that is made to make it. */
const PATTERN_LENGTH = 600

/**
 * The text of a cell as its author saw it: Markdown, and the HTML that editors put into cells, is read and not shown.
 *
 * The text of a link is kept, and its address behind it. Bullets and boxes stay: what they mean is the lane's to say.
 */
export function cellText(cell: string): string {
  if (!MARKED.test(cell)) return cell.trim()
  const lines = cell.split(/\n|<br\s{0,3}\/?>/i).map((line) => (line.length > PATTERN_LENGTH ? line : marksRead(line)))
  return fromEntities(lines.join('\n'))
    .split('\n')
    .map((line) => line.trim().replace(/^(?:#{2,6}|>(?=\s*[\p{L}"“«„]))\s*/u, ''))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function marksRead(cell: string): string {
  const links = cell
    .replace(ANCHOR, (_, address: string, text: string) => link(text, address))
    .replace(PICTURE, (tag) => link(attribute(tag, 'alt'), attribute(tag, 'src')))
    .replace(CHECKBOX, (tag) => (/\bchecked\b/i.test(tag) ? '[x] ' : '[ ] '))
    .replace(LINK, (_, text: string, address: string) => link(text, address))
    .replace(WIKI_LINK, '$2')
    .replace(AUTO_LINK, '$1')
  const plain = EMPHASIS.reduce((text, mark) => text.replace(mark, '$1'), links)
  return plain
    .replace(BLOCK_TAG, '\n')
    .replace(INLINE_TAG, '')
    .replace(/\\([*_~`|[\]<>#+.!(){}=-])/g, '$1')
}

/** "text (address)"; once where both are the same. */
function link(text: string, address: string): string {
  const words = text.trim()
  const plain = address.replace(/^mailto:/i, '')
  if (words === '' || words === address || words === plain) return plain
  return address === '' ? words : `${words} (${address})`
}

function attribute(tag: string, name: 'alt' | 'src'): string {
  return new RegExp(`\\s${name}=["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? ''
}

function fromEntities(text: string): string {
  return text.replace(/&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z]{2,6}));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const isText = code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xdfff)
    return isText ? String.fromCodePoint(code) : entity
  })
}
