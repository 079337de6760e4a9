import { useEffect, useRef, useState } from 'react'
import { TextArea, TextField, type TextFieldProps } from './Field'

export interface CommittedFieldProps extends Pick<TextFieldProps, 'label' | 'hideLabel' | 'hint' | 'placeholder' | 'most' | 'readOnly'> {
  readonly value: string
  /**
   * Called with the trimmed text when it is another than the one before: when the field is left, or as it is typed.
   * @param typed whether this text follows one that was committed since the field was entered, and what the field held before.
   */
  readonly onCommit: (value: string, typed: { readonly goesOn: boolean; readonly draft: string }) => void
  /** Commit at every keystroke, so that even a power cut takes nothing; without it, once, when the field is left. */
  readonly whileTyping?: boolean
  readonly multiline?: boolean
}

/**
 * A field whose text is written while it is typed, or when it is left.
 *
 * It is left by the focus going elsewhere, by Enter (in a long text with Ctrl), by Escape, and by the dialog or panel
 * round it closing: what was typed is never lost. When the value changes elsewhere meanwhile, what is being typed stays.
 */
export function CommittedField({ value, onCommit, whileTyping = false, multiline = false, ...rest }: CommittedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  // Beside the state, because a field may be left twice before it is drawn again: by a key, and by its dialog closing.
  const typed = useRef<string | null>(null)
  const committed = useRef<string | null>(null)
  // What was there when typing began: the value may be another one by now, from elsewhere.
  const entered = useRef(value)
  const commit = (text: string): void => {
    const before = committed.current ?? entered.current
    if (text === before) return
    const goesOn = committed.current !== null
    committed.current = text
    onCommit(text, { goesOn, draft: before })
  }
  const type = (text: string): void => {
    if (typed.current === null) entered.current = value
    typed.current = text
    setDraft(text)
    if (whileTyping) commit(text.trim())
  }
  const leave = (): void => {
    const text = typed.current?.trim()
    typed.current = null
    setDraft(null)
    if (text !== undefined) commit(text)
    committed.current = null
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
