import { visibleName } from '../../shared/base/safeText'
import type { Version } from '../../shared/ipc/versions'
import { MOST_IDS } from '../files/checkMap'
import { versionList } from '../files/versionList'
import { VersionStore } from '../files/versionStore'
import { onlyWord, optionsOf } from './args'
import { jsonLine, nameIn, refuse, type CliContext } from './cliIo'
import { isFolder } from './outFile'
import { readMap } from './readMap'
import { userDataFolder } from './userData'

/**
 * `versions FILE [--json] [--user-data DIR]`: the earlier versions of a map, newest first: the named ones in the file, and those that the
 * app kept on this computer.
 */
export async function versionsCommand(argv: readonly string[], context: CliContext): Promise<number> {
  const options = optionsOf(argv, { flags: ['json'], values: ['user-data'] }, context)
  const userData = userDataFolder(options, context)
  // The app's own folder may not be there yet; one that somebody named is a slip if it is not.
  if (options.values.has('user-data') && !(await isFolder(userData)))
    refuse(context.words.t('cli.no-user-data', { name: nameIn(userData) }))
  const { frame, document } = await readMap(onlyWord(options, context), context)
  document.destroy()
  const log = (message: string): void => context.stderr(`${message}\n`)
  const store = new VersionStore({ userData, clock: context.clock, log })
  // Those from before it was put together anew are under the ids that it had then.
  const ids = [frame.id, ...(frame.rebuiltFrom ?? []).slice(0, MOST_IDS)]
  const kept = await Promise.all(ids.map((id) => store.list(id)))
  const versions = versionList(kept.flat(), frame.versions)
  if (options.flags.has('json')) context.stdout(jsonLine(versions))
  else if (versions.length === 0) context.stdout(`${context.words.t('cli.versions.none')}\n`)
  else context.stdout(versions.map((version) => `${lineOf(version, context)}\n`).join(''))
  return 0
}

function lineOf({ at, name, reason, by, counts, inFile }: Version, { words: { t, language } }: CliContext): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
  const what = name ?? (reason === 'named' ? '' : t(`history.reason.${reason}`))
  const where = inFile ? [t('cli.versions.inFile')] : []
  return [
    when,
    visibleName(what),
    ...(by === undefined ? [] : [visibleName(by)]),
    t('cli.versions.notes', { count: counts.notes }),
    ...where,
  ].join(' · ')
}
