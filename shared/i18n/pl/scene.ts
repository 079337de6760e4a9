/** Words that are drawn on the board where people have not typed any. */
export const scene = {
  'scene.untitledStage': 'Etap bez nazwy',
  'scene.untitledStep': 'Krok bez nazwy',
  'scene.untitledPersona': 'Bez imienia',
}
