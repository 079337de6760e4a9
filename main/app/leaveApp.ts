/** The steps of quitting. */
export interface LeaveApp<Map> {
  /** Commit what is being typed and bring every map to rest. */
  readonly settle: () => Promise<void>
  /** The maps whose last edits are nowhere but in the app's memory. */
  readonly unkept: () => readonly Map[]
  /** Ask whether such a map is left all the same. */
  readonly leaveAnyway: (map: Map) => Promise<boolean>
  readonly leave: () => Promise<void>
  /** Aborted when the system shuts down or the person logs out: nobody is there to answer. */
  readonly session: AbortSignal
  /** Longest that a disk is waited for, in milliseconds. What is not in its file by then is in the journal and comes back. */
  readonly patienceMs: number
}

/**
 * Bring everything to rest before the app ends, and ask about what would be lost.
 * @returns false if the person stays with a map.
 */
export async function leaveApp<Map>({ settle, unkept, leaveAnyway, leave, session, patienceMs }: LeaveApp<Map>): Promise<boolean> {
  let patience = pause(patienceMs)
  await Promise.race([settle(), patience])
  for (const map of unkept()) {
    if (session.aborted) break
    if (!(await Promise.race([leaveAnyway(map), ended(session)]))) return false
    // However long the person thought about it, the disks have their time again.
    patience = pause(patienceMs)
  }
  await Promise.race([leave(), patience])
  return true
}

function ended(session: AbortSignal): Promise<true> {
  return new Promise((resolve) => {
    session.addEventListener('abort', () => resolve(true), { once: true })
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
