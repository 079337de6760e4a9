import type { edits as source } from '../en/edits'
import { plural } from '../messages'

/** Names of edits are in the accusative, because they stand after "Отменить" and "Повторить". */
export const edits: typeof source = {
  'undo.named': 'Отменить {{edit}}',
  'redo.named': 'Повторить {{edit}}',

  'edit.addNote': 'добавление стикера',
  'edit.editNote': 'редактирование стикера',
  'edit.moveNotes': ofNotes('перемещение'),
  'edit.recolorNotes': ofNotes('изменение цвета'),
  'edit.markNotes': ofNotes('изменение отметки'),
  'edit.proofNotes': ofNotes('изменение статуса'),
  'edit.personaNotes': ofNotes('изменение персон'),
  'edit.iconNotes': ofNotes('изменение значка'),
  'edit.duplicateNotes': ofNotes('дублирование'),
  'edit.deleteNotes': ofNotes('удаление'),
  'edit.placeNotes': ofNotes('размещение'),
  'edit.toInbox': plural({
    one: 'перемещение {{count}} стикера во входящие',
    few: 'перемещение {{count}} стикеров во входящие',
    many: 'перемещение {{count}} стикеров во входящие',
    other: 'перемещение {{count}} стикера во входящие',
  }),
  'edit.pasteNotes': ofNotes('вставку'),
  'edit.addPoint': 'добавление точки эмоций',
  'edit.movePoint': 'перемещение точки эмоций',
  'edit.labelPoint': 'изменение подписи точки эмоций',
  'edit.deletePoint': 'удаление точки эмоций',
  'edit.confirmPoint': 'подтверждение точки эмоций',
  'edit.addStage': 'добавление этапа',
  'edit.renameStage': 'переименование этапа',
  'edit.moveStage': 'перемещение этапа',
  'edit.deleteStage': 'удаление этапа',
  'edit.addStep': 'добавление шага',
  'edit.renameStep': 'переименование шага',
  'edit.moveStep': 'перемещение шага',
  'edit.deleteStep': 'удаление шага',
  'edit.addLane': 'добавление дорожки',
  'edit.renameLane': 'переименование дорожки',
  'edit.moveLane': 'перемещение дорожки',
  'edit.deleteLane': 'удаление дорожки',
  'edit.changeLane': 'изменение дорожки',
  'edit.hideLane': 'скрытие дорожки',
  'edit.showLane': plural({
    one: 'отображение {{count}} дорожки',
    few: 'отображение {{count}} дорожек',
    many: 'отображение {{count}} дорожек',
    other: 'отображение {{count}} дорожки',
  }),
  'edit.collapseLane': 'сворачивание дорожки',
  'edit.expandLane': 'разворачивание дорожки',
  'edit.addPersona': 'добавление персоны',
  'edit.changePersona': 'изменение персоны',
  'edit.deletePersona': 'удаление персоны',
  'edit.showCurve': 'отображение кривой',
  'edit.hideCurve': 'скрытие кривой',
  'edit.restoreMap': 'возврат к прежней версии',
  'edit.mapSettings': 'изменение сведений о карте',
  'edit.import': 'импорт',
  'edit.restore': plural({
    one: 'восстановление {{count}} объекта',
    few: 'восстановление {{count}} объектов',
    many: 'восстановление {{count}} объектов',
    other: 'восстановление {{count}} объекта',
  }),

  'refusal.cell-missing': 'Этой ячейки больше нет на доске.',
  'refusal.note-missing': 'Этот стикер уже удалён.',
  'refusal.stage-missing': 'Этот этап уже удалён.',
  'refusal.step-missing': 'Этот шаг уже удалён.',
  'refusal.lane-missing': 'Эта дорожка уже удалена.',
  'refusal.persona-missing': 'Эта персона уже удалена.',
  'refusal.point-missing': 'Эта точка эмоций уже удалена.',
  'refusal.last-step': 'У этапа должен быть хотя бы один шаг. Сначала добавьте другой шаг или удалите этап целиком.',
  'refusal.last-stage': 'На карте должен быть хотя бы один этап. Сначала добавьте другой.',
  'refusal.too-many': 'Карта заполнена: больше таких объектов не поместится. Сначала удалите лишние.',
  'refusal.too-long': 'Текст слишком длинный. Сократите его.',
  'refusal.lane-span-fixed': 'У дорожки такого вида нельзя выбрать деление на шаги или этапы. Возьмите дорожку другого вида.',
  'refusal.bad-value': 'Здесь такое значение невозможно.',
  'refusal.nothing-to-do': 'Менять нечего.',
}

function ofNotes(what: string): { one: string; few: string; many: string; other: string } {
  const one = `${what} {{count}} стикера`
  const many = `${what} {{count}} стикеров`
  return { one, few: many, many, other: one }
}
