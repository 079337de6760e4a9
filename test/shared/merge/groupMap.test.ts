import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignMaps } from '../../../shared/merge/alignMaps'
import type { Group } from '../../../shared/merge/group'
import { groupMapPatches } from '../../../shared/merge/groupMap'
import { notesInCell, type Board } from '../../../shared/model/board'
import { LIMITS } from '../../../shared/model/limits'
import { applyPatches } from '../../../shared/model/patch'
import { anyBoard } from '../../support/anyBoard'
import { emptyBoard, groupBoard, withIdsOf } from '../../support/groupBoards'
import { countingIds, documentWith } from '../../support/importing'

const OPTIONS = { title: 'All groups', meanName: 'Mean' }

function merged(groups: readonly Group[], alignment = alignMaps(groups.map(({ board }) => board))): Board {
  const patches = groupMapPatches(groups, alignment, { ...OPTIONS, newId: countingIds() })
  if (!patches.ok) throw new Error(`not merged: ${JSON.stringify(patches)}`)
  return applyPatches(emptyBoard(), patches.value)
}

/** `lane / stage / step: text` of every note in reading order, `inbox: text` of the rest; a line break shows as a bar. */
function notesOf(board: Board): string[] {
  const placed = board.lanes.flatMap((lane) =>
    board.stages.flatMap((stage) => {
      const steps = board.stepsOf.get(stage.id) ?? []
      const columns = lane.span === 'stage' ? [{ id: stage.id, title: '' }] : steps
      return columns.flatMap(({ id, title }) =>
        notesInCell(board, { laneId: lane.id, columnId: id }).map((note) => {
          const place = [lane.title ?? lane.kind, stage.title, title].filter((name) => name !== '').join(' / ')
          return `${place}: ${note.text.replaceAll('\n', ' | ')}`
        }),
      )
    }),
  )
  return [...placed, ...board.inbox.map(({ text }) => `inbox: ${text.replaceAll('\n', ' | ')}`)]
}

function curvesOf(board: Board): string[] {
  return board.personas.map(({ id, name }) => `${name}: ${(board.pointsOf.get(id) ?? []).map(({ value }) => value).join(' ')}`)
}

function allNotes(board: Board): readonly { readonly text: string }[] {
  return [...board.notesIn.values(), board.inbox].flat()
}

const north = groupBoard('n', {
  stages: [
    { title: 'Search', steps: ['', 'Compare'], duration: '2 weeks' },
    { title: 'Purchase', steps: [''] },
  ],
  lanes: [{ kind: 'actions' }, { kind: 'goals', span: 'stage' }, { kind: 'emotions' }],
  notes: [
    [0, 0, 0, 'Asks friends'],
    [0, 0, 1, 'Reads reviews'],
    [1, 1, 0, 'Be done with it'],
    [-1, 0, 0, 'Without a place'],
  ],
  personas: [{ name: 'Anna', values: { '0-0': 2, '1-0': -4 } }],
  scenario: 'Buys a flat',
})
const south = groupBoard('s', {
  stages: [
    { title: 'search', steps: [''], duration: '3 weeks' },
    { title: 'Purchase', steps: [''] },
    { title: 'Repairs', steps: [''] },
  ],
  lanes: [{ kind: 'goals', title: 'What they want' }, { kind: 'actions' }, { kind: 'emotions' }],
  notes: [
    [1, 0, 0, 'Walks past', { author: 'Oleg', mark: 'pain', color: 'rose' }],
    [0, 1, 0, 'A fair price'],
    [1, 2, 0, 'Calls a plumber'],
  ],
  personas: [{ name: '', values: { '0-0': 1.5, '2-0': -1 } }],
  scenario: 'Sells a flat',
})
const GROUPS: readonly Group[] = [
  { name: 'North', board: north },
  { name: 'South', board: south },
]

function byValue(a: number, b: number): number {
  return a - b
}

describe('merging the maps of parallel groups', () => {
  it('stacks the notes in their common cells, group by group, each with the name of its group', () => {
    expect(notesOf(merged(GROUPS))).toEqual([
      'actions / Search: Asks friends | — North',
      'actions / Search: Walks past | — South',
      'actions / Search / Compare: Reads reviews | — North',
      'actions / Repairs: Calls a plumber | — South',
      'goals / Purchase: Be done with it | — North',
      'goals / Purchase: A fair price | — South',
      'inbox: Without a place | — North',
    ])
  })

  it('keeps what a note is besides its text, and names the group before the author', () => {
    const note = allNotes(merged(GROUPS)).find(({ text }) => text.startsWith('Walks'))
    expect(note).toMatchObject({ author: 'South: Oleg', mark: 'pain', color: 'rose' })
  })

  it('keeps a curve for each persona of each group, and one of their mean, with gaps where nobody has a value', () => {
    const board = merged(GROUPS)
    expect(curvesOf(board)).toEqual(['North: Anna: 2 -4', 'South: 1.5 -1', 'Mean: 2 -4 -1'])
    const [first] = board.stages
    const compare = board.stepsOf.get(first?.id ?? 'stage_none')?.[1]
    expect([...board.pointsOf.values()].flat().some(({ stepId }) => stepId === compare?.id)).toBe(false)
  })

  it('tells every curve apart by colour and shape, the mean too', () => {
    const looks = merged([...GROUPS, ...GROUPS, ...GROUPS, ...GROUPS].map((group, i) => ({ ...group, name: `${i}` }))).personas
    expect(new Set(looks.map(({ color, marker }) => `${color} ${marker}`)).size).toBe(9)
  })

  it('joins names and durations the groups have different, and tells whose scenario is whose', () => {
    const board = merged(GROUPS)
    expect(board.stages.map(({ title, duration }) => [title, duration])).toEqual([
      ['Search', '2 weeks / 3 weeks'],
      ['Purchase', ''],
      ['Repairs', ''],
    ])
    expect(board.settings).toMatchObject({ title: 'All groups', scenario: 'North: Buys a flat\n\nSouth: Sells a flat' })
  })

  it('puts a scenario that finds no room beside the others into the inbox', () => {
    const long = { ...south, settings: { ...south.settings, scenario: 'x'.repeat(LIMITS.longText - 10) } }
    const board = merged([
      { name: 'North', board: north },
      { name: 'South', board: long },
    ])
    expect(board.settings.scenario).toBe('North: Buys a flat')
    expect(board.inbox.some(({ text }) => text.startsWith('xxx') && text.endsWith('— South'))).toBe(true)
  })

  it('goes by what people made of the alignment', () => {
    const { stages, lanes } = alignMaps([north, south])
    const apart = stages
      .flatMap(({ members: [a = null, b = null] }) => [{ members: [a, null] }, { members: [null, b] }])
      .filter(({ members }) => members.some(Boolean))
    const board = merged(GROUPS, { stages: apart, lanes })
    expect(board.stages.map(({ title }) => title)).toEqual(['Search', 'search', 'Purchase', 'Purchase', 'Repairs'])
    expect(allNotes(board)).toHaveLength(7)
  })

  it('refuses what does not fit into one map, and says what', () => {
    const crowd = groupBoard('c', {
      stages: [{ title: 'One', steps: [''] }],
      lanes: [],
      personas: Array.from({ length: 11 }, (_, i) => ({ name: `P${i}`, values: {} })),
    })
    const groups = [
      { name: 'A', board: crowd },
      { name: 'B', board: withIdsOf(crowd, 2) },
    ]
    expect(groupMapPatches(groups, alignMaps(groups.map(({ board }) => board)), { ...OPTIONS, newId: countingIds() })).toEqual({
      ok: false,
      code: 'too-large',
      detail: { what: 'personas', count: 22, limit: 20 },
    })
  })

  it('loses no note of any map, and puts every one that had a place on the board', () => {
    fc.assert(
      fc.property(fc.array(anyBoard, { minLength: 2, maxLength: 4 }), fc.boolean(), (boards, strangers) => {
        const maps = strangers ? boards.map((board, i) => withIdsOf(board, i)) : boards
        const groups = maps.map((board, i) => ({ name: `Group ${i + 1}`, board }))
        const board = merged(groups)
        const wanted = groups.flatMap((group) =>
          allNotes(group.board).map(({ text }) => (text === '' ? `— ${group.name}` : `${text}@${group.name}`)),
        )
        const found = allNotes(board).map(({ text }) => text.replace(/(?:\n| )— (Group \d)$/, '@$1'))
        expect(found.toSorted()).toEqual(wanted.toSorted())
        expect(board.inbox).toHaveLength(maps.reduce((sum, { inbox }) => sum + inbox.length, 0))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps every value of every curve, and means of what is there', () => {
    fc.assert(
      fc.property(fc.array(anyBoard, { minLength: 2, maxLength: 4 }), (boards) => {
        const groups = boards.map((board, i) => ({ name: `Group ${i + 1}`, board }))
        const board = merged(groups)
        const points = [...board.pointsOf.values()].flat()
        const mean = board.personas.find(({ name }) => name === 'Mean')
        const own = points.filter(({ personaId }) => personaId !== mean?.id)
        const values = boards.flatMap(({ pointsOf }) => [...pointsOf.values()].flat().map(({ value }) => value))
        expect(own.map(({ value }) => value).toSorted(byValue)).toEqual(values.toSorted(byValue))
        expect(mean === undefined).toBe(values.length === 0)
        for (const { stepId, curve, value } of (mean && board.pointsOf.get(mean.id)) ?? []) {
          const same = own.filter((point) => point.stepId === stepId && point.curve === curve).map((point) => point.value)
          expect(Math.abs(value - same.reduce((sum, one) => sum + one, 0) / same.length)).toBeLessThanOrEqual(0.25 + 1e-9)
          expect(Number.isInteger(value * 2) && !Object.is(value, -0)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('makes a map that a document takes as it is', () => {
    const patches = groupMapPatches(GROUPS, alignMaps([north, south]), { ...OPTIONS, newId: countingIds() })
    const document = documentWith(patches.ok ? patches.value : [])
    expect(document.problems()).toEqual([])
    expect(notesOf(document.board())).toEqual(notesOf(merged(GROUPS)))
  })
})
