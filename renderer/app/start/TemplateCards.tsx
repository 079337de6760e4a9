import './templates.css'
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/model/templateIds'
import { useT } from '../../i18n/TranslatorContext'
import { useServices } from '../ServicesContext'
import { moveFocusInGrid } from './gridFocus'
import { TemplatePicture } from './TemplatePicture'

/** The templates, as cards that make a map at once. The blank one comes first: it asks for nothing. */
export function TemplateCards({ size }: { readonly size: 'small' | 'large' }) {
  const t = useT()
  const { files } = useServices()
  const ids = [...TEMPLATE_IDS].sort((a, b) => Number(b === 'blank') - Number(a === 'blank'))
  return (
    <ul className={`template-cards template-cards-${size}`} onKeyDown={moveFocusInGrid}>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className="template-card" data-grid-item="" onClick={() => void files.newMap(id, '')}>
            <span className="template-picture">
              <TemplatePicture id={id} />
            </span>
            <span className="template-name">{t(templateName(id))}</span>
            <span className="template-hint">{t(templateHint(id))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export function templateName(id: TemplateId): `template.${TemplateId}` {
  return `template.${id}`
}

export function templateHint(id: TemplateId): `template.${TemplateId}.hint` {
  return `template.${id}.hint`
}
