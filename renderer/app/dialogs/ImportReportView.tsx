import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { Translator } from '../../../shared/i18n/translator'
import type { ImportCounts, ImportedMap, ImportReport } from '../../../shared/import/importedMap'
import { formatValue } from '../../board/values'
import { useTranslator } from '../../i18n/TranslatorContext'

const COUNTS = ['personas', 'stages', 'steps', 'lanes', 'notes', 'points'] as const satisfies readonly (keyof ImportCounts)[]

export interface ImportReportViewProps {
  readonly map: ImportedMap
  readonly name: string
}

/** What an import understood, guessed, and could not place: before anything becomes a map. */
export function ImportReportView({ map, name }: ImportReportViewProps) {
  const translator = useTranslator()
  const { t } = translator
  const { report } = map
  const { counts, lines } = report
  return (
    <div className="import-report">
      <div>
        <p className="import-title">{map.title || name || t('app.untitled')}</p>
        <p className="import-how">
          {[t(`import.format.${report.format}`), t(`import.shape.${report.shape}`), t(`import.encoding.${report.encoding}`)].join(' · ')}
        </p>
      </div>
      <ul className="import-counts">
        {COUNTS.filter((what) => counts[what] > 0).map((what) => (
          <li key={what}>{t(`import.count.${what}`, { count: counts[what] })}</li>
        ))}
      </ul>
      {(counts.guessed > 0 || counts.inbox > 0) && (
        <ul className="import-remarks">
          {counts.guessed > 0 && <Remark text={guessText(translator, report)} />}
          {counts.inbox > 0 && <Remark text={t('import.inboxCount', { count: counts.inbox })} />}
        </ul>
      )}
      {lines.length === 0 ? (
        <p className="import-fine">
          <CircleCheck size={17} strokeWidth={1.75} aria-hidden="true" />
          {t('import.understood')}
        </p>
      ) : (
        <section aria-labelledby="import-lines">
          <h3 id="import-lines">{t('import.listed', { count: lines.length })}</h3>
          <ol className="import-lines" tabIndex={0} aria-labelledby="import-lines">
            {lines.map((line, index) => (
              <li key={index}>
                <span className="import-line-number num">{t('import.line', { line: line.line })}</span>
                <span className="import-line-words">
                  <code>{line.text}</code>
                  <span className="import-line-why">
                    {t(`import.why.${line.why}`)}
                    {line.inbox && <span className="import-line-inbox">{t('import.toInbox')}</span>}
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

/** Guesses that a sentence names. */
const NAMED = 8

/** How many feelings are guesses, and what the first of them were made of. */
function guessText({ t, language }: Translator, { counts, guesses }: ImportReport): string {
  const named = guesses.slice(0, NAMED).map(({ text, value }) => {
    const letters = [...text]
    const short = letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : text
    return t('import.guess', { text: short, value: formatValue(value, language) })
  })
  const more = guesses.length > NAMED ? ['…'] : []
  return t('import.guessedAs', { sentence: t('import.guessedCount', { count: counts.guessed }), list: [...named, ...more].join('; ') })
}

function Remark({ text }: { readonly text: string }) {
  return (
    <li>
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      {text}
    </li>
  )
}
