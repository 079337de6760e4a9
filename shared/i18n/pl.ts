import type { Messages } from './en'
import { actions } from './pl/actions'
import { app } from './pl/app'
import { board } from './pl/board'
import { edits } from './pl/edits'
import { exchange } from './pl/exchange'
import { files } from './pl/files'
import { lanes } from './pl/lanes'
import { menu } from './pl/menu'
import { merging } from './pl/merging'
import { scene } from './pl/scene'

export const pl: Messages = { ...actions, ...app, ...board, ...edits, ...exchange, ...files, ...lanes, ...menu, ...merging, ...scene }
