import { useLayoutEffect, useMemo, useRef } from 'react'
import { activeLabels, labelShown } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { useKeys } from '../commands/commands-now'
import { carryOut, deleteTag } from '../state/actions'
import { goToTag } from '../reader/going'
import type { OpenedArticle } from '../state/state'
import { useShownSoon } from '../state/soon'
import { placeIn } from '../state/tag-list'
import { quoteOf, setWith, shownAnnotations } from '../state/tags'
import { IconButton } from '../ui/Button'
import { isAgreed } from '../../data/review/agreed'
import { CameFrom } from '../review/decided/CameFrom'
import { DecisionCard } from '../review/decided/DecisionCard'
import { LabelChip } from '../ui/LabelChip'
import { withinSentence } from '../ui/whose'
import { Attributes } from './Attributes'
import { handOn, takeUp } from './handed-on'
import { Links } from './Links'
import { Means } from './Means'
import { Note } from './Note'
import { Older } from './Older'
import { Sources } from './Sources'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './TagCard.module.css'

/** The selected tag: its words, label, links, attributes and note. Another's tag can be read only. */
export function TagCard({ open, tag }: { open: OpenedArticle; tag: Annotation }) {
  const scenery = useScenery()
  const keys = {
    previous: useKeys('go.previous-tag'),
    next: useKeys('go.next-tag'),
    delete: useKeys('tag.delete'),
  }
  const alongside = useShownSoon((state) => state.alongside)
  const people = useShownSoon(({ project }) => project?.people)
  const all = useMemo(() => shownAnnotations(open, alongside), [open, alongside])
  const set = setWith(open, tag.id) ?? open.mine
  const isPast = useShownSoon(({ past }) => past !== null)
  const isMine = set === open.mine && !isPast
  const label = labelShown(scenery.codebook, tag.label)
  const place = placeIn(all, tag)
  const card = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const here = card.current!
    takeUp(here)
    return () => handOn(here)
  }, [])

  return (
    <section ref={card} tabIndex={-1} aria-label="Selected tag">
      <Older tag={tag} isMine={isMine} />
      <div className={facts['card']}>
        <div className={facts['head']}>
          <LabelChip label={label} full />
          <h2 className={facts['title']}>{label?.name ?? tag.label}</h2>
          {place !== null && (
            <span className={facts['place']}>
              {place + 1} of {all.length}
            </span>
          )}
          <span className={facts['buttons']}>
            <IconButton
              icon="previous"
              label="Previous tag"
              keys={keys.previous}
              onClick={() => goToTag(-1)}
            />
            <IconButton icon="next" label="Next tag" keys={keys.next} onClick={() => goToTag(1)} />
            {isMine && (
              <IconButton
                icon="delete"
                label="Delete tag"
                keys={keys.delete}
                onClick={() => deleteFromCard(tag.id)}
              />
            )}
          </span>
        </div>
        <p className={styles['quote']} lang={open.article.language ?? undefined} dir="auto">
          {quoteOf(tag)}
        </p>
        {set === open.agreed && (
          <p className={styles['whose']}>
            A tag of the agreed set, which nobody edits: it follows from people’s tags and the decisions on
            them.
          </p>
        )}
        {set !== open.mine && set !== open.agreed && (
          <p className={styles['whose']}>
            A tag of {withinSentence(people?.find(({ id }) => id === set.annotator)?.name ?? set.annotator)}.{' '}
            {isAgreed(set.annotator)
              ? 'It was received, and nobody changes it here.'
              : 'You can read it, and only they can change it.'}
          </p>
        )}
        {set !== open.mine && set !== open.agreed && <CameFrom article={open.article.id} tag={tag.id} />}
        <DecisionCard open={open} tag={tag} set={set} />
        <dl className={facts['facts']}>
          {isMine && <LabelChoice tag={tag} />}
          <Means tag={tag} isMine={isMine} />
          <Links tag={tag} set={set} isMine={isMine} />
          <Sources tag={tag} set={set} isMine={isMine} />
        </dl>
      </div>
      <div className={facts['card']}>
        <dl className={facts['facts']}>
          <Attributes tag={tag} isMine={isMine} />
          <Note tag={tag} isMine={isMine} />
        </dl>
      </div>
    </section>
  )
}

/** The tag that the card shows, whatever is selected by now. The card goes with it, and the button, so the focus goes to the text. */
function deleteFromCard(tag: string): void {
  void deleteTag(tag)
  document.querySelector<HTMLElement>('main [data-pane-focus]')?.focus({ preventScroll: true })
}

/** The label as a group of radio buttons. */
function LabelChoice({ tag }: { tag: Annotation }) {
  const { codebook } = useScenery()
  const active = activeLabels(codebook)
  const own = codebook.labels.find(({ id, retired }) => id === tag.label && retired)
  const labels = own ? [own, ...active] : active
  return (
    <>
      <dt className={facts['field']} id="label-of-tag">
        Label
      </dt>
      <dd className={facts['field']}>
        <div role="radiogroup" aria-labelledby="label-of-tag" className={styles['labels']}>
          {labels.map((label) => (
            <label key={label.id} className={styles['label']} title={`${label.name}. ${label.definition}`}>
              <input
                type="radio"
                name="label-of-tag"
                aria-label={label.name}
                checked={tag.label === label.id}
                onChange={() =>
                  void carryOut({
                    do: 'relabel',
                    article: tag.article,
                    annotation: tag.id,
                    label: label.id,
                  })
                }
              />
              <LabelChip label={label} full={tag.label === label.id} />
            </label>
          ))}
        </div>
      </dd>
    </>
  )
}
