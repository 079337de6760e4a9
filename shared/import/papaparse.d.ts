/**
 * The part of Papa Parse that is used here.
 *
 * Its published types bring Node's globals with them, and nothing in `shared` may rest on those.
 */
declare module 'papaparse/papaparse.js' {
  interface ParseResult {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly { readonly type: string }[]
  }
  interface ParseOptions {
    readonly delimiter: string
    readonly newline: string
    readonly quoteChar?: string
  }
  const Papa: { parse(text: string, options: ParseOptions): ParseResult }
  export default Papa
}
