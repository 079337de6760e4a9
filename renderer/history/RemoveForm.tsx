import { useId } from 'react'
import { useT } from '../i18n/TranslatorContext'
import { Button } from '../ui/Button'

export interface RemoveFormProps {
  /** What the version is called in the list. */
  readonly name: string
  readonly onRemove: () => void
  readonly onCancel: () => void
}

/** Asks before a version goes, because nothing brings it back; Escape leaves it. */
export function RemoveForm({ name, onRemove, onCancel }: RemoveFormProps) {
  const t = useT()
  const question = useId()
  return (
    <div
      className="history-name"
      role="group"
      aria-labelledby={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onCancel()
      }}
    >
      <p id={question} className="history-question">
        {t('history.remove.ask', { name })}
      </p>
      <span className="history-name-buttons">
        <Button autoFocus onClick={onCancel}>
          {t('history.name.cancel')}
        </Button>
        <Button look="danger" onClick={onRemove}>
          {t('history.remove.button')}
        </Button>
      </span>
    </div>
  )
}
