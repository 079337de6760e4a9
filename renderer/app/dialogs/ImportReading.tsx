import { FILE_ENCODINGS } from '../../../shared/import/codePages'
import type { ImportOptions } from '../../../shared/import/importFile'
import { IMPORT_ROWS, type ImportReport } from '../../../shared/import/importedMap'
import { useTranslator } from '../../i18n/TranslatorContext'
import { Segmented } from '../../ui/Segmented'
import { SelectField } from '../../ui/SelectField'

export interface ImportReadingProps {
  readonly report: ImportReport
  readonly onReadAgain: (changed: ImportOptions) => void
}

/** How a text was read where it could be read in another way: which way round a table is, and the encoding of a file. */
export function ImportReading({ report, onReadAgain }: ImportReadingProps) {
  const { t } = useTranslator()
  const { encoding, table } = report
  if (encoding === 'text' && !table) return null
  return (
    <div className="import-reading">
      {table && (
        <Segmented
          label={t('import.rows')}
          value={table.rows}
          choices={IMPORT_ROWS.map((rows) => ({ value: rows, label: t(`import.rows.${rows}`) }))}
          onChange={(rows) => onReadAgain({ rows })}
        />
      )}
      {encoding !== 'text' && (
        <SelectField
          label={t('import.encoding')}
          value={encoding}
          choices={FILE_ENCODINGS.map((value) => ({ value, label: t(`import.encoding.${value}`) }))}
          onChange={(value) => onReadAgain({ encoding: value })}
        />
      )}
    </div>
  )
}
