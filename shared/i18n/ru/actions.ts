import type { actions as source } from '../en/actions'

export const actions: typeof source = {}
