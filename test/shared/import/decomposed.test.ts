import { describe, expect, it } from 'vitest'
import { sameConflictValue } from '../../../shared/model/conflict'
import { sameField } from '../../../shared/merge/values'
import { foldName } from '../../../shared/merge/nameLikeness'
import { imported, notesOf, pointsOf } from '../../support/importing'

/** As macOS writes names of files, and programs that take words from them. */
const apart = (text: string): string => text.normalize('NFD')

describe('letters written as a letter and an accent', () => {
  it.each([
    ['Этап,Действия,Эмоции\nПокупка,Платит картой,злится\n'],
    ['Этап;Действия;Боли\nДоставка;Ждёт;Долгий звонок\nСтойка;Ещё ждёт;Йод\n'],
    ['Etap,Działania,Emocje\nZakup,Płaci kartą,zły\n'],
    ['Étape,Actions,Émotions\nRéserver,Appelle le café,très déçu\n'],
    ['journey\ntitle Поездка в Йошкар-Олу\nsection Й\nЖдёт: 2: Андрей\n'],
    ['| Etap | Szukanie | Zakup |\n|---|---|---|\n| Działania | Szuka | Płaci |\n| Emocje (Józef) | +2 | -3 |\n'],
  ])('are the same words in an import: %j', (text) => {
    const { report, ...map } = imported(apart(text))
    const whole = imported(text)

    expect({ ...map, shape: report.shape }).toEqual({ ...whole, report: undefined, shape: whole.report.shape })
    expect(notesOf(imported(apart(text)))).toEqual(notesOf(whole))
  })

  it('make one persona, not two that look alike', () => {
    const map = imported(`journey\nA: 1: ${apart('Андрей')}\nB: 5: Андрей, ${apart('Zoë')}, Zoë`)

    expect(map.personas.map(({ name }) => name)).toEqual(['Андрей', 'Zoë'])
    expect(pointsOf(map)).toHaveLength(3)
  })

  it.each(['Ожидание й', 'Étape', 'Zażółć', 'Ärger', 'Việt'])('are no difference when maps are merged: %s', (text) => {
    expect(sameConflictValue(text, apart(text))).toBe(true)
    expect(sameField(text, apart(text))).toBe(true)
    expect(foldName(text)).toBe(foldName(apart(text)))
  })
})
