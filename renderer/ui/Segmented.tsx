import './segmented.css'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId, type ReactNode } from 'react'

export interface Choice<Value extends string | number> {
  readonly value: Value
  readonly label: ReactNode
  /** Cannot be chosen now; whoever offers it says why beside it. */
  readonly disabled?: boolean
}

export interface SegmentedProps<Value extends string | number> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
}

/** One of a few, all in sight. Arrow keys move, as in any group of radio buttons. */
export function Segmented<Value extends string | number>(props: SegmentedProps<Value>) {
  const { label, hideLabel = false, choices, value, onChange, disabled = false } = props
  const id = useId()
  return (
    <div className="ui-segmented-field">
      <span id={id} className={hideLabel ? 'visually-hidden' : 'ui-field-label'}>
        {label}
      </span>
      <RadioGroup className="ui-segmented" aria-labelledby={id} value={value} disabled={disabled} onValueChange={onChange}>
        {choices.map((choice) => (
          <label key={choice.value} className="ui-segment">
            <Radio.Root className="ui-segment-radio" value={choice.value} disabled={choice.disabled} />
            <span className="ui-segment-text">{choice.label}</span>
          </label>
        ))}
      </RadioGroup>
    </div>
  )
}
