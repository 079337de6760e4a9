import './dialogs.css'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useRef, useState } from 'react'
import { LIMITS } from '../../../shared/model/limits'
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/model/templateIds'
import { useT } from '../../i18n/TranslatorContext'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useServices } from '../ServicesContext'
import { templateHint, templateName } from '../start/TemplateCards'
import { TemplatePicture } from '../start/TemplatePicture'

const FORM = 'new-map'

/** A name, and what the map starts with. */
export function NewMapDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { files } = useServices()
  const [template, setTemplate] = useState<TemplateId>('cjm-classic')
  const [title, setTitle] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const make = (): void => {
    onClose()
    void files.newMap(template, title.trim())
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
          <Button look="primary" size="large" type="submit" form={FORM}>
            {t('app.newMap.create')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <TextField
          label={t('app.mapTitle')}
          placeholder={t('app.newMap.placeholder')}
          ref={field}
          value={title}
          maxLength={LIMITS.title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <p id="new-map-template" className="ui-field-label new-map-label">
          {t('app.newMap.template')}
        </p>
        <RadioGroup className="new-map-templates" aria-labelledby="new-map-template" value={template} onValueChange={setTemplate}>
          {TEMPLATE_IDS.map((id) => (
            <label key={id} className="new-map-template">
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
