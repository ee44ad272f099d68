import { labelShown } from '../../../data/model/labels-in-force'
import type { AgreedOverview, ToLookAt } from '../../../data/review/agreed-overview'
import { actionInWords } from '../../../data/review/decision-words'
import { useScenery } from '../../inspector/use-scenery'
import { showTag } from '../../state/show-tag'
import { useShown } from '../../state/store'
import { LabelChip } from '../../ui/LabelChip'
import { counted } from '../../ui/words'
import { useNameOf } from '../decided/DecisionCard'
import styles from './Agreed.module.css'

/** What changed after it was decided on, and what reviewers say different things of. */
export function LookAt({ overview }: { overview: AgreedOverview }) {
  const { lookAt, more } = overview
  const changed = lookAt.filter(({ is }) => is !== 'clash')
  const clashes = lookAt.filter(({ is }) => is === 'clash')
  if (lookAt.length === 0)
    return (
      <p className={styles['quiet']}>
        Nothing was changed after it was decided on, and no two reviewers say different things of one tag.
      </p>
    )
  return (
    <>
      <Rows title="For another look" about="Changed, or gone, after it was decided on." rows={changed} />
      <Rows title="Reviewers disagree" about="The latest decision counts." rows={clashes} />
      {more > 0 && <p className={styles['quiet']}>{counted(more, 'other')} not listed.</p>}
    </>
  )
}

function Rows(props: { readonly title: string; readonly about: string; readonly rows: readonly ToLookAt[] }) {
  const { title, about, rows } = props
  if (rows.length === 0) return null
  return (
    <section className={styles['list']} aria-label={title}>
      <h2 className={styles['head']}>
        {title} <span className={styles['number']}>{rows.length}</span>
      </h2>
      <p className={styles['quiet']}>{about}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.article} ${row.on.annotator} ${row.on.id}`}>
            <LookAtRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LookAtRow({ row }: { readonly row: ToLookAt }) {
  const { codebook } = useScenery()
  const nameOf = useNameOf()
  const title = useShown(
    ({ project }) => project?.articles.find(({ summary }) => summary.id === row.article)?.summary.title,
  )
  const { tag } = row
  const said = row.by
    .map(({ annotator, action }) => `${nameOf(annotator)} ${actionInWords(action)} it`)
    .join('; ')
  const words = (
    <>
      {row.label !== null && <LabelChip label={labelShown(codebook, row.label)} named />}
      <span className={styles['words']}>
        <span className={styles['quote']} dir="auto">
          {row.quote || 'A tag that is gone'}
        </span>
        <span className={styles['quiet']}>
          {nameOf(row.on.annotator)}’s,{' '}
          {row.is === 'gone' ? 'gone since' : row.is === 'changed' ? 'changed since' : 'clash'}: {said}.{' '}
          {title}
        </span>
      </span>
    </>
  )
  return tag === null ? (
    <div className={styles['row']}>{words}</div>
  ) : (
    <button type="button" className={styles['row']} onClick={() => void showTag(row.article, tag)}>
      {words}
    </button>
  )
}
