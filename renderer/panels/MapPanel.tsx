import './mapPanel.css'
import { Eye } from 'lucide-react'
import { setLaneHidden, showAllLanes } from '../../shared/commands/lanes'
import { changeSettings } from '../../shared/commands/settings'
import { sceneWords } from '../../shared/layout/sceneWords'
import { LIMITS } from '../../shared/model/limits'
import { HYPOTHESES_SHOWN, MAP_KINDS, MAP_STATES } from '../../shared/model/mapSettings'
import { useTranslator } from '../i18n/TranslatorContext'
import { useMost } from '../i18n/useMost'
import { useBoard, useSession } from '../state/SessionContext'
import { Button } from '../ui/Button'
import { CommittedField } from '../ui/CommittedField'
import { Panel } from '../ui/Panel'
import { Segmented } from '../ui/Segmented'
import { SelectField } from '../ui/SelectField'
import { useTypedRun } from './useTypedRun'

/** Thresholds one can choose: from a slight dislike to the very bottom. */
const THRESHOLDS = [-1, -1.5, -2, -2.5, -3, -3.5, -4, -4.5, -5] as const

/** What is said of the whole map, and the lanes that are out of sight. */
export function MapPanel() {
  const translator = useTranslator()
  const mostOfTitle = useMost(LIMITS.title)
  const mostOfText = useMost(LIMITS.longText)
  const { t } = translator
  const session = useSession()
  const write = useTypedRun()
  const { settings, lanes } = useBoard()
  const words = sceneWords(translator)
  const hidden = lanes.filter((lane) => lane.hidden)
  const numbers = new Intl.NumberFormat(translator.language)
  const number = (value: number): string => numbers.format(value).replace('-', '−')
  const thresholds = [...new Set<number>([...THRESHOLDS, settings.criticalThreshold])].sort((a, b) => b - a)

  return (
    <Panel title={t('app.map.title')} closeLabel={t('app.closePanel')} onClose={() => session.ui.setState({ panel: null })}>
      <div className="map-form">
        <CommittedField
          label={t('app.mapTitle')}
          placeholder={t('app.untitled')}
          value={settings.title}
          most={mostOfTitle}
          readOnly={session.readOnly}
          whileTyping
          onCommit={(title, typed) => write({ about: 'map', field: 'title' }, title, typed)}
        />
        <SelectField
          label={t('app.map.kind')}
          value={settings.kind}
          choices={MAP_KINDS.map((kind) => ({ value: kind, label: t(`app.map.kind.${kind}`) }))}
          onChange={(kind) => session.run(changeSettings, { kind })}
        />
        <Segmented
          label={t('app.map.state')}
          value={settings.state}
          choices={MAP_STATES.map((state) => ({ value: state, label: t(`app.map.state.${state}`) }))}
          onChange={(state) => session.run(changeSettings, { state })}
        />
        <CommittedField
          multiline
          label={t('app.map.scenario')}
          hint={t('app.map.scenario.hint')}
          value={settings.scenario}
          most={mostOfText}
          readOnly={session.readOnly}
          whileTyping
          onCommit={(scenario, typed) => write({ about: 'map', field: 'scenario' }, scenario, typed)}
        />
        <div>
          <SelectField
            label={t('app.map.threshold')}
            value={String(settings.criticalThreshold)}
            choices={thresholds.map((value) => ({ value: String(value), label: t('app.map.threshold.value', { value: number(value) }) }))}
            onChange={(value) => session.run(changeSettings, { criticalThreshold: Number(value) })}
          />
          <p className="ui-field-hint">{t('app.map.threshold.hint')}</p>
        </div>
        <div>
          <SelectField
            label={t('app.map.hypotheses')}
            value={settings.hypotheses}
            choices={HYPOTHESES_SHOWN.map((when) => ({ value: when, label: t(`app.map.hypotheses.${when}`) }))}
            onChange={(hypotheses) => session.run(changeSettings, { hypotheses })}
          />
          <p className="ui-field-hint">{t('app.map.hypotheses.hint')}</p>
        </div>
      </div>
      <section className="map-hidden" aria-labelledby="map-hidden-title">
        <div className="map-hidden-head">
          <h3 id="map-hidden-title">{t('app.map.hidden')}</h3>
          {hidden.length > 1 && (
            <Button look="link" onClick={() => session.run(showAllLanes, {})}>
              {t('app.map.showAll')}
            </Button>
          )}
        </div>
        {hidden.length === 0 && <p className="map-hidden-none">{t('app.map.noneHidden')}</p>}
        <ul>
          {hidden.map((lane) => (
            <li key={lane.id} className="map-hidden-lane">
              <span className="ellipsis">{words.laneTitle(lane)}</span>
              <Button
                icon={<Eye size={16} strokeWidth={1.75} />}
                aria-label={t('app.map.showLane', { name: words.laneTitle(lane) })}
                onClick={() => session.run(setLaneHidden, { laneId: lane.id, hidden: false })}
              >
                {t('app.map.show')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  )
}
