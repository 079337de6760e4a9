import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignMaps, alignSteps } from '../../../shared/merge/alignMaps'
import { alignRows, moveMember, withoutMap, type Alignable, type AlignedRow } from '../../../shared/merge/alignRows'
import { foldName, likeness } from '../../../shared/merge/nameLikeness'
import { allSteps } from '../../../shared/model/board'
import { anyBoard } from '../../support/anyBoard'
import { groupBoard, withIdsOf } from '../../support/groupBoards'

/** Rows as the names of their members, a dash where a map has none. */
function rowsOf(lists: readonly (readonly string[])[]): string[] {
  const items = lists.map((list, map) => list.map((name, i): Alignable => ({ id: `${map}.${i}`, name })))
  const nameOf = new Map(items.flat().map(({ id, name }) => [id, name]))
  return alignRows(items).map(({ members }) => members.map((id) => (id === null ? '-' : (nameOf.get(id) ?? ''))).join(' | '))
}

const word = fc.constantFrom(
  'Search',
  'Searching',
  'Purchase',
  'Покупка',
  'покупка ',
  'Użytkowanie',
  'uzytkowanie',
  'Stage 1',
  'Stage 2',
  '',
  'Aftercare',
)
const anyList = fc.uniqueArray(
  fc.record({
    id: fc.nat(12).map((n) => `id${n}`),
    name: word,
    templateKey: fc.option(fc.constantFrom('need', 'search', 'use'), { nil: undefined }),
    sort: fc.constantFrom('notes', 'curve'),
    role: fc.option(fc.constantFrom('actions', 'kpi'), { nil: undefined }),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)
const anyLists = fc.array(anyList, { minLength: 1, maxLength: 8 })

function column(rows: readonly AlignedRow<string>[], map: number): string[] {
  return rows.flatMap(({ members }) => members[map] ?? [])
}

describe('aligning the maps of parallel groups', () => {
  it('puts the same id together whatever it is called by now', () => {
    const rows = alignRows([
      [{ id: 'a', name: 'Search' }],
      [
        { id: 'b', name: 'Search' },
        { id: 'a', name: 'Look round' },
      ],
    ])
    expect(rows).toEqual([{ members: [null, 'b'] }, { members: ['a', 'a'] }])
  })

  it('puts the same key of a template together before the same name', () => {
    const rows = alignRows([
      [{ id: 'a', name: 'Need', templateKey: 'need' }],
      [
        { id: 'b', name: 'Need', templateKey: 'search' },
        { id: 'c', name: 'Potrzeba', templateKey: 'need' },
      ],
    ])
    expect(rows).toEqual([{ members: [null, 'b'] }, { members: ['a', 'c'] }])
  })

  it('takes no notice of case, blanks, accents and punctuation', () => {
    expect(
      rowsOf([
        ['Użytkowanie', 'Приём заказа'],
        [' UZYTKOWANIE', '«Прием  заказа»'],
      ]),
    ).toEqual(['Użytkowanie |  UZYTKOWANIE', 'Приём заказа | «Прием  заказа»'])
  })

  it('puts alike names together, the most alike first, but not different numbers or different words', () => {
    expect(
      rowsOf([
        ['Pre-approval', 'Stage 1', 'Purchase'],
        ['Approval', 'Stage 2', 'Leave'],
      ]),
    ).toEqual(['Pre-approval | Approval', 'Stage 1 | -', 'Purchase | -', '- | Stage 2', '- | Leave'])
  })

  it('puts what only one group has where it stands in its own map', () => {
    expect(
      rowsOf([
        ['Need', 'Purchase'],
        ['Need', 'Compare', 'Purchase', 'Leave'],
        ['Advert', 'Need', 'Test', 'Purchase'],
      ]),
    ).toEqual([
      '- | - | Advert',
      'Need | Need | Need',
      '- | Compare | -',
      '- | - | Test',
      'Purchase | Purchase | Purchase',
      '- | Leave | -',
    ])
  })

  it('has everything of every map in exactly one row, of its own sort, and never two of one map in a row', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        const rows = alignRows(lists)
        lists.forEach((list, map) => expect(column(rows, map).toSorted()).toEqual(list.map(({ id }) => id).toSorted()))
        for (const { members } of rows) {
          expect(members).toHaveLength(lists.length)
          const sorts = members.flatMap((id, map) => (id === null ? [] : (lists[map]?.find((item) => item.id === id)?.sort ?? [])))
          expect(new Set(sorts).size).toBe(1)
        }
      }),
    )
  })

  it('keeps the order of the first map, and of every map that agrees with the rows before it', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        const rows = alignRows(lists)
        expect(column(rows, 0)).toEqual(lists[0]?.map(({ id }) => id))
        lists.forEach((list, map) => {
          const before = alignRows(lists.slice(0, map + 1))
          const shared = before
            .map(({ members }, at) => ({ members, at }))
            .filter(({ members }) => members.slice(0, map).some((id) => id !== null))
          const own = shared.flatMap(({ members }) => members[map] ?? [])
          const agrees = own.every((id, i) => i === 0 || indexIn(list, own[i - 1]) < indexIn(list, id))
          if (agrees) expect(column(rows, map)).toEqual(list.map(({ id }) => id))
        })
      }),
    )
  })

  it('says the same of the same maps again, and puts copies of one map together whole', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 2, max: 8 }), (list, copies) => {
        const lists = Array.from({ length: copies }, () => list)
        const rows = alignRows(lists)
        expect(rows).toEqual(list.map(({ id }) => ({ members: lists.map(() => id) })))
        expect(alignRows(lists)).toEqual(rows)
      }),
    )
  })

  it('has every stage, step and lane of real maps in exactly one row', () => {
    fc.assert(
      fc.property(fc.array(anyBoard, { minLength: 2, maxLength: 4 }), fc.boolean(), (boards, strangers) => {
        const maps = strangers ? boards.map((board, i) => withIdsOf(board, i)) : boards
        const { stages, lanes } = alignMaps(maps)
        const steps = stages.flatMap((row) => alignSteps(maps, row))
        maps.forEach((board, map) => {
          expect(column(stages, map).toSorted()).toEqual(board.stages.map(({ id }) => id as string).toSorted())
          expect(column(lanes, map).toSorted()).toEqual(board.lanes.map(({ id }) => id as string).toSorted())
          expect(column(steps, map).toSorted()).toEqual(
            allSteps(board)
              .map(({ id }) => id as string)
              .toSorted(),
          )
        })
      }),
      { numRuns: 40 },
    )
  })

  it('puts lanes that only have a kind together, and the only steps of aligned stages', () => {
    const maps = [
      groupBoard('a', { stages: [{ title: 'Buy', steps: ['Sign'] }], lanes: [{ kind: 'actions' }, { kind: 'emotions' }] }),
      groupBoard('b', {
        stages: [{ title: 'buy', steps: [''] }],
        lanes: [{ kind: 'emotions' }, { kind: 'actions', title: 'What she does' }],
      }),
    ]
    const { stages, lanes } = alignMaps(maps)
    expect(lanes.map(({ members }) => members)).toEqual([
      ['lane_a0', 'lane_b1'],
      ['lane_a1', 'lane_b0'],
    ])
    expect(stages.flatMap((row) => alignSteps(maps, row))).toEqual([{ members: ['step_a0-0', 'step_b0-0'] }])
  })
})

describe('changing an alignment by hand', () => {
  const rows: readonly AlignedRow<string>[] = [{ members: ['a', 'x'] }, { members: ['b', null] }, { members: [null, 'y'] }]

  it('moves one map to another row and takes away a row that is left empty', () => {
    expect(moveMember(rows, { map: 1, from: 2, to: 1 })).toEqual([{ members: ['a', 'x'] }, { members: ['b', 'y'] }])
  })

  it('lets two things of one map change places', () => {
    expect(moveMember(rows, { map: 1, from: 0, to: 2 })).toEqual([
      { members: ['a', 'y'] },
      { members: ['b', null] },
      { members: [null, 'x'] },
    ])
  })

  it('gives a row of its own right behind the one it left', () => {
    expect(moveMember(rows, { map: 1, from: 0, to: null })).toEqual([
      { members: ['a', null] },
      { members: [null, 'x'] },
      { members: ['b', null] },
      { members: [null, 'y'] },
    ])
  })

  it('never loses or doubles anything, whatever is moved where', () => {
    fc.assert(
      fc.property(
        anyLists,
        fc.array(fc.record({ map: fc.nat(7), from: fc.nat(12), to: fc.option(fc.nat(12), { nil: null }) }), { maxLength: 12 }),
        (lists, moves) => {
          let changed: readonly AlignedRow<string>[] = alignRows(lists)
          for (const move of moves) if (move.to === null || move.to < changed.length) changed = moveMember(changed, move)
          lists.forEach((list, map) => expect(column(changed, map).toSorted()).toEqual(list.map(({ id }) => id).toSorted()))
        },
      ),
    )
  })
})

describe('maps that come and go after rows were put together by hand', () => {
  const moves = fc.array(fc.record({ map: fc.nat(7), from: fc.nat(9), to: fc.option(fc.nat(9)) }), { maxLength: 6 })

  it('come as they would have at once, where nothing was changed by hand', () => {
    fc.assert(
      fc.property(anyLists, fc.nat(8), (lists, count) => {
        expect(alignRows(lists, alignRows(lists.slice(0, count)))).toEqual(alignRows(lists))
      }),
    )
  })

  it('leave the rows of the maps that stay as they are', () => {
    fc.assert(
      fc.property(anyLists, anyList, moves, (lists, more, made) => {
        let rows: readonly AlignedRow<string>[] = alignRows(lists)
        for (const { map, from, to } of made) if (to === null || to < rows.length) rows = moveMember(rows, { map, from, to })
        const longer = alignRows([...lists, more], rows)
        expect(withoutMap(longer, lists.length)).toEqual(rows)
        expect(column(longer, lists.length).toSorted()).toEqual(more.map(({ id }) => id).toSorted())
        const shorter = withoutMap(rows, 0)
        for (const { members } of shorter) expect(rows.map((row) => row.members.slice(1))).toContainEqual(members)
        expect(shorter.flatMap(({ members }) => members).filter((id) => id !== null)).toHaveLength(lists.slice(1).flat().length)
      }),
    )
  })
})

describe('likeness of names', () => {
  it('is the same both ways, 1 for the same name and 0 for nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [left, right] = [foldName(a), foldName(b)]
        expect(likeness(left, right)).toBeCloseTo(likeness(right, left), 12)
        expect(likeness(left, left)).toBe(left === '' ? 0 : 1)
        expect(likeness(left, '')).toBe(0)
      }),
    )
  })
})

function indexIn(list: readonly Alignable[], id: string | undefined): number {
  return list.findIndex((item) => item.id === id)
}
