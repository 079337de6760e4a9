import { appendFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { RowOutcome } from './row'

/** How often each fault is provoked: `npm run test:faults -- --trials N`. */
export const TRIALS = Number(process.env['WAYLINE_TRIALS'] ?? '1')

/** Run a row, and put what came of it where the command finds it for the table it prints. */
export async function tellOutcome(
  row: { readonly id: string; readonly name: string },
  run: () => Promise<RowOutcome>,
): Promise<RowOutcome> {
  const began = Date.now()
  const outcome = await run()
  const file = process.env['WAYLINE_FAULT_TABLE']
  if (file !== undefined) {
    await mkdir(path.dirname(file), { recursive: true })
    await appendFile(
      file,
      `${JSON.stringify({ id: row.id, name: row.name, ...outcome, seconds: Math.round((Date.now() - began) / 1_000) })}\n`,
    )
  }
  return outcome
}
