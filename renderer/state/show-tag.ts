import { labelInForce } from '../../data/model/labels-in-force'
import { activeReader } from '../reader/active-reader'
import { select, showAlongside, toggleLabel } from './looking'
import { say } from './notices'
import { showMode } from './panes'
import { leavePast } from './past'
import { openArticle } from './reading'
import { store } from './store'
import { annotationIn, setWith } from './tags'

/**
 * Opens a tag's words in their place, from whatever screen: opens the article, shows whose tag it is and tags with its
 * label, selects it, and gives the focus to the text.
 */
export async function showTag(article: string, annotation: string): Promise<void> {
  if (store.getState().open?.article.id !== article) await openArticle(article)
  const { open } = store.getState()
  if (open?.article.id !== article) return
  leavePast()
  const tag = annotationIn(open, annotation)
  const set = setWith(open, annotation)
  if (!tag || !set) say('That tag is not there any more.')
  if (set && set !== open.mine) showAlongside(set.annotator)
  const { project, hiddenLabels } = store.getState()
  const label = tag && project ? labelInForce(project.codebook, tag.label) : null
  if (label !== null && hiddenLabels.has(label)) toggleLabel(label)
  // One that is selected already may have been scrolled away from: it is gone to again.
  select(null)
  select(tag?.id ?? null)
  showMode('read')
  requestAnimationFrame(() => activeReader()?.focus())
}
