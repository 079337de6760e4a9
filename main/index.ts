import { app } from 'electron'
import { createTranslator, languageFor } from '../shared/i18n/translator'
import { checkedFiles, readCommandLine, type CommandLine } from './app/commandLine'
import { takeSocketsAway } from './app/noSockets'
import { registerScheme } from './app/protocol'
import { closeNetworkOfChromium, guardEverything } from './app/security'
import { packFiles, unpackFiles } from './app/handOver'
import { watchStart } from './app/safeMode'
import { start } from './app/start'
import { readSurroundings, temporaryUserData, useUserData, type Surroundings } from './app/surroundings'
import { EXPORT_JOB } from './export/job'
import { runExportJob } from './export/runExportJob'

const commandLine = readCommandLine(process.argv, { packaged: app.isPackaged, cwd: process.cwd() })

// Nothing here may wait at the top level: Electron is ready only after this module has run to its end.
if (commandLine.refused.length > 0) refuse(commandLine.refused)
else {
  takeSocketsAway()
  closeNetworkOfChromium()
  registerScheme()
  guardEverything({ allowDevtools: !app.isPackaged })
  // Calling this where root needs --no-sandbox would take that switch back, and the app's services could not start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  const job = process.env[EXPORT_JOB]
  if (job === undefined) openWindows(commandLine, readSurroundings(process.env, app.isPackaged))
  else exportAndExit(job)
}

function refuse(switches: readonly string[]): void {
  const { t } = createTranslator(languageFor([Intl.DateTimeFormat().resolvedOptions().locale]))
  process.stderr.write(`${t('native.refused', { switches: switches.join(', ') })}\n`)
  app.exit(2)
}

function openWindows({ files, safeMode }: CommandLine, surroundings: Surroundings): void {
  if (surroundings.userData !== null) useUserData(surroundings.userData)
  if (!app.requestSingleInstanceLock(packFiles(files))) {
    app.exit(0)
    return
  }

  const watch = watchStart(app.getPath('userData'), Date.now(), safeMode)
  if (watch.safe) app.disableHardwareAcceleration()
  const waiting: string[] = [...files]
  let open = (paths: readonly string[]): void => void waiting.push(...paths)
  // The other process's own words are no use to us: Chromium adds switches to them. It hands over names, apart.
  app.on('second-instance', (_event, _argv, _cwd, handedOver) => {
    open(unpackFiles(handedOver))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    open(checkedFiles([file], '/'))
  })
  void app
    .whenReady()
    .then(() =>
      start(waiting, surroundings, watch, (openLater) => {
        open = openLater
      }),
    )
    .catch(failToStart)
}

function exportAndExit(job: string): void {
  useUserData(temporaryUserData())
  // Nothing of it is ever on a screen, and a machine without one may have no graphics to speak of.
  app.disableHardwareAcceleration()
  // The window the picture is made in closes before the picture is written.
  app.on('window-all-closed', () => undefined)
  void app
    .whenReady()
    .then(() => runExportJob(job))
    .then((code) => app.exit(code))
    .catch(failToStart)
}

function failToStart(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  app.exit(1)
}
