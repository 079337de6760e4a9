import type { NoteColor } from '../model/color'
import { NOTE_COLORS } from '../model/color'
import type { NoteMark, NoteProof } from '../model/note'
import { guessLane, plainName, type LaneGuess } from './laneWords'

/** What a column of a list holds: a part of the row's place, or of its note, or notes of a lane. */
export type ColumnMeaning =
  | { readonly is: 'stage' | 'step' | 'duration' | 'lane' | 'type' | 'text' | 'persona' | 'color' | 'proof' | 'id' }
  | ({ readonly is: 'notes' } & LaneGuess)

const FIELDS: readonly (readonly [RegExp, Exclude<ColumnMeaning['is'], 'notes'>])[] = [
  [/^(?:id|n|no|nr|lp|#|num(?:ber)?|номер|п\/п|numer|nº|n°|nr\.)$/u, 'id'],
  [/^(?:(?:customer |user |journey )*(?:stage|phase)s?(?: name| title)?|этапы?(?: пути)?(?: клиента)?|стади[яи]|фаз[аы]|etapy?(?: podróży| ścieżki)?(?: klienta)?|faz[ay]|stadium|fases?(?: d\S+ \S+)?|etapas?(?: d\S+ \S+)?|phasen?|stufen?|étapes?|fasi|fasen|fas|faser|faza|vaihe(?:et)?|aşama|szakasz|fázis|στάδιο|fáze|етапи?|段階|フェーズ|阶段|단계)$/u, 'stage'],
  [/^(?:(?:journey |process )?steps?(?: name| title)?|шаги?|kroki?|pasos?|schritte?|passos?|passi|крок[иі]?|krok)$/u, 'step'],
  [/^(?:duration|time ?frame|how long|длительность|продолжительность|сроки?|czas trwania|czas)$/u, 'duration'],
  [/^(?:(?:swim ?)?lanes?(?: name)?|rows?|section|дорожк[аи]|строка|wiersz|wiersze|tor|sekcja)$/u, 'lane'],
  [/^(?:lane type|(?:note )?types?|kind|mark|category|тип|вид|метка|категория|typ|rodzaj|znacznik|kategoria)$/u, 'type'],
  [/^(?:text|content|descriptions?|details?|sticky(?: note)?|notes?|card|item|текст|содержание|описание|стикер|заметка|tekst|treść|opis|karteczka|notatka)$/u, 'text'],
  [/^(?:personas?|actors?|users?|customers?|segments?|who|персона|персонаж|актор|пользователь|клиент|сегмент|кто|aktor|użytkownik|klient|kto)$/u, 'persona'],
  [/^(?:colou?rs?|цвет|kolor)$/u, 'color'],
  [/^(?:proof|evidence status|hypothesis|гипотеза|подтверждение|hipoteza|potwierdzenie)$/u, 'proof'],
] // prettier-ignore

const HEADER_LENGTH = 120

/** What the header of a column says; `null` for one that says nothing to us. */
export function columnMeaning(header: string): ColumnMeaning | null {
  if (header.length > HEADER_LENGTH) return null
  const plain = header.trim() === '#' || header.trim() === '№' ? 'id' : plainName(header)
  const field = FIELDS.find(([pattern]) => pattern.test(plain))
  if (field) return { is: field[1] }
  const guess = guessLane(header)
  return guess && { is: 'notes', ...guess }
}

/** Whether the corner of a matrix only says what its rows and columns are: "Stage", "Lane / Stage". */
export function isCornerWord(cell: string): boolean {
  return cell.split(/[/\\|→&\n]/u).every((part) => {
    const meaning = columnMeaning(part)?.is
    return part.trim() === '' || meaning === 'stage' || meaning === 'step' || meaning === 'lane'
  })
}

const COLORS: ReadonlySet<string> = new Set(NOTE_COLORS)

export function colorOf(cell: string): NoteColor | null {
  const plain = plainName(cell)
  // The set holds exactly the names of NoteColor.
  return COLORS.has(plain) ? (plain as NoteColor) : null
}

const PROOFS: readonly (readonly [RegExp, NoteProof])[] = [
  [/^(?:refuted|rejected|disproved|опровергнут|отклонен|obalon|odrzucon)/u, 'refuted'],
  [/^(?:hypothes|assum|unproved|guess|гипотез|предположени|hipotez|założeni)/u, 'hypothesis'],
  [/^(?:validated|confirmed|proved|proven|true|yes|подтвержд|доказан|да$|potwierdz|udowodni|tak$)/u, 'validated'],
]

export function proofOf(cell: string): NoteProof | null {
  const plain = plainName(cell)
  return PROOFS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

const MARKS: readonly (readonly [RegExp, NoteMark])[] = [
  [/^(?:questions?|вопрос|pytani)/u, 'question'],
  [/^(?:ideas?|идея|идеи|pomysł)/u, 'idea'],
]

/** What a word such as "pain", "question" or "opportunity" in a type column makes of a note. */
export function markOf(cell: string): NoteMark | null {
  const plain = plainName(cell)
  return MARKS.find(([pattern]) => pattern.test(plain))?.[1] ?? guessLane(cell)?.mark ?? null
}
