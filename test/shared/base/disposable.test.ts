import { describe, expect, it } from 'vitest'
import { Listeners } from '../../../shared/base/disposable'

describe('listeners', () => {
  it('hear what is said until they leave, and may leave twice', () => {
    const listeners = new Listeners<[string]>()
    const heard: string[] = []
    const leave = listeners.add((what) => heard.push(what))
    listeners.emit('first')
    leave()
    leave()
    listeners.emit('second')
    expect(heard).toEqual(['first'])
  })

  it('may come and go while they are being called', () => {
    const listeners = new Listeners<[]>()
    const heard: string[] = []
    const leaveOnce = listeners.add(() => {
      heard.push('first')
      leaveSecond()
      leaveOnce()
      listeners.add(() => heard.push('third'))
    })
    const leaveSecond = listeners.add(() => heard.push('second'))
    listeners.emit()
    expect(heard).toEqual(['first'])
    listeners.emit()
    expect(heard).toEqual(['first', 'third'])
  })
})
