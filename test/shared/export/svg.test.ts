import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addNote } from '../../../shared/commands/notes'
import { setPoint } from '../../../shared/commands/points'
import { sceneToSvg } from '../../../shared/export/svg'
import type { Board } from '../../../shared/model/board'
import { createSceneBuilder } from '../../../shared/scene/buildScene'
import { mix } from '../../../shared/scene/color'
import { fontFaceCss } from '../../../shared/scene/fonts'
import { lightTheme } from '../../../shared/scene/theme'
import { anyBoard } from '../../support/anyBoard'
import { englishWords, layoutOf } from '../../support/layoutOf'
import { awareness, TestBoard } from '../../support/testBoard'

function svgOf(board: Board, title = 'Mortgage', fontCss?: string): string {
  const scene = createSceneBuilder().scene(layoutOf(board), board, { theme: lightTheme, words: englishWords })
  return sceneToSvg(scene, { title, ...(fontCss === undefined ? {} : { fontFaceCss: fontCss }) })
}

/** What a strict XML reader would stumble over; elements are closed in order and nothing stands outside of them. */
function complaints(svg: string): string[] {
  const found: string[] = []
  const open: string[] = []
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(svg)) found.push('control character')
  if (/\p{Surrogate}/u.test(svg)) found.push('half a surrogate pair')
  const body = svg.replace(/^<\?xml[^>]*\?>/, '')
  for (const [, text = '', tag = ''] of body.matchAll(/([^<]*)<([^>]*)>/g)) {
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(text + tag)) found.push(`bare ampersand in ${text}${tag}`)
    const name = /^\/?([A-Za-z]+)/.exec(tag)?.[1]
    if (name === undefined) found.push(`odd tag ${tag}`)
    else if (tag.startsWith('/')) {
      if (open.pop() !== name) found.push(`${name} closes another`)
    } else {
      if (!/^[A-Za-z]+(\s+[a-z0-9:-]+="[^"<]*")*\s*\/?$/i.test(tag)) found.push(`odd attributes ${tag}`)
      if (!tag.endsWith('/')) open.push(name)
    }
  }
  return [...found, ...open.map((name) => `${name} is not closed`)]
}

it('shows the sheet with a margin of 24 and the name of the map', () => {
  const { board } = TestBoard.starter()
  const { width, height } = layoutOf(board)
  const svg = svgOf(board)
  expect(svg).toContain(`viewBox="-24 -24 ${width + 48} ${height + 48}"`)
  expect(svg).toContain('<title>Mortgage</title>')
})

it('rounds the bands of an emotion lane that ends the sheet like the sheet', () => {
  const { board } = TestBoard.starter()
  const { width, height, lanes, laneHeader } = layoutOf(board)
  expect(lanes.at(-1)?.content).toBe('curve')
  const svg = svgOf(board)
  expect(svg).toContain(`A20 20 0 0 1 ${width - 20} ${height}H${laneHeader}Z`)
  // No stripe of the tint stands out of the corner with a right angle of its own.
  const tints = [...svg.matchAll(/<rect x="184" y="([\d.]+)" width="672" height="([\d.]+)" fill="#F[A-F]/g)]
  expect(tints.length).toBeGreaterThan(16)
  for (const [, y, tall] of tints) expect(Number(y) + Number(tall)).toBeLessThanOrEqual(height - 20 + 0.001)
})

it('is tinted behind the curves with plain colours: readers of PDF leave out gradients and masks', () => {
  const svg = svgOf(TestBoard.starter().board)
  expect(svg).not.toMatch(/linearGradient|mask/)
  const strongest = (color: string): string => mix(lightTheme.surface, color, 0.0727)
  expect(svg).toContain(`fill="${strongest(lightTheme.ok)}"`)
  expect(svg).toContain(`fill="${strongest(lightTheme.bad)}"`)
})

it('keeps text as text, escaped, without characters that XML forbids', () => {
  const text = '<script>alert("&")</script> \u0007\u0000 \uD800 \u0085end'
  const { board } = TestBoard.starter().run(addNote, { noteId: 'note_a', cell: awareness, text })
  const svg = svgOf(board, 'A & B <i>')
  expect(svg).toContain('&lt;script&gt;alert(')
  expect(svg).not.toContain('<script')
  expect(svg).toContain('<title>A &amp; B &lt;i&gt;</title>')
  expect(complaints(svg)).toEqual([])
})

it('is well-formed whatever people write', () => {
  fc.assert(
    fc.property(anyBoard, fc.string({ unit: 'binary' }), (board, title) => {
      expect(complaints(svgOf(board, title))).toEqual([])
    }),
    { numRuns: 30 },
  )
})

it('brings its fonts along where the caller gives them', () => {
  const css = fontFaceCss((file) => `data:font/woff2;base64,${file}`)
  const svg = svgOf(TestBoard.starter().board, 'x', css)
  expect(svg).toContain('@font-face{font-family:Inter;')
  expect(svg.match(/@font-face/g)).toHaveLength(12)
})

it('writes every text once where a patch stands for its halo', () => {
  const { board } = TestBoard.starter().run(setPoint, { personaId: 'persona_anna', stepId: 'step_awareness', value: 4, label: 'Hopeful' })
  const scene = createSceneBuilder().scene(layoutOf(board), board, { theme: lightTheme, words: englishWords })
  expect(sceneToSvg(scene, { title: '' })).toContain('paint-order="stroke"')
  const patched = sceneToSvg(scene, { title: '', halo: 'patch' })
  expect(patched).not.toContain('paint-order')
  expect(patched).toMatch(/<rect [^>]*opacity="0.8"\/><text [^>]*>Hopeful<\/text>/)
})

it('names nothing outside of the file', () => {
  fc.assert(
    fc.property(anyBoard, (board) => {
      const svg = svgOf(board).replace('xmlns="http://www.w3.org/2000/svg"', '')
      expect(svg).not.toMatch(/ (href|src|on\w+)=/)
    }),
    { numRuns: 20 },
  )
})
