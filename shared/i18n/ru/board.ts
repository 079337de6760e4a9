import type { board as source } from '../en/board'

export const board: Record<keyof typeof source, string> = {
  'board.readOnly': 'Карта открыта только для чтения. Чтобы её изменить, сохраните её под другим именем.',
  'board.unsent.closed': 'Карту закрыли в другом месте. Последнее изменение есть только в этом окне: сохраните карту под другим именем.',
  'board.unsent.read-only': 'Карта открыта только для чтения, изменение не сохранено.',
  'board.unsent.other': 'Последнее изменение пока не удалось сохранить на этом компьютере. Wayline попробует снова при следующей правке.',
}
