import { refuse, type CliContext } from './cliIo'
import { parseOptions, type Options, type OptionSpec } from './options'

/** The options of a command; refuses with a sentence what it does not know. */
export function optionsOf(argv: readonly string[], spec: OptionSpec, { words }: CliContext): Options {
  const parsed = parseOptions(argv, spec)
  if (parsed.ok) return parsed.value
  const option = String(parsed.detail)
  const usage = words.t('cli.usage')
  switch (parsed.code) {
    case 'unknown':
      return refuse(words.t('cli.unknown-option', { option, usage }))
    case 'value-missing':
      return refuse(words.t('cli.missing', { what: option, usage }))
    case 'twice':
      return refuse(words.t('cli.twice', { option }))
  }
}

/** The one file that a command works on. */
export function onlyWord(options: Options, { words }: CliContext): string {
  const [word, ...more] = options.words
  const usage = words.t('cli.usage')
  if (word === undefined) return refuse(words.t('cli.missing', { what: 'FILE', usage }))
  if (more[0] !== undefined) return refuse(words.t('cli.unknown-option', { option: more[0], usage }))
  return word
}

/** The two files that a command compares or brings together. */
export function twoWords(options: Options, { words }: CliContext): readonly [string, string] {
  const [first, second, ...more] = options.words
  const usage = words.t('cli.usage')
  if (first === undefined || second === undefined) return refuse(words.t('cli.missing', { what: first === undefined ? 'A' : 'B', usage }))
  if (more[0] !== undefined) return refuse(words.t('cli.unknown-option', { option: more[0], usage }))
  return [first, second]
}

export function needed(options: Options, name: string, { words }: CliContext): string {
  return options.values.get(name) ?? refuse(words.t('cli.missing', { what: `--${name}`, usage: words.t('cli.usage') }))
}

/** A value out of a list; `otherwise` where the option was not given. */
export function choice<T extends string, O>(
  options: Options,
  name: string,
  allowed: readonly T[],
  otherwise: O,
  { words }: CliContext,
): T | O {
  const value = options.values.get(name)
  if (value === undefined) return otherwise
  const found = allowed.find((candidate) => candidate === value)
  return found ?? refuse(words.t('cli.bad-value', { value, option: `--${name}`, allowed: allowed.join(', ') }))
}
