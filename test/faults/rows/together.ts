import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { settleConflicts } from '../../../shared/commands/conflicts'
import type { Board } from '../../../shared/model/board'
import type { NoteId } from '../../../shared/model/note'
import { closeStartedApps, startApp, TestWindow, textsOf, valueOf } from '../../main/maps/testMaps'
import type { MapHost } from '../../../main/maps/mapHost'
import { repeat, type Chance, type FaultRow } from '../support/row'
import { workplace } from './killed'

const PEOPLE = 3
const STEPS = 30
const LETTERS = /\bT\d+\b/g

/** One app of one person, with a folder of its own. */
interface Person {
  readonly name: string
  readonly folder: string
  host: MapHost
  window: TestWindow
}

/** What was written and deleted, and by whom that was known. */
interface Story {
  written: number
  readonly notes: Set<string>
  readonly deleted: Set<string>
  readonly replaced: Set<string>
}

/** R18: three apps on one file, edited, undone, deleted, decided, saved and killed in any order. */
export const together: FaultRow = {
  id: 'R18',
  name: 'three people write, delete, undo and decide in one file, each without knowing what the others do',
  run: (options) =>
    repeat(options, async (chance) => {
      try {
        return await play(chance)
      } finally {
        await closeStartedApps()
      }
    }),
}

async function play(chance: Chance): Promise<string | null> {
  const { home, file } = await workplace()
  const people: Person[] = []
  for (let number = 0; number < PEOPLE; number += 1) people.push(await arrives(`P${number}`, home, file))
  const story: Story = { written: 0, notes: new Set(), deleted: new Set(), replaced: new Set() }
  for (let step = 0; step < STEPS; step += 1) {
    const person = some(people, chance)
    if (person) await act(person, { chance, story, file })
  }
  // The last one's edits reach everybody in the round after.
  for (let round = 0; round < PEOPLE; round += 1) for (const { host } of people) await host.save()
  return wrongIn(people, story)
}

async function arrives(name: string, home: string, file: string): Promise<Person> {
  const folder = path.join(home, name)
  await mkdir(folder, { recursive: true })
  const person = { name, folder } as Person
  await opens(person, file)
  return person
}

async function opens(person: Person, file: string): Promise<void> {
  const { maps } = await startApp(person.folder, { who: person.name })
  person.host = valueOf(await maps.openFile(file))
  person.window = new TestWindow(person.host, 'window', person.name)
}

interface Scene {
  readonly chance: Chance
  readonly story: Story
  readonly file: string
}

async function act(person: Person, { chance, story, file }: Scene): Promise<void> {
  const { window } = person
  const note = some([...idsOn(window.document.board())].sort(), chance)
  const next = (): string => `T${(story.written += 1)}`
  const dice = chance()
  if (dice < 0.15 || !note) {
    await edit(person, story, () => window.addNote(next(), `note_${person.name}_${story.written}`))
  } else if (dice < 0.4) {
    const before = window.document.board().records.note.get(note)?.text ?? ''
    for (const [text] of before.matchAll(LETTERS)) story.replaced.add(text)
    await edit(person, story, () => window.setText(note, next()))
  } else if (dice < 0.48) {
    const fields = { deletedAt: new Date().toISOString(), deletedBy: person.name }
    await edit(person, story, () => window.document.write([{ op: 'set', id: note, fields }], { what: 'deleteNotes', count: 1 }))
  } else if (dice < 0.55) {
    await edit(person, story, () => void window.document.undo())
  } else if (dice < 0.65) {
    await edit(person, story, () => decide(person, chance))
  } else if (dice < 0.9) {
    await person.host.save()
  } else if (dice < 0.95) {
    await person.host.close()
    await opens(person, file)
  } else {
    // Killed: the app before has only its journal.
    await opens(person, file)
  }
}

function decide({ window, name }: Person, chance: Chance): void {
  const board = window.document.board()
  const conflict = some(board.conflicts, chance)
  const keep = some(['shown', 'other', 'both'] as const, chance)
  if (!conflict || !keep) return
  const choices = [{ conflictId: conflict.id, keep }]
  const plan = settleConflicts.plan(board, { choices }, { now: new Date().toISOString(), who: name })
  if (plan.ok) window.document.write(plan.value, { what: 'settleConflicts', count: 1 })
}

/** What a person takes away is what was there before their edit and is not after it: they knew it. */
async function edit({ window }: Person, story: Story, work: () => unknown): Promise<void> {
  const before = window.document.board()
  await work()
  await window.sent()
  const after = window.document.board()
  const [notes, texts] = [idsOn(after), textsOn(after)]
  for (const id of notes) story.notes.add(id)
  for (const id of idsOn(before)) if (!notes.has(id)) story.deleted.add(id)
  for (const text of textsOn(before)) if (!texts.has(text)) story.replaced.add(text)
}

function wrongIn(people: readonly Person[], story: Story): string | null {
  const [first] = people
  if (!first) return 'nobody there'
  const board = first.host.board()
  for (const { host, name } of people) {
    if (textsOf(host).join() !== textsOf(first.host).join())
      return `${name} sees ${textsOf(host).join()} and not ${textsOf(first.host).join()}`
  }
  const [notes, texts] = [idsOn(board), textsOn(board)]
  const lostNotes = [...story.notes].filter((id) => !story.deleted.has(id) && !notes.has(id as NoteId))
  const written = Array.from({ length: story.written }, (_, index) => `T${index + 1}`)
  const lostTexts = written.filter((text) => !story.replaced.has(text) && !texts.has(text))
  return lostNotes.length + lostTexts.length === 0 ? null : `lost ${[...lostNotes, ...lostTexts].join()}`
}

function idsOn({ notesIn, inbox }: Board): ReadonlySet<NoteId> {
  return new Set([...[...notesIn.values()].flat(), ...inbox].map(({ id }) => id))
}

/** On the board, or in a conflict that waits to be decided. */
function textsOn({ notesIn, inbox, conflicts }: Board): ReadonlySet<string> {
  const texts = [...[...notesIn.values()].flat(), ...inbox].map(({ text }) => text)
  const waiting = conflicts.flatMap(({ shown, other }) => [shown.value, other.value]).filter((value) => typeof value === 'string')
  return new Set([...texts, ...waiting].flatMap((text) => [...text.matchAll(LETTERS)].map(([letters]) => letters)))
}

function some<T>(list: readonly T[], chance: Chance): T | undefined {
  return list[Math.floor(chance() * list.length)]
}
