import os from 'node:os'

export interface UserNameSources {
  /** Throws where the system has no entry for the user, as in a container that runs under any number. */
  readonly userInfo: () => { readonly username: string }
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What the system calls the person at this computer, empty where it does not say: nobody is kept from the app by that. */
export function systemUserName({ userInfo, env }: UserNameSources = { userInfo: () => os.userInfo(), env: process.env }): string {
  const named = env['USER'] ?? env['USERNAME'] ?? ''
  try {
    return userInfo().username || named
  } catch {
    // It throws for one reason only, of which nobody need hear.
    return named
  }
}
