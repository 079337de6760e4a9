import './dropZone.css'
import { FileInput } from 'lucide-react'
import { useState, type DragEvent, type ReactNode } from 'react'
import { useT } from '../i18n/TranslatorContext'
import { useServices } from './ServicesContext'

/** A file may be dropped anywhere in the window: a map opens, a text or a table goes to the import. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const t = useT()
  const services = useServices()
  const [over, setOver] = useState(false)

  const carriesFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  const enter = (event: DragEvent): void => {
    if (!carriesFile(event)) return
    event.preventDefault()
    setOver(true)
  }
  // Whoever goes from one part of the window to another leaves the first of them, too.
  const leave = ({ relatedTarget, currentTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
  }
  const drop = (event: DragEvent): void => {
    if (!carriesFile(event)) return
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (!file) return
    if (/\.cjm$/i.test(file.name)) void services.files.openDropped(file)
    else services.importDropped(file)
  }

  return (
    <div
      className="drop-zone"
      onDragEnter={enter}
      onDragLeave={leave}
      onDragOver={(event) => carriesFile(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-zone-over">
          <div className="drop-zone-card">
            <FileInput size={30} strokeWidth={1.6} aria-hidden="true" />
            <p className="drop-zone-title">{t('app.drop.title')}</p>
            <p className="drop-zone-hint">{t('app.drop.hint')}</p>
          </div>
        </div>
      )}
    </div>
  )
}
