/** Words that are drawn on the board where people have not typed any. */
export const scene = {
  'scene.untitledStage': 'Untitled stage',
  'scene.untitledStep': 'Untitled step',
  'scene.untitledPersona': 'Unnamed',
}
