import type { Messages } from './en'
import { app } from './pl/app'
import { board } from './pl/board'
import { exchange } from './pl/exchange'
import { files } from './pl/files'
import { menu } from './pl/menu'

export const pl: Messages = { ...app, ...board, ...exchange, ...files, ...menu }
