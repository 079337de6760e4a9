import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { changeSettings } from '../../../shared/commands/settings'
import { LIMITS } from '../../../shared/model/limits'
import { useT } from '../../i18n/TranslatorContext'
import { useSession, useUi } from '../../state/SessionContext'
import { Tip } from '../../ui/Tip'
import { useServices } from '../ServicesContext'
import { useOfBoard } from '../useOfBoard'

/** The name of the map, to be changed in place, and of its file where that goes by another; the tooltip says where it is. */
export function FileName() {
  const t = useT()
  const session = useSession()
  const { window } = useServices()
  const file = useStore(window, (state) => state.file)
  const title = useOfBoard((board) => board.settings.title)
  const editing = useUi((ui) => ui.editing.kind === 'mapTitle')
  const name = title || file?.name || t('app.untitled')
  useWindowTitle(name)

  if (editing) return <TitleField title={title} />
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

function TitleField({ title }: { readonly title: string }) {
  const t = useT()
  const session = useSession()
  const [text, setText] = useState(title)
  // Escape takes the focus away as well, and must not write.
  const called = useRef(false)

  const end = (write: boolean): void => {
    if (called.current) return
    called.current = true
    const next = text.trim()
    if (write && next !== title) session.run(changeSettings, { title: next })
    session.ui.setState({ editing: { kind: 'none' } })
  }
  return (
    <input
      className="title-file-field"
      aria-label={t('app.mapTitle')}
      placeholder={t('app.untitled')}
      maxLength={LIMITS.title}
      spellCheck={false}
      autoFocus
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') end(true)
        if (event.key === 'Escape') end(false)
      }}
    />
  )
}
