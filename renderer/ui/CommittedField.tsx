import { useEffect, useRef, useState } from 'react'
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
 * It is left by the focus going elsewhere, by Enter (in a long text with Ctrl), by Escape, and by the dialog or panel
 * round it closing: what was typed is never lost. When the value changes elsewhere meanwhile, what is being typed stays.
 */
export function CommittedField({ value, onCommit, multiline = false, ...rest }: CommittedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  // Beside the state, because a field may be left twice before it is drawn again: by a key, and by its dialog closing.
  const typed = useRef<string | null>(null)
  const type = (text: string | null): void => {
    typed.current = text
    setDraft(text)
  }
  const leave = (): void => {
    const text = typed.current?.trim()
    type(null)
    if (text !== undefined && text !== value) onCommit(text)
  }
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => () => latest.current(), [])

  const shared = {
    ...rest,
    value: draft ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
    onBlur: leave,
  }
  const key = (event: React.KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return
    // Escape goes on to the dialog or panel round the field.
    if (event.key === 'Escape') leave()
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      leave()
    }
  }
  return multiline ? <TextArea {...shared} onKeyDown={key} /> : <TextField {...shared} onKeyDown={key} />
}
