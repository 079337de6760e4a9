import type { Translator } from '../../shared/i18n/translator'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When something happened, as one says it: "5 minutes ago", "yesterday, 17:40", "3 November". */
export function whenText({ language }: Translator, then: Date, now: Date): string {
  const past = now.getTime() - then.getTime()
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (past < MINUTE) return relative.format(0, 'second')
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute')
  const time = timeText(language, then)
  const days = daysBetween(then, now)
  if (days === 0) return relative.format(-Math.floor(past / HOUR), 'hour')
  if (days === 1) return `${relative.format(-1, 'day')}, ${time}`
  if (days < 7) return `${new Intl.DateTimeFormat(language, { weekday: 'long' }).format(then)}, ${time}`
  const year = then.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', ...year }).format(then)
}

/** Hours and minutes: "10:42". */
export function timeText(language: string, then: Date): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(then)
}

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(now) - midnight(then)) / (24 * HOUR))
}
