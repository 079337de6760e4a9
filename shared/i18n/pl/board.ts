import type { board as source } from '../en/board'

export const board: typeof source = {}
