import { describe, expect, it } from 'vitest'
import { samplePatches, templatePatches } from '../../../shared/import/template'
import { iconPath } from '../../../shared/scene/icons'
import { LANGUAGES } from '../../../shared/i18n/translator'
import { criticalPoints } from '../../../shared/analysis/criticalPoints'
import { allSteps, notesInCell, type Board } from '../../../shared/model/board'
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/model/templateIds'
import { countingIds, documentWith } from '../../support/importing'

function boardOf(templateId: TemplateId, language: (typeof LANGUAGES)[number]): Board {
  return cleanBoard(templatePatches(templateId, language, countingIds()))
}

function cleanBoard(patches: Parameters<typeof documentWith>[0]): Board {
  const document = documentWith(patches)
  expect(document.problems()).toEqual([])
  return document.board()
}

const COUNTS: Readonly<Record<TemplateId, { kind: string; stages: number; steps: number; lanes: number; points: number }>> = {
  'cjm-classic': { kind: 'cjm', stages: 6, steps: 6, lanes: 10, points: 0 },
  'cjm-funnel': { kind: 'cjm', stages: 4, steps: 4, lanes: 10, points: 0 },
  blueprint: { kind: 'blueprint', stages: 5, steps: 5, lanes: 12, points: 0 },
  ujm: { kind: 'ujm', stages: 6, steps: 13, lanes: 9, points: 0 },
  lxm: { kind: 'lxm', stages: 6, steps: 6, lanes: 9, points: 0 },
  blank: { kind: 'cjm', stages: 5, steps: 5, lanes: 5, points: 0 },
}

const everyTemplate = TEMPLATE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const))

describe('templates', () => {
  it.each(everyTemplate)('%s in %s is a good map of the expected size', (id, language) => {
    const board = boardOf(id, language)

    expect({
      kind: board.settings.kind,
      stages: board.stages.length,
      steps: allSteps(board).length,
      lanes: board.lanes.length,
      points: [...board.pointsOf.values()].flat().length,
    }).toEqual(COUNTS[id])
    expect(board.inbox).toEqual([])
  })

  it.each(everyTemplate)('%s in %s names its stages, and no lane or persona, so that those follow the reader', (id, language) => {
    const board = boardOf(id, language)

    expect(board.stages.filter((stage) => stage.title.trim() === '')).toEqual([])
    expect(board.lanes.filter((lane) => lane.title !== undefined)).toEqual([])
    expect(board.personas.map((persona) => persona.name)).toEqual([''])
    expect(board.settings.title).toBe('')
  })

  it.each(TEMPLATE_IDS)('%s keeps a key in every stage, step and lane, the same in every language', (id) => {
    const [first, ...others] = LANGUAGES.map((language) => {
      const board = boardOf(id, language)
      return [...board.stages, ...allSteps(board), ...board.lanes].map((record) => record.templateKey)
    })

    expect(first).not.toContain(undefined)
    expect(new Set(first).size).toBeGreaterThan(5)
    for (const keys of others) expect(keys).toEqual(first)
  })

  it.each(TEMPLATE_IDS)('%s is in three languages, not in one three times', (id) => {
    const titles = LANGUAGES.map((language) => boardOf(id, language).stages.map((stage) => stage.title))

    expect(titles[1]?.join('')).toMatch(/^[\p{Script=Cyrillic}\s,]+$/u)
    expect(titles[0]).not.toEqual(titles[2])
    expect(titles[0]?.join('')).not.toMatch(/\p{Script=Cyrillic}/u)
  })

  it('has the three lines of a service blueprint between the rows they divide', () => {
    const kinds = boardOf('blueprint', 'en').lanes.map((lane) => lane.kind)

    expect(kinds.filter((kind) => /^line|Stage$|^support$|^actions$/.test(kind))).toEqual([
      'actions',
      'lineOfInteraction',
      'frontStage',
      'lineOfVisibility',
      'backStage',
      'lineOfInternalInteraction',
      'support',
    ])
  })

  it('gives two maps of one template different ids', () => {
    const newId = countingIds()
    const ids = [templatePatches('blank', 'en', newId), templatePatches('blank', 'en', newId)].map((patches) =>
      patches.flatMap((patch) => (patch.op === 'add' ? patch.record.id : [])),
    )

    expect(new Set(ids.flat()).size).toBe(ids.flat().length)
  })
})

describe('the sample', () => {
  it.each(LANGUAGES)('is a full map in %s', (language) => {
    const board = cleanBoard(samplePatches(language, countingIds()))

    expect({
      stages: board.stages.length,
      steps: allSteps(board).length,
      lanes: board.lanes.length,
      notes: [...board.notesIn.values()].flat().length,
      inbox: board.inbox.length,
      personas: board.personas.map((persona) => [persona.color, persona.marker]),
      points: [...board.pointsOf.values()].map((points) => points.length),
    }).toEqual({
      stages: 6,
      steps: 12,
      lanes: 10,
      notes: 92,
      inbox: 0,
      personas: [
        ['teal', 'circle'],
        ['magenta', 'diamond'],
      ],
      points: [12, 12],
    })
    expect(board.stages.filter((stage) => stage.duration === '')).toEqual([])
    expect(allSteps(board).filter((step) => step.title === '')).toEqual([])
    expect(board.settings.title).not.toBe('')
    expect(board.settings.scenario).not.toBe('')
  })

  it('has the three critical points of the design', () => {
    const board = cleanBoard(samplePatches('en', countingIds()))
    const critical = criticalPoints(board)
    const points = [...board.pointsOf.values()].flat().filter((point) => critical.has(point.id))

    expect(points.map((point) => point.label).sort()).toEqual([
      'Same payslips, twice',
      'Strangers pay less than we do',
      'Valuation three weeks late',
    ])
  })

  it('puts only icons that can be drawn beside its touchpoints', () => {
    const board = cleanBoard(samplePatches('en', countingIds()))
    const lane = board.lanes.find(({ kind }) => kind === 'touchpoints')
    const notes = board.stages.flatMap((stage) => (lane ? notesInCell(board, { laneId: lane.id, columnId: stage.id }) : []))

    expect(notes).toHaveLength(22)
    expect(notes.filter(({ icon }) => icon === undefined || iconPath(icon) === undefined)).toEqual([])
  })

  it('quotes people in the marks of each language', () => {
    const thoughts = LANGUAGES.map((language) => {
      const board = cleanBoard(samplePatches(language, countingIds()))
      const lane = board.lanes.find(({ kind }) => kind === 'thoughts')
      return board.stages.flatMap((stage) =>
        (lane ? notesInCell(board, { laneId: lane.id, columnId: stage.id }) : []).map(({ text }) => text),
      )
    })

    for (const text of thoughts[0] ?? []) expect(text).toMatch(/^“.*”$/)
    for (const text of thoughts[1] ?? []) expect(text).toMatch(/^«.*»$/)
    for (const text of thoughts[2] ?? []) expect(text).toMatch(/^„.*”$/)
  })
})
