import mortgage from '../../assets/samples/mortgage.json'
import blank from '../../assets/templates/blank.json'
import blueprint from '../../assets/templates/blueprint.json'
import cjmClassic from '../../assets/templates/cjm-classic.json'
import cjmFunnel from '../../assets/templates/cjm-funnel.json'
import lxm from '../../assets/templates/lxm.json'
import ujm from '../../assets/templates/ujm.json'
import type { Language } from '../i18n/translator'
import type { NewId } from '../model/ids'
import type { Patch } from '../model/patch'
import type { TemplateId } from '../model/templateIds'
import { MapTemplate, templateContent } from './mapTemplate'
import { contentPatches } from './toPatches'

/** As they stand on disk; parsed when one is used, so that a start of the app does not pay for all of them. */
const TEMPLATES: Readonly<Record<TemplateId, unknown>> = {
  'cjm-classic': cjmClassic,
  'cjm-funnel': cjmFunnel,
  blueprint,
  ujm,
  lxm,
  blank,
}

/**
 * The patches that make a new map out of a template.
 *
 * Stage and step titles are content and stay in `language`; lanes keep no title and show their kind in the
 * language of whoever reads. The title of the map is the caller's to set.
 */
export function templatePatches(templateId: TemplateId, language: Language, newId: NewId): Patch[] {
  return contentPatches(templateContent(MapTemplate.parse(TEMPLATES[templateId]), language), newId)
}

/** The patches that make the sample map, title included. */
export function samplePatches(language: Language, newId: NewId): Patch[] {
  return contentPatches(templateContent(MapTemplate.parse(mortgage), language), newId)
}
