/**
 * A link that may be opened outside the app, or null: web and mail only, no password in it, nothing invisible.
 * `host` is what to show before it is opened, in punycode, so that `раураl.com` cannot pass for another.
 */
export function checkLink(text: string): { readonly url: string; readonly host: string } | null {
  // The URL parser drops tabs and newlines on its own; a link that holds one means to look like another.
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(text) || !/^(?:https:\/\/|mailto:)[^/]/i.test(text)) return null
  const url = parse(text)
  if (!url) return null
  if (url.protocol === 'mailto:') return mailLink(url)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '') return null
  return { url: url.href, host: url.host }
}

/** One address and nothing else: a mail program may attach a file that the link names. */
function mailLink(url: URL): { readonly url: string; readonly host: string } | null {
  if (url.search !== '' || url.hash !== '' || !/^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}$/.test(url.pathname)) return null
  return { url: url.href, host: url.pathname }
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
