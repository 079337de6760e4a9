import { useState } from 'react'
import { TextArea, TextField, type TextFieldProps } from './Field'

export interface CommittedFieldProps extends Pick<
  TextFieldProps,
  'label' | 'hideLabel' | 'hint' | 'placeholder' | 'maxLength' | 'readOnly'
> {
  readonly value: string
  /** Called once, when the field is left with another text than it came with. */
  readonly onCommit: (value: string) => void
  readonly multiline?: boolean
}

/**
 * A field that writes when it is left, so that a name typed letter by letter is one step of undo.
 *
 * Enter leaves it (in a long text with Ctrl), Escape takes the typing back. When the value changes elsewhere meanwhile,
 * what is being typed stays.
 */
export function CommittedField({ value, onCommit, multiline = false, ...rest }: CommittedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const leave = (): void => {
    if (draft !== null && draft.trim() !== value) onCommit(draft.trim())
    setDraft(null)
  }
  const shared = {
    ...rest,
    value: draft ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    onBlur: leave,
  }
  const key = (event: React.KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && draft !== null) {
      // The field's own Escape; the panel or dialog round it stays open.
      event.stopPropagation()
      setDraft(null)
    }
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      leave()
    }
  }
  return multiline ? <TextArea {...shared} onKeyDown={key} /> : <TextField {...shared} onKeyDown={key} />
}
