import './field.css'
import { CircleX } from 'lucide-react'
import { useId, useState, type ComponentProps, type ReactNode } from 'react'
import { fitField } from './fitField'

/** How long a text may be, in characters, and the words for what did not fit. */
interface Most {
  readonly length: number
  readonly say: (over: number) => string
}

interface Labelled {
  /** The field keeps what fits, and says how much did not. */
  readonly most?: Most | undefined
  readonly label: string
  /** A sentence under the field that helps to fill it in. */
  readonly hint?: string
  /** A sentence under the field that says what is wrong with it. */
  readonly error?: string | undefined
}

export interface TextFieldProps extends Labelled, Omit<ComponentProps<'input'>, 'id' | 'maxLength'> {
  /** The label is there for those who listen only: something else on the screen says it. */
  readonly hideLabel?: boolean
  readonly icon?: ReactNode
}

/** One line of text with its label. */
export function TextField({ label, hint, error, hideLabel = false, icon, className, most, onChange, ...rest }: TextFieldProps) {
  const id = useId()
  const { tooLong, fit } = useMostOf(most, rest.value)
  return (
    <div className={['ui-field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </label>
      <div className="ui-field-box" data-error={error ? '' : undefined}>
        {icon}
        <input
          id={id}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          {...rest}
          onChange={(event) => {
            fit(event.target)
            onChange?.(event)
          }}
        />
        {error && <CircleX size={17} strokeWidth={1.75} className="ui-field-error-icon" aria-hidden="true" />}
      </div>
      <FieldNote id={`${id}-note`} hint={hint} error={error ?? tooLong} />
    </div>
  )
}

export interface TextAreaProps extends Labelled, Omit<ComponentProps<'textarea'>, 'id' | 'maxLength'> {
  readonly hideLabel?: boolean
}

/** Several lines of text with their label; it grows with its text. */
export function TextArea({ label, hint, error, hideLabel = false, className, most, onChange, ...rest }: TextAreaProps) {
  const id = useId()
  const { tooLong, fit } = useMostOf(most, rest.value)
  return (
    <div className={['ui-field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </label>
      <div className="ui-field-box ui-field-area" data-error={error ? '' : undefined}>
        <textarea
          id={id}
          dir="auto"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          {...rest}
          onChange={(event) => {
            fit(event.target)
            onChange?.(event)
          }}
        />
      </div>
      <FieldNote id={`${id}-note`} hint={hint} error={error ?? tooLong} />
    </div>
  )
}

/** What the field says of the last thing that was put into it, and the fitting of the next. */
function useMostOf(most: Most | undefined, value: unknown) {
  const [over, setOver] = useState(0)
  const fit = (field: HTMLInputElement | HTMLTextAreaElement): void => {
    if (most) setOver(fitField(field, typeof value === 'string' ? value : '', most.length).length)
  }
  return { tooLong: most && over > 0 ? most.say(over) : undefined, fit }
}

function FieldNote({ id, hint, error }: { readonly id: string; readonly hint: string | undefined; readonly error: string | undefined }) {
  if (!error && !hint) return null
  return (
    <p id={id} role={error ? 'status' : undefined} className={error ? 'ui-field-error' : 'ui-field-hint'}>
      {error ?? hint}
    </p>
  )
}
