import { useEffect, type RefObject } from 'react'

/**
 * Tells which versions of a list are in sight, whenever that changes.
 *
 * @param versions what the list shows; its rows say which one they are as `data-version`
 * @param onSeen the same function all the time
 */
export function useInSight(list: RefObject<HTMLElement | null>, versions: unknown, onSeen: (ids: ReadonlySet<string>) => void): void {
  useEffect(() => {
    const root = list.current
    if (!root) return undefined
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute('data-version') ?? ''
          if (isIntersecting) seen.add(id)
          else seen.delete(id)
        }
        onSeen(new Set(seen))
      },
      { root },
    )
    for (const row of root.querySelectorAll('[data-version]')) observer.observe(row)
    return () => observer.disconnect()
  }, [list, versions, onSeen])
}
