import type { Dispose } from '../../shared/base/disposable'
import { pasteCopied, readCopied } from '../tools/noteClipboard'
import type { Session } from '../state/session'
import { dragIn } from './dragIn'
import { placeOfEvent } from './keyPlace'
import type { Services } from './services'

/** Text of another program that is dropped on the board becomes what it would if it were pasted at that place. */
export function listenForTextDrops(target: Document, services: Pick<Services, 'session'>): Dispose {
  const takes = (event: DragEvent): Session | null => {
    const session = services.session()
    const types = event.dataTransfer?.types ?? []
    // A file is for the import, a text field takes text itself.
    if (!session || session.readOnly || types.includes('Files') || !types.includes('text/plain') || placeOfEvent(event) === 'text')
      return null
    const { dialog, mode } = session.ui.getState()
    const overBoard = event.target instanceof Element && event.target.closest('[data-board]') !== null
    return dialog === null && mode === 'map' && overBoard ? session : null
  }
  const over = (event: DragEvent): void => {
    if (!takes(event) || !event.dataTransfer) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  const drop = (event: DragEvent): void => {
    const session = takes(event)
    if (!session || !event.dataTransfer) return
    event.preventDefault()
    const copied = readCopied('', event.dataTransfer.getData('text/plain'), event.dataTransfer.getData('text/html'))
    if (copied) pasteCopied(session, copied, dragIn(session, session.newId('note')).dropAt({ x: event.clientX, y: event.clientY }))
  }
  target.addEventListener('dragover', over)
  target.addEventListener('drop', drop)
  return () => {
    target.removeEventListener('dragover', over)
    target.removeEventListener('drop', drop)
  }
}
