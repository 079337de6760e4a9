import type { Messages } from './en'
import { actions } from './pl/actions'
import { app } from './pl/app'
import { around } from './pl/around'
import { board } from './pl/board'
import { edits } from './pl/edits'
import { exchange } from './pl/exchange'
import { files } from './pl/files'
import { history } from './pl/history'
import { lanes } from './pl/lanes'
import { menu } from './pl/menu'
import { merging } from './pl/merging'
import { scene } from './pl/scene'

export const pl: Messages = {
  ...actions,
  ...app,
  ...around,
  ...board,
  ...edits,
  ...exchange,
  ...files,
  ...history,
  ...lanes,
  ...menu,
  ...merging,
  ...scene,
}
