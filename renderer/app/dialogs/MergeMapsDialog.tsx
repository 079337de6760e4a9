import './dialogs.css'
import './import.css'
import './mergeMaps.css'
import { Files, Plus, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { TooLarge } from '../../../shared/merge/groupMap'
import { LIMITS, MOST_GROUPS } from '../../../shared/model/limits'
import type { Patch } from '../../../shared/model/patch'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { useMost } from '../../i18n/useMost'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { AlignmentTables } from './AlignmentTables'
import { tooLargeText } from './groupMaps'
import { useGroupMaps, type GroupMaps } from './useGroupMaps'

/** Make one map of the maps of parallel groups: choose them, look at what goes together, change it, merge. Their files stay as they are. */
export function MergeMapsDialog({ onClose }: { readonly onClose: () => void }) {
  const translator = useTranslator()
  const mostOfTitle = useMost(LIMITS.title)
  const { t } = translator
  const maps = useGroupMaps()
  const { boards, preview, problem } = maps
  const tooLarge = preview?.ok === false ? tooLargeText(translator, preview.detail as TooLarge) : null
  return (
    <Dialog
      title={t('groups.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={boards.length === 0 ? 680 : 1080}
      problem={problem ?? tooLarge}
      footer={
        <>
          {boards.length === 1 && <p className="merge-maps-hint merge-maps-says">{t('groups.atLeastTwo')}</p>}
          {preview?.ok && <Counts patches={preview.value} />}
          <Button size="large" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button
            look="primary"
            size="large"
            disabled={maps.busy || !preview?.ok}
            onClick={() => void maps.merge().then((opened) => opened && onClose())}
          >
            {t('groups.merge')}
          </Button>
        </>
      }
    >
      {boards.length === 0 ? (
        <button type="button" className="import-file merge-maps-choose" onClick={() => void maps.add()}>
          <Files size={26} strokeWidth={1.6} aria-hidden="true" />
          <span className="import-file-title">{t('groups.choose')}</span>
          <span className="import-file-hint">{t('groups.choose.hint')}</span>
        </button>
      ) : (
        <div className="merge-maps">
          <TextField
            label={t('app.mapTitle')}
            value={maps.title}
            most={mostOfTitle}
            onChange={({ target }) => maps.retitle(target.value)}
          />
          <Groups maps={maps} />
          {boards.length > 1 && (
            <AlignmentTables names={maps.names} boards={boards} alignment={maps.alignment} onChange={(next) => maps.realign(next)} />
          )}
        </div>
      )}
    </Dialog>
  )
}

/** A name for each map, which its notes and curves will carry. */
function Groups({ maps }: { readonly maps: GroupMaps }) {
  const t = useT()
  const mostOfName = useMost(MOST_OF_A_NAME)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  // Whoever goes by keyboard is at the first map that came, or at the next after one that went.
  const focusAt = useRef<number | null>(0)
  const count = maps.names.length
  useEffect(() => {
    if (focusAt.current === null) return
    list.current?.querySelectorAll('input')[Math.min(focusAt.current, count - 1)]?.focus()
    focusAt.current = null
  }, [count])
  const add = (): void => {
    focusAt.current = count
    void maps.add()
  }
  const leaveOut = (at: number): void => {
    focusAt.current = at
    maps.leaveOut(at)
  }
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="merge-maps-head">
        {t('groups.groups')}
      </h3>
      <p className="merge-maps-hint">{t('groups.groups.hint')}</p>
      <ul ref={list} className="merge-maps-groups">
        {maps.names.map((name, i) => (
          // A group has nothing of its own but its place: two may have one name.
          <li key={i} className="merge-maps-group">
            <span className="merge-maps-number" aria-hidden="true">
              {i + 1}
            </span>
            <TextField
              label={t('groups.name', { number: i + 1 })}
              hideLabel
              value={name}
              most={mostOfName}
              placeholder={t('groups.group', { number: i + 1 })}
              onChange={({ target }) => maps.rename(i, target.value)}
            />
            <IconButton label={t('groups.remove', { name: name || t('groups.group', { number: i + 1 }) })} onClick={() => leaveOut(i)}>
              <X size={17} strokeWidth={1.75} />
            </IconButton>
          </li>
        ))}
        {maps.names.length < MOST_GROUPS && (
          <li>
            <Button icon={<Plus size={16} strokeWidth={2} />} onClick={add}>
              {t('groups.more')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}

/** A name stands on every note of its group; a longer one would be most of the note. */
const MOST_OF_A_NAME = 60

const COUNTED = ['stage', 'step', 'lane', 'note', 'point', 'persona'] as const

/** What the merged map will have. */
function Counts({ patches }: { readonly patches: readonly Patch[] }) {
  const t = useT()
  const added = patches.flatMap((patch) => (patch.op === 'add' ? [patch.record.id] : []))
  return (
    <ul className="import-counts merge-maps-says" aria-label={t('groups.inMerged')}>
      {COUNTED.map((kind) => (
        <li key={kind}>{t(`import.count.${kind}s`, { count: added.filter((id) => id.startsWith(`${kind}_`)).length })}</li>
      ))}
    </ul>
  )
}
