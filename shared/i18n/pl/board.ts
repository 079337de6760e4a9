import type { board as source } from '../en/board'

export const board: Record<keyof typeof source, string> = {
  'board.readOnly': 'Mapa jest otwarta tylko do odczytu. Aby ją zmienić, zapisz ją pod inną nazwą.',
  'board.unsent.closed': 'Tę mapę zamknięto w innym miejscu. Ostatnia zmiana jest tylko w tym oknie: zapisz mapę pod inną nazwą.',
  'board.unsent.read-only': 'Mapa jest otwarta tylko do odczytu, więc zmiana nie została zachowana.',
  'board.unsent.other':
    'Ostatniej zmiany nie udało się jeszcze zachować na tym komputerze. Wayline spróbuje ponownie przy następnej zmianie.',
  'board.noPersona': 'Żadna persona nie ma widocznej krzywej. Najpierw dodaj personę albo pokaż jej krzywą.',
  'board.emotionsOnly': 'Punkty emocji umieszcza się w wierszu emocji.',
  'board.noCellHere': 'Karteczki umieszcza się w komórkach. Ten wiersz ich nie ma.',
  'board.touchpointsOnly': 'Punkty styku umieszcza się w wierszu punktów styku.',
}
