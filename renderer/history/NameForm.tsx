import { useState, type FormEvent } from 'react'
import { LIMITS } from '../../shared/model/limits'
import { useT } from '../i18n/TranslatorContext'
import { useMost } from '../i18n/useMost'
import { Button } from '../ui/Button'
import { enterField } from '../ui/caret'
import { TextField } from '../ui/Field'

export interface NameFormProps {
  readonly initial: string
  readonly onDone: (name: string) => void
  readonly onCancel: () => void
}

/** Gives a version its name: Enter keeps it, Escape leaves it. */
export function NameForm({ initial, onDone, onCancel }: NameFormProps) {
  const t = useT()
  const mostOfTitle = useMost(LIMITS.title)
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') onDone(name.trim())
  }
  return (
    <form
      className="history-name"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      <TextField
        label={t('history.name')}
        hideLabel
        placeholder={t('history.name.example')}
        value={name}
        most={mostOfTitle}
        autoFocus
        onFocus={({ currentTarget }) => enterField(currentTarget)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <span className="history-name-buttons">
        <Button look="primary" type="submit" disabled={name.trim() === ''}>
          {t('history.name.keep')}
        </Button>
        <Button look="link" onClick={onCancel}>
          {t('history.name.cancel')}
        </Button>
      </span>
    </form>
  )
}
