import type { Most } from '../ui/Field'
import { useT } from './TranslatorContext'

/** @param length in characters */
export function useMost(length: number): Most {
  const t = useT()
  return { length, say: (over) => t('board.tooLong', { count: over, limit: length }) }
}
