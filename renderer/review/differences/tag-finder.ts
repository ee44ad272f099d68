import type { OpenedArticle } from '../../state/state'
import type { TagFinder } from './difference-words'

/** Finds somebody's tag on the open article. */
export const tagFinder =
  ({ mine, others }: OpenedArticle): TagFinder =>
  (annotator, id) => {
    const record = [mine, ...others].find((set) => set.annotator === annotator)?.records.get(id)
    return record?.is === 'annotation' ? record : null
  }
