import type { Translator } from '../../shared/i18n/translator'
import { timeText } from '../i18n/when'
import type { Version } from './versionShelf'

/** What a version is called: by its name, or by its time. */
export function versionTitle(version: Version, { language }: Translator): string {
  return version.name ?? timeText(language, new Date(version.at))
}

/** The line under its name: when and by whom, or why the app kept it. */
export function versionHint(version: Version, { t, language }: Translator): string {
  if (version.name === undefined) return version.reason === 'named' ? (version.by ?? '') : t(`history.reason.${version.reason}`)
  const time = timeText(language, new Date(version.at))
  return version.by ? t('history.by', { time, name: version.by }) : time
}

/** What it is called where its day is not said beside it. */
export function versionWithDay(version: Version, translator: Translator, now: Date): string {
  if (version.name !== undefined) return version.name
  const day = dayText(translator, new Date(version.at), now)
  return `${day}, ${timeText(translator.language, new Date(version.at))}`
}

/** "Today", "Yesterday", "12 November", and the year where it is another one. */
export function dayText({ language }: Translator, day: Date, now: Date): string {
  const ago = daysBetween(day, now)
  if (ago === 0 || ago === 1) return capital(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-ago, 'day'), language)
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', ...year }).format(day)
}

/** Versions of one day, in the order of the list. */
export interface Day {
  readonly day: string
  readonly versions: readonly Version[]
}

export function byDay(versions: readonly Version[], translator: Translator, now: Date): readonly Day[] {
  const days: { day: string; versions: Version[] }[] = []
  for (const version of versions) {
    const day = dayText(translator, new Date(version.at), now)
    const last = days.at(-1)
    if (last?.day === day) last.versions.push(version)
    else days.push({ day, versions: [version] })
  }
  return days
}

function capital(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

const DAY = 24 * 60 * 60_000

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(now) - midnight(then)) / DAY)
}
