import './dialogs.css'
import { useT } from '../../i18n/TranslatorContext'
import { Dialog } from '../../ui/Dialog'
import { Logo } from '../../ui/Logo'
import { useServices } from '../ServicesContext'

/** What is bundled with the app, and under which licence. */
const LICENCES = [
  ['Electron, Chromium, Node.js', 'MIT, BSD'],
  ['React', 'MIT'],
  ['Base UI', 'MIT'],
  ['Konva, react-konva', 'MIT'],
  ['Yjs, lib0', 'MIT'],
  ['zod, zustand, lowdb', 'MIT'],
  ['i18next', 'MIT'],
  ['Papa Parse', 'MIT'],
  ['fractional-indexing', 'CC0'],
  ['Lucide', 'ISC'],
  ['Inter', 'SIL OFL 1.1'],
] as const

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const { versions } = useServices().host
  return (
    <Dialog title={t('app.about.title')} closeLabel={t('app.close')} onClose={onClose} width={520} readOnly lightlyClosed>
      <div className="about">
        <div className="about-head">
          <Logo size={48} />
          <div>
            <p className="about-name">Wayline</p>
            <p className="about-version num">{t('app.about.version', { version: versions.app })}</p>
          </div>
        </div>
        <p className="about-text">{t('app.about.text')}</p>
        <section aria-labelledby="about-runtime">
          <h3 id="about-runtime">{t('app.about.runtime')}</h3>
          <p className="num">
            Electron {versions.electron} · Chromium {versions.chrome} · Node {versions.node}
          </p>
          <p className="about-hint">{t(versions.runtime === 'supported' ? 'app.about.supported' : 'app.about.fallback')}</p>
        </section>
        <section aria-labelledby="about-licences">
          <h3 id="about-licences">{t('app.about.licences')}</h3>
          <p className="about-hint">{t('app.about.licence')}</p>
          <dl className="about-licences">
            {LICENCES.map(([name, licence]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{licence}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
