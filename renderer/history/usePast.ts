import { useEffect, useState } from 'react'
import type { FailureOf } from '../../shared/ipc/contract'
import type { Past, VersionShelf } from './versionShelf'

export type Reading =
  | { readonly kind: 'none' | 'reading' }
  | { readonly kind: 'read'; readonly past: Past }
  | { readonly kind: 'failed'; readonly code: FailureOf<'versions.read'> }

/** A version's board; while another one is being read, that is what it says. */
export function usePast(shelf: VersionShelf, id: string | null): Reading {
  const [last, setLast] = useState<{ readonly id: string; readonly reading: Reading } | null>(null)
  useEffect(() => {
    if (id === null) return undefined
    let left = false
    void shelf.read(id).then((read) => {
      if (!left) setLast({ id, reading: read.ok ? { kind: 'read', past: read.value } : { kind: 'failed', code: read.code } })
    })
    return () => {
      left = true
    }
  }, [shelf, id])
  if (id === null) return { kind: 'none' }
  return last?.id === id ? last.reading : { kind: 'reading' }
}
