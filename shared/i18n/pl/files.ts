import type { files as source } from '../en/files'

export const files: typeof source = {}
