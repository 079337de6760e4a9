import './tip.css'

/** A key or a chord, written for the platform: "Ctrl+Shift+S", "⇧⌘S". */
export function Key({ keys }: { readonly keys: string }) {
  return <kbd className="ui-key">{keys}</kbd>
}
