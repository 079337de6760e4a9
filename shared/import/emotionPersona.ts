/** What is left of a name after the word for emotions: "Emotions (Anna)", "Mood: Viktor, 44", "Эмоции – Анна". */
const REST = /^[^-\u2010-\u2015:(]+[-\u2010-\u2015:(]\s*(.+?)\s*\)?$/su
const SCALE = /^(?:[-+\u2212\u2013\u2014\d\s.,…/%()]|to|from|scale|от|до|шкала|od|do|skala)+$/iu

/** The persona whose emotions a row or column holds, if its name says so; a scale such as "(-5 to +5)" is no persona. */
export function personaInName(name: string): string {
  const rest = REST.exec(name.trim())?.[1] ?? ''
  return SCALE.test(rest) || !/\p{L}/u.test(rest) ? '' : rest
}
