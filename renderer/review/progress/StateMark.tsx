import type { CellState } from './standing'
import styles from './Progress.module.css'

/** How far tagging is: a broken ring (assigned), a half (in work), a tick (done). */
export const TaggingMark = ({ state }: { readonly state: NonNullable<CellState['tagging']> }) => (
  <svg className={styles['mark']} viewBox="0 0 14 14" aria-hidden="true" data-mark={state}>
    {state === 'done' ? (
      <path d="m2.4 7.4 3 3.1 6.2-6.9" fill="none" stroke="currentColor" strokeWidth="1.8" />
    ) : (
      <circle
        cx="7"
        cy="7"
        r="5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeDasharray={state === 'assigned' ? '2.2 1.7' : undefined}
      />
    )}
    {state === 'work' && <path d="M7 2a5 5 0 0 1 0 10z" fill="currentColor" />}
  </svg>
)

/** How far reviewing is: a broken square (to review), a square with a tick (reviewed), a full one (agreed). */
export const ReviewMark = ({ state }: { readonly state: NonNullable<CellState['review']> }) => (
  <svg className={styles['mark']} viewBox="0 0 14 14" aria-hidden="true" data-mark={state}>
    <rect
      x="2"
      y="2"
      width="10"
      height="10"
      rx="1"
      fill={state === 'agreed' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.3"
      strokeDasharray={state === 'assigned' ? '2.2 1.7' : undefined}
    />
    {state !== 'assigned' && (
      <path
        d="m4.4 7.2 1.9 2 3.4-4"
        fill="none"
        className={state === 'agreed' ? styles['on-full'] : undefined}
        stroke="currentColor"
        strokeWidth="1.5"
      />
    )}
  </svg>
)
