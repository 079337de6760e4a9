export interface PersonaMarkProps {
  readonly marker: 'circle' | 'diamond' | 'square' | 'triangle'
  /** A CSS colour. */
  readonly color: string
  readonly size?: number
}

/** The shape of a persona's points, in the persona's colour. */
export function PersonaMark({ marker, color, size = 14 }: PersonaMarkProps) {
  const look = { fill: 'var(--surface)', stroke: color, strokeWidth: 2.6, strokeLinejoin: 'round' } as const
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {marker === 'circle' && <circle cx="7" cy="7" r="5" {...look} />}
      {marker === 'diamond' && <rect x="2.9" y="2.9" width="8.2" height="8.2" rx="0.8" transform="rotate(45 7 7)" {...look} />}
      {marker === 'square' && <rect x="2.3" y="2.3" width="9.4" height="9.4" rx="1" {...look} />}
      {marker === 'triangle' && <path d="M2 3.2H12L7 11.8Z" {...look} />}
    </svg>
  )
}
