import { basename, resolve } from 'node:path'
import { visibleName } from '../../shared/base/safeText'
import type { Translator } from '../../shared/i18n/translator'
import type { NewId } from '../../shared/model/ids'
import type { MapCodec } from '../files/mapCodec'

/** Everything the command line touches besides files. */
export interface CliIo {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: () => Date
  readonly newId: NewId
  /** Reads strangers' maps in a thread of its own; absent in tests. */
  readonly codec?: MapCodec
  /** Folder of the built app: `main/`, `assets/` and the rest. */
  readonly built: string
}

export interface CliContext extends CliIo {
  readonly words: Translator
}

/** A refusal that ends the command: its sentence goes to stderr, and the exit code is 1. */
export class CliRefusal extends Error {
  override readonly name = 'CliRefusal'
}

export function refuse(sentence: string): never {
  throw new CliRefusal(sentence)
}

export function pathFrom({ cwd }: Pick<CliIo, 'cwd'>, word: string): string {
  return resolve(cwd, word)
}

/** The name of a file as a sentence says it: nothing in it reaches the terminal but letters. */
export function nameIn(path: string): string {
  return visibleName(basename(path))
}

/** Characters that JSON allows, and a terminal takes for orders or turns the line round with. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** A result as JSON, on one line and harmless to look at. It says the same to whoever parses it. */
export function jsonLine(value: unknown): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `${JSON.stringify(value).replace(UNSEEN, (hidden) => hidden.split('').map(escaped).join(''))}\n`
}
