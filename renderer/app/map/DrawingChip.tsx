import './drawingChip.css'
import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown } from 'lucide-react'
import type { Persona, PersonaId } from '../../../shared/model/persona'
import { useT } from '../../i18n/TranslatorContext'
import { personaColor } from '../../panels/personaColor'
import { activePersonaOf } from '../../state/activePersona'
import { useSession, useUi } from '../../state/SessionContext'
import { choosePersona } from '../../tools/choosePersona'
import { PersonaMark } from '../../ui/PersonaMark'
import { focusBoard } from '../boardFocus'
import { useOfBoard } from '../useOfBoard'

/** Whose curve is drawn on, while one is about to draw: with several personas that is not to be guessed. */
export function DrawingChip() {
  const t = useT()
  const personas = useOfBoard((board) => board.personas)
  const draws = useUi((ui) => ui.tool === 'emotion' || ui.focus.kind === 'emotion')
  const chosen = useUi((ui) => ui.activePersona)
  const active = personas.find(({ id }) => id === activePersonaOf({ personas }, { activePersona: chosen }))
  if (!draws || personas.length < 2 || !active) return null
  return (
    <div className="drawing-chip-place" data-region="drawing">
      <Menu.Root modal={false}>
        <Menu.Trigger className="drawing-chip">
          <span className="drawing-chip-label">{t('board.drawing')}</span>
          <PersonaMark marker={active.marker} color={personaColor(active.color)} />
          <span className="drawing-chip-name ellipsis">{active.name || t('scene.untitledPersona')}</span>
          <ChevronDown size={14} strokeWidth={2} aria-hidden="true" />
        </Menu.Trigger>
        <PersonaMenu personas={personas} active={active.id} />
      </Menu.Root>
    </div>
  )
}

function PersonaMenu({ personas, active }: { readonly personas: readonly Persona[]; readonly active: PersonaId }) {
  const t = useT()
  const session = useSession()
  return (
    <Menu.Portal>
      <Menu.Positioner side="top" align="center" sideOffset={6} collisionPadding={8} className="ui-menu-place">
        <Menu.Popup
          className="ui-menu"
          // Where nothing on the board has the focus, to go there would select its first note.
          finalFocus={(how) => (session.ui.getState().focus.kind === 'none' ? how === 'keyboard' : focusBoard(session))}
        >
          <Menu.RadioGroup
            value={active}
            onValueChange={(id: PersonaId) => session.ui.setState(choosePersona(session.document.board(), session.ui.getState(), id))}
          >
            {personas.map(({ id, name, marker, color, curveHidden }) => {
              const label = name || t('scene.untitledPersona')
              return (
                <Menu.RadioItem key={id} className="ui-menu-item" value={id} label={label} disabled={curveHidden} closeOnClick>
                  <PersonaMark marker={marker} color={personaColor(color)} />
                  <span className="ui-menu-label">{label}</span>
                  {id === active && <Check size={16} strokeWidth={2} />}
                </Menu.RadioItem>
              )
            })}
          </Menu.RadioGroup>
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}
