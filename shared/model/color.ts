import { z } from 'zod'

/** The eight colours of a sticky note, by name; what they look like is the theme's business. */
export const NOTE_COLORS = ['lemon', 'apricot', 'rose', 'orchid', 'lavender', 'sky', 'mint', 'paper'] as const

export const NoteColor = z.enum(NOTE_COLORS)
export type NoteColor = z.infer<typeof NoteColor>
