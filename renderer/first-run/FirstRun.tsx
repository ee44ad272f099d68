import { builtInCodebook } from '../../data/model/built-in-codebook'
import { useKeys } from '../commands/commands-now'
import { forAria } from '../commands/key-names'
import { newProject, openProject, openRecent, openSample } from '../state/actions'
import { useShown } from '../state/store'
import { Icon, type IconName } from '../ui/Icon'
import { Keycap } from '../ui/Keycap'
import { LabelChip } from '../ui/LabelChip'
import { Pattern } from '../ui/Pattern'
import { Specimen } from './Specimen'
import styles from './FirstRun.module.css'

/** What one sees without a project: three ways to begin, the projects of last time, and what tags are. */
export function FirstRun() {
  const recent = useShown(({ start }) => start?.recent) ?? []
  const newKeys = useKeys('project.new')
  const openKeys = useKeys('project.open')
  return (
    <main className={styles['page']} data-pane>
      <div className={styles['columns']}>
        <div>
          <h1 className={styles['name']}>Parley</h1>
          <p className={styles['lede']}>
            Tag who holds what in the news, and who says so.
            <br />
            Then compare with others.
          </p>
          <ul className={styles['starts']}>
            <Begin icon="file" title="Open the sample project" keys="Enter" isFirst run={openSample}>
              Ten short articles, two taggers, some differences to decide. It is a copy, so try anything.
            </Begin>
            <Begin icon="plus" title="New project…" keys={newKeys} run={newProject}>
              A folder on your disk. Choose where.
            </Begin>
            <Begin icon="folder" title="Open a project folder…" keys={openKeys} run={openProject}>
              One of yours, or one that others share with you.
            </Begin>
          </ul>
          {recent.length > 0 && (
            <section aria-label="Opened before" className={styles['recent']}>
              <h2>Opened before</h2>
              <ul>
                {recent.slice(0, 6).map(({ id, name, folder }) => (
                  <li key={id}>
                    <button type="button" title={folder} onClick={() => void openRecent(id)}>
                      <b>{name}</b>
                      <span>
                        <bdi>{folder}</bdi>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <Specimen />
          <dl className={styles['learn']}>
            {builtInCodebook.labels.map((label) => (
              <div key={label.id} style={{ display: 'contents' }}>
                <dt>
                  <LabelChip label={label} />
                  <Pattern label={label} />
                </dt>
                <dd>
                  <b>{label.name}</b>
                  <span>{teaching[label.id] ?? label.definition}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <p className={styles['foot']}>
        Projects stay on this computer. Parley has no account and never connects to a network.
      </p>
    </main>
  )
}

const teaching: Readonly<Record<string, string>> = {
  actor: 'Who speaks, is spoken to, or is meant. “Harrow”, “she” and “Dalmere’s envoy” can be one actor.',
  position: 'An answer to a question that is in dispute.',
  claim: 'What an actor says, in their words or the reporter’s.',
}

interface BeginProps {
  readonly icon: IconName
  readonly title: string
  readonly keys: string | undefined
  readonly run: () => Promise<void>
  readonly isFirst?: boolean
  readonly children: string
}

const Begin = ({ icon, title, keys, run, isFirst = false, children }: BeginProps) => (
  <li>
    <button
      type="button"
      className={styles['begin']}
      aria-label={title}
      aria-description={children}
      aria-keyshortcuts={keys === undefined ? undefined : forAria(keys)}
      autoFocus={isFirst}
      onClick={() => void run()}
    >
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <span className={styles['about']}>{children}</span>
      </span>
      {keys !== undefined && <Keycap keys={keys} />}
    </button>
  </li>
)
