import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useT } from '../../i18n/TranslatorContext'
import { useSession, useUi } from '../../state/SessionContext'
import type { Editing } from '../../state/uiState'
import { endTyping, entryKeyOf, takeUpText, typeText } from '../../tools/noteEntry'
import { enterField } from '../../ui/caret'
import { showText } from '../../ui/fitField'
import { Tip } from '../../ui/Tip'
import { useServices } from '../ServicesContext'
import { useOfBoard } from '../useOfBoard'

type TitleEditing = Extract<Editing, { kind: 'mapTitle' }>

/** The name of the map, to be changed in place, and of its file where that goes by another; the tooltip says where it is. */
export function FileName() {
  const t = useT()
  const session = useSession()
  const { window } = useServices()
  const file = useStore(window, (state) => state.file)
  const title = useOfBoard((board) => board.settings.title)
  const editing = useUi((ui) => (ui.editing.kind === 'mapTitle' ? ui.editing : null))
  const name = title || file?.name || t('app.untitled')
  useWindowTitle(name)

  if (editing) return <TitleField editing={editing} />
  const where = !file || file.name === null ? t('draft.name') : [`${file.name}.cjm`, file.place].filter(Boolean).join(' · ')
  return (
    <>
      <Tip text={where}>
        <button
          type="button"
          className="title-file ellipsis"
          aria-label={t('app.renameMap', { name })}
          aria-disabled={session.readOnly || undefined}
          onClick={() => !session.readOnly && session.ui.setState({ editing: { kind: 'mapTitle' } })}
        >
          {name}
        </button>
      </Tip>
      {file && file.name !== null && file.name !== name && <span className="title-in-file ellipsis">{file.name}.cjm</span>}
    </>
  )
}

/** What the system's list of windows calls this one. */
function useWindowTitle(name: string): void {
  useEffect(() => {
    const { title } = document
    document.title = name
    return () => {
      document.title = title
    }
  }, [name])
}

/** Every keystroke is written, as on the board; Escape brings the former title back. */
function TitleField({ editing }: { readonly editing: TitleEditing }) {
  const t = useT()
  const session = useSession()
  const [text, setText] = useState(() => takeUpText(session, editing))
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (field.current) enterField(field.current)
  }, [])
  useEffect(() => session.onUndo(() => setText(takeUpText(session, editing))), [session, editing])
  return (
    <input
      dir="auto"
      ref={field}
      className="title-file-field"
      aria-label={t('app.mapTitle')}
      placeholder={t('app.untitled')}
      spellCheck={false}
      value={text}
      onChange={(event) => {
        const { target } = event
        showText(target, typeText(session, editing, target.value))
        setText(target.value)
      }}
      onBlur={() => {
        // When the whole window loses the keyboard, the field is where it comes back to.
        if (document.hasFocus()) endTyping(session, editing, 'blur')
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        const key = entryKeyOf(event.nativeEvent)
        // Tab goes on through the window, and leaves the field by that.
        if (key === 'enter' || key === 'escape') endTyping(session, editing, key)
      }}
    />
  )
}
