import { app } from './en/app'
import { board } from './en/board'
import { exchange } from './en/exchange'
import { files } from './en/files'
import { menu } from './en/menu'

/** The source of all keys. Russian and Polish are complete by type; a test checks placeholders and plural forms. */
export const en = { ...app, ...board, ...exchange, ...files, ...menu }

export type Messages = typeof en
