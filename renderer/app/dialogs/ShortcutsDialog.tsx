import './dialogs.css'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { ACTIONS, MENUS, type ActionInfo } from '../../../shared/actions/actionTable'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Key } from '../../ui/Key'
import { EmptyNote } from '../../ui/Panel'
import { actionKey } from '../actionTexts'
import { useServices } from '../ServicesContext'
import { shortcutLabel } from '../shortcutLabel'

interface Row {
  readonly id: string
  readonly text: string
  readonly keys: readonly string[]
}

interface Group {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

/** Keys that are no command: they depend on where on the board one is. */
const ON_BOARD = [
  { id: 'move', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { id: 'tab', keys: ['Tab', 'Shift+Tab'] },
  { id: 'next', keys: ['Enter'] },
  { id: 'nextStep', keys: ['Tab'] },
  { id: 'newLine', keys: ['Shift+Enter'] },
  { id: 'cancel', keys: ['Escape'] },
  { id: 'emotion', keys: ['ArrowUp', 'ArrowDown'] },
  { id: 'emotionMore', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
] as const

/** Every key of the app, to be searched by what it does or by the key itself. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const services = useServices()
  const singleKeys = useStore(services.settings.store, (look) => look.settings.singleKeyShortcuts)
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const groups = useGroups().flatMap((group) => {
    const rows = group.rows.filter((row) => matches(row, search))
    return rows.length > 0 ? [{ ...group, rows }] : []
  })
  return (
    <Dialog
      title={t('app.shortcuts.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={920}
      initialFocus={field}
      className="shortcuts"
      readOnly
      lightlyClosed={search === ''}
      tools={
        <TextField
          label={t('app.shortcuts.find')}
          hideLabel
          placeholder={t('app.shortcuts.find')}
          icon={<Search size={17} strokeWidth={1.75} aria-hidden="true" />}
          type="search"
          ref={field}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      }
    >
      {!singleKeys && <p className="shortcuts-off">{t('app.shortcuts.singleOff')}</p>}
      {groups.length === 0 && <EmptyNote text={t('app.shortcuts.none', { text: search })} />}
      <div className="shortcut-groups">
        {groups.map((group) => (
          <section key={group.id} className="shortcut-group" aria-labelledby={`shortcuts-${group.id}`}>
            <h3 id={`shortcuts-${group.id}`}>{group.title}</h3>
            <dl>
              {group.rows.map((row) => (
                <div key={row.id} className="shortcut">
                  <dt>{row.text}</dt>
                  <dd>
                    {row.keys.map((keys) => (
                      <Key key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function useGroups(): readonly Group[] {
  const { t, language } = useTranslator()
  const { platform } = useServices().host
  const label = (keys: string): string => shortcutLabel(keys, platform, language)
  const byMenu = MENUS.map((menu) => ({
    id: menu as string,
    title: t(`menu.${menu}`),
    rows: ACTIONS.filter((action: ActionInfo) => action.keys.length > 0 && (action.menu ?? 'view') === menu).map((action) => ({
      id: action.id,
      text: t(actionKey(action.id)),
      keys: action.keys.map(label),
    })),
  }))
  const onBoard = {
    id: 'board',
    title: t('app.shortcuts.board'),
    rows: [
      ...ON_BOARD.map(({ id, keys }) => ({ id, text: t(`app.shortcuts.board.${id}`), keys: keys.map(label) })),
      { id: 'pan', text: t('app.shortcuts.board.pan'), keys: [t('app.shortcuts.spaceDrag')] },
      {
        id: 'zoom',
        text: t('app.shortcuts.board.zoom'),
        keys: [t('app.shortcuts.modWheel', { mod: platform === 'darwin' ? '⌘' : 'Ctrl' })],
      },
    ],
  }
  return [onBoard, ...byMenu]
}

function matches(row: Row, search: string): boolean {
  const text = [row.text, ...row.keys].join(' ').toLocaleLowerCase()
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
