import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { TextPlace } from '../../../shared/commands/writeOver'
import { createTranslator } from '../../../shared/i18n/translator'
import type { Board } from '../../../shared/model/board'
import { lightTheme } from '../../../shared/scene/theme'
import { sha256 } from '../../../main/files/hash'
import type { MapHost } from '../../../main/maps/mapHost'
import { createSession, type UpdateBridge } from '../../../renderer/state/createSession'
import type { Session } from '../../../renderer/state/session'
import { writeText } from '../../../renderer/state/writeText'
import { closeStartedApps, newId, startApp, TestWindow, valueOf } from '../../main/maps/testMaps'
import { pause, repeat, type Chance, type FaultRow } from '../support/row'
import { workplace } from './killed'

/** The one note over which both write. */
const NOTE: TextPlace = { about: 'note_same', field: 'text' }
const QUICK = { pollMs: 5, hashMs: 50, calmMs: 1, beatMs: 50 }
const AUTOSAVE = { restMs: 10, mostMs: 40, retryMs: 20 }
/** So often both save and look before they have to agree. */
const ROUNDS = 6

interface Person {
  readonly host: MapHost
  readonly session: Session
  /** What the field held at last. */
  typed: string
  /** What stood in the note when this person began to write over it. */
  seen: string
}

/** R16b: the fields of two apps are open on one note at the same time. */
export const sameNote: FaultRow = {
  id: 'R16b',
  name: 'two apps write over one note at once, at random times',
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
  const maker = valueOf(await (await startApp(home)).maps.openFile(file))
  await new TestWindow(maker).addNote('As it was', 'note_same')
  valueOf(await maker.save())
  await maker.close()
  const people = [await arrives('B', home, file), await arrives('D', home, file)] as const
  const [b, d] = people
  const late = async (): Promise<void> => {
    await pause(chance() * 120)
    await writesOver(d, 'Dora wrote', chance)
  }
  await Promise.all([writesOver(b, 'Bert wrote', chance), late()])
  // Bert's field is open still.
  if (chance() < 0.5) await goesOn(b, ', and more', chance)
  return wrongIn(people)
}

async function arrives(name: string, home: string, file: string): Promise<Person> {
  const folder = path.join(home, name)
  await mkdir(folder, { recursive: true })
  const machine = sha256(name).slice(0, 8)
  const surround = { times: QUICK, computer: name, machine, trash: async () => undefined }
  const { maps } = await startApp(folder, { who: name, autosave: AUTOSAVE, surround })
  const host = valueOf(await maps.openFile(file))
  return { host, session: sessionOf(host, name), typed: '', seen: '' }
}

/** A window as it is in the app, with the bridge cut short. */
function sessionOf(host: MapHost, name: string): Session {
  const { handle } = host
  const bridge: UpdateBridge = {
    call: (_channel, { update }) => host.receive(update, 'window'),
    on: (_event, listener) =>
      host.onUpdate((update, from) => {
        if (from !== 'window') listener({ handle, update })
      }),
  }
  const open = { handle, name: null, place: null, readOnly: false, state: host.encode(), status: host.status(), recovered: 0 }
  const look = { translator: createTranslator('en'), theme: lightTheme }
  return createSession({ open, bridge, ...look, clock: () => new Date(), newId, toast: () => undefined, who: () => name })
}

/** All of the note is selected, and the first letter replaces it. */
async function writesOver(person: Person, text: string, chance: Chance): Promise<void> {
  person.typed = textOn(person.session.document.board())
  person.seen = person.typed
  let replaced = false
  for (const letter of text) {
    types(person, replaced ? person.typed + letter : letter, replaced)
    replaced = true
    await pause(chance() * 12)
  }
}

async function goesOn(person: Person, text: string, chance: Chance): Promise<void> {
  for (const letter of text) {
    types(person, person.typed + letter, true)
    await pause(chance() * 12)
  }
}

/** A key in the open field, which goes on holding what its own person typed. */
function types(person: Person, text: string, continues: boolean): void {
  writeText(person.session, NOTE, text, { draft: person.typed, continues })
  person.typed = text
}

async function wrongIn(people: readonly [Person, Person]): Promise<string | null> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { session, host } of people) {
      await session.settled()
      await host.save()
    }
  }
  const [b, d] = people
  const [board, other] = [b.session.document.board(), d.session.document.board()]
  if (listed(board).join('|') !== listed(other).join('|')) return `one has ${listed(board).join('|')}, the other ${listed(other).join('|')}`
  const lost = [
    [b, d],
    [d, b],
  ] as const
  for (const [writer, reader] of lost) {
    if (reader.seen !== writer.typed && !listed(board).some((text) => text.includes(writer.typed))) {
      return `"${writer.typed}" is gone; there are ${listed(board).join('|')}, and the other began to write over "${reader.seen}"`
    }
  }
  return null
}

function textOn(board: Board): string {
  return board.records.note.get('note_same')?.text ?? ''
}

/** On the board, or in a conflict that waits to be decided. */
function listed(board: Board): readonly string[] {
  const waiting = board.conflicts.flatMap(({ shown, other }) => [shown.value, other.value]).filter((value) => typeof value === 'string')
  return [...new Set([textOn(board), ...waiting])].toSorted()
}
