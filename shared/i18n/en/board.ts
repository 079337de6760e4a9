export const board = {
  'board.readOnly': 'This map is open for reading only. Save it under another name to change it.',
  'board.unsent.closed': 'This map was closed elsewhere. Your last change is in this window only: save the map under another name.',
  'board.unsent.read-only': 'This map is open for reading only, so the change was not kept.',
  'board.unsent.other': 'The last change could not be kept on this computer yet. Wayline tries again with your next change.',
  'board.noPersona': 'No persona has a visible curve. Add a persona or show its curve first.',
  'board.emotionsOnly': 'Emotion points go into an emotion lane.',
  'board.noCellHere': 'Notes go into a cell. This lane takes none.',
  'board.touchpointsOnly': 'Touchpoints go into a touchpoint lane.',
}
