import { Menu } from '@base-ui/react/menu'
import { Copy, Ellipsis, FileX, FolderOpen, Image, ListX, Trash2 } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { RecentMap } from '../../../shared/ipc/contract'
import { useTranslator } from '../../i18n/TranslatorContext'
import { whenText } from '../../i18n/when'
import { MenuItem, MenuLine, MenuPopup } from '../../ui/MenuParts'
import { useServices } from '../ServicesContext'
import { BoardPicture } from './BoardPicture'
import { ForgetDialog } from './ForgetDialog'

export interface RecentCardProps {
  readonly recent: RecentMap
  readonly asList: boolean
}

/** One recent map. A file that is gone stays in the list, marked, until somebody takes it off. */
export function RecentCard({ recent, asList }: RecentCardProps) {
  const translator = useTranslator()
  const { t } = translator
  const services = useServices()
  const [forgetting, setForgetting] = useState(false)
  const open = (): void => void services.files.openRecent(recent.id, recent.name)
  const forget = async (): Promise<void> => {
    await services.bridge.call('recents.forget', { id: recent.id })
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' && !recent.draft) void forget()
  }
  const name = recent.name === '' ? t('app.untitled') : recent.name
  const when = t('app.start.openedAt', { when: whenText(translator, new Date(recent.openedAt), services.clock()) })

  return (
    <li className={asList ? 'recent recent-row' : 'recent recent-card'} data-missing={recent.missing ? '' : undefined}>
      <button type="button" className="recent-open" data-grid-item="" onClick={open} onKeyDown={byKey}>
        <span className="recent-picture">
          {recent.thumbnail === null ? (
            <BoardPicture />
          ) : (
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(recent.thumbnail)}`} alt="" />
          )}
        </span>
        <span className="recent-words">
          <span className="recent-name ellipsis" title={name}>
            {name}
          </span>
          {recent.draft ? (
            <span className="recent-mark recent-draft">{t('draft.name')}</span>
          ) : recent.missing ? (
            <span className="recent-mark recent-missing">
              <FileX size={14} strokeWidth={1.75} aria-hidden="true" />
              {t('recent.missing')}
            </span>
          ) : (
            <span className="recent-place ellipsis" title={recent.place}>
              {recent.place}
            </span>
          )}
          <span className="recent-when">{when}</span>
        </span>
      </button>
      <Menu.Root>
        <Menu.Trigger className="ui-icon-button recent-more" aria-label={t('app.start.moreFor', { name })}>
          <Ellipsis size={17} strokeWidth={2} />
        </Menu.Trigger>
        <MenuPopup align="end">
          <MenuItem icon={<FolderOpen size={17} strokeWidth={1.75} />} label={t('app.start.openThis')} onSelect={open} />
          {!recent.missing && (
            <>
              <MenuItem
                icon={<Copy size={17} strokeWidth={1.75} />}
                label={t('app.start.saveCopy')}
                onSelect={() => void services.files.exportRecent(recent.id, recent.name, 'cjm')}
              />
              <MenuItem
                icon={<Image size={17} strokeWidth={1.75} />}
                label={t('app.start.exportPicture')}
                onSelect={() => void services.files.exportRecent(recent.id, recent.name, 'svg')}
              />
            </>
          )}
          {!recent.draft && (
            <MenuItem
              icon={<ListX size={17} strokeWidth={1.75} />}
              label={t('app.start.forget')}
              keys="Delete"
              onSelect={() => void forget()}
            />
          )}
          <MenuLine />
          <MenuItem
            danger
            icon={<Trash2 size={17} strokeWidth={1.75} />}
            label={t('app.forget.menu')}
            onSelect={() => setForgetting(true)}
          />
        </MenuPopup>
      </Menu.Root>
      {forgetting && <ForgetDialog recent={recent} name={name} onClose={() => setForgetting(false)} />}
    </li>
  )
}
