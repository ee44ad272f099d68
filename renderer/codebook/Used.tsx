import { useState } from 'react'
import type { LabelsUsed } from '../../data/record/evidence'
import { unpack } from '../../data/record/packed'
import { isOlder } from '../../data/model/older-definition'
import type { Label } from '../../data/model/codebook'
import { showTag } from '../state/show-tag'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { tagsOf } from './counted'
import { useOlderRules } from './revisions-state'
import { useAnswer } from './use-answer'
import styles from './Side.module.css'

interface Props {
  readonly label: Label
  readonly used: LabelsUsed | null
}

/** How many tags of whom have the label, and the latest of them in their place. */
export function Used({ label, used }: Props) {
  const people = useShown(({ project }) => project?.people) ?? []
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const building = useShown(({ record }) => record.building)
  const use = used?.labels.find((each) => each.label === label.id)
  const counts = tagsOf(use)
  const rules = useOlderRules()
  const older = (use?.by ?? [])
    .filter(({ revision }) => isOlder(rules, { label: label.id, codebook: revision }))
    .reduce((sum, { tags }) => sum + tags, 0)
  const rows = Object.entries(counts).toSorted(([a], [b]) => (a === me ? -1 : b === me ? 1 : a < b ? -1 : 1))

  return (
    <section className={styles['section']} aria-label="Where it is used">
      <h2 className={styles['head']}>
        Used <span className={styles['quiet']}>{usedIn(use?.articles ?? 0)}</span>
      </h2>
      {building && (
        <p className={styles['quiet']} role="status">
          Counting: {building.done} of {building.of} articles
        </p>
      )}
      {!building && rows.length === 0 && <p className={styles['quiet']}>No tag has this label yet.</p>}
      <dl className={styles['counts']}>
        {rows.map(([annotator, tags]) => (
          <div key={annotator}>
            <dt>
              {annotator === me ? 'You' : (people.find(({ id }) => id === annotator)?.name ?? annotator)}
            </dt>
            <dd>{tags === 1 ? '1 tag' : `${tags} tags`}</dd>
          </div>
        ))}
        {older > 0 && (
          <div>
            <dt>Under an older definition</dt>
            <dd>{older === 1 ? '1 tag' : `${older} tags`}</dd>
          </div>
        )}
      </dl>
      {rows.length > 0 && <Quotes key={label.id} label={label.id} version={used?.version ?? 0} />}
    </section>
  )
}

const usedIn = (articles: number): string =>
  articles === 0 ? '' : articles === 1 ? 'in 1 article' : `in ${articles} articles`

const SHOWN = 8

function Quotes({ label, version }: { readonly label: string; readonly version: number }) {
  const [shown, setShown] = useState(SHOWN)
  const articles = useShown(({ project }) => project?.articles)
  const packed = useAnswer(`${label} ${shown} ${version}`, () =>
    workbench.evidence({ labels: [label], sort: 'newest' }, 0, shown),
  )
  const page = packed === null ? null : unpack(packed)
  if (!page || page.rows.length === 0) return null
  return (
    <>
      <ul className={styles['quotes']} aria-label="Tags with this label">
        {page.rows.map(({ tag, article, words }) => (
          <li key={tag}>
            <button type="button" className={styles['quote']} onClick={() => void showTag(article, tag)}>
              <q>{words}</q>
              <span className={styles['quiet']}>
                {articles?.find(({ summary }) => summary.id === article)?.summary.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {page.found > shown && (
        <button type="button" className={styles['more']} onClick={() => setShown(shown + 40)}>
          {page.found - shown} more
        </button>
      )}
    </>
  )
}
