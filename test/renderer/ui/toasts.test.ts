import { describe, expect, it } from 'vitest'
import { createToasts, stayOf } from '../../../renderer/app/toasts'

const texts = (toasts: ReturnType<typeof createToasts>): readonly string[] => toasts.store.getState().map((toast) => toast.text)

describe('toasts', () => {
  it('shows at most three, and the oldest gives way', () => {
    const toasts = createToasts()
    for (const text of ['one', 'two', 'three', 'four']) toasts.show({ kind: 'info', text })
    expect(texts(toasts)).toEqual(['two', 'three', 'four'])
  })

  it('says the same sentence once, newest', () => {
    const toasts = createToasts()
    for (const text of ['one', 'two', 'one']) toasts.show({ kind: 'error', text })
    expect(texts(toasts)).toEqual(['two', 'one'])
  })

  it('replaces a message by the next one of the same key', () => {
    const toasts = createToasts()
    toasts.show({ kind: 'info', text: 'one change', key: 'merged' })
    toasts.show({ kind: 'info', text: 'other' })
    toasts.show({ kind: 'info', text: 'two changes', key: 'merged' })
    expect(texts(toasts)).toEqual(['other', 'two changes'])
  })

  it('closes the one that is meant', () => {
    const toasts = createToasts()
    toasts.show({ kind: 'info', text: 'one' })
    toasts.show({ kind: 'info', text: 'two' })
    toasts.close(toasts.store.getState()[0]!.id)
    expect(texts(toasts)).toEqual(['two'])
  })

  it('takes away what speaks of a map that was closed, and leaves everything else', () => {
    const toasts = createToasts()
    toasts.show({ kind: 'info', text: 'Lane hidden' }, 'map_a')
    toasts.show({ kind: 'success', text: 'Exported' })
    toasts.show({ kind: 'info', text: 'Note deleted' }, 'map_b')
    toasts.forget('map_a')
    expect(texts(toasts)).toEqual(['Exported', 'Note deleted'])
  })
})

describe('how long a message stays', () => {
  it('an error for a while, not for good, and longer than news', () => {
    const [news, error] = [stayOf({ kind: 'info', text: 'Saved' }), stayOf({ kind: 'error', text: 'Not saved' })]
    expect(news).toBe(5_000)
    expect(error).toBe(20_000)
    expect(stayOf({ kind: 'warning', text: 'Too long' })).toBe(10_000)
  })

  it('long enough to be read, and to reach its button', () => {
    expect(stayOf({ kind: 'info', text: 'a'.repeat(200) })).toBe(16_000)
    expect(stayOf({ kind: 'success', text: 'Deleted', action: { label: 'Undo', run: () => undefined } })).toBe(8_000)
  })

  it('until it is answered, where it asks for a decision', () => {
    const action = { label: 'Show', run: () => undefined }
    expect(stayOf({ kind: 'warning', text: 'Both changed', action, second: action })).toBeNull()
  })
})
