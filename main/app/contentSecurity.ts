/** Where our pages live. One origin, so that `'self'` in the policy means the built files and nothing else. */
export const APP_ORIGIN = 'app://wayline'
export const START_PAGE = `${APP_ORIGIN}/index.html`

/** Policy of the window's page (reliability S7). A string that reaches `innerHTML` or `eval` is an error. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

/**
 * Policy of the page a picture is made from. It is one SVG of ours with the words of a map in it: no script at all,
 * fonts and pictures from inside the page only.
 */
export const PICTURE_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
