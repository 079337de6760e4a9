import type { MessageKey, Translator } from '../../shared/i18n/translator'
import type { EditName } from '../../shared/model/edit'

/** What undo calls an edit: "move 3 notes". */
export function editName(translator: Translator, edit: EditName): string {
  return translator.t(`edit.${edit.what}` as MessageKey, { count: edit.count })
}
