import type { NoteColor } from '../model/color'
import type { PersonaColor } from '../model/persona'
import { mix } from './color'

/** Colours of a sticky note. */
export interface NotePaint {
  readonly fill: string
  readonly ink: string
  readonly edge: string
}

/** Finished colours of everything on the board (DESIGN 2). Two scenes of one theme object look alike. */
export interface Theme {
  readonly name: 'light' | 'dark'
  readonly canvas: string
  readonly surface: string
  readonly surface3: string
  readonly surface4: string
  readonly line: string
  readonly line2: string
  readonly lineSoft: string
  readonly text: string
  readonly text2: string
  readonly text3: string
  readonly bad: string
  readonly badText: string
  readonly ok: string
  readonly gold: string
  readonly critInk: string
  /** Colour of shadows, its opacity at full strength included. */
  readonly noteShadow: string
  readonly sheetShadow: string
  readonly notes: Readonly<Record<NoteColor, NotePaint>>
  /** A note that is not proved yet is paler, with a dashed edge. */
  readonly hypotheses: Readonly<Record<NoteColor, NotePaint>>
  readonly personas: Readonly<Record<PersonaColor, { readonly line: string; readonly soft: string }>>
}

interface Colours extends Omit<Theme, 'hypotheses' | 'personas'> {
  readonly personas: Readonly<Record<PersonaColor, string>>
}

function makeTheme(colours: Colours): Theme {
  const pale = (paint: NotePaint): NotePaint => {
    const fill = mix(paint.fill, colours.surface, 0.42)
    return { fill, ink: paint.ink, edge: mix(fill, paint.ink, 0.48) }
  }
  const { notes, personas, surface } = colours
  const persona = (line: string) => ({ line, soft: mix(surface, line, 0.15) })
  return {
    ...colours,
    hypotheses: {
      lemon: pale(notes.lemon),
      apricot: pale(notes.apricot),
      rose: pale(notes.rose),
      orchid: pale(notes.orchid),
      lavender: pale(notes.lavender),
      sky: pale(notes.sky),
      mint: pale(notes.mint),
      paper: pale(notes.paper),
    },
    personas: {
      teal: persona(personas.teal),
      magenta: persona(personas.magenta),
      amber: persona(personas.amber),
      slate: persona(personas.slate),
    },
  }
}

export const lightTheme: Theme = makeTheme({
  name: 'light',
  canvas: '#F4F3EF',
  surface: '#FFFFFF',
  surface3: '#F1F0EC',
  surface4: '#E7E5DF',
  line: '#E8E6E0',
  line2: '#D3D0C7',
  lineSoft: '#F0EEE9',
  text: '#1D1C1A',
  text2: '#57544D',
  text3: '#6C685F',
  bad: '#BF3119',
  badText: '#A82A14',
  ok: '#17714A',
  gold: '#B57800',
  critInk: '#FFFFFF',
  noteShadow: 'rgba(52,44,20,0.075)',
  sheetShadow: 'rgba(52,46,30,0.07)',
  notes: {
    lemon: { fill: '#FFF0A3', ink: '#463800', edge: '#EBD56A' },
    apricot: { fill: '#FFDCB5', ink: '#552C00', edge: '#EFBB82' },
    rose: { fill: '#FFD5D1', ink: '#691616', edge: '#F0AFA9' },
    orchid: { fill: '#F9D6EE', ink: '#5B124E', edge: '#E6AFD6' },
    lavender: { fill: '#E3DCFF', ink: '#372280', edge: '#C3B6F5' },
    sky: { fill: '#D0E6FE', ink: '#0C386A', edge: '#A5C9F0' },
    mint: { fill: '#CFEFD8', ink: '#0D4427', edge: '#9FD4AF' },
    paper: { fill: '#F0EEE8', ink: '#2F2D29', edge: '#DAD6CB' },
  },
  personas: { teal: '#0B7A75', magenta: '#A1308C', amber: '#A85B00', slate: '#4B5563' },
})

export const darkTheme: Theme = makeTheme({
  name: 'dark',
  canvas: '#121315',
  surface: '#1B1D20',
  surface3: '#282B30',
  surface4: '#32363C',
  line: '#2B2E33',
  line2: '#434750',
  lineSoft: '#24262A',
  text: '#ECECEA',
  text2: '#B6B8BB',
  text3: '#969AA1',
  bad: '#F0705A',
  badText: '#FF9C8A',
  ok: '#46B884',
  gold: '#E8B84A',
  critInk: '#2A0E09',
  noteShadow: 'rgba(0,0,0,0.2)',
  sheetShadow: 'rgba(0,0,0,0.25)',
  notes: {
    lemon: { fill: '#57490F', ink: '#FFF0B0', edge: '#7A6820' },
    apricot: { fill: '#62401C', ink: '#FFDDB8', edge: '#86592B' },
    rose: { fill: '#68302D', ink: '#FFD8D4', edge: '#8E4541' },
    orchid: { fill: '#5E2E55', ink: '#FBD8F1', edge: '#834476' },
    lavender: { fill: '#443A7A', ink: '#E6E0FF', edge: '#6054A3' },
    sky: { fill: '#1E4A73', ink: '#D4E9FF', edge: '#2E6699' },
    mint: { fill: '#1E5438', ink: '#D0F3DB', edge: '#2F7650' },
    paper: { fill: '#3D4046', ink: '#ECECEA', edge: '#565A62' },
  },
  personas: { teal: '#4CC9C0', magenta: '#EC8FDB', amber: '#F0A85C', slate: '#AEB4BD' },
})
