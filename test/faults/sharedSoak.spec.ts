import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { shown, type BoardPage } from '../e2e/support/board'
import { launchApp, type Launched } from '../e2e/support/launch'
import { mapFolder, notesIn, readMapFile, writeMapFile } from '../e2e/support/mapFiles'
import { saveState } from '../e2e/support/screens'
import { tellOutcome } from './support/outcome'

// R16: two apps with user-data folders of their own, one file in a real folder, an edit a second in each.

const SECONDS = Number(process.env['WAYLINE_SOAK_SECONDS'] ?? '120')

interface Person {
  readonly launched: Launched
  readonly board: BoardPage
  readonly name: string
  readonly wrote: string[]
}

async function person(name: string, file: string): Promise<Person> {
  const userData = await mkdtemp(path.join(tmpdir(), 'wayline-soak-'))
  const launched = await launchApp({ userData, args: [file] })
  return { launched, board: await shown(launched), name, wrote: [] }
}

/** Write a note a second under the one before, by keyboard. */
async function write({ board, name, wrote }: Person, cell: string, until: number): Promise<void> {
  await board.focus(`Empty cell, ${cell}`)
  await board.press('Enter')
  while (Date.now() < until) {
    const second = new Promise((resolve) => setTimeout(resolve, 1_000))
    const text = `${name} ${String(wrote.length).padStart(4, '0')}`
    wrote.push(text)
    await board.type(text)
    // Writes it, and opens the next one.
    await board.press('Enter')
    await second
  }
  await board.press('Escape')
}

test(`two people at an edit a second for ${SECONDS} s end with every edit at both (R16)`, async () => {
  test.setTimeout((SECONDS + 120) * 1_000)
  const file = path.join(await mapFolder(), 'Shared.cjm')
  await writeMapFile(file)
  const people = [await person('Anna', file), await person('Boris', file)]
  const until = Date.now() + SECONDS * 1_000
  await Promise.all([write(people[0]!, 'Goals, Awareness', until), write(people[1]!, 'Actions, Awareness', until)])

  const wrote = people.flatMap((one) => one.wrote).toSorted()
  for (const { board, launched } of people) {
    await expect.poll(async () => everyText(board), { timeout: 30_000 }).toEqual(wrote)
    await expect(saveState(launched.page)).toHaveText(/^Saved/, { timeout: 30_000 })
  }
  expect(notesIn(await readMapFile(file)).toSorted()).toEqual(wrote)
  for (const { launched } of people) await launched.close()
  const note = `${SECONDS} s, ${wrote.length} notes by two apps: all in both and in the file`
  await tellOutcome({ id: 'R16', name: 'two apps edit one file in a folder' }, async () => ({ trials: 1, losses: 0, note }))
  expect(await readdir(path.dirname(file))).toEqual(['Shared.cjm'])
})

async function everyText(board: BoardPage): Promise<readonly string[]> {
  const { lanes, inbox } = await board.map()
  return [...lanes.flatMap(({ cells }) => cells.flatMap(({ notes }) => notes)), ...inbox].map(({ text }) => text).toSorted()
}
