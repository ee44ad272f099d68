import { useDeferredValue, useMemo, useState } from 'react'
import { activeLabels } from '../../data/model/labels-in-force'
import { isOlder } from '../../data/model/older-definition'
import type { Annotation } from '../../data/model/records'
import { useOlderRules } from '../codebook/revisions-state'
import type { OpenedArticle } from '../state/state'
import { PickedBar } from '../bulk/PickedBar'
import { useShownSoon } from '../state/soon'
import { shownAnnotations } from '../state/tags'
import { Button } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { stillRight } from './Older'
import { filterTags } from './tag-words'
import { TagRows } from './TagRows'
import { useScenery } from './use-scenery'
import styles from './TagList.module.css'

/** All tags of the article in text order, narrowed by label and words. */
export function TagList({ open }: { open: OpenedArticle }) {
  const { codebook } = useScenery()
  const alongside = useShownSoon((state) => state.alongside)
  const isPast = useShownSoon(({ past }) => past !== null)
  const [labels, setLabels] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const older = useOlderRules()
  const [onlyOlder, setOnlyOlder] = useState(false)
  const passes = useMemo(
    () => (onlyOlder && older.size > 0 ? (tag: Annotation) => isOlder(older, tag) : null),
    [onlyOlder, older],
  )
  const sought = useDeferredValue(typed)
  const all = useMemo(() => shownAnnotations(open, alongside), [open, alongside])
  const tags = useMemo(
    () => filterTags(all, codebook, labels, sought, passes),
    [all, codebook, labels, sought, passes],
  )

  const mine = passes ? [...tags].filter(({ id }) => open.mine.records.has(id)) : []

  const toggle = (label: string) => {
    const next = new Set(labels)
    if (!next.delete(label)) next.add(label)
    setLabels(next)
  }

  return (
    <section className={styles['section']} aria-labelledby="tags-of-article">
      <div className={styles['head']}>
        <h2 className={styles['title']} id="tags-of-article">
          Tags
        </h2>
        <span className={styles['count']}>
          {tags.length === all.length ? all.length : `${tags.length} of ${all.length}`}
        </span>
        {all.length > 0 && (
          <>
            <input
              className={styles['find']}
              type="text"
              role="searchbox"
              aria-label="Find in tags"
              placeholder="Find"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
            />
            <span role="group" aria-label="Only these labels" className={styles['labels']}>
              {activeLabels(codebook).map((label) => (
                <button
                  key={label.id}
                  type="button"
                  className={styles['label']}
                  aria-pressed={labels.has(label.id)}
                  aria-label={`Only ${label.name}`}
                  title={`Only ${label.name}`}
                  onClick={() => toggle(label.id)}
                >
                  <LabelChip label={label} full={labels.has(label.id)} />
                </button>
              ))}
            </span>
          </>
        )}
      </div>
      {older.size > 0 && all.length > 0 && (
        <div className={styles['older']}>
          <button
            type="button"
            className={styles['only']}
            aria-pressed={onlyOlder}
            title="Tags that were made when their label was defined otherwise"
            onClick={() => setOnlyOlder(!onlyOlder)}
          >
            Older codebook
          </button>
          {passes && mine.length > 0 && !isPast && (
            <Button onClick={() => stillRight(mine)}>
              {mine.length === 1 ? 'Still right' : `All ${mine.length} still right`}
            </Button>
          )}
        </div>
      )}
      {all.length === 0 && (
        <p className={styles['none']}>
          {isPast
            ? 'There were no tags then.'
            : `No tags yet. Select words, then press ${keysOf(activeLabels(codebook))}.`}
        </p>
      )}
      {all.length > 0 && tags.length === 0 && (
        <p className={styles['none']}>No tag of this article fits. Clear the filter to see all.</p>
      )}
      <PickedBar />
      <TagRows tags={tags} open={open} />
    </section>
  )
}

/** "1, 2 or 3". */
const keysOf = (labels: readonly { readonly key: string }[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(labels.map(({ key }) => key))
