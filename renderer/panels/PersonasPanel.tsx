import './personas.css'
import { Eye, EyeOff, Plus, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { addPersona, changePersona, deletePersona, setCurveHidden } from '../../shared/commands/personas'
import { LIMITS } from '../../shared/model/limits'
import { PERSONA_COLORS, PERSONA_MARKERS, type Persona } from '../../shared/model/persona'
import { useT } from '../i18n/TranslatorContext'
import { useMost } from '../i18n/useMost'
import { useBoard, useSession, useUi } from '../state/SessionContext'
import { takeBackDeletion, untilRestored } from '../state/takeBack'
import { Button } from '../ui/Button'
import { CommittedField } from '../ui/CommittedField'
import { IconButton } from '../ui/IconButton'
import { EmptyNote, Panel } from '../ui/Panel'
import { PersonaMark } from '../ui/PersonaMark'
import { Segmented } from '../ui/Segmented'
import { personaColor } from './personaColor'
import { useTypedRun } from './useTypedRun'

/** Who the map is about. The one that is chosen is the one whose curve the emotion tool draws. */
export function PersonasPanel() {
  const t = useT()
  const session = useSession()
  const { personas } = useBoard()
  const active = useUi((ui) => ui.activePersona) ?? personas[0]?.id ?? null
  const list = useRef<HTMLUListElement>(null)
  const close = (): void => session.ui.setState({ panel: null })

  const add = (): void => {
    const personaId = session.newId('persona')
    const name = t('app.personas.newName', { number: personas.length + 1 })
    if (!session.run(addPersona, { personaId, name }).ok) return
    // Drawn at once, so that the name can be typed over without another press.
    flushSync(() => session.ui.setState({ activePersona: personaId }))
    const field = list.current?.querySelector<HTMLInputElement>('[data-active] .persona-form input')
    field?.focus()
    field?.select()
  }
  const addButton = (
    <Button icon={<Plus size={16} strokeWidth={2} />} onClick={add} disabled={session.readOnly}>
      {t('app.personas.add')}
    </Button>
  )
  return (
    <Panel
      title={t('app.personas.title')}
      count={personas.length}
      closeLabel={t('app.closePanel')}
      onClose={close}
      footer={personas.length > 0 && addButton}
    >
      {personas.length === 0 && <EmptyNote text={t('app.personas.empty')}>{addButton}</EmptyNote>}
      <ul ref={list} className="personas">
        {personas.map((persona) => (
          <PersonaItem key={persona.id} persona={persona} active={persona.id === active} />
        ))}
      </ul>
    </Panel>
  )
}

function PersonaItem({ persona, active }: { readonly persona: Persona; readonly active: boolean }) {
  const t = useT()
  const mostOfTitle = useMost(LIMITS.title)
  const session = useSession()
  const write = useTypedRun()
  const name = persona.name || t('scene.untitledPersona')
  const remove = (): void => {
    if (session.readOnly) return
    keepFocusNear(document.activeElement)
    if (!session.run(deletePersona, { personaId: persona.id }).ok) return
    session.toast({
      kind: 'success',
      text: t('app.personas.removed', { name }),
      action: { label: t('app.undo'), run: takeBackDeletion(session, [persona.id]) },
      until: untilRestored(session, [persona.id]),
    })
  }
  return (
    <li className="persona" data-active={active ? '' : undefined}>
      <div className="persona-head">
        <button
          type="button"
          className="persona-choose"
          aria-expanded={active}
          onClick={() => session.ui.setState({ activePersona: persona.id })}
        >
          <PersonaMark marker={persona.marker} color={personaColor(persona.color)} size={18} />
          <span className="persona-name ellipsis">{name}</span>
        </button>
        <IconButton
          label={t(persona.curveHidden ? 'app.personas.show' : 'app.personas.hide', { name })}
          aria-pressed={!persona.curveHidden}
          onClick={() => session.run(setCurveHidden, { personaId: persona.id, hidden: !persona.curveHidden })}
        >
          {persona.curveHidden ? <EyeOff size={17} strokeWidth={1.75} /> : <Eye size={17} strokeWidth={1.75} />}
        </IconButton>
        <IconButton label={t('app.personas.remove', { name })} onClick={remove}>
          <Trash2 size={17} strokeWidth={1.75} />
        </IconButton>
      </div>
      {active && (
        <div className="persona-form">
          <CommittedField
            label={t('app.personas.name')}
            value={persona.name}
            most={mostOfTitle}
            readOnly={session.readOnly}
            whileTyping
            onCommit={(next, typed) => write({ about: persona.id, field: 'name' }, next, typed)}
          />
          <Segmented
            label={t('app.personas.color')}
            value={persona.color}
            choices={PERSONA_COLORS.map((color) => ({
              value: color,
              label: <Swatch color={personaColor(color)} name={t(`app.personas.color.${color}`)} />,
            }))}
            onChange={(color) => session.run(changePersona, { personaId: persona.id, color })}
          />
          <Segmented
            label={t('app.personas.marker')}
            value={persona.marker}
            choices={PERSONA_MARKERS.map((marker) => ({
              value: marker,
              label: (
                <>
                  <PersonaMark marker={marker} color={personaColor(persona.color)} size={16} />
                  <span className="visually-hidden">{t(`app.personas.marker.${marker}`)}</span>
                </>
              ),
            }))}
            onChange={(marker) => session.run(changePersona, { personaId: persona.id, marker })}
          />
          <p className="persona-hint">{t('app.personas.active')}</p>
        </div>
      )}
    </li>
  )
}

function Swatch({ color, name }: { readonly color: string; readonly name: string }) {
  return (
    <>
      <span className="persona-swatch" style={{ background: color }} />
      <span className="visually-hidden">{name}</span>
    </>
  )
}

/** The persona is about to leave the list; the keyboard goes on to the next one, or to the one before, or to the heading of the panel. */
function keepFocusNear(active: Element | null): void {
  const row = active?.closest('.persona')
  if (!row) return
  const next = row.nextElementSibling ?? row.previousElementSibling
  const target =
    next?.querySelector<HTMLElement>('.persona-choose') ?? row.closest('[data-region]')?.querySelector<HTMLElement>('[data-region-title]')
  target?.focus()
}
