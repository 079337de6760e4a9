import { createContext, useContext } from 'react'
import type { Translator } from '../../shared/i18n/translator'

export const TranslatorContext = createContext<Translator | null>(null)

/** The translator of the language that is on now; the component is drawn again when another is chosen. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext)
  if (!translator) throw new Error('no translator above this component')
  return translator
}

export function useT(): Translator['t'] {
  return useTranslator().t
}
