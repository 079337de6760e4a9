/** The outcome of something that is expected to fail now and then: a value, or a code to translate at the edge. */
export type Result<Value, Code extends string = string> = Ok<Value> | Failure<Code>

export interface Ok<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Failure<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  /** What the message needs to name: an id, a line number, an errno. Plain data only, it may cross IPC. */
  readonly detail?: unknown
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

export function fail<Code extends string>(code: Code, detail?: unknown): Failure<Code> {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail }
}
