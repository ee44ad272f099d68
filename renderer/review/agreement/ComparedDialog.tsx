import { useId, useMemo, useState } from 'react'
import type { ReviewQuery } from '../../../data/review/agreement'
import type { ProjectView } from '../../../data/store/views'
import { activeLabels } from '../../../data/model/labels-in-force'
import { PickList } from '../../record/PickList'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { LabelChip } from '../../ui/LabelChip'
import { Modal } from '../../ui/Modal'
import { counted } from '../../ui/words'
import { chooseCompared, comparedNow, compareThese, useCompared } from './compared-state'
import { shareInFigures } from './in-figures'
import figures from './Figures.module.css'
import styles from './ComparedDialog.module.css'

interface Props {
  readonly query: ReviewQuery
  readonly onCompare: (query: ReviewQuery) => void
  readonly onClose: () => void
}

/** The dialog, while it is being chosen what is compared. */
export function ComparedDialogOver() {
  const isChoosing = useCompared((state) => state.isChoosing)
  const query = isChoosing ? comparedNow() : null
  return (
    query && <ComparedDialog query={query} onCompare={compareThese} onClose={() => chooseCompared(false)} />
  )
}

/** Who is compared, on which articles, in which labels, and from which overlap on two tags are the same find. */
function ComparedDialog({ query, onCompare, onClose }: Props) {
  const project = useShown((state) => state.project)
  const [drafted, setDrafted] = useState(query)
  if (!project) return null
  const few = drafted.annotators.length < 2
  const none = drafted.articles?.length === 0 || drafted.labels?.length === 0
  return (
    <Modal
      title="What is compared"
      size="medium"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="first"
            unless={
              few
                ? 'Agreement needs two people at least.'
                : none
                  ? 'Nothing would be left to compare.'
                  : false
            }
            onClick={() => onCompare(drafted)}
          >
            Compare
          </Button>
        </>
      }
    >
      <div className={styles['parts']}>
        <People project={project} query={drafted} onChange={setDrafted} />
        <div className={styles['column']}>
          <Labels project={project} query={drafted} onChange={setDrafted} />
          <Threshold query={drafted} onChange={setDrafted} />
        </div>
        <Articles project={project} query={drafted} onChange={setDrafted} />
      </div>
    </Modal>
  )
}

interface PartProps {
  readonly project: ProjectView
  readonly query: ReviewQuery
  readonly onChange: (query: ReviewQuery) => void
}

function People({ project, query, onChange }: PartProps) {
  const tags = useMemo(() => tagsOf(project), [project])
  // One stays in one's place in the list, so that the first remains the one that the rows are told by.
  const choose = (id: string, isChosen: boolean) =>
    onChange({
      ...query,
      annotators: isChosen ? [...query.annotators, id] : query.annotators.filter((each) => each !== id),
    })
  return (
    <fieldset className={styles['part']}>
      <legend className={figures['heading']}>People</legend>
      <div className={styles['list']}>
        {project.people.map(({ id, name }) => {
          const count = tags.get(id) ?? 0
          return (
            <label key={id} className={styles['choice']}>
              <input
                type="checkbox"
                checked={query.annotators.includes(id)}
                onChange={({ target }) => choose(id, target.checked)}
              />
              <span className={styles['name']}>{name}</span>
              <span className={figures['hint']}>{count === 0 ? 'no tags' : counted(count, 'tag')}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function tagsOf({ articles }: ProjectView): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { tags } of articles)
    for (const [id, count] of Object.entries(tags)) sums.set(id, (sums.get(id) ?? 0) + count)
  return sums
}

function Labels({ project, query, onChange }: PartProps) {
  const labels = activeLabels(project.codebook)
  const chosen = query.labels ?? labels.map(({ id }) => id)
  const choose = (id: string, isChosen: boolean) => {
    const next = labels.flatMap((label) =>
      (label.id === id ? isChosen : chosen.includes(label.id)) ? label.id : [],
    )
    onChange({ ...query, labels: next.length === labels.length ? null : next })
  }
  return (
    <fieldset className={styles['part']}>
      <legend className={figures['heading']}>Labels</legend>
      {labels.map((label) => (
        <label key={label.id} className={styles['choice']}>
          <input
            type="checkbox"
            checked={chosen.includes(label.id)}
            onChange={({ target }) => choose(label.id, target.checked)}
          />
          <LabelChip label={label} />
          <span className={styles['name']}>{label.name}</span>
        </label>
      ))}
      <p className={figures['hint']}>Tags with another label are left out, as if they were not there.</p>
    </fieldset>
  )
}

function Threshold({ query, onChange }: Omit<PartProps, 'project'>) {
  const id = useId()
  const words = query.threshold === 0 ? 'any overlap' : shareInFigures(query.threshold)
  return (
    <div className={styles['part']}>
      <label htmlFor={id} className={figures['heading']}>
        Overlap
      </label>
      <div className={styles['slide']}>
        <input
          id={id}
          type="range"
          min="0"
          max="100"
          step="5"
          value={Math.round(query.threshold * 100)}
          aria-valuetext={words}
          onChange={({ target }) => onChange({ ...query, threshold: Number(target.value) / 100 })}
        />
        <output htmlFor={id}>{words}</output>
      </div>
      <p className={figures['hint']}>
        From here on two tags are matched: the characters that they share, by those of both together.
      </p>
    </div>
  )
}

function Articles({ project, query, onChange }: PartProps) {
  const shared = useMemo(() => {
    const has = (tags: Readonly<Record<string, number>>) =>
      query.annotators.filter((id) => (tags[id] ?? 0) > 0).length
    return project.articles.map(({ summary, tags }) => ({ summary, people: has(tags) }))
  }, [project.articles, query.annotators])
  const chosen = useMemo(() => new Set(query.articles), [query.articles])
  const choose = (id: string) =>
    onChange({
      ...query,
      articles: chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id],
    })
  return (
    <fieldset className={styles['part']}>
      <legend className={figures['heading']}>Articles</legend>
      <label className={styles['choice']}>
        <input
          type="radio"
          name="articles"
          checked={query.articles === null}
          onChange={() => onChange({ ...query, articles: null })}
        />
        <span className={styles['name']}>All that two have tagged</span>
        <span className={figures['hint']}>{shared.filter(({ people }) => people > 1).length}</span>
      </label>
      <label className={styles['choice']}>
        <input
          type="radio"
          name="articles"
          checked={query.articles !== null}
          onChange={() =>
            onChange({
              ...query,
              articles: shared.filter(({ people }) => people > 1).map(({ summary }) => summary.id),
            })
          }
        />
        <span className={styles['name']}>Only these</span>
        {query.articles && <span className={figures['hint']}>{query.articles.length}</span>}
      </label>
      {query.articles !== null && (
        <div className={styles['picks']}>
          <PickList
            label="Articles to compare"
            placeholder="Narrow"
            isMany
            picks={shared.map(({ summary, people }) => ({
              key: summary.id,
              name: summary.title,
              beside: people === 0 ? 'nobody' : `${people} of ${query.annotators.length}`,
              isChosen: chosen.has(summary.id),
            }))}
            onPick={choose}
          />
        </div>
      )}
    </fieldset>
  )
}
