import { describe, expect, it } from 'vitest'
import type { SceneNode, TextItem } from '../../../shared/scene/scene'
import { addNote } from '../../../shared/commands/notes'
import { SHEET_INSETS } from '../../../renderer/board/camera'
import { pinnedFrame } from '../../../renderer/board/pinned'
import { slid } from '../../../renderer/board/slide'
import { awareness } from '../../support/testBoard'
import { TestSession } from '../../support/testSession'

/** A map whose lane of actions is higher than a window. */
function tallLane() {
  const test = new TestSession()
  for (let number = 0; number < 40; number += 1) test.session.run(addNote, { noteId: `note_${number}`, cell: awareness, text: 'One\nTwo' })
  const node = test.session.scene().nodes.find(({ key }) => key === 'laneHeader:lane_actions')
  if (!node) throw new Error('no header')
  const box = test.layout.lanes.find(({ lane }) => lane.id === 'lane_actions')
  const shownAt = (y: number): SceneNode => {
    const view = { width: 1280, height: 752 }
    const camera = { x: 0, y, zoom: 1 }
    return slid({ ui: { ...test.ui, camera, view }, pinned: pinnedFrame(camera, test.layout, view, SHEET_INSETS) }, node)
  }
  return { node, top: box?.y ?? 0, height: box?.height ?? 0, shownAt, stageHeader: test.layout.stageHeader }
}

function title({ items }: SceneNode): number {
  return items.find((item): item is TextItem => item.type === 'text')?.baseline ?? Number.NaN
}

describe('the title of a lane that is higher than the window', () => {
  it('is where it is drawn while the top of the lane is in sight', () => {
    const { node, shownAt } = tallLane()
    expect(shownAt(-50)).toBe(node)
  })

  it('stays under the stage header while the lane scrolls beneath it', () => {
    const { node, top, shownAt, stageHeader } = tallLane()
    const y = top + 300
    expect(title(shownAt(y)) - y).toBeCloseTo(title(node) - top + SHEET_INSETS.top + stageHeader, 6)
  })

  it('leaves with the end of the lane, and takes nothing else of the header along', () => {
    const { node, top, height, shownAt } = tallLane()
    const end = shownAt(top + height - 60)
    expect(title(end)).toBeLessThan(top + height)
    expect(title(end)).toBe(title(shownAt(top + height)))
    expect(end.items.filter(({ type }) => type === 'rect')).toEqual(node.items.filter(({ type }) => type === 'rect'))
  })
})
