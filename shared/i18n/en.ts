import { actions } from './en/actions'
import { app } from './en/app'
import { around } from './en/around'
import { board } from './en/board'
import { edits } from './en/edits'
import { exchange } from './en/exchange'
import { files } from './en/files'
import { history } from './en/history'
import { lanes } from './en/lanes'
import { menu } from './en/menu'
import { merging } from './en/merging'
import { scene } from './en/scene'

/** The source of all keys. Russian and Polish are complete by type; a test checks placeholders and plural forms. */
export const en = {
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

export type Messages = typeof en
