import { builtInCodebook } from '../../data/model/built-in-codebook'
import { usualReview } from '../../data/model/review-records'
import type { ProjectView } from '../../data/store/views'

/** A project with nothing in it but what all articles share, opened by somebody of this name. */
export const emptyProject = (name: string): ProjectView => ({
  project: { format: 'parley/project', schema: 1, id: 'p', name: 'P', created: '' },
  folder: 'p',
  me: { format: 'parley/person', schema: 1, id: name.toLowerCase(), name },
  people: [],
  codebook: builtInCodebook,
  articles: [],
  registry: [],
  review: usualReview,
  troubles: [],
  saving: { state: 'saved' },
  history: { undo: null, redo: null },
  looking: null,
})
