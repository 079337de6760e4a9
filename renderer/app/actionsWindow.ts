import type { ActionId } from '../../shared/actions/actionTable'
import { compareWith } from '../history/compareWith'
import { showHistory, showMap, togglePanel } from '../state/uiStore'
import type { PanelId } from '../state/uiState'
import type { BoardActionId } from './actionsBoard'
import { copyFromMenu, cutFromMenu, pasteFromMenu } from './clipboard'
import type { Services } from './services'

export type WindowActionId = Exclude<ActionId, BoardActionId>

/** Actions that need more than the open map: files, dialogs, panels, the window itself. */
export function windowActions(services: Services): Readonly<Record<WindowActionId, () => void>> {
  const { files, openDialog } = services
  const panel = (id: PanelId) => (): void => {
    const ui = services.session()?.ui
    if (ui) ui.setState(togglePanel(ui.getState().panel, id))
  }
  return {
    'file.new': () => openDialog('newMap'),
    'file.open': () => void files.openWithDialog(),
    'file.import': () => openDialog('import'),
    'file.mergeMaps': () => openDialog('mergeMaps'),
    'file.export': () => openDialog('export'),
    'file.save': () => void files.save(),
    'file.saveAs': () => void files.saveAs(),
    'file.showInFolder': () => void files.showInFolder(),
    'file.compareWith': () => void compareWith(services),
    'file.close': () => void files.close(),
    'app.settings': () => openDialog('settings'),
    'app.quit': services.quit,
    'edit.cut': () => cutFromMenu(services),
    'edit.copy': () => copyFromMenu(services),
    'edit.paste': () => pasteFromMenu(services),
    'view.map': () => services.session()?.ui.setState(showMap()),
    'view.history': () => services.session()?.ui.setState(showHistory({ kind: 'newest' })),
    'view.inbox': panel('inbox'),
    'view.personas': panel('personas'),
    'view.merge': panel('merge'),
    'map.settings': panel('map'),
    'view.fullscreen': services.toggleFullscreen,
    'view.nextRegion': () => services.moveRegion(1),
    'view.previousRegion': () => services.moveRegion(-1),
    'insert.lane': () => openDialog('addLane'),
    'help.shortcuts': () => openDialog('shortcuts'),
    'help.sample': () => void files.openSample(),
    'help.about': () => openDialog('about'),
  }
}
