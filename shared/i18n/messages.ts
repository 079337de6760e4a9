/** A message with a number in it: one form for each plural category the language has. */
export interface Plural {
  readonly one: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** Marks a message as one with plural forms, so that every language has to give it some. */
export function plural(forms: Plural): Plural {
  return forms
}
