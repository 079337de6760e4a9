import type { menu as source } from '../en/menu'

export const menu: typeof source = {}
