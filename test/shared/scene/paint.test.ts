import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { paintItems, type PaintTarget } from '../../../shared/scene/paint'
import type { SceneItem } from '../../../shared/scene/scene'

/** A canvas that writes down what it was told; a real one is in the end-to-end tests. */
function recorder(): { readonly target: PaintTarget; readonly calls: string[] } {
  const calls: string[] = []
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      calls.push(`${name}(${args.filter((arg) => typeof arg !== 'object' || Array.isArray(arg)).join(' ')})`)
    }
  const target: PaintTarget = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    globalAlpha: 1,
    font: '',
    textAlign: 'start',
    direction: 'ltr',
    textBaseline: 'alphabetic',
    textRendering: 'auto',
    save: note('save'),
    restore: note('restore'),
    translate: note('translate'),
    scale: note('scale'),
    beginPath: note('beginPath'),
    roundRect: note('roundRect'),
    fillRect: note('fillRect'),
    fill: note('fill'),
    stroke: note('stroke'),
    fillText: note('fillText'),
    strokeText: note('strokeText'),
    measureText: (text) => ({ width: text.length * 10 }),
    setLineDash: note('setLineDash'),
  }
  return { target, calls }
}

function painted(item: SceneItem): string[] {
  const { target, calls } = recorder()
  paintItems(target, [item])
  return calls
}

const made: string[] = []

beforeAll(() => {
  vi.stubGlobal(
    'Path2D',
    class {
      readonly d: string
      constructor(d: string) {
        this.d = d
        made.push(d)
      }
    },
  )
})
afterAll(() => vi.unstubAllGlobals())

describe('paintItems', () => {
  it('fills a plain rectangle in one call', () => {
    expect(painted({ type: 'rect', rect: { x: 1, y: 2, width: 3, height: 4 }, fill: '#fff' })).toEqual(['fillRect(1 2 3 4)'])
  })

  it('draws shadows as shapes below the rectangle', () => {
    const calls = painted({ type: 'rect', rect: { x: 0, y: 0, width: 9, height: 9 }, radius: 2, fill: '#fff', shadow: 'note' })
    expect(calls.filter((call) => call.startsWith('fill')).length).toBeGreaterThan(1)
    expect(calls.at(-2)).toBe('roundRect(0 0 9 9 2)')
  })

  it('takes a dash away again', () => {
    const calls = painted({ type: 'rect', rect: { x: 0, y: 0, width: 9, height: 9 }, stroke: '#000', dash: [4, 3] })
    expect(calls.slice(-3)).toEqual(['setLineDash(4,3)', 'stroke()', 'setLineDash()'])
  })

  it('puts a halo under text and a line through what is struck out', () => {
    const text = { type: 'text', text: 'Hi', x: 5, baseline: 9, size: 14, weight: 600, fill: '#000' } as const
    expect(painted({ ...text, halo: { color: '#fff', width: 5 } })).toEqual(['strokeText(Hi 5 9)', 'fillText(Hi 5 9)'])
    expect(painted({ ...text, anchor: 'end', strike: true })).toEqual(['fillText(Hi 5 9)', 'fillRect(-15 4.8 20 1)'])
  })

  it('makes a path once, however often it is drawn', () => {
    const icon = { type: 'path', d: 'M0 0H9', at: { x: 1, y: 2, scale: 2 }, stroke: '#000' } as const
    expect(painted(icon)).toEqual(['save()', 'translate(1 2)', 'scale(2 2)', 'stroke()', 'restore()'])
    painted(icon)
    expect(made.filter((d) => d === icon.d)).toHaveLength(1)
  })
})
