/** How people write that a cell has nothing in it, in the languages of the interface and some more. */
const NOTHING =
  /^[([{<]?(?:[-\u2010-\u2015\u2212_.…·*/\s]+|none|nil|null|n\.?[\s/]?a\.?|not (?:applicable|available)|нет|н\.?[\s/]?[дп]\.?|нет данных|не применимо|неприменимо|отсутству[ею]т|brak|brak danych|nie dotyczy|n\.?[\s/]?d\.?|b\.?[\s/]?d\.?|ning[uú]n[oa]?|no aplica|sin datos|n\.?[\s/]c\.?|keine?[rs]?|k\.\s?a\.?|entfällt|aucune?|néant|nessun[oa]?|nenhuma?)[)\]}>]?\.?$/iu

const LENGTH = 20

/** Whether a cell says that it is empty: "–", "None", "N/A", "…", "нет", "brak". */
export function saysNothing(cell: string): boolean {
  const text = cell.trim()
  return text === '' || (text.length <= LENGTH && NOTHING.test(text))
}
