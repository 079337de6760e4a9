import type { ChildProcess } from 'node:child_process'
import { chmod, copyFile, mkdtemp, readdir, readFile, rename, stat, truncate, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { openMapDocument } from '../../shared/document/yjsDocument'
import type { Conflict } from '../../shared/model/conflict'
import { shown, type BoardPage } from './support/board'
import { answerDialogs, launchApp, type Launched } from './support/launch'
import { mapFolder, notesIn, readMapFile, writeMapFile } from './support/mapFiles'
import { saveState, writeNext, writeNote } from './support/screens'

// One file, several people: each with an app and a user-data folder of their own, on one real folder.

const running: ChildProcess[] = []

interface Person extends Launched {
  readonly board: BoardPage
}

/** Somebody who has the file open, under a name of their own. */
async function personWith(file: string, name: string): Promise<Person> {
  const userData = await mkdtemp(path.join(tmpdir(), 'wayline-e2e-'))
  await writeFile(path.join(userData, 'settings.json'), JSON.stringify({ displayName: name }))
  const launched = await launchApp({ userData, args: [file] })
  running.push(launched.app.process())
  return { ...launched, board: await shown(launched) }
}

test.afterEach(async () => {
  // Only a test that failed leaves one.
  for (const app of running.splice(0)) app.kill('SIGKILL')
})

async function sharedMap(notes: readonly string[] = [], name = 'Shared.cjm'): Promise<string> {
  const file = path.join(await mapFolder(), name)
  await writeMapFile(file, { notes })
  return file
}

/** Somebody changes another copy of the map, elsewhere and unseen. */
async function changedElsewhere(file: string, change: (board: BoardPage) => Promise<void>): Promise<string> {
  const copy = path.join(await mapFolder(), path.basename(file))
  await copyFile(file, copy)
  const somebody = await personWith(copy, 'Igor')
  await change(somebody.board)
  await somebody.close()
  return copy
}

async function conflictsIn(page: Page): Promise<readonly Conflict[]> {
  const state = await page.evaluate(async () => {
    const hello = await window.wayline.call('app.hello', null)
    if (!hello.ok || !hello.value.map) throw new Error('no map is open')
    return [...hello.value.map.state]
  })
  return openMapDocument({ clock: () => new Date(), state: Uint8Array.from(state) }).board().conflicts
}

function banner(page: Page, text: string | RegExp): Locator {
  return page.locator('.ui-banner', { hasText: text })
}

function toast(page: Page, text: string | RegExp): Locator {
  return page.locator('.toast', { hasText: text })
}

async function rewrite(board: BoardPage, note: string, text: string): Promise<void> {
  await board.focus(new RegExp(note))
  await board.press('Enter', 'Control+KeyA')
  await board.type(text)
  await board.press('Enter')
}

test('two people write in one file at the same time, see each other, and both end with everything', async () => {
  const file = await sharedMap()
  const anna = await personWith(file, 'Anna')
  const boris = await personWith(file, 'Boris')
  await expect(anna.page.locator('.others-chip')).toContainText('Boris has it open too')
  await expect(boris.page.locator('.others-chip')).toContainText('Anna has this map open on this computer too. Opened:')

  await writeNote(anna.board, 'Anna 1', 'Goals, Awareness')
  await writeNote(boris.board, 'Boris 1', 'Actions, Awareness')
  await writeNext(anna.board, 'Anna 2')
  await writeNext(boris.board, 'Boris 2')
  await expect(toast(anna.page, /Boris changed \d things?\./)).toBeVisible()
  await expect(toast(boris.page, /Anna changed \d things?\./)).toBeVisible()

  for (const { board, page } of [anna, boris]) {
    await expect.poll(() => board.texts('goals', 'Awareness')).toEqual(['Anna 1', 'Anna 2'])
    await expect.poll(() => board.texts('actions', 'See the advert')).toEqual(['Boris 1', 'Boris 2'])
    await expect(saveState(page)).toHaveText(/^Saved/)
  }
  expect(notesIn(await readMapFile(file)).toSorted()).toEqual(['Anna 1', 'Anna 2', 'Boris 1', 'Boris 2'])

  await boris.close()
  await expect(anna.page.locator('.others-chip')).toHaveCount(0)
  await anna.close()
  expect(await readdir(path.dirname(file))).toEqual(['Shared.cjm'])
})

test('the same note changed apart keeps both texts, and says so', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => rewrite(board, 'Calls the bank', 'Calls the bank twice'))
  const anna = await personWith(file, 'Anna')
  await rewrite(anna.board, 'Calls the bank', 'Writes to the bank')
  // As Git or a sync tool does it: another file in the place of ours.
  await rename(theirs, file)

  await expect(toast(anna.page, /In 1 place you both changed the same thing; both versions are kept/)).toBeVisible()
  const [conflict, ...others] = await conflictsIn(anna.page)
  expect(others).toEqual([])
  expect(new Set([conflict?.shown.value, conflict?.other.value])).toEqual(new Set(['Calls the bank twice', 'Writes to the bank']))
  expect(new Set([conflict?.shown.by, conflict?.other.by])).toEqual(new Set(['Anna', 'Igor']))
  await toast(anna.page, /both versions are kept/)
    .getByRole('button', { name: 'Choose' })
    .click()
  await expect(anna.page.locator('.ui-panel')).toContainText('Calls the bank twice')
  await anna.close()
})

test('a note that one deleted and the other went on with is there, and listed', async () => {
  const file = await sharedMap(['Calls the bank', 'Waits'])
  const theirs = await changedElsewhere(file, async (board) => {
    await board.focus(/Calls the bank/)
    await board.press('Delete')
  })
  const anna = await personWith(file, 'Anna')
  await rewrite(anna.board, 'Calls the bank', 'Calls the bank again')
  await rename(theirs, file)
  await expect(toast(anna.page, /both versions are kept/)).toBeVisible()
  await expect.poll(() => anna.board.texts('actions', 'See the advert')).toContain('Calls the bank again')
  expect(await conflictsIn(anna.page)).toMatchObject([{ field: 'deleted' }])
  await anna.close()
})

test('a note that one deletes while the other is typing in it stays under the hands, and is listed for both', async () => {
  const file = await sharedMap(['Calls the bank', 'Waits'])
  const anna = await personWith(file, 'Anna')
  const boris = await personWith(file, 'Boris')
  await anna.board.focus(/Calls the bank/)
  await anna.board.press('Enter', 'End')
  await anna.board.type(' ag')
  await expect.poll(() => boris.board.texts('actions', 'See the advert')).toContain('Calls the bank ag')
  await boris.board.focus(/Calls the bank ag/)
  await boris.board.press('Delete')
  await expect(toast(anna.page, /Boris changed 1 thing/)).toBeVisible()
  // A letter that is a shortcut outside of a field.
  await anna.board.type('ain')
  await anna.board.press('Enter')
  for (const { board, page } of [anna, boris]) {
    await expect.poll(() => board.texts('actions', 'See the advert')).toEqual(['Calls the bank again', 'Waits'])
    await expect.poll(() => conflictsIn(page)).toMatchObject([{ field: 'deleted' }])
  }
  await boris.close()
  await anna.close()
})

test('"Show" walks through what came in', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => writeNote(board, 'From Igor'))
  const anna = await personWith(file, 'Anna')
  await rename(theirs, file)
  const news = toast(anna.page, 'Igor changed 1 thing.')
  await news.getByRole('button', { name: 'Show' }).click()
  await expect(anna.page.getByText('Before the merge')).toBeVisible()
  await expect(anna.page.getByText('Added: note “From Igor” · Goals, Awareness').first()).toBeVisible()
  await anna.close()
})

test('a file that was moved away is missed at once, and goes on by itself when it is back', async () => {
  const file = await sharedMap(['Calls the bank'])
  const anna = await personWith(file, 'Anna')
  await rename(file, `${file}.away`)
  await expect(banner(anna.page, 'is no longer there')).toBeVisible()
  await writeNote(anna.board, 'While it was away')
  expect(await readdir(path.dirname(file))).not.toContain('Shared.cjm')
  await rename(`${file}.away`, file)
  await expect(banner(anna.page, 'is no longer there')).toHaveCount(0)
  await expect.poll(async () => notesIn(await readMapFile(file))).toContain('While it was away')
  await anna.close()
})

test('a file that was renamed is gone on with under its new name', async () => {
  const file = await sharedMap(['Calls the bank'])
  const anna = await personWith(file, 'Anna')
  const renamed = path.join(path.dirname(file), 'Карта Анны.cjm')
  await rename(file, renamed)
  const message = banner(anna.page, '“Карта Анны.cjm” in the same folder is this map')
  await expect(message).toBeVisible()
  await message.getByRole('button', { name: 'Continue in that file' }).click()
  await expect(message).toHaveCount(0)
  await writeNote(anna.board, 'Under the new name')
  await expect(saveState(anna.page)).toHaveText(/^Saved/)
  await expect(anna.page.locator('.title-in-file')).toHaveText('Карта Анны.cjm')
  expect(notesIn(await readMapFile(renamed)).toSorted()).toEqual(['Calls the bank', 'Under the new name'])
  await anna.close()
  expect(await readdir(path.dirname(file))).toEqual(['Карта Анны.cjm'])
})

test('a file that was deleted is made again when the person says so', async () => {
  const file = await sharedMap(['Calls the bank'])
  const anna = await personWith(file, 'Anna')
  await unlink(file)
  await banner(anna.page, 'is no longer there').getByRole('button', { name: 'Restore my version' }).click()
  await expect(saveState(anna.page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file))).toEqual(['Calls the bank'])
  await anna.close()
})

test('a file cut short by a sync tool is said, left alone, and gives way when the person says so', async () => {
  const file = await sharedMap(['Calls the bank'])
  const anna = await personWith(file, 'Anna')
  await truncate(file, 300)
  const damaged = banner(anna.page, 'The file is damaged now')
  await expect(damaged).toBeVisible()
  await damaged.getByRole('button', { name: 'Restore my version' }).click()
  await expect(damaged).toHaveCount(0)
  await expect(saveState(anna.page)).toHaveText(/^Saved/)
  expect(notesIn(await readMapFile(file))).toEqual(['Calls the bank'])
  expect((await readdir(path.dirname(file))).filter((name) => name.includes('.damaged-'))).toHaveLength(1)
  await anna.close()
})

test('conflicted copies are offered, merged, and kept until the person throws them away', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => writeNote(board, 'From the train'))
  const copy = path.join(path.dirname(file), "Shared (Igor's conflicted copy 2026-11-22).cjm")
  await rename(theirs, copy)
  const anna = await personWith(file, 'Anna')
  const offer = banner(anna.page, /Dropbox kept another copy of this map/)
  await offer.getByRole('button', { name: 'Merge' }).click()
  await expect.poll(() => anna.board.texts('goals', 'Awareness')).toEqual(['From the train'])
  await expect(toast(anna.page, /1 change came in from “Shared \(Igor/)).toBeVisible()
  const done = banner(anna.page, 'is merged. The copy is still in the folder')
  await expect(done).toBeVisible()
  expect(await readdir(path.dirname(file))).toContain(path.basename(copy))
  await anna.app.evaluate(({ shell }) => {
    shell.trashItem = async (item) => {
      process.getBuiltinModule('node:fs').unlinkSync(item)
    }
  })
  await done.getByRole('button', { name: 'Move the copy to the bin' }).click()
  await expect(done).toHaveCount(0)
  expect(await readdir(path.dirname(file))).not.toContain(path.basename(copy))
  await anna.close()
})

test('a damaged copy is offered with what can be read of it, and stays as it is', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => writeNote(board, 'From the train'))
  const copy = path.join(path.dirname(file), "Shared (Igor's conflicted copy 2026-11-22).cjm")
  await truncate(theirs, (await stat(theirs)).size - 30)
  await rename(theirs, copy)
  const before = await readFile(copy)
  const anna = await personWith(file, 'Anna')
  const offer = banner(anna.page, /changes that are not here\. The file was damaged\. 2 notes were read from what is left of it\./)
  await expect(offer.getByRole('button', { name: 'It is a separate map' })).toHaveCount(0)
  await offer.getByRole('button', { name: 'Merge' }).click()
  await expect.poll(() => anna.board.texts('goals', 'Awareness')).toEqual(['From the train'])
  const done = banner(anna.page, 'A part of it cannot be read, so the file stays')
  await expect(done.getByRole('button')).toHaveText(['Keep it'])
  await done.getByRole('button', { name: 'Keep it' }).click()
  await expect(done).toHaveCount(0)
  expect((await readFile(copy)).equals(before)).toBe(true)
  await anna.close()
})

test('a copy that somebody else has open is not made another map under her hands', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => writeNote(board, 'For another client'))
  const copy = path.join(path.dirname(file), 'Another client.cjm')
  await rename(theirs, copy)
  const before = await readFile(copy)
  const igor = await personWith(copy, 'Igor')
  const anna = await personWith(file, 'Anna')
  const offer = banner(anna.page, '“Another client.cjm” beside this map is another copy of it')
  await offer.getByRole('button', { name: 'It is a separate map' }).click()
  await expect(toast(anna.page, /Igor has the copy open on .+, so it was not changed/)).toBeVisible()
  await expect(offer).toBeVisible()
  expect((await readFile(copy)).equals(before)).toBe(true)
  await anna.close()
  await igor.close()
})

test('a copy that is called a separate map gets an id of its own, and is not offered again', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => writeNote(board, 'For another client'))
  const copy = path.join(path.dirname(file), 'Another client.cjm')
  await rename(theirs, copy)
  const anna = await personWith(file, 'Anna')
  const offer = banner(anna.page, '“Another client.cjm” beside this map is another copy of it')
  await offer.getByRole('button', { name: 'It is a separate map' }).click()
  await expect(offer).toHaveCount(0)
  const [mine, other] = [await readMapFile(file), await readMapFile(copy)]
  expect(other.id).not.toBe(mine.id)
  expect(other.derivedFrom).toBe(mine.id)
  expect(await anna.board.texts('goals', 'Awareness')).toEqual([])
  await anna.close()
})

test('a file that may not be written is shown as others change it, with the way out', async () => {
  const file = await sharedMap(['Calls the bank'])
  const theirs = await changedElsewhere(file, (board) => writeNote(board, 'From Igor'))
  await chmod(file, 0o444)
  const anna = await personWith(file, 'Anna')
  await expect(banner(anna.page, /can’t be changed|read-only/i)).toBeVisible()
  await chmod(theirs, 0o444)
  await rename(theirs, file)
  await expect.poll(() => anna.board.texts('goals', 'Awareness')).toEqual(['From Igor'])
  await anna.close()
})

test('a map that may be edited after all is shown as before, with its History open', async () => {
  const file = await sharedMap(['Calls the bank'])
  await chmod(file, 0o444)
  const anna = await personWith(file, 'Anna')
  const { page } = anna
  const zoom = page.locator('.zoom-value')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  const onMap = (await zoom.textContent()) ?? ''
  await page.getByRole('radio', { name: 'History' }).click()
  await expect(zoom).not.toHaveText(onMap)
  await page.getByRole('button', { name: 'Zoom out' }).click()
  const inHistory = (await zoom.textContent()) ?? ''

  await answerDialogs(anna.app, { save: path.join(path.dirname(file), 'Mine.cjm') })
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.getByRole('button', { name: 'Name this one' })).toBeVisible()
  await expect(zoom).toHaveText(inHistory)
  await page.getByRole('radio', { name: 'Map' }).click()
  await expect(zoom).toHaveText(onMap)
  await anna.close()
})
