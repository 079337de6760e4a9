import type { Source } from './contentBuilder'

/** The lines of a text with their numbers. */
export function sourceLines(text: string): Source[] {
  return text.split('\n').map((line, index) => ({ line: index + 1, text: line }))
}

export function isBlank({ text }: Source): boolean {
  return text.trim() === ''
}
