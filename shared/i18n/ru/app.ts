import type { app as source } from '../en/app'

export const app: typeof source = {}
