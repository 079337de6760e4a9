import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leaveApp, type LeaveApp } from '../../../main/app/leaveApp'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const never = new Promise<never>(() => undefined)

/** Quitting with one map that could not be kept, and what was done. */
function quitting(change: Partial<LeaveApp<string>> = {}): { steps: string[]; given: LeaveApp<string> } {
  const steps: string[] = []
  const given: LeaveApp<string> = {
    settle: async () => void steps.push('settle'),
    unkept: () => ['Unkept'],
    leaveAnyway: async (map) => {
      steps.push(`ask about ${map}`)
      return true
    },
    leave: async () => void steps.push('leave'),
    session: new AbortController().signal,
    patienceMs: 5_000,
    ...change,
  }
  return { steps, given }
}

describe('quitting', () => {
  it('asks about each map that could not be kept, and about no other', async () => {
    const one = quitting()
    expect(await leaveApp(one.given)).toBe(true)
    expect(one.steps).toEqual(['settle', 'ask about Unkept', 'leave'])

    const none = quitting({ unkept: () => [] })
    expect(await leaveApp(none.given)).toBe(true)
    expect(none.steps).toEqual(['settle', 'leave'])
  })

  it('stays with every map where the person stays with one', async () => {
    const { steps, given } = quitting({ leaveAnyway: () => Promise.resolve(false) })
    expect(await leaveApp(given)).toBe(false)
    expect(steps).toEqual(['settle'])
  })

  it('waits five seconds for a dead disk, not longer, and asks about what is known to be lost', async () => {
    const { steps, given } = quitting({ settle: () => never, leave: () => never })
    let left: boolean | null = null
    void leaveApp(given).then((answer) => (left = answer))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(steps).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(steps).toEqual(['ask about Unkept'])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(left).toBe(true)
  })

  it('asks nothing and takes five seconds at most when the session ends', async () => {
    const session = AbortSignal.abort()
    const { steps, given } = quitting({ settle: () => never, leave: () => never, session })
    let left: boolean | null = null
    void leaveApp(given).then((answer) => (left = answer))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(left).toBe(true)
    expect(steps).toEqual([])
  })

  it('leaves when the session ends while the person is asked', async () => {
    const session = new AbortController()
    const { given } = quitting({ leaveAnyway: () => never, session: session.signal })
    const left = leaveApp(given)
    await vi.advanceTimersByTimeAsync(60_000)
    session.abort()
    expect(await left).toBe(true)
  })
})
