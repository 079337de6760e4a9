/** The part of `window.trustedTypes` that is used; TypeScript's DOM library does not know it. */
interface PolicyFactory {
  createPolicy(name: 'default', rules: { createHTML: (html: string) => string | null }): unknown
}

/**
 * Lets the page set markup to nothing, and to nothing else, from the moment this file is imported.
 *
 * The page's policy demands trusted types. Konva empties its container with `innerHTML = ''`, which is the only
 * markup any of our code or libraries may write; everything else throws, as it should.
 */
const { trustedTypes }: { readonly trustedTypes?: PolicyFactory } = window as Window & { readonly trustedTypes?: PolicyFactory }
trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) })

// Makes this file a module; it is imported for what it does.
export {}
