import type { Language } from '../../shared/i18n/translator'

const formats = new Map<Language, Intl.NumberFormat>()

/** A value of the emotion scale as the language writes it, with its sign and a real minus: "+2.5", "−4". */
export function formatValue(value: number, language: Language): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  formats.set(language, format)
  return format.format(value).replace('-', '−')
}
