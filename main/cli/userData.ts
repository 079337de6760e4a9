import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathFrom, type CliContext } from './cliIo'
import type { Options } from './options'

const NAME = 'Wayline'

/** The folder in which the app keeps journals and versions on this computer: what was said, else where the system has it. */
export function userDataFolder(options: Options, context: CliContext): string {
  const said = options.values.get('user-data') ?? context.env['WAYLINE_USER_DATA']
  if (said !== undefined && said !== '') return pathFrom(context, said)
  const { env } = context
  if (process.platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME)
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME)
  return join(env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config'), NAME)
}
