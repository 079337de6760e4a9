import type { Bridge } from './bridge'

export type Report = (error: unknown) => void

/**
 * Sends an error of the window to the log of the main process.
 *
 * An error's message is code's, not a person's, but it may quote a value; so it is cut short and quotes are left out.
 */
export function createReporter(bridge: Bridge): Report {
  return (error) => {
    const known = error instanceof Error ? error : new Error(String(error))
    const message = `${known.name}: ${known.message}`.replace(/(["“«„']).*?(["”»'])/gsu, '$1…$2').slice(0, 500)
    void bridge.call('app.report', { message, stack: (known.stack ?? '').split('\n').slice(1, 40).join('\n').slice(0, 20_000) })
  }
}
