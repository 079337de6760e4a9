import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fontFaceCss } from '../../../main/export/fonts'

const folder = path.resolve(import.meta.dirname, '../../../assets/fonts')

function subsetsIn(css: string): Set<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'))
  const found = files.filter((name) => css.includes(readFileSync(path.join(folder, name)).toString('base64')))
  return new Set(found.map((name) => name.replace(/^inter-(.*)-\d+-normal\.woff2$/, '$1')))
}

describe('the fonts inside a picture', () => {
  it('are those its letters need and no more', async () => {
    expect(subsetsIn(await fontFaceCss('Journey', folder))).toEqual(new Set(['latin']))
    expect(subsetsIn(await fontFaceCss('Zażółć gęślą jaźń', folder))).toEqual(new Set(['latin', 'latin-ext']))
    expect(subsetsIn(await fontFaceCss('Путь клиента', folder))).toEqual(new Set(['latin', 'cyrillic']))
    expect(subsetsIn(await fontFaceCss('Ѫ', folder))).toEqual(new Set(['latin', 'cyrillic-ext']))
  })

  it('bring the pictures of emoji along, of the parts that are needed', async () => {
    expect(subsetsIn(await fontFaceCss('Pays 12 € *now* #1 ™', folder))).toEqual(new Set(['latin']))
    expect([...subsetsIn(await fontFaceCss('Happy 😀 and sure ✅', folder))].filter((name) => name.startsWith('noto-emoji'))).toHaveLength(
      2,
    )
    expect(await fontFaceCss('🧑‍🤝‍🧑', folder)).toContain("font-family:'Noto Emoji'")
  })

  it('come in the three weights of the board', async () => {
    expect([...(await fontFaceCss('x', folder)).matchAll(/font-weight:(\d+)/g)].map((match) => match[1])).toEqual(['500', '600', '700'])
  })
})
