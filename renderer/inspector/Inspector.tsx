import { TagHistory } from '../history/TagHistory'
import { shownArticle } from '../state/past'
import { useShownSoon } from '../state/soon'
import { annotationIn } from '../state/tags'
import { ArticleFacts } from './ArticleFacts'
import { TagCard } from './TagCard'
import { TagList } from './TagList'
import { TagsHere } from './TagsHere'
import styles from './Inspector.module.css'

/** The selected tag, or else the article; beneath, all tags of the article. */
export function Inspector() {
  const open = useShownSoon(shownArticle)
  const selected = useShownSoon((state) => state.selected)
  if (!open)
    return (
      <p className={styles['none']}>
        No article is open. Choose one in the library, then select words and press 1, 2 or 3.
      </p>
    )
  const tag = annotationIn(open, selected)
  return (
    <>
      <div className={styles['top']}>
        {tag ? <TagCard key={tag.id} open={open} tag={tag} /> : <ArticleFacts article={open.article} />}
        {tag && <TagsHere open={open} tag={tag} />}
        {tag && <TagHistory tag={tag} />}
      </div>
      <TagList key={open.article.id} open={open} />
    </>
  )
}
