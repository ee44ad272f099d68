import { TagHistory } from '../history/TagHistory'
import { LintSection } from '../lints/LintSection'
import { DecidedSection } from '../review/decided/DecidedSection'
import { NewsSection } from '../review/news/NewsSection'
import { shownArticle } from '../state/past'
import { useShownSoon } from '../state/soon'
import { annotationIn } from '../state/tags'
import { ArticleFacts } from './ArticleFacts'
import { Rules } from './Rules'
import { TagCard } from './TagCard'
import { TagList } from './TagList'
import { TagsHere } from './TagsHere'
import styles from './Inspector.module.css'

/** The selected tag, or else the article; beneath, all tags of the article. */
export function Inspector() {
  // Only the id, since React keeps what a component was drawn with before: nothing is to keep an article that was left.
  const article = useShownSoon((state) => shownArticle(state)?.article.id)
  const isEmpty = useShownSoon(({ project }) => project?.articles.length === 0)
  if (article === undefined)
    return (
      <p className={styles['none']}>
        No article is open. {isEmpty ? 'Import one' : 'Choose one in the library'}, then select words and
        press 1, 2 or 3.
      </p>
    )
  return <ArticleInspector key={article} />
}

function ArticleInspector() {
  const open = useShownSoon(shownArticle)
  const selected = useShownSoon((state) => state.selected)
  if (!open) return null
  const tag = annotationIn(open, selected)
  return (
    <>
      <div className={styles['top']}>
        <Rules tag={tag} />
        {tag ? <TagCard key={tag.id} open={open} tag={tag} /> : <ArticleFacts article={open.article} />}
        {tag && <TagsHere open={open} tag={tag} />}
        {tag && <TagHistory tag={tag} />}
      </div>
      <NewsSection open={open} />
      <DecidedSection open={open} />
      <TagList open={open} />
      <LintSection open={open} />
    </>
  )
}
