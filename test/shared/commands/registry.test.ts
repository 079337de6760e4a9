import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../shared/commands/command'
import { COMMANDS } from '../../../shared/commands/registry'
import { createTranslator, LANGUAGES, type MessageKey } from '../../../shared/i18n/translator'
import type { EditWhat } from '../../../shared/model/edit'

const FOLDER = 'shared/commands'
const sources = readdirSync(FOLDER).map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
const tests = readdirSync(`test/${FOLDER}`).map((file) => readFileSync(`test/${FOLDER}/${file}`, 'utf8'))

/** Names of every exported command, as the sources have them. */
const exported = sources.flatMap((source) => [...source.matchAll(/export const (\w+) = defineCommand\(\{\s*id: '([\w.]+)'/g)])

describe('the registry of commands', () => {
  it('lists every command once', () => {
    expect(COMMANDS.map((command) => command.id).sort()).toEqual(exported.map((match) => match[2] ?? '').sort())
    expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length)
  })

  it.each(exported.map((match) => match[1] ?? ''))('%s has a test that runs it', (name) => {
    expect(tests.some((test) => new RegExp(`(run|refusal|plan)\\(${name}[,)]`).test(test))).toBe(true)
  })
})

// Their values are types only; a missing one does not compile here.
const EDITS: Readonly<Record<EditWhat, MessageKey>> = {
  addNote: 'edit.addNote',
  editNote: 'edit.editNote',
  moveNotes: 'edit.moveNotes',
  recolorNotes: 'edit.recolorNotes',
  markNotes: 'edit.markNotes',
  proofNotes: 'edit.proofNotes',
  personaNotes: 'edit.personaNotes',
  iconNotes: 'edit.iconNotes',
  duplicateNotes: 'edit.duplicateNotes',
  deleteNotes: 'edit.deleteNotes',
  placeNotes: 'edit.placeNotes',
  toInbox: 'edit.toInbox',
  pasteNotes: 'edit.pasteNotes',
  addPoint: 'edit.addPoint',
  movePoint: 'edit.movePoint',
  labelPoint: 'edit.labelPoint',
  deletePoint: 'edit.deletePoint',
  confirmPoint: 'edit.confirmPoint',
  addStage: 'edit.addStage',
  renameStage: 'edit.renameStage',
  moveStage: 'edit.moveStage',
  deleteStage: 'edit.deleteStage',
  addStep: 'edit.addStep',
  renameStep: 'edit.renameStep',
  moveStep: 'edit.moveStep',
  deleteStep: 'edit.deleteStep',
  addLane: 'edit.addLane',
  renameLane: 'edit.renameLane',
  moveLane: 'edit.moveLane',
  deleteLane: 'edit.deleteLane',
  changeLane: 'edit.changeLane',
  hideLane: 'edit.hideLane',
  showLane: 'edit.showLane',
  collapseLane: 'edit.collapseLane',
  expandLane: 'edit.expandLane',
  addPersona: 'edit.addPersona',
  changePersona: 'edit.changePersona',
  deletePersona: 'edit.deletePersona',
  showCurve: 'edit.showCurve',
  hideCurve: 'edit.hideCurve',
  mapSettings: 'edit.mapSettings',
  import: 'edit.import',
  restore: 'edit.restore',
  restoreMap: 'edit.restoreMap',
  merge: 'edit.merge',
  settleConflicts: 'edit.settleConflicts',
}
const REFUSALS: Readonly<Record<Refusal, MessageKey>> = {
  'cell-missing': 'refusal.cell-missing',
  'note-missing': 'refusal.note-missing',
  'stage-missing': 'refusal.stage-missing',
  'step-missing': 'refusal.step-missing',
  'lane-missing': 'refusal.lane-missing',
  'persona-missing': 'refusal.persona-missing',
  'point-missing': 'refusal.point-missing',
  'conflict-missing': 'refusal.conflict-missing',
  'last-step': 'refusal.last-step',
  'last-stage': 'refusal.last-stage',
  'too-many': 'refusal.too-many',
  'too-long': 'refusal.too-long',
  'lane-span-fixed': 'refusal.lane-span-fixed',
  'bad-value': 'refusal.bad-value',
  'nothing-to-do': 'refusal.nothing-to-do',
}

describe.each(LANGUAGES)('in %s', (language) => {
  const translator = createTranslator(language)

  it('undo has a name for every edit, for one thing and for many', () => {
    for (const key of Object.values(EDITS))
      for (const count of [1, 3, 5, 21]) {
        const edit = translator.t(key, { count })
        expect(edit).not.toBe(key)
        expect(edit).not.toContain('{{')
        expect(translator.t('undo.named', { edit })).toContain(edit)
      }
  })

  it('every refusal has a sentence', () => {
    for (const key of Object.values(REFUSALS)) expect(translator.t(key)).toMatch(/\p{Lu}.*\.$/u)
  })
})

it('says it as people do', () => {
  const undo = (language: 'en' | 'ru' | 'pl', count: number): string => {
    const translator = createTranslator(language)
    return translator.t('undo.named', { edit: translator.t('edit.moveNotes', { count }) })
  }
  expect(undo('en', 3)).toBe('Undo move 3 notes')
  expect(undo('ru', 3)).toBe('Отменить перемещение 3\u00a0стикеров')
  expect(undo('pl', 1)).toBe('Cofnij przeniesienie karteczki')
})
