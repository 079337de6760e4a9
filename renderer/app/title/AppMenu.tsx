import { Menu } from '@base-ui/react/menu'
import { Fragment, useEffect, useRef, useState } from 'react'
import { ACTIONS, MENUS, type ActionInfo, type ActionId, type MenuId } from '../../../shared/actions/actionTable'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { Logo } from '../../ui/Logo'
import { MenuItem, MenuLine, MenuPopup, Submenu } from '../../ui/MenuParts'
import { actionKey, actionShortcut } from '../actionTexts'
import { editName } from '../editName'
import { useServices } from '../ServicesContext'

type MenuAction = ActionInfo & { readonly id: ActionId }

/** Every command of the app, behind the logo. Alt opens it, as in other apps without a menu bar in sight. */
export function AppMenu() {
  const t = useT()
  const [open, setOpen] = useState(false)
  useAltKey(() => setOpen((was) => !was))
  return (
    <Menu.Root open={open} onOpenChange={setOpen}>
      <Menu.Trigger className="title-logo" aria-label={t('app.menu')} aria-keyshortcuts="Alt">
        <Logo size={28} />
      </Menu.Trigger>
      <MenuPopup>
        {MENUS.map((menu) => (
          <Submenu key={menu} label={t(`menu.${menu}`)}>
            <MenuActions menu={menu} />
          </Submenu>
        ))}
      </MenuPopup>
    </Menu.Root>
  )
}

/** Drawn only while its menu is open, so that what can be carried out is asked at that moment. */
function MenuActions({ menu }: { readonly menu: MenuId }) {
  const { t, language } = useTranslator()
  const services = useServices()
  const actions = ACTIONS.filter((action): action is MenuAction & typeof action => action.menu === menu)
  return actions.map((info: MenuAction, index) => {
    const action = services.actions.get(info.id)
    return (
      <Fragment key={info.id}>
        {info.divider && index > 0 && <MenuLine />}
        <MenuItem
          label={labelOf(info.id)}
          keys={actionShortcut(info.id, services.host.platform, language)}
          disabled={!action?.enabled()}
          onSelect={() => action?.run()}
        />
      </Fragment>
    )
  })

  /** Undo and redo say what they would take back. */
  function labelOf(id: ActionId): string {
    const document = services.session()?.document
    const edit = id === 'edit.undo' ? document?.canUndo() : id === 'edit.redo' ? document?.canRedo() : null
    if (!edit) return t(actionKey(id))
    return t(id === 'edit.undo' ? 'undo.named' : 'redo.named', { edit: editName(services.translator(), edit) })
  }
}

/** Calls back when Alt was pressed and let go without anything between, as Alt+Tab and Alt+arrow are no wish for a menu. */
function useAltKey(pressed: () => void): void {
  const latest = useRef(pressed)
  useEffect(() => {
    latest.current = pressed
  })
  useEffect(() => {
    let alone = false
    const down = (event: KeyboardEvent): void => {
      alone = event.key === 'Alt' && !event.repeat && !event.ctrlKey && !event.shiftKey && !event.metaKey
    }
    const up = (event: KeyboardEvent): void => {
      if (event.key !== 'Alt' || !alone) return
      alone = false
      event.preventDefault()
      latest.current()
    }
    const spoil = (): void => {
      alone = false
    }
    const stop = new AbortController()
    const options = { capture: true, signal: stop.signal }
    addEventListener('keydown', down, options)
    addEventListener('keyup', up, options)
    addEventListener('pointerdown', spoil, options)
    addEventListener('wheel', spoil, { ...options, passive: true })
    addEventListener('blur', spoil, options)
    return () => stop.abort()
  }, [])
}
