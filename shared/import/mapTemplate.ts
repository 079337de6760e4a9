import { z } from 'zod'
import type { Language } from '../i18n/translator'
import { NoteColor } from '../model/color'
import { LANE_KINDS, laneKindInfo } from '../model/laneKinds'
import { MAP_KINDS } from '../model/mapSettings'
import { NOTE_MARKS, NOTE_PROOFS } from '../model/note'
import { PERSONA_COLORS, PERSONA_MARKERS } from '../model/persona'
import type { ContentLane, ContentNote, ContentPoint, ContentStage, MapContent } from './importedMap'

/** A text in every language; the map keeps the one in which it was made. */
const Words = z.strictObject({ en: z.string().min(1), ru: z.string().min(1), pl: z.string().min(1) }) satisfies z.ZodType<
  Record<Language, string>
>

const Column = z.strictObject({ key: z.string().min(1), title: Words.optional() })

/** One file of assets/templates or assets/samples: a map in three languages, its places named by keys. */
export const MapTemplate = z.strictObject({
  kind: z.enum(MAP_KINDS),
  title: Words.optional(),
  scenario: Words.optional(),
  personas: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        name: Words.optional(),
        color: z.enum(PERSONA_COLORS),
        marker: z.enum(PERSONA_MARKERS),
      }),
    )
    .default([]),
  stages: z
    .array(z.strictObject({ key: z.string().min(1), title: Words, duration: Words.optional(), steps: z.array(Column).min(1).optional() }))
    .min(1),
  lanes: z
    .array(
      z.strictObject({
        key: z.string().min(1).optional(),
        kind: z.enum(LANE_KINDS),
        /** Absent: the kind's own. */
        span: z.enum(['step', 'stage']).optional(),
        /** Notes by the key of their stage or step. */
        notes: z
          .record(
            z.string(),
            z.array(
              z.strictObject({
                text: Words,
                mark: z.enum(NOTE_MARKS).optional(),
                proof: z.enum(NOTE_PROOFS).optional(),
                color: NoteColor.optional(),
                icon: z.string().optional(),
                personas: z.array(z.string()).optional(),
              }),
            ),
          )
          .default({}),
      }),
    )
    .min(1),
  /** Points by the key of their persona, then of their step. */
  points: z
    .record(
      z.string(),
      z.record(z.string(), z.strictObject({ value: z.number().min(-5).max(5), label: Words.optional(), reason: Words.optional() })),
    )
    .default({}),
})
export type MapTemplate = z.infer<typeof MapTemplate>

/**
 * A template as content in one language.
 * @throws when a note or point names a key the template does not have: a mistake in our own file.
 */
export function templateContent(template: MapTemplate, language: Language): MapContent {
  const columns = columnsByKey(template)
  const placeOf = (key: string): { stage: number; step: number } => found(columns.get(key), key)
  const personaOf = (key: string): number => found(indexOfKey(template.personas, key), key)

  return {
    title: template.title?.[language] ?? '',
    kind: template.kind,
    scenario: template.scenario?.[language] ?? '',
    personas: template.personas.map(({ name, color, marker }) => ({ name: name?.[language] ?? '', color, marker })),
    stages: template.stages.map((stage): ContentStage => ({
      title: stage.title[language],
      duration: stage.duration?.[language] ?? '',
      templateKey: stage.key,
      steps: stepsOf(stage).map((step) => ({ title: step.title?.[language] ?? '', templateKey: step.key })),
    })),
    lanes: template.lanes.map(({ key, kind, span }): ContentLane => ({
      kind,
      span: span ?? laneKindInfo(kind).span,
      templateKey: key ?? kind,
    })),
    notes: template.lanes.flatMap((lane, laneIndex) =>
      Object.entries(lane.notes).flatMap(([column, notes]) =>
        notes.map(({ text, personas, mark, proof, color, icon }): ContentNote => ({
          text: text[language],
          place: { lane: laneIndex, ...placeOf(column) },
          ...(mark && { mark }),
          ...(proof && { proof }),
          ...(color && { color }),
          ...(icon !== undefined && { icon }),
          ...(personas && { personas: personas.map(personaOf) }),
        })),
      ),
    ),
    points: Object.entries(template.points).flatMap(([persona, points]) =>
      Object.entries(points).map(([step, { value, label, reason }]): ContentPoint => ({
        persona: personaOf(persona),
        ...placeOf(step),
        value,
        label: label?.[language] ?? '',
        reason: reason?.[language] ?? '',
        guessed: false,
      })),
    ),
  }
}

type TemplateStage = MapTemplate['stages'][number]

/** A stage that names no steps has one, which shows no name of its own. */
function stepsOf(stage: TemplateStage): NonNullable<TemplateStage['steps']> {
  return stage.steps ?? [{ key: `${stage.key}-1` }]
}

function columnsByKey(template: MapTemplate): Map<string, { stage: number; step: number }> {
  const columns = new Map<string, { stage: number; step: number }>()
  template.stages.forEach((stage, i) => {
    columns.set(stage.key, { stage: i, step: 0 })
    stepsOf(stage).forEach((step, j) => columns.set(step.key, { stage: i, step: j }))
  })
  return columns
}

function indexOfKey(list: readonly { readonly key: string }[], key: string): number | undefined {
  const index = list.findIndex((item) => item.key === key)
  return index < 0 ? undefined : index
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`the template has no "${key}"`)
  return value
}
