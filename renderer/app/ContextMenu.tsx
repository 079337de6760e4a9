import { Menu } from '@base-ui/react/menu'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/TranslatorContext'
import { useSession, useUi } from '../state/SessionContext'
import { openContextMenu } from '../state/uiStore'
import { focusBoard } from './boardFocus'
import { menuEntries } from './menuEntries'
import { MenuEntryList } from './MenuEntryList'

/** What a right click, a long press or the menu key opens: all that can be done with what lies there. */
export function ContextMenu() {
  const t = useT()
  const session = useSession()
  const at = useUi((ui) => ui.contextMenu)
  // The menu fades out where it was, with what was in it.
  const [shown, setShown] = useState<{ readonly at: typeof at; readonly entries: ReturnType<typeof menuEntries> }>({
    at: null,
    entries: [],
  })
  if (at !== null && at !== shown.at) setShown({ at, entries: menuEntries(session) })
  const { x, y } = shown.at ?? { x: 0, y: 0 }
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y])
  return (
    <Menu.Root
      open={at !== null}
      modal={false}
      onOpenChange={(open) => {
        if (!open) session.ui.setState(openContextMenu(null))
      }}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" sideOffset={2} collisionPadding={8} className="ui-menu-place">
          <Menu.Popup className="ui-menu" aria-label={t('board.menu')} finalFocus={() => focusBoard(session)}>
            <MenuEntryList entries={shown.entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
