import type { Actor } from '../../data/model/records'
import styles from './KindIcon.module.css'

const paths: Readonly<Record<Actor['kind'], string>> = {
  person: 'M10.4 5.4a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0zM3.2 13.4c.3-3 2.2-4.4 4.8-4.4s4.5 1.4 4.8 4.4',
  people:
    'M8 5.6a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0zM1.4 13c.2-2.7 1.9-4 4.4-4s4.2 1.3 4.4 4M10 3.6a2.2 2.2 0 0 1 0 4M11.6 9.3c1.7.5 2.8 1.7 3 3.7',
  government: 'M2.5 6.5 8 3l5.5 3.5zM4 6.5v6M12 6.5v6M6.8 12.5v-3.4h2.4v3.4M2.5 12.9h11',
  organisation: 'M3.5 13V3h6v10M9.5 6.5h3V13M2.5 13h11M5.5 5.5h2M5.5 8h2M5.5 10.5h2',
  'armed-group': 'M8 2.6 13 4.4v3.8c0 2.8-2 4.4-5 5.4-3-1-5-2.6-5-5.4V4.4z',
  media: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3M6 8.5h4M6 11h4',
  other: 'M12.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z',
}

/** What kind an actor is of, which the line beside it says in words, or its page. */
export const KindIcon = ({ kind }: { readonly kind: Actor['kind'] }) => (
  <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[kind]} />
  </svg>
)
