import { registryDocument } from '../../model/document'
import { REVIEW_SETTINGS, usualReview, type ReviewRules } from '../../model/review-records'
import { encodeDocument } from '../encode-document'
import type { MemoryFolder } from '../memory/memory-folder'
import { paths } from '../paths'

const header = { project: 'talkstalkstalkst', annotator: 'ruth-amsel', device: 'rutsrutsru' }
const since = '2031-03-12T08:00:00.000Z'

/** Ruth Amsel has said how the project is reviewed; a later saying has a greater clock. */
export function reviewedAs(folder: MemoryFolder, review: Partial<ReviewRules>, clock = 1): void {
  const record = {
    is: 'review-settings',
    id: REVIEW_SETTINGS,
    created: since,
    modified: since,
    ...usualReview,
    ...review,
  } as const
  const document = registryDocument(header, { [REVIEW_SETTINGS]: { rev: [clock, header.device], record } })
  folder.files.set(paths.registry(header.annotator, header.device), encodeDocument(document))
}
