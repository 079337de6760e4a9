import './field.css'
import { CircleX } from 'lucide-react'
import { useId, useState, type ComponentProps, type ReactNode } from 'react'
import { fitField } from './fitField'

/** How long the text of a field may be, and the words for what did not fit. */
export interface Most {
  /** Characters. */
  readonly length: number
  readonly say: (over: number) => string
}

interface Labelled {
  /** The field keeps what fits, and says how much did not. */
  readonly most?: Most | undefined
  readonly label: string
  /** The label is there for those who listen only: something else on the screen says it. */
  readonly hideLabel?: boolean | undefined
  /** A sentence under the field that helps to fill it in. */
  readonly hint?: string | undefined
  /** A sentence under the field that says what is wrong with it. */
  readonly error?: string | undefined
}

export interface TextFieldProps extends Labelled, Omit<ComponentProps<'input'>, 'id' | 'maxLength'> {
  readonly icon?: ReactNode
}

/** One line of text with its label. */
export function TextField({ label, hint, error, hideLabel, icon, className, most, onChange, ...rest }: TextFieldProps) {
  const { field, tooLong, fit } = useField(most, error, rest.value)
  return (
    <Frame id={field.id} label={label} hideLabel={hideLabel} className={className} hint={hint} note={error ?? tooLong}>
      <div className="ui-field-box" data-error={error ? '' : undefined}>
        {icon}
        <input
          autoComplete="off"
          {...field}
          {...rest}
          onChange={(event) => {
            fit(event.target)
            onChange?.(event)
          }}
        />
        {error && <CircleX size={17} strokeWidth={1.75} className="ui-field-error-icon" aria-hidden="true" />}
      </div>
    </Frame>
  )
}

export interface TextAreaProps extends Labelled, Omit<ComponentProps<'textarea'>, 'id' | 'maxLength'> {}

/** Several lines of text with their label; it grows with its text. */
export function TextArea({ label, hint, error, hideLabel, className, most, onChange, ...rest }: TextAreaProps) {
  const { field, tooLong, fit } = useField(most, error, rest.value)
  return (
    <Frame id={field.id} label={label} hideLabel={hideLabel} className={className} hint={hint} note={error ?? tooLong}>
      <div className="ui-field-box ui-field-area" data-error={error ? '' : undefined}>
        <textarea
          {...field}
          {...rest}
          onChange={(event) => {
            fit(event.target)
            onChange?.(event)
          }}
        />
      </div>
    </Frame>
  )
}

/** What every field of text has, what it says of the last thing that was put into it, and the fitting of the next. */
function useField(most: Most | undefined, error: string | undefined, value: unknown) {
  const id = useId()
  const [over, setOver] = useState(0)
  const fit = (field: HTMLInputElement | HTMLTextAreaElement): void => {
    if (most) setOver(fitField(field, typeof value === 'string' ? value : '', most.length).length)
  }
  const field = {
    id,
    dir: 'auto',
    spellCheck: false,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': noteId(id),
  } as const
  return { field, tooLong: most && over > 0 ? most.say(over) : undefined, fit }
}

interface FrameProps extends Pick<Labelled, 'label' | 'hideLabel' | 'hint'> {
  readonly id: string
  readonly className: string | undefined
  /** What is wrong with the field, or did not fit into it; it goes before the hint. */
  readonly note: string | undefined
  readonly children: ReactNode
}

/** The label above a field, and the sentence under it. */
function Frame({ id, label, hideLabel = false, className, hint, note, children }: FrameProps) {
  return (
    <div className={['ui-field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </label>
      {children}
      {(note || hint) && (
        <p id={noteId(id)} role={note ? 'status' : undefined} className={note ? 'ui-field-error' : 'ui-field-hint'}>
          {note || hint}
        </p>
      )}
    </div>
  )
}

function noteId(id: string): string {
  return `${id}-note`
}
