import { Popover } from '@base-ui/react/popover'
import { Toolbar } from '@base-ui/react/toolbar'
import { Route, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { MessageKey } from '../../shared/i18n/translator'
import { cellOf, noteOf, takesProof, type Board } from '../../shared/model/board'
import { laneKindInfo } from '../../shared/model/laneKinds'
import type { Note } from '../../shared/model/note'
import { iconPath, TOUCHPOINT_ICONS } from '../../shared/scene/icons'
import { shownColor } from '../../shared/scene/noteColor'
import { useT } from '../i18n/TranslatorContext'
import { useSession, useUi } from '../state/SessionContext'
import { setIcon } from '../tools/noteEdits'
import { IconButton } from '../ui/IconButton'
import { focusBoard } from './boardFocus'
import { ActionTool, MenuTool, MoreTool, ToolLine } from './contextToolbarParts'
import { colorEntries, markEntries, proofEntries } from './menuEntries'
import { MARK_ICONS, MIXED_ICONS, PROOF_ICONS } from './noteIcons'

/** For one note or many: colour, mark, proof, and the rest behind "more" (DESIGN 5). */
export function NoteTools({ board }: { readonly board: Board }) {
  const t = useT()
  const session = useSession()
  const selection = useUi((ui) => ui.selection)
  const notes = selection.kind === 'notes' ? [...selection.ids].flatMap((id) => noteOf(board, id) ?? []) : []
  const [first] = notes
  if (!first) return null
  const color = common(notes, (note) => shownColor(note, laneOf(board, note)))
  const mark = common(notes, (note) => note.mark)
  const provable = notes.filter((note) => takesProof(board, note))
  const proof = common(provable, (note) => note.proof)
  const Mark = mark === undefined ? MIXED_ICONS.mark : MARK_ICONS[mark]
  const Proof = proof === undefined ? MIXED_ICONS.proof : PROOF_ICONS[proof]
  // What the notes do not have in common is said to differ, in words as in the picture.
  const named = (what: string, value: string | undefined): string => (value === undefined ? t('board.mixed', { what }) : what)
  const touchpoint = notes.length === 1 && isTouchpoint(board, first)
  return (
    <>
      <MenuTool
        label={named(t('board.color'), color)}
        entries={() => colorEntries(session, notes)}
        icon={<span className="menu-swatch" data-color={color ?? 'mixed'} />}
      />
      <MenuTool
        label={named(t('board.mark'), mark)}
        entries={() => markEntries(session, notes)}
        icon={<Mark size={18} strokeWidth={1.75} />}
      />
      {provable.length > 0 && (
        <MenuTool
          label={named(t('board.proof'), proof)}
          entries={() => proofEntries(session, provable)}
          icon={<Proof size={18} strokeWidth={1.75} />}
        />
      )}
      {touchpoint && <IconTool note={first} />}
      <ToolLine />
      <ActionTool id="edit.delete">
        <Trash2 size={18} strokeWidth={1.75} />
      </ActionTool>
      <MoreTool />
    </>
  )
}

function common<T>(notes: readonly Note[], of: (note: Note) => T): T | undefined {
  const [first] = notes
  if (!first) return undefined
  const value = of(first)
  return notes.every((note) => of(note) === value) ? value : undefined
}

function laneOf(board: Board, note: Note) {
  const cell = cellOf(board, note)
  return cell && board.records.lane.get(cell.laneId)
}

function isTouchpoint(board: Board, note: Note): boolean {
  const lane = laneOf(board, note)
  return lane !== undefined && laneKindInfo(lane.kind).content === 'touchpoints'
}

/** The picture of a touchpoint: over which channel people meet. */
function IconTool({ note }: { readonly note: Note }) {
  const t = useT()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const choose = (icon: string | null): void => {
    setOpen(false)
    setIcon(session, note.id, icon)
  }
  const path = note.icon === undefined ? undefined : iconPath(note.icon)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Toolbar.Button
        render={
          <Popover.Trigger
            render={
              <IconButton label={t('board.icon')} tipSide="top">
                {path === undefined ? <Route size={18} strokeWidth={1.75} /> : <Glyph path={path} />}
              </IconButton>
            }
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="bottom" sideOffset={8} collisionPadding={8} className="ui-menu-place">
          <Popover.Popup
            className="icon-picker"
            aria-label={t('board.icon')}
            finalFocus={(how) => (how === 'keyboard' ? true : focusBoard(session))}
          >
            <Toolbar.Root className="icon-picker-grid" aria-label={t('board.icon')}>
              {TOUCHPOINT_ICONS.map((name) => (
                <Toolbar.Button
                  key={name}
                  render={
                    <IconButton
                      label={t(`board.icon.${name}` as MessageKey)}
                      on={note.icon === name ? 'soft' : undefined}
                      onClick={() => choose(name)}
                    >
                      <Glyph path={iconPath(name) ?? ''} />
                    </IconButton>
                  }
                />
              ))}
            </Toolbar.Root>
            <button type="button" className="ui-menu-item icon-picker-none" onClick={() => choose(null)}>
              {t('board.icon.none')}
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A board icon in the size of the chrome's. */
function Glyph({ path }: { readonly path: string }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
