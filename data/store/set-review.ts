import type { SharedRecord } from '../model/records'
import { REVIEW_SETTINGS, rulesOf, type ReviewSettings } from '../model/review-records'
import { isSame } from '../model/same'
import type { RegistryChange } from './changes'
import type { Stamp } from './commands'
import type { SetReview } from './review-commands'

/** What `command` would change of how the project is reviewed; nothing, when that is said already. */
export function setReview(
  record: SharedRecord | undefined,
  { do: _, ...said }: SetReview,
  { now }: Pick<Stamp, 'now'>,
): RegistryChange[] {
  const before = record?.is === 'review-settings' ? record : null
  const rules = rulesOf(before)
  const wanted = { ...rules, ...said }
  if (isSame(rules, wanted)) return []
  const first = { is: 'review-settings', id: REVIEW_SETTINGS, created: now } as const
  const after: ReviewSettings = { ...(before ?? first), ...wanted, modified: now }
  return [{ article: null, id: REVIEW_SETTINGS, before, after }]
}
