import styles from './Icon.module.css'

const paths = {
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  library:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM6 3v10',
  inspector:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3zM10 3v10',
  search: 'M11.2 7a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0zM10.2 10.2l3.3 3.3',
  plus: 'M8 3.5v9M3.5 8h9',
  close: 'm4 4 8 8M12 4l-8 8',
  tick: 'm3.5 8.5 3 3 6-7',
  ring: 'M12.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z',
  warn: 'M8 2.5 14 13H2zM8 6.5v3M8 11.4v.1',
  previous: 'M9.5 4.5 6 8l3.5 3.5',
  next: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  up: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  columns: 'M2.5 3h11v10h-11zM8 3v10',
  sort: 'M3 4h6M3 8h4M3 12h2M11.5 3.5v9M9 10l2.5 2.5L14 10',
  link: 'M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2-2a2.4 2.4 0 0 0-3.4-3.4l-.8.8M9.2 6.8a2.4 2.4 0 0 0-3.4 0l-2 2a2.4 2.4 0 0 0 3.4 3.4l.8-.8',
  delete: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  undo: 'M6 3.5 3 6.5l3 3M3.5 6.5H10a3.2 3.2 0 0 1 0 6.4H7',
  redo: 'm10 3.5 3 3-3 3M12.5 6.5H6a3.2 3.2 0 0 0 0 6.4h3',
  history: 'M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 2.8v3h3M8 5.2V8l2 1.4',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  type: 'm2.5 12.5 3.6-9h.8l3.6 9M3.9 9.3h5.2M10.5 12.5l1.9-5h.4l1.9 5M11.2 10.8H14',
  out: 'M8 10V2.5M5 5.3l3-2.8 3 2.8M3 9.5v4h10v-4',
  folder: 'M2 12.5v-9h4l1.5 1.8H14v7.2z',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside or instead of words; what it stands for is said by the control around it. */
export const Icon = ({ name, small = false }: { name: IconName; small?: boolean }) => (
  <svg className={small ? styles['small'] : styles['icon']} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
