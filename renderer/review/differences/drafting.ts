import { flushSync } from 'react-dom'
import type { Reading } from '../../../data/model/review-records'
import { say } from '../../state/actions'
import { store } from '../../state/store'
import { activeReader } from '../../reader/active-reader'
import { linkOf, readingsOf } from './decide-command'
import { pickedNow } from './deciding'
import { differencesUi, setDraft } from './differences-ui'
import { tagsOf, type Difference } from './differences'
import { focusDraft } from './draft-focus'
import { halves, merged, readingOf, withReading, type Draft } from './draft'
import { frontOf } from './front'
import { reviewNow } from './review-now'

const noTags = 'A link is accepted, rejected or changed.'

/** Why nothing that needs tags can be done; `false`: it can. */
export const unlessTags = ({ group }: Difference): string | false => group.is === 'links' && noTags

/** Differences that would be merged: those that are selected, else the one that one stands at. */
function mergeable(): readonly Difference[] {
  const picked = pickedNow()
  const at = reviewNow()?.at
  return picked.length > 1 ? picked : at ? [at] : []
}

export function unlessMerge(): string | false {
  const all = mergeable()
  if (all.some(({ group }) => group.is === 'links')) return noTags
  const tags = all.flatMap(({ owned }) => owned)
  return tags.length < 2 && 'There is only one tag. Select a second difference with Ctrl to merge them.'
}

function front() {
  const at = reviewNow()?.at
  return at ? { at, owned: frontOf(at, differencesUi.getState().front) } : null
}

/** What I have changed the tags to already, unless a tag was changed since or a reading was brought to the front. */
function changedTo({ again, decided }: Difference): Reading | undefined {
  const me = store.getState().project?.me.id
  const mine = decided.find(({ by }) => by === me)?.decision
  const isOn = mine?.action === 'change' && again !== 'changed' && differencesUi.getState().front === null
  return isOn ? mine.readings[0] : undefined
}

/** Begins to say what the tags or links should be, with what I made of them before, else with the reading in front. */
export function startChange(): void {
  const found = front()
  if (!found) return
  const { at, owned } = found
  const { record } = owned
  begin(
    record.is === 'link'
      ? { action: 'change', readings: [], active: 0, link: linkOf(at, record), made: [] }
      : { action: 'change', readings: [readingOf(changedTo(at) ?? record)], active: 0, link: null, made: [] },
  )
}

/** Begins one reading over the words of all. */
export function startMerge(): void {
  const why = unlessMerge()
  if (why !== false) return say(why)
  const found = front()
  if (!found || found.owned.record.is === 'link') return
  const tags = mergeable().flatMap(({ group }) => (group.is === 'tags' ? tagsOf(group) : []))
  begin({ action: 'merge', readings: [merged(found.owned.record, tags)], active: 0, link: null, made: [] })
}

/** Begins two readings in the place of one. */
export function startSplit(): void {
  const found = front()
  const text = reviewNow()?.open.article.text
  if (!found || text === undefined) return
  if (found.owned.record.is === 'link') return say(noTags)
  begin({
    action: 'split',
    readings: halves(readingOf(found.owned.record), text),
    active: 0,
    link: null,
    made: [],
  })
}

/** The readings that there are, to be weighed and changed before they are kept. */
export function startContested(): void {
  const at = reviewNow()?.at
  if (!at) return
  const readings = readingsOf(at).map(readingOf)
  if (readings.length < 2) return
  begin({ action: 'contested', readings, active: 0, link: null, made: [] })
}

/** The selected words are those of the active reading. */
export function takeWords(): void {
  const { draft } = differencesUi.getState()
  const picked = activeReader()?.picked
  if (!draft || draft.readings.length === 0) return
  if (!picked) return say('Select the words in the article first.')
  setDraft(withReading(draft, { spans: [picked] }))
  // The keys that follow are those of the form again.
  focusDraft()
}

/** Shows the form, and the keys that follow go to it. */
function begin(draft: Draft): void {
  flushSync(() => setDraft(draft))
  focusDraft()
}
