import type { Messages } from './en'
import { app } from './ru/app'
import { board } from './ru/board'
import { exchange } from './ru/exchange'
import { files } from './ru/files'
import { menu } from './ru/menu'

export const ru: Messages = { ...app, ...board, ...exchange, ...files, ...menu }
