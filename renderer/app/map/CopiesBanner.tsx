import { useState } from 'react'
import type { Translator } from '../../../shared/i18n/translator'
import { salvageWords } from '../../../shared/ipc/salvageWords'
import { useT, useTranslator } from '../../i18n/TranslatorContext'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import type { MapCopy } from '../copyCommands'
import { useServices } from '../ServicesContext'

/** Copies of the open map beside it: what to do about those that hold more than it, and about those that are not needed any more. */
export function CopiesBanner({ copies }: { readonly copies: readonly MapCopy[] }) {
  const [oneByOne, setOneByOne] = useState(false)
  const fresh = copies.filter(({ state }) => state === 'new')
  const merged = copies.filter(({ state }) => state === 'merged')
  const [first] = fresh
  if (first) {
    return fresh.length === 1 || oneByOne ? <OneCopy copy={first} /> : <ManyCopies copies={fresh} onOneByOne={() => setOneByOne(true)} />
  }
  const whole = merged.filter(({ damaged }) => !damaged)
  const damaged = merged.filter((copy) => copy.damaged)
  return (
    <>
      {whole.length > 0 && <MergedCopies copies={whole} />}
      {damaged.map((copy) => (
        <DamagedCopy key={copy.id} copy={copy} />
      ))}
    </>
  )
}

function OneCopy({ copy }: { readonly copy: MapCopy }) {
  const translator = useTranslator()
  const { actOnCopies } = useServices()
  const { t } = translator
  return (
    <Banner kind={copy.damaged ? 'warning' : 'info'} text={offerOf(copy, translator)}>
      <Button onClick={() => void actOnCopies('merge', [copy])}>{t('around.copies.merge')}</Button>
      {!copy.damaged && (
        <Button look="link" onClick={() => void actOnCopies('separate', [copy])}>
          {t('around.copies.separate')}
        </Button>
      )}
      <Button look="link" onClick={() => void actOnCopies('later', [copy])}>
        {t('around.copies.later')}
      </Button>
    </Banner>
  )
}

/** What a copy is, and how much of it there is to merge. */
function offerOf({ name, service, damaged }: MapCopy, translator: Translator): string {
  const { t } = translator
  const offer = service === null ? t('around.copies.one', { name }) : t('around.copies.service', { name, service })
  if (!damaged) return offer
  return `${offer} ${damaged.counts ? salvageWords(translator, damaged.counts) : t('around.copies.damaged')}`
}

function ManyCopies({ copies, onOneByOne }: { readonly copies: readonly MapCopy[]; readonly onOneByOne: () => void }) {
  const t = useT()
  const { actOnCopies } = useServices()
  return (
    <Banner kind="info" text={t('around.copies.many', { count: copies.length })}>
      <Button onClick={() => void actOnCopies('merge', copies)}>{t('around.copies.mergeAll')}</Button>
      <Button look="link" onClick={onOneByOne}>
        {t('around.copies.oneByOne')}
      </Button>
      <Button look="link" onClick={() => void actOnCopies('later', copies)}>
        {t('around.copies.later')}
      </Button>
    </Banner>
  )
}

function MergedCopies({ copies }: { readonly copies: readonly MapCopy[] }) {
  const t = useT()
  const { actOnCopies } = useServices()
  const count = copies.length
  const text = count === 1 ? t('around.copies.merged.one', { name: copies[0]?.name ?? '' }) : t('around.copies.merged.many', { count })
  return (
    <Banner kind="info" text={text}>
      <Button onClick={() => void actOnCopies('trash', copies)}>{t('around.copies.trash', { count })}</Button>
      <Button look="link" onClick={() => void actOnCopies('later', copies)}>
        {t('around.copies.keep', { count })}
      </Button>
    </Banner>
  )
}

/** It holds what nobody can read, so it is for nobody but a person to throw away. */
function DamagedCopy({ copy }: { readonly copy: MapCopy }) {
  const t = useT()
  const { actOnCopies } = useServices()
  return (
    <Banner kind="warning" text={t('around.copies.merged.damaged', { name: copy.name })}>
      <Button look="link" onClick={() => void actOnCopies('later', [copy])}>
        {t('around.copies.keep', { count: 1 })}
      </Button>
    </Banner>
  )
}
