/**
 * Note on the page by what the person works now, keys or pointer (`data-by`), until disposed of.
 *
 * What a press of the mouse gives the keyboard to, the heading of a view for example, shows no ring until a key is pressed.
 */
export function followPresses(page: Document): () => void {
  const root = page.documentElement
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  const keys = ({ key }: KeyboardEvent): void => {
    if (!/^(Alt|Control|Meta|Shift|AltGraph)$/.test(key)) root.dataset['by'] = 'keys'
  }
  page.addEventListener('keydown', keys, options)
  page.addEventListener('pointerdown', () => (root.dataset['by'] = 'pointer'), options)
  return () => stop.abort()
}
