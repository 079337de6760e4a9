import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { charWidth } from '../../../shared/layout/fontMetrics'
import { measureText } from '../../../shared/layout/textFit'

it('has the widths of the font files that are shipped', () => {
  const check = spawnSync(process.execPath, ['scripts/fontMetrics.mjs', '--check'], { encoding: 'utf8' })
  expect({ status: check.status, said: check.stderr }).toEqual({ status: 0, said: '' })
})

it.each(['Aa', 'Żółć', 'Ёжик', 'Ґрунт', '“—”', '€−…'])('knows every letter of %s', (text) => {
  // A letter that the font lacks would get the one careful guess.
  for (const char of text) expect(charWidth(char.codePointAt(0)!, 500)).not.toBe(0.66)
})

it('makes bolder text wider, as the files do', () => {
  const width = (weight: 500 | 600 | 700) => measureText('Pre-approval', { size: 16, weight })
  expect(width(500)).toBeLessThan(width(600))
  expect(width(600)).toBeLessThan(width(700))
})

it('gives marks that join the letter before them no room of their own', () => {
  expect(charWidth(0x301, 500)).toBe(0)
  expect(charWidth(0xfe0f, 500)).toBe(0)
})
