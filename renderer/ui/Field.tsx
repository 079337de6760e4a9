import './field.css'
import { CircleX } from 'lucide-react'
import { useId, type ComponentProps, type ReactNode } from 'react'

interface Labelled {
  readonly label: string
  /** A sentence under the field that helps to fill it in. */
  readonly hint?: string
  /** A sentence under the field that says what is wrong with it. */
  readonly error?: string | undefined
}

export interface TextFieldProps extends Labelled, Omit<ComponentProps<'input'>, 'id'> {
  /** The label is there for those who listen only: something else on the screen says it. */
  readonly hideLabel?: boolean
  readonly icon?: ReactNode
}

/** One line of text with its label. */
export function TextField({ label, hint, error, hideLabel = false, icon, className, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <div className={['ui-field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </label>
      <div className="ui-field-box" data-error={error ? '' : undefined}>
        {icon}
        <input
          id={id}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          {...rest}
        />
        {error && <CircleX size={17} strokeWidth={1.75} className="ui-field-error-icon" aria-hidden="true" />}
      </div>
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

export interface TextAreaProps extends Labelled, Omit<ComponentProps<'textarea'>, 'id'> {
  readonly hideLabel?: boolean
}

/** Several lines of text with their label; it grows with its text. */
export function TextArea({ label, hint, error, hideLabel = false, className, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <div className={['ui-field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </label>
      <div className="ui-field-box ui-field-area" data-error={error ? '' : undefined}>
        <textarea id={id} spellCheck={false} aria-invalid={error ? true : undefined} aria-describedby={`${id}-note`} {...rest} />
      </div>
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  )
}

function FieldNote({ id, hint, error }: { readonly id: string; readonly hint: string | undefined; readonly error: string | undefined }) {
  if (!error && !hint) return null
  return (
    <p id={id} className={error ? 'ui-field-error' : 'ui-field-hint'}>
      {error ?? hint}
    </p>
  )
}
