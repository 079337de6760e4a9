import { History, Map as MapIcon } from 'lucide-react'
import { useT } from '../../i18n/TranslatorContext'
import { useSession, useUi } from '../../state/SessionContext'
import { showHistory, showMap } from '../../state/uiStore'
import type { Mode } from '../../state/uiState'
import { Segmented } from '../../ui/Segmented'

/** The switch in the middle of the title bar: the map to work on, or what became of it. In a small window it shows pictures only. */
export function ViewSwitch() {
  const t = useT()
  const session = useSession()
  const mode = useUi((ui) => ui.mode)
  const choices = [
    { value: 'map', label: <ModeLabel icon={<MapIcon size={16} strokeWidth={1.75} />} word={t('history.mode.map')} /> },
    { value: 'history', label: <ModeLabel icon={<History size={16} strokeWidth={1.75} />} word={t('history.mode.history')} /> },
  ] as const
  return (
    <div className="title-view">
      <Segmented<Mode>
        label={t('history.mode')}
        hideLabel
        choices={choices}
        value={mode}
        onChange={(next) => session.ui.setState(next === 'history' ? showHistory({ kind: 'newest' }) : showMap())}
      />
    </div>
  )
}

function ModeLabel({ icon, word }: { readonly icon: React.ReactNode; readonly word: string }) {
  return (
    <>
      <span className="title-view-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="title-view-word">{word}</span>
    </>
  )
}
