import { Menu } from '@base-ui/react/menu'
import { ChevronsUpDown } from 'lucide-react'
import { useId } from 'react'
import { laneSort, type MapsAlignment } from '../../../shared/merge/alignMaps'
import { moveMember, type AlignedRow } from '../../../shared/merge/alignRows'
import { joinNames } from '../../../shared/merge/groupWords'
import type { Board } from '../../../shared/model/board'
import { sceneWords } from '../../../shared/layout/sceneWords'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { MenuItem, MenuPopup } from '../../ui/MenuParts'

export interface AlignmentTablesProps {
  readonly names: readonly string[]
  readonly boards: readonly Board[]
  readonly alignment: MapsAlignment
  readonly onChange: (alignment: MapsAlignment) => void
}

/** Which stages and lanes of the groups become one, a row each; every name can be put into another row. */
export function AlignmentTables({ names, boards, alignment, onChange }: AlignmentTablesProps) {
  const translator = useTranslator()
  const { t } = translator
  const words = sceneWords(translator)
  const { stages, lanes } = alignment
  return (
    <>
      <p className="merge-maps-hint">{t('groups.align.hint')}</p>
      <AlignmentTable
        title={t('groups.stages')}
        names={names}
        rows={stages}
        nameOf={(id, map) => boards[map]?.records.stage.get(id)?.title || words.untitledStage}
        fits={() => true}
        onChange={(rows) => onChange({ stages: rows, lanes })}
      />
      <AlignmentTable
        title={t('groups.lanes')}
        names={names}
        rows={lanes}
        nameOf={(id, map) => {
          const lane = boards[map]?.records.lane.get(id)
          return lane ? words.laneTitle(lane) : ''
        }}
        fits={(row, other) => laneSortOf(boards, row) === laneSortOf(boards, other)}
        onChange={(rows) => onChange({ stages, lanes: rows })}
      />
    </>
  )
}

function laneSortOf(boards: readonly Board[], { members }: MapsAlignment['lanes'][number]): string | undefined {
  return members.flatMap((id, map) => (id === null ? [] : (boards[map]?.records.lane.get(id) ?? []))).map(laneSort)[0]
}

interface AlignmentTableProps<Id extends string> {
  readonly title: string
  readonly names: readonly string[]
  readonly rows: readonly AlignedRow<Id>[]
  readonly nameOf: (id: Id, map: number) => string
  /** Whether something of one row can stand in the other. */
  readonly fits: (row: AlignedRow<Id>, other: AlignedRow<Id>) => boolean
  readonly onChange: (rows: readonly AlignedRow<Id>[]) => void
}

function AlignmentTable<Id extends string>({ title, names, rows, nameOf, fits, onChange }: AlignmentTableProps<Id>) {
  const t = useT()
  const id = useId()
  const groupName = (map: number): string => names[map]?.trim() || t('groups.group', { number: map + 1 })
  const rowName = ({ members }: AlignedRow<Id>): string =>
    joinNames(members.flatMap((member, map) => (member === null ? [] : [nameOf(member, map)])))
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="merge-maps-head">
        {title}
      </h3>
      <div className="merge-maps-scroll">
        <table className="merge-maps-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('groups.inMerged')}</th>
              {names.map((_, map) => (
                <th key={map} scope="col">
                  {groupName(map)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={rowKey(row)}>
                <th scope="row">{rowName(row)}</th>
                {row.members.map((member, map) => (
                  <td key={map}>
                    {member === null ? (
                      <span className="merge-maps-none">
                        <span aria-hidden="true">–</span>
                        <span className="visually-hidden">{t('groups.missing')}</span>
                      </span>
                    ) : (
                      <Menu.Root>
                        <Menu.Trigger
                          className="merge-maps-member"
                          aria-label={t('groups.move', { name: nameOf(member, map), group: groupName(map) })}
                        >
                          <span className="merge-maps-member-name">{nameOf(member, map)}</span>
                          <ChevronsUpDown size={14} strokeWidth={2} aria-hidden="true" />
                        </Menu.Trigger>
                        <MenuPopup>
                          {rows.map((other, to) =>
                            to === at || !fits(row, other) ? null : (
                              <MenuItem
                                key={rowKey(other)}
                                label={t('groups.with', { name: rowName(other) })}
                                onSelect={() => onChange(moveMember(rows, { map, from: at, to }))}
                              />
                            ),
                          )}
                          <MenuItem
                            label={t('groups.alone')}
                            disabled={row.members.every((one, i) => i === map || one === null)}
                            onSelect={() => onChange(moveMember(rows, { map, from: at, to: null }))}
                          />
                        </MenuPopup>
                      </Menu.Root>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Every id of a map is in one row, so the first one with its map names the row. */
function rowKey({ members }: AlignedRow<string>): string {
  const map = members.findIndex((member) => member !== null)
  return `${map} ${members[map]}`
}
