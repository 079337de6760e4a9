/** The 8-bit and multi-byte encodings that a text may have, the likelier first. The names are those of the Encoding Standard. */
export const CODE_PAGES = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'iso-8859-2',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const
export type CodePage = (typeof CODE_PAGES)[number]

/** Encodings that a file can be said to have. */
export const FILE_ENCODINGS = ['utf-8', 'utf-8-twice', 'utf-16le', 'utf-16be', ...CODE_PAGES] as const
export type FileEncoding = (typeof FILE_ENCODINGS)[number]

/** Code pages in which every byte is one character. */
const MULTI_BYTE: ReadonlySet<CodePage> = new Set<CodePage>(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'])

/** Whether every byte of the code page is one character. */
export function isSingleByte(page: CodePage): boolean {
  return !MULTI_BYTE.has(page)
}

interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}
type DecoderClass = new (label: string, options: { readonly ignoreBOM: boolean }) => Decoder

/** Text of bytes; what is no character in that encoding is U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Exclude<FileEncoding, 'utf-8-twice'>): string {
  // Every place this runs in has it, but the types of none of them are known here.
  const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: DecoderClass }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  // In two calls: in one, Node 20 reads Windows-1252 as Latin-1 and loses the euro sign and the quotation marks.
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
