import path from 'node:path'
import { expect, test } from '@playwright/test'
import { shown } from './support/board'
import { answerDialogs, launchApp } from './support/launch'
import { notesIn, readMapFile } from './support/mapFiles'
import { toStart, writeNote } from './support/screens'

test('after three starts in a row that came to nothing no map opens by itself, and each can be written elsewhere', async () => {
  const first = await launchApp()
  await toStart(first)
  await first.page.getByRole('button', { name: 'Blank map' }).click()
  await writeNote(await shown(first), 'Written before it all began')
  await first.kill()
  const { userData } = first
  // Each comes back to the map, and ends before anybody could do anything.
  for (let failed = 0; failed < 3; failed += 1) {
    const started = await launchApp({ userData })
    await shown(started)
    await started.kill()
  }

  const safe = await launchApp({ userData })
  const { page } = safe
  await expect(page.locator('.ui-banner')).toContainText('it started in safe mode')
  await expect(page.getByRole('grid')).toHaveCount(0)
  const card = page.locator('.recent')
  await expect(card).toHaveCount(1)

  const copy = path.join(userData, 'Спасённая карта.cjm')
  await answerDialogs(safe.app, { save: copy })
  await card.locator('.recent-more').click()
  await page.getByRole('menuitem', { name: 'Save a copy…' }).click()
  await expect(page.locator('.toast')).toContainText('Saved as Спасённая карта.cjm')
  expect(notesIn(await readMapFile(copy))).toEqual(['Written before it all began'])

  await card.locator('.recent-open').click()
  expect(await (await shown(safe)).texts('goals', 'Awareness')).toEqual(['Written before it all began'])
  await safe.close()

  const after = await launchApp({ userData })
  await toStart(after)
  await expect(after.page.locator('.ui-banner')).toHaveCount(0)
  await after.close()
})
