import { fail, ok, type Result } from '../../shared/base/result'

export interface OptionSpec {
  readonly flags?: readonly string[]
  readonly values?: readonly string[]
}

export interface Options {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/**
 * Words, `--flag`s and `--name value` or `--name=value` of one command. After `--` everything is a word.
 * A value that is given twice is refused: where a shell writes out the names of a folder, one of them may be called like an option.
 */
export function parseOptions(
  argv: readonly string[],
  { flags = [], values = [] }: OptionSpec,
): Result<Options, 'unknown' | 'value-missing' | 'twice'> {
  const words: string[] = []
  const seen = new Set<string>()
  const given = new Map<string, string>()
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--') {
      words.push(...argv.slice(at + 1))
      break
    }
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    if (flags.includes(name) && inline === undefined) seen.add(name)
    else if (values.includes(name)) {
      if (given.has(name)) return fail('twice', `--${name}`)
      if (inline === undefined) at += 1
      const value = inline ?? argv[at]
      if (value === undefined) return fail('value-missing', word)
      given.set(name, value)
    } else return fail('unknown', word)
  }
  return ok({ words, flags: seen, values: given })
}
