import { describe, expect, it } from 'vitest'
import { createTranslator } from '../../../shared/i18n/translator'
import { whenText } from '../../../renderer/i18n/when'

const english = createTranslator('en')
const now = new Date(2026, 10, 22, 12, 0)
const at = (...parts: readonly [number, number, number, number]): Date => new Date(2026, ...parts)

describe('whenText', () => {
  it.each([
    [new Date(now.getTime() - 20_000), 'now'],
    [at(10, 22, 11, 48), '12 minutes ago'],
    [at(10, 22, 9, 0), '3 hours ago'],
    [at(10, 21, 17, 40), 'yesterday, 17:40'],
    [at(10, 18, 11, 5), 'Wednesday, 11:05'],
    [at(10, 3, 9, 0), 'November 3'],
    [new Date(2024, 4, 2), 'May 2, 2024'],
  ])('says %s as one says it', (then, text) => {
    expect(whenText(english, then, now)).toBe(text)
  })

  it('counts days by midnight, not by hours', () => {
    const early = new Date(2026, 10, 22, 1, 30)
    expect(whenText(english, at(10, 21, 23, 0), early)).toBe('yesterday, 23:00')
  })

  it('speaks the language that is on', () => {
    expect(whenText(createTranslator('ru'), at(10, 22, 11, 58), now)).toBe('2 минуты назад')
    expect(whenText(createTranslator('pl'), at(10, 21, 17, 40), now)).toBe('wczoraj, 17:40')
  })

  it('takes a clock that was set back for this moment', () => {
    expect(whenText(english, at(10, 22, 12, 5), now)).toBe('now')
  })
})
