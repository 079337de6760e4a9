import { namedDetail } from '../app/fileCommands'
import type { Services } from '../app/services'
import { showHistory } from '../state/uiStore'
import { pastOf } from './versionShelf'

/** Asks for another map file and opens the History view on what it has otherwise than the open map. */
export async function compareWith(services: Pick<Services, 'bridge' | 'session' | 'files'>): Promise<void> {
  const session = services.session()
  if (!session) return
  const answer = await services.bridge.call('versions.compareWith', { handle: session.handle })
  const past = answer.ok ? pastOf(answer.value.map) : null
  if (answer.ok && past) session.ui.setState(showHistory({ kind: 'file', name: answer.value.name, board: past.board }))
  else
    services.files.sayOpenFailure(
      answer.ok ? { code: 'damaged', name: answer.value.name, detail: '' } : { code: answer.code, ...namedDetail(answer.detail, '') },
    )
}
