import { useT } from './TranslatorContext'

/** How long the text of a field may be, and the words for what did not fit. */
export interface Most {
  /** Characters. */
  readonly length: number
  readonly say: (over: number) => string
}

/** @param length in characters */
export function useMost(length: number): Most {
  const t = useT()
  return { length, say: (over) => t('board.tooLong', { count: over, limit: length }) }
}
