import './switch.css'
import { Switch } from '@base-ui/react/switch'
import { useId } from 'react'

export interface SwitchFieldProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Something that is on or off, and changes at once. */
export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="ui-switch-field">
      <div className="ui-switch-words">
        <label htmlFor={id} className="ui-switch-label">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="ui-field-hint">
            {hint}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        className="ui-switch"
        checked={checked}
        onCheckedChange={onChange}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
      >
        <Switch.Thumb className="ui-switch-thumb" />
      </Switch.Root>
    </div>
  )
}
