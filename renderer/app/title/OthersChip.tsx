import { UsersRound } from 'lucide-react'
import { useStore } from 'zustand'
import type { MapSurroundings } from '../../../shared/ipc/surroundings'
import { useTranslator } from '../../i18n/TranslatorContext'
import { timeText, whenText } from '../../i18n/when'
import { Tip } from '../../ui/Tip'
import { useServices } from '../ServicesContext'

type Other = MapSurroundings['others'][number]

/** Who else has the file open: one name, or how many; the tooltip says where and since when. Nothing is locked by it. */
export function OthersChip() {
  const translator = useTranslator()
  const { window, clock } = useServices()
  const others = useStore(window, (state) => state.file?.surroundings.others) ?? []
  const { t } = translator
  const named = others.map((other) => ({ ...other, name: other.name || t('around.someone') }))
  const sentences = named.map((other) => sentenceOf(other, translator, clock()))
  return (
    <span role="status">
      {named.length > 0 && (
        <Tip
          text={sentences.map((sentence, index) => (
            <span key={index} className="others-line">
              {sentence}
            </span>
          ))}
        >
          <span className="others-chip" tabIndex={0}>
            <UsersRound size={14} strokeWidth={2} aria-hidden="true" />
            <span className="ellipsis" aria-hidden="true">
              {named.length === 1 ? t('around.other', { name: named[0]?.name ?? '' }) : t('around.others', { count: named.length })}
            </span>
            <span className="visually-hidden">{sentences.join('. ')}</span>
          </span>
        </Tip>
      )}
    </span>
  )
}

function sentenceOf({ name, computer, here, since }: Other, translator: ReturnType<typeof useTranslator>, now: Date): string {
  const then = new Date(since)
  const today = then.toDateString() === now.toDateString()
  const time = today ? timeText(translator.language, then) : whenText(translator, then, now)
  return here ? translator.t('around.openHere', { name, time }) : translator.t('around.openBy', { name, computer, time })
}
