import type { MapDocument } from '../../shared/document/mapDocument'
import { openMapDocument } from '../../shared/document/yjsDocument'

/** Null where the bytes are no document; the document's way to say so is to throw. */
export function tryOpen(state: Uint8Array, { clock }: { readonly clock: () => Date }): MapDocument | null {
  try {
    return openMapDocument({ clock, state })
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
