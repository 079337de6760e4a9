import './dialogs.css'
import { useStore } from 'zustand'
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/i18n/translator'
import { THEMES } from '../../../shared/ipc/contract'
import { LIMITS } from '../../../shared/model/limits'
import type { Settings } from '../../../shared/ipc/contract'
import { useT } from '../../i18n/TranslatorContext'
import { useMost } from '../../i18n/useMost'
import { CommittedField } from '../../ui/CommittedField'
import { Dialog } from '../../ui/Dialog'
import { Segmented } from '../../ui/Segmented'
import { SwitchField } from '../../ui/SwitchField'
import { useServices } from '../ServicesContext'

/** What a person chooses for themselves. Everything takes effect at once; there is nothing to confirm. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const mostOfTitle = useMost(LIMITS.title)
  const services = useServices()
  const { settings, language } = useStore(services.settings.store)
  const change = async (part: Partial<Settings>): Promise<void> => {
    if (!(await services.settings.change(part))) services.toast({ kind: 'warning', text: services.translator().t('app.settings.unsaved') })
  }
  return (
    <Dialog title={t('app.settings.title')} closeLabel={t('app.close')} onClose={onClose} width={520}>
      <div className="settings">
        <Segmented
          label={t('app.settings.language')}
          value={language}
          choices={LANGUAGES.map((id) => ({ value: id, label: <span lang={id}>{LANGUAGE_NAMES[id]}</span> }))}
          onChange={(next) => void change({ language: next })}
        />
        <Segmented
          label={t('app.settings.theme')}
          value={settings.theme}
          choices={THEMES.map((theme) => ({ value: theme, label: t(`app.settings.theme.${theme}`) }))}
          onChange={(theme) => void change({ theme })}
        />
        <CommittedField
          label={t('app.settings.name')}
          hint={t('app.settings.name.hint')}
          placeholder={services.host.userName}
          value={settings.displayName}
          most={mostOfTitle}
          onCommit={(displayName) => void change({ displayName })}
        />
        <SwitchField
          label={t('app.settings.singleKeys')}
          hint={t('app.settings.singleKeys.hint')}
          checked={settings.singleKeyShortcuts}
          onChange={(singleKeyShortcuts) => void change({ singleKeyShortcuts })}
        />
      </div>
    </Dialog>
  )
}
