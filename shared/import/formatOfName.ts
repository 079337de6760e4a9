import type { ImportFormat } from './importedMap'

/** What the ending of a file's name says of its format; undefined where it says nothing. */
export function formatOfName(name: string): ImportFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  switch (ending) {
    case 'mmd':
    case 'mermaid':
      return 'mermaid'
    case 'csv':
      return 'csv'
    case 'tsv':
    case 'tab':
      return 'tsv'
    case 'md':
    case 'markdown':
      return 'md'
    default:
      return undefined
  }
}
