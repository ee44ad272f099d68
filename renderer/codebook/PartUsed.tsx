import type { LabelsUsed } from '../../data/record/evidence'
import { sum } from '../../data/model/codebook-touches'
import { useShown } from '../state/store'
import type { Chosen } from './codebook-state'
import { usageOf } from './counted'
import styles from './Side.module.css'

/** How much of whom has an attribute, or how many links of whom are of a kind. */
export function PartUsed({ chosen, used }: { readonly chosen: Chosen; readonly used: LabelsUsed | null }) {
  const people = useShown(({ project }) => project?.people) ?? []
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const { attributes, links } = usageOf(used)
  const isLink = chosen.of === 'link-type'
  const counts = isLink
    ? sum(links.filter(({ type }) => type === chosen.id).map((each) => each.counts))
    : (attributes[chosen.id] ?? {})
  const rows = Object.entries(counts).toSorted(([a], [b]) => (a === me ? -1 : b === me ? 1 : a < b ? -1 : 1))
  return (
    <section className={styles['section']} aria-label="Where it is used">
      <h2 className={styles['head']}>Used</h2>
      {rows.length === 0 && (
        <p className={styles['quiet']}>{isLink ? 'No link is of this kind yet.' : 'No tag has it yet.'}</p>
      )}
      <dl className={styles['counts']}>
        {rows.map(([annotator, count]) => (
          <div key={annotator}>
            <dt>
              {annotator === me ? 'You' : (people.find(({ id }) => id === annotator)?.name ?? annotator)}
            </dt>
            <dd>
              {count} {isLink ? (count === 1 ? 'link' : 'links') : count === 1 ? 'tag' : 'tags'}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
