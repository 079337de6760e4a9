import './dialogs.css'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useRef, useState } from 'react'
import { LIMITS } from '../../../shared/model/limits'
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/model/templateIds'
import { useT } from '../../i18n/TranslatorContext'
import { useMost } from '../../i18n/useMost'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useServices } from '../ServicesContext'
import { templateHint, templateName } from '../start/TemplateCards'
import { TemplatePicture } from '../start/TemplatePicture'
import { windowLeft } from './windowLeft'

const FORM = 'new-map'

/** A name, and what the map starts with. */
export function NewMapDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const mostOfTitle = useMost(LIMITS.title)
  const { files, session } = useServices()
  const [busy, setBusy] = useState(false)
  const [template, setTemplate] = useState<TemplateId>('cjm-classic')
  const [title, setTitle] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const make = async (chosen = template): Promise<void> => {
    if (busy) return
    setBusy(true)
    const elsewhere = session() !== null
    const made = await files.newMap(chosen, title.trim())
    // Until the new window has the keyboard, the dialog keeps it: what is typed for the new map must not go to this one.
    if (made && elsewhere) await windowLeft(window)
    // Without a map here before, the dialog went when the new one came.
    if (!made || elsewhere) onClose()
  }
  return (
    <Dialog
      title={t('app.newMap.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={820}
      initialFocus={field}
      footer={
        <>
          <Button size="large" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" size="large" type="submit" form={FORM} disabled={busy}>
            {t('app.newMap.create')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TextField
          label={t('app.mapTitle')}
          placeholder={t('app.newMap.placeholder')}
          ref={field}
          value={title}
          most={mostOfTitle}
          readOnly={busy}
          onChange={(event) => setTitle(event.target.value)}
        />
        <p id="new-map-template" className="ui-field-label new-map-label">
          {t('app.newMap.template')}
        </p>
        <RadioGroup
          className="new-map-templates"
          aria-labelledby="new-map-template"
          value={template}
          onValueChange={setTemplate}
          onKeyDown={(event) => {
            // A radio takes Enter for itself and does nothing with it.
            if (event.key === 'Enter') void make()
          }}
        >
          {TEMPLATE_IDS.map((id) => (
            <label key={id} className="new-map-template" onDoubleClick={() => void make(id)}>
              <Radio.Root className="new-map-radio" value={id} />
              <span className="template-picture">
                <TemplatePicture id={id} />
              </span>
              <span className="template-name">{t(templateName(id))}</span>
              <span className="template-hint">{t(templateHint(id))}</span>
            </label>
          ))}
        </RadioGroup>
      </form>
    </Dialog>
  )
}
