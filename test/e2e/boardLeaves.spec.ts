import { expect, test } from '@playwright/test'
import { launchApp, type Launched } from './support/launch'

// A facilitator leaves the window open all day and goes from map to map.

let launched: Launched

test.beforeAll(async () => {
  launched = await launchApp()
})

test.afterAll(async () => {
  await launched.close()
})

test('a board that was left leaves no canvas, shape or stage behind', async () => {
  const { page } = launched
  for (let i = 0; i < 3; i += 1) {
    await page.evaluate(() => window.wayline.call('map.open', { from: 'sample' }))
    await expect(page.locator('.board canvas')).toHaveCount(2)
    await page.mouse.move(600, 400)
    await page.mouse.wheel(120, 300)
    await page.mouse.wheel(0, -300)
    expect((await konvaHolds(page)).stages).toBe(1)
    expect((await konvaHolds(page)).shapes).toBeGreaterThan(50)

    await page.evaluate(async () => {
      const hello = await window.wayline.call('app.hello', null)
      if (hello.ok && hello.value.map) await window.wayline.call('map.close', { handle: hello.value.map.handle })
    })
    await expect(page.locator('.board')).toHaveCount(0)
    expect(await konvaHolds(page)).toEqual({ stages: 0, shapes: 0 })
  }
  await expect(page.locator('canvas')).toHaveCount(0)
})

/** What Konva keeps for as long as it is not destroyed. */
function konvaHolds(page: Launched['page']): Promise<{ readonly stages: number; readonly shapes: number }> {
  return page.evaluate(() => {
    // Konva announces itself to the page; only its lists are read here.
    const { Konva } = window as unknown as { Konva: { stages: unknown[]; shapes: Record<string, unknown> } }
    return { stages: Konva.stages.length, shapes: Object.keys(Konva.shapes).length }
  })
}
