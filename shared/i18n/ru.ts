import type { Messages } from './en'
import { actions } from './ru/actions'
import { app } from './ru/app'
import { around } from './ru/around'
import { board } from './ru/board'
import { edits } from './ru/edits'
import { exchange } from './ru/exchange'
import { files } from './ru/files'
import { history } from './ru/history'
import { lanes } from './ru/lanes'
import { menu } from './ru/menu'
import { merging } from './ru/merging'
import { scene } from './ru/scene'

export const ru: Messages = {
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
