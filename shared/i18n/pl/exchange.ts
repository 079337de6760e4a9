import type { exchange as source } from '../en/exchange'

export const exchange: typeof source = {}
