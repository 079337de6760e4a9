/** A board without content, for a map of which there is no picture yet. */
export function BoardPicture() {
  return (
    <svg className="board-picture" viewBox="0 0 312 160" aria-hidden="true">
      <rect width="312" height="160" rx="8" fill="var(--surface)" />
      <path d="M46 16H286" stroke="var(--text)" strokeWidth="1.5" />
      {[0, 1, 2, 3, 4, 5].map((stage) => (
        <circle key={stage} cx={48 + stage * 46} cy="16" r="3" fill="var(--surface)" stroke="var(--text)" strokeWidth="1.5" />
      ))}
      {[40, 64, 88, 112, 136].map((y) => (
        <path key={y} d={`M0 ${y}H312`} stroke="var(--line)" />
      ))}
      <path d="M36 0V160" stroke="var(--line)" />
    </svg>
  )
}
