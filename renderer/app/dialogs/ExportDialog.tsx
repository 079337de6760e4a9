import './dialogs.css'
import './export.css'
import { FileText, Image, PenTool, type LucideIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { Input } from '../../../shared/ipc/contract'
import { PNG_SCALES, pngLimitText, pngSize, type PngScale } from '../../../shared/export/pngSize'
import { pictureScene } from '../../../shared/scene/picture'
import { darkTheme, lightTheme } from '../../../shared/scene/theme'
import { useTranslator } from '../../i18n/TranslatorContext'
import type { Session } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Segmented } from '../../ui/Segmented'
import { exportFailureText } from '../fileCommands'
import { useServices } from '../ServicesContext'
import { pictureSize, ScenePreview } from './ScenePreview'

type Format = Exclude<Input<'map.export'>['format'], 'json'>

const FORMATS: readonly { readonly id: Format; readonly icon: LucideIcon }[] = [
  { id: 'pdf', icon: FileText },
  { id: 'png', icon: Image },
  { id: 'svg', icon: PenTool },
]

export interface ExportDialogProps {
  readonly session: Session
  readonly onClose: () => void
}

/** The map as a picture: what it will look like, in which format, and on which background. */
export function ExportDialog({ session, onClose }: ExportDialogProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const services = useServices()
  const screenTheme = useStore(services.settings.store, (look) => look.theme)
  const [format, setFormat] = useState<Format>('pdf')
  const [scale, setScale] = useState<PngScale>(2)
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const scene = useMemo(
    () => pictureScene(session.board(), session.layout(), theme === 'dark' ? darkTheme : lightTheme, translator),
    [session, translator, theme],
  )
  const picture = pictureSize(scene)
  const tooLarge = PNG_SCALES.map((value) => pngSize(picture, value)).find((tried) => !tried.ok)
  const fitting = PNG_SCALES.findLast((value) => value <= scale && pngSize(picture, value).ok) ?? 1
  const possible = format !== 'png' || pngSize(picture, fitting).ok
  const pixels = new Intl.NumberFormat(language)
  const size = (value: number): string => pixels.format(Math.round(value * fitting))

  const write = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    await session.settled()
    const written = await services.bridge.call('map.export', { handle: session.handle, format, scale: fitting, theme, language })
    setBusy(false)
    if (written.ok) {
      onClose()
      const action = { label: t('app.showInFolder'), run: () => void services.bridge.call('export.show', null) }
      services.toast({ kind: 'success', text: t('app.export.done', { name: written.value.name }), action })
    } else if (written.code !== 'cancelled') {
      setProblem(exportFailureText(translator, written.code, written.detail))
    }
  }
  return (
    <Dialog
      title={t('app.export.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={1120}
      className="export"
      problem={problem}
      footer={
        <>
          {format === 'png' && possible && (
            <span className="export-size num">{t('app.export.pixels', { width: size(picture.width), height: size(picture.height) })}</span>
          )}
          <Button size="large" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" size="large" disabled={busy || !possible} onClick={() => void write()}>
            {busy ? t('app.export.busy') : t('app.export.do', { format: format.toUpperCase() })}
          </Button>
        </>
      }
    >
      <div className="export-columns">
        <div className="export-choices">
          <RadioGroup className="export-formats" aria-label={t('app.export.format')} value={format} onValueChange={setFormat}>
            {FORMATS.map(({ id, icon: Icon }) => (
              <label key={id} className="export-format">
                <Radio.Root className="export-radio" value={id} />
                <Icon size={22} strokeWidth={1.6} aria-hidden="true" />
                <span className="export-words">
                  <span className="export-name">{id.toUpperCase()}</span>
                  <span className="export-hint">{t(`export.format.${id}.hint`)}</span>
                </span>
              </label>
            ))}
          </RadioGroup>
          <Segmented
            label={t('app.export.theme')}
            value={theme}
            choices={[
              { value: 'light', label: t('app.export.theme.light') },
              { value: 'dark', label: t('app.export.theme.dark') },
            ]}
            onChange={setTheme}
          />
          {screenTheme === 'dark' && theme === 'light' && <p className="ui-field-hint export-note">{t('app.export.theme.hint')}</p>}
          {format === 'png' && (
            <Segmented
              label={t('app.export.scale')}
              value={fitting}
              choices={PNG_SCALES.map((value) => ({ value, label: `${value}×`, disabled: !pngSize(picture, value).ok }))}
              onChange={setScale}
            />
          )}
          {format === 'png' && tooLarge && !tooLarge.ok && (
            <p className="ui-field-hint export-note">{pngLimitText(translator, tooLarge)}</p>
          )}
        </div>
        <div className="export-preview">
          <ScenePreview scene={scene} label={t('app.export.preview')} />
        </div>
      </div>
    </Dialog>
  )
}
