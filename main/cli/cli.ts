import { createTranslator, languageFor } from '../../shared/i18n/translator'
import { CliRefusal, type CliContext, type CliIo, refuse } from './cliIo'
import { exportCommand } from './exportCommand'
import { diffCommand } from './diffCommand'
import { importCommand } from './importCommand'
import { infoCommand } from './infoCommand'
import { mergeCommand } from './mergeCommand'
import { salvageCommand } from './salvageCommand'
import { validateCommand } from './validateCommand'
import { versionsCommand } from './versionsCommand'

const COMMANDS: ReadonlyMap<string, (argv: readonly string[], context: CliContext) => Promise<number>> = new Map([
  ['info', infoCommand],
  ['import', importCommand],
  ['export', exportCommand],
  ['validate', validateCommand],
  ['salvage', salvageCommand],
  ['merge', mergeCommand],
  ['diff', diffCommand],
  ['versions', versionsCommand],
])

/**
 * The command line: `info`, `import`, `export`, `validate`, `merge`, `diff` and others.
 *
 * stdout carries the result and nothing else; what went wrong is one sentence on stderr, in the language of the system.
 * @returns the exit code.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const { env } = io
  const words = createTranslator(
    languageFor([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].filter((name) => name !== undefined && name !== '') as string[]),
  )
  const context: CliContext = { ...io, words }
  try {
    const [name, ...rest] = argv
    const usage = words.t('cli.usage')
    if (name === '--help' || name === 'help') {
      io.stdout(`${usage}\n`)
      return 0
    }
    if (name === undefined) refuse(usage)
    const command = COMMANDS.get(name) ?? refuse(words.t('cli.unknown-command', { command: name, usage }))
    return await command(rest, context)
  } catch (error) {
    if (!(error instanceof CliRefusal)) throw error
    io.stderr(`${error.message}\n`)
    return 1
  }
}
