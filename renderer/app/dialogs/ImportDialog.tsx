import './dialogs.css'
import './import.css'
import { ClipboardPaste, FileUp } from 'lucide-react'
import { useEffect, useState, type DragEvent } from 'react'
import { useStore } from 'zustand'
import { readImport, type ImportInput, type ImportOptions } from '../../../shared/import/importFile'
import { useTranslator } from '../../i18n/TranslatorContext'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { importReadFailureText } from '../fileCommands'
import { openImport, type ReadImport } from '../openImport'
import { useServices } from '../ServicesContext'
import type { ImportSource } from '../windowState'
import { ImportReportView } from './ImportReportView'

/** What was read, and how, so that it can be read in another way. */
interface Taken {
  readonly input: ImportInput
  readonly options: ImportOptions
}

/** Read a Mermaid journey or a table, see what came of it, and open it as a new map. Nothing is written before that. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslator()
  const services = useServices()
  const [read, setRead] = useState<(ReadImport & Taken) | null>(null)
  const text = useStore(services.window, ({ importText }) => importText)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const take = (name: string, input: ImportInput): void => {
    const result = readImport(input)
    setProblem(result.ok ? null : t(`import.failure.${result.code}`))
    setRead(result.ok ? { map: result.value, name, input, options: {} } : null)
  }
  /** The same text, read in another way. A way in which nothing can be read leaves what was read before. */
  const readAgain = (changed: ImportOptions): void => {
    if (!read) return
    const options = { ...read.options, ...changed }
    const result = readImport(read.input, options)
    setProblem(result.ok ? null : t(`import.failure.${result.code}`))
    if (result.ok) setRead({ ...read, map: result.value, options })
  }
  const takeFile = (source: ImportSource): void => take(source.name, source)

  // A file that was dropped on the window waits for this dialog.
  useEffect(() => {
    const { importSource } = services.window.getState()
    if (!importSource) return
    services.window.setState({ importSource: null })
    takeFile(importSource)
    // Once, when the dialog opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const ask = async (input: Parameters<typeof services.bridge.call<'import.read'>>[1], name: string): Promise<void> => {
    const answer = await services.bridge.call('import.read', input)
    if (answer.ok) takeFile(answer.value)
    else if (answer.code !== 'cancelled') setProblem(importReadFailureText(services.translator(), answer.code, name))
  }
  const drop = async (event: DragEvent): Promise<void> => {
    const file = event.dataTransfer.files[0]
    if (!file) return
    event.preventDefault()
    event.stopPropagation()
    await ask({ from: 'drop', ticket: await services.bridge.dropTicket(file) }, file.name)
  }
  const open = async (): Promise<void> => {
    if (!read) return
    setBusy(true)
    const opened = await openImport(services, read)
    setBusy(false)
    if (opened.ok) {
      services.window.setState({ importText: '' })
      onClose()
    } else setProblem(t('app.import.notOpened'))
  }

  return (
    <Dialog
      title={t('app.import.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={680}
      problem={problem}
      footer={
        read ? (
          <>
            <Button
              size="large"
              onClick={() => {
                setRead(null)
                setProblem(null)
              }}
            >
              {t('app.import.another')}
            </Button>
            <Button look="primary" size="large" disabled={busy} onClick={() => void open()}>
              {t('app.import.open')}
            </Button>
          </>
        ) : (
          <>
            <Button size="large" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button
              look="primary"
              size="large"
              disabled={text.trim() === ''}
              onClick={() => take('', { text })}
              icon={<ClipboardPaste size={17} strokeWidth={1.75} />}
            >
              {t('app.import.readText')}
            </Button>
          </>
        )
      }
    >
      {read ? (
        <ImportReportView map={read.map} name={read.name} onReadAgain={readAgain} />
      ) : (
        <div className="import-source" onDragOver={(event) => event.preventDefault()} onDrop={(event) => void drop(event)}>
          <button type="button" className="import-file" onClick={() => void ask({ from: 'dialog' }, '')}>
            <FileUp size={26} strokeWidth={1.6} aria-hidden="true" />
            <span className="import-file-title">{t('app.import.choose')}</span>
            <span className="import-file-hint">{t('app.import.formats')}</span>
          </button>
          <TextArea
            label={t('app.import.paste')}
            placeholder={t('app.import.paste.placeholder')}
            rows={6}
            value={text}
            onChange={(event) => services.window.setState({ importText: event.target.value })}
          />
        </div>
      )}
    </Dialog>
  )
}
