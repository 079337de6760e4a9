import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { builtFileFor, listBuiltFiles } from './builtFiles'
import { APP_ORIGIN, PAGE_POLICY } from './contentSecurity'

/** Has to run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Answer `app://wayline/…` from the built files in `root`.
 * @param rebuilds while the app is being developed the build changes under it, so the list is read at every page load.
 */
export function servePages(session: Session, root: string, options: { readonly rebuilds: boolean }): void {
  let files = listBuiltFiles(root)
  session.protocol.handle('app', async (request) => {
    if (options.rebuilds && /\/(?:index\.html)?$/.test(request.url)) files = listBuiltFiles(root)
    const file = request.method === 'GET' ? builtFileFor(files, request.url, APP_ORIGIN) : undefined
    if (!file) return notFound()
    return new Response(new Uint8Array(await readFile(file.path)), { status: 200, headers: headersFor(file.type, PAGE_POLICY) })
  })
}

export function notFound(): Response {
  return new Response('not found', { status: 404, headers: headersFor('text/plain; charset=utf-8', PAGE_POLICY) })
}

export function headersFor(type: string, policy: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
}
