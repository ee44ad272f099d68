import { labelShown } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { activeReader } from '../reader/active-reader'
import { pointAt, select } from '../state/actions'
import type { OpenedArticle } from '../state/state'
import { useShown } from '../state/store'
import { nameOf, quoteOf } from '../state/tags'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import styles from './TagsHere.module.css'

/** The tags that lie at one place with the selected one, innermost first; nothing when it is alone. */
export function TagsHere({ open, tag }: { readonly open: OpenedArticle; readonly tag: Annotation }) {
  const codebook = useShown(({ project }) => project?.codebook)
  // What the reader shows depends on these too.
  useShown((state) => state.hiddenLabels)
  useShown((state) => state.alongside)
  const here = activeReader()?.tagsAround(tag.id)
  if (!codebook || !here || here.tags.length < 2) return null
  const title = `At “${here.word}”`

  return (
    <section className={styles['section']}>
      <h2 className={styles['head']}>
        {title} <span className={styles['count']}>{here.tags.length} deep</span>
      </h2>
      <ul aria-label={title}>
        {here.tags.map((each) => (
          <li key={each.id} aria-current={each.id === tag.id ? 'true' : undefined}>
            <button
              type="button"
              aria-label={nameOf(codebook, each)}
              className={classes(styles['row'], each.id === tag.id && styles['selected'])}
              onClick={() => select(each.id)}
              onPointerEnter={() => pointAt(each.id)}
              onPointerLeave={() => pointAt(null)}
            >
              <LabelChip label={labelShown(codebook, each.label)} full={each.id === tag.id} />
              <span className={styles['quote']} dir="auto" lang={open.article.language ?? undefined}>
                {quoteOf(each)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
