import './field.css'
import './menu.css'
import './select.css'
import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { useId } from 'react'

export interface SelectFieldProps<Value extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** One of several, behind a button. */
export function SelectField<Value extends string>({ label, hideLabel = false, value, choices, onChange }: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <div className="ui-field">
      <span id={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </span>
      <Select.Root<Value>
        items={choices}
        value={value}
        onValueChange={(next) => {
          if (next !== null) onChange(next)
        }}
      >
        <Select.Trigger className="ui-select" aria-labelledby={id}>
          <Select.Value className="ellipsis" />
          <Select.Icon>
            <ChevronDown size={15} strokeWidth={2} />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className="ui-menu-place" sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className="ui-menu">
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value} className="ui-menu-item">
                  <Select.ItemText className="ui-menu-label">{choice.label}</Select.ItemText>
                  <Select.ItemIndicator>
                    <Check size={16} strokeWidth={2} />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  )
}
