/** Words that are drawn on the board where people have not typed any. */
export const scene = {
  'scene.untitledStage': 'Этап без названия',
  'scene.untitledStep': 'Шаг без названия',
  'scene.untitledPersona': 'Без имени',
}
