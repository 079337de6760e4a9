/** The way line: the mark of the app. Decorative; what stands beside it says the name. */
export function Logo({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--text)" />
      <path
        d="M6.5 19.5C9 19.5 9.6 11 13 11s3.6 11 7.2 11S23 13 25.5 13"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="13" cy="11" r="2.7" fill="var(--accent)" />
      <circle cx="20.2" cy="22" r="2.7" fill="#ff8a70" />
    </svg>
  )
}
