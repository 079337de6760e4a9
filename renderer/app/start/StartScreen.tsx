import './start.css'
import { Clock, Combine, Compass, FileInput, FolderOpen, HardDrive, Keyboard, LayoutGrid, Plus, Settings } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../i18n/TranslatorContext'
import { Banner } from '../../ui/Banner'
import { Logo } from '../../ui/Logo'
import { useServices } from '../ServicesContext'
import { WindowButtons } from '../title/WindowButtons'
import { RecentMaps } from './RecentMaps'
import { TemplateCards } from './TemplateCards'

type View = 'recent' | 'templates'

/** What the window shows while no map is open in it. */
export function StartScreen() {
  const t = useT()
  const services = useServices()
  const [view, setView] = useState<View>('recent')
  const main = useRef<HTMLElement>(null)
  const show = (next: View): void => {
    setView(next)
    main.current?.scrollTo({ top: 0 })
  }
  const side = (id: View, icon: ReactNode, text: string): ReactNode => (
    <button type="button" className="start-nav" aria-current={view === id ? 'page' : undefined} onClick={() => show(id)}>
      {icon}
      {text}
    </button>
  )

  return (
    <div className="start">
      <aside className="start-side" data-region="side">
        <div className="start-brand">
          <Logo size={32} />
          <span className="start-name">Wayline</span>
        </div>
        <nav aria-label={t('app.start.views')}>
          {side('recent', <Clock size={18} strokeWidth={1.75} />, t('app.start.recent'))}
          {side('templates', <LayoutGrid size={18} strokeWidth={1.75} />, t('app.start.templates'))}
        </nav>
        <button type="button" className="start-nav" onClick={() => services.openDialog('mergeMaps')}>
          <Combine size={18} strokeWidth={1.75} />
          {t('action.file.mergeMaps')}
        </button>
        <span className="start-side-gap" />
        <button type="button" className="start-nav" onClick={() => services.openDialog('shortcuts')}>
          <Keyboard size={18} strokeWidth={1.75} />
          {t('app.shortcuts.title')}
        </button>
        <button type="button" className="start-nav" onClick={() => services.openDialog('settings')}>
          <Settings size={18} strokeWidth={1.75} />
          {t('app.settings.title')}
        </button>
        <p className="start-promise">
          <HardDrive size={15} strokeWidth={1.75} aria-hidden="true" />
          {t('app.start.promise')}
        </p>
      </aside>
      <div className="start-bar">
        <WindowButtons />
      </div>
      <main className="start-main" ref={main} data-region="main" tabIndex={-1}>
        <div className="start-wrap">
          {services.host.safeMode && (
            <div className="start-safe">
              <Banner kind="warning" text={t('app.start.safeMode')} />
            </div>
          )}
          {view === 'recent' ? (
            <RecentMaps quickActions={<QuickActions />}>
              <section aria-labelledby="start-templates">
                <div className="start-section-head">
                  <h2 id="start-templates">{t('app.start.fromTemplate')}</h2>
                </div>
                <TemplateCards size="small" />
              </section>
            </RecentMaps>
          ) : (
            <>
              <h1 className="start-title">{t('app.start.templates')}</h1>
              <TemplateCards size="large" />
            </>
          )}
        </div>
      </main>
    </div>
  )
}

function QuickActions() {
  const t = useT()
  const { files, openDialog } = useServices()
  return (
    <div className="start-quick">
      <QuickAction
        primary
        icon={<Plus size={22} strokeWidth={2} />}
        title={t('app.start.new')}
        hint={t('app.start.new.hint')}
        onClick={() => openDialog('newMap')}
      />
      <QuickAction
        icon={<FolderOpen size={21} strokeWidth={1.75} />}
        title={t('app.start.open')}
        hint={t('app.start.open.hint')}
        onClick={() => void files.openWithDialog()}
      />
      <QuickAction
        icon={<FileInput size={21} strokeWidth={1.75} />}
        title={t('app.start.import')}
        hint={t('app.start.import.hint')}
        onClick={() => openDialog('import')}
      />
      <QuickAction
        icon={<Compass size={21} strokeWidth={1.75} />}
        title={t('app.start.sample')}
        hint={t('app.start.sample.hint')}
        onClick={() => void files.openSample()}
      />
    </div>
  )
}

interface QuickActionProps {
  readonly primary?: boolean
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly onClick: () => void
}

function QuickAction({ primary = false, icon, title, hint, onClick }: QuickActionProps) {
  return (
    <button type="button" className="start-quick-action" data-primary={primary ? '' : undefined} onClick={onClick}>
      <span className="start-quick-icon">{icon}</span>
      <span className="start-quick-words">
        <span className="start-quick-title">{title}</span>
        <span className="start-quick-hint">{hint}</span>
      </span>
    </button>
  )
}
