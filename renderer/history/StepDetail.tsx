import type { ArticleChange } from '../../data/store/changes'
import type { HistoryEntry } from '../../data/store/views'
import { useShown } from '../state/store'
import { quoteOf, setWith } from '../state/tags'
import { Button } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { counted } from '../ui/words'
import { goToMoment, goToTag } from './go-to-tag'
import { kindOfStep, labelIn, linkIn, tagIn, toldOfChange, type Telling } from './step-words'
import { ToldLine } from './ToldLine'
import { justBefore } from './trail'
import { useNames } from './use-trail'
import { exactly } from './when'
import styles from './StepDetail.module.css'

/** So many tags of one step are shown; a step that brought back hundreds tells how many there are. */
const MOST = 60

interface Props {
  readonly entry: HistoryEntry
  readonly telling: Telling
  /** Which of their computers it was; `null` for people with one. */
  readonly computer: number | null
}

/** One step in full: who, when, what from and what to, and the article as it was before and after. */
export function StepDetail({ entry, telling, computer }: Props) {
  const nameOf = useNames()
  const { annotator, device, at, did, changes } = entry
  const kind = kindOfStep(entry)
  const tags = changes.filter((change) => tagIn(change))
  const links = changes.filter((change) => linkIn(change))
  const touched = tags.length === 1 ? tagIn(tags[0]!) : null
  return (
    <section className={styles['detail']} aria-label="Step">
      <div className={styles['inside']}>
        <header className={styles['head']}>
          <h2 className={styles['who']}>
            {nameOf(annotator)}
            {computer !== null && <span title={`Device ${device}`}>, computer {computer}</span>}
          </h2>
          <p className={styles['when']}>
            <time dateTime={at}>{exactly(at)}</time>
            {kind !== null && ` · ${kind}`}
          </p>
        </header>
        <ul className={styles['changes']}>
          {tags.slice(0, MOST).map((change) => (
            <TagChange
              key={change.id}
              change={change}
              telling={telling}
              did={did}
              isOnly={changes.length === 1}
            />
          ))}
        </ul>
        {tags.length > MOST && (
          <p className={styles['rest']}>and {counted(tags.length - MOST, 'more tag', 'more tags')}</p>
        )}
        {links.length > 0 && (
          <ul className={styles['links']}>
            {links.slice(0, MOST).map((change) => (
              <LinkChange key={change.id} change={change} telling={telling} did={did} />
            ))}
          </ul>
        )}
        {links.length > MOST && (
          <p className={styles['rest']}>and {counted(links.length - MOST, 'more link', 'more links')}</p>
        )}
      </div>
      <div className={styles['actions']}>
        <span>The article as it was</span>
        <Button onClick={() => goToMoment(entry, justBefore(at), touched?.id ?? null)}>
          Before this step
        </Button>
        <Button look="first" onClick={() => goToMoment(entry, at, touched?.id ?? null)}>
          After this step
        </Button>
      </div>
    </section>
  )
}

interface ChangeProps {
  readonly change: ArticleChange
  readonly telling: Telling
  readonly did: string
}

/** What happened to one tag. Its words lead to it; of a deleted one, they are all there is. */
function TagChange({ change, telling, did, isOnly }: ChangeProps & { readonly isOnly: boolean }) {
  const tag = tagIn(change)
  const isThere = useShown(({ open }) => open !== null && setWith(open, change.id) !== null)
  const language = useShown(({ open }) => open?.article.language ?? undefined)
  if (!tag) return null
  return (
    <li className={styles['change']}>
      <p className={styles['quote']}>
        <LabelChip label={labelIn(telling, tag)} named />
        <span lang={language} dir="auto">
          {quoteOf(tag)}
        </span>
      </p>
      {toldOfChange(telling, change, did).map((told, i) => (
        <ToldLine key={i} told={told} />
      ))}
      {isThere ? (
        <Button look="bare" {...(isOnly && { keys: 'Enter' })} onClick={() => goToTag(tag.id)}>
          Go to the tag
        </Button>
      ) : (
        <p className={styles['gone']}>This tag is not there any more.</p>
      )}
    </li>
  )
}

function LinkChange({ change, telling, did }: ChangeProps) {
  const from = telling.tags.get(linkIn(change)?.from ?? '')
  return (
    <li className={styles['link']}>
      {from && (
        <p className={styles['from']}>
          <LabelChip label={labelIn(telling, from)} named /> {quoteOf(from)}
        </p>
      )}
      {toldOfChange(telling, change, did).map((told, i) => (
        <ToldLine key={i} told={told} />
      ))}
    </li>
  )
}
