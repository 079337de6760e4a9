import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { showsHypotheses } from '../../shared/analysis/proofs'
import { useT } from '../i18n/TranslatorContext'
import type { Session } from '../state/session'
import { useSession } from '../state/SessionContext'
import { isAppsWord } from '../tools/nameEntry'
import { endTyping, entryKeyOf, takeUpText, typeText } from '../tools/noteEntry'
import { enterField } from '../ui/caret'
import { showText } from '../ui/fitField'
import type { BoardFrame } from './boardFrame'
import type { BoardRuntime } from './boardRuntime'
import { fieldPlace, type BoardEditing, type FieldLook, type FieldPlace, type FieldSign } from './fieldPlace'

export interface BoardFieldProps {
  readonly runtime: BoardRuntime
  readonly editing: BoardEditing
}

/**
 * The field a person types in, laid over what it writes.
 *
 * It is set in the board's own font and in world units, then scaled with the board, so that lines break in it as
 * they do in the drawing. Every keystroke is written; what ends the field is decided by the tools.
 */
export function BoardField({ runtime, editing }: BoardFieldProps) {
  const session = useSession()
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  const [place, setPlace] = useState<FieldPlace | null>(() => placeIn(runtime.frame()))
  const [first] = useState(() => takeUpText(session, editing))

  function placeIn(frame: BoardFrame | null): FieldPlace | null {
    return frame && fieldPlace({ ...frame, layout: session.layout(), scene: session.scene() }, editing, fieldLook(session))
  }

  useEffect(
    () =>
      runtime.onFrame((frame) => {
        const next = fieldPlace(frame, editing, fieldLook(session))
        setPlace((before) => (samePlace(before, next) ? before : next))
      }),
    [runtime, editing, session],
  )

  // The field keeps what is typed in it, whatever others write meanwhile: only one's own undo changes it.
  useEffect(() => {
    const show = (): void => {
      const element = field.current
      if (!element || composing.current || session.ui.getState().editing !== editing) return
      const text = takeUpText(session, editing)
      if (element.value !== text) element.value = text
    }
    return session.onUndo(show)
  }, [session, editing])

  const shown = place !== null
  useLayoutEffect(() => {
    if (field.current) enterField(field.current, { over: isAppsWord(session, editing) })
  }, [session, editing, shown])

  useLayoutEffect(() => {
    if (field.current && place) fitHeight(field.current, place.height)
  })

  if (!place) return null
  const write = (pasted: boolean): void => {
    const element = field.current
    if (!element) return
    // Only what is written stands in the field.
    if (!composing.current) showText(element, typeText(session, editing, element.value, { pasted }))
    fitHeight(element, place.height)
  }
  return (
    <>
      <textarea
        dir="auto"
        ref={field}
        className="board-field"
        aria-label={t(labelOf(editing))}
        style={styleOf(place)}
        rows={1}
        spellCheck={false}
        defaultValue={first}
        onInput={({ nativeEvent }) => write(isPasted(nativeEvent))}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
          write(false)
        }}
        onKeyDown={(event) => {
          const key = entryKeyOf(event.nativeEvent)
          if (key === null) return
          event.preventDefault()
          event.stopPropagation()
          endTyping(session, editing, key)
        }}
        onBlur={() => {
          // When the whole window loses the keyboard, the field is where it comes back to.
          if (document.hasFocus()) endTyping(session, editing, 'blur')
        }}
      />
      {place.sign && <Sign place={place} sign={place.sign} />}
    </>
  )
}

/** The icon that the drawn text has before it; the field covers the note with it. */
function Sign({ place, sign }: { readonly place: FieldPlace; readonly sign: FieldSign }) {
  const { width, height, x, y, scale } = place
  return (
    <svg
      className="board-field-sign"
      aria-hidden="true"
      viewBox={`${sign.origin.x} ${sign.origin.y} ${width} ${height}`}
      style={{ width, height, transform: `translate(${x}px, ${y}px) scale(${scale})` }}
    >
      {sign.items.map(({ d, at, fill, stroke, strokeWidth, cap }) => (
        <path
          key={d}
          d={d}
          transform={at && `translate(${at.x} ${at.y}) scale(${at.scale})`}
          fill={fill ?? 'none'}
          stroke={stroke}
          strokeWidth={strokeWidth}
          strokeLinecap={cap}
          strokeLinejoin="round"
        />
      ))}
    </svg>
  )
}

/** Whether the field that is open lies over the board. */
export function isOnBoard(editing: { readonly kind: string }): editing is BoardEditing {
  return editing.kind !== 'none' && editing.kind !== 'mapTitle'
}

function isPasted(event: Event): boolean {
  return event instanceof InputEvent && event.inputType.startsWith('insertFrom')
}

function labelOf(editing: BoardEditing) {
  switch (editing.kind) {
    case 'note':
    case 'newNote':
      return 'boardView.field.note' as const
    case 'stage':
      return editing.field === 'title' ? ('boardView.field.stage' as const) : ('boardView.field.duration' as const)
    case 'step':
      return 'boardView.field.step' as const
    case 'lane':
      return 'boardView.field.lane' as const
    case 'point':
      return 'boardView.field.point' as const
  }
}

/** The field is as high as its text, and never lower than what it lies over. World units. */
function fitHeight(element: HTMLTextAreaElement, least: number): void {
  element.style.height = `${least}px`
  if (element.scrollHeight > least + 1) element.style.height = `${element.scrollHeight}px`
}

function styleOf({ x, y, width, scale, style }: FieldPlace): CSSProperties {
  return {
    width,
    transform: `translate(${x}px, ${y}px) scale(${scale})`,
    padding: `${style.padY}px ${style.padX}px`,
    fontSize: style.size,
    lineHeight: `${style.line}px`,
    fontWeight: style.weight,
    textIndent: style.indent,
    textAlign: style.align,
    color: style.color,
    background: style.background,
    borderRadius: style.radius,
  }
}

function samePlace(a: FieldPlace | null, b: FieldPlace | null): boolean {
  if (!a || !b) return a === b
  const sameBox = a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.scale === b.scale
  return (
    sameBox &&
    sameSign(a.sign, b.sign) &&
    (Object.keys(a.style) as (keyof FieldPlace['style'])[]).every((key) => a.style[key] === b.style[key])
  )
}

function sameSign(a: FieldSign | undefined, b: FieldSign | undefined): boolean {
  if (!a || !b) return a === b
  const sameOrigin = a.origin.x === b.origin.x && a.origin.y === b.origin.y
  return sameOrigin && a.items.length === b.items.length && a.items.every((item, i) => item.d === b.items[i]?.d)
}

function fieldLook(session: Session): FieldLook {
  return { theme: session.look().theme, hypotheses: showsHypotheses(session.document.board()) }
}
