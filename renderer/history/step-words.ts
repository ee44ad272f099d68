import { labelOf, type Codebook } from '../../data/model/codebook'
import {
  isTagOrLink,
  type Annotation,
  type Link,
  type RegistryRecord,
  type WorkRecord,
} from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import type { Decision } from '../../data/model/review-records'
import { valueInWords } from '../../data/model/value-words'
import type { ArticleChange } from '../../data/store/changes'
import type { HistoryEntry } from '../../data/store/views'
import { actionInWords, reasonInWords } from '../../data/review/decision-words'
import { quoteOf } from '../state/tags'
import { counted } from '../ui/words'

/** What is needed to word a step: the names of things, and every tag that the history knows of. */
export interface Telling {
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
  /** As each was last; deleted ones too. */
  readonly tags: ReadonlyMap<string, Annotation>
}

/** One thing that a step did. */
export type Told = Readonly<
  /** `words` are the article's, of the tag at the other end of a link. */
  | { is: 'sentence'; text: string; words: string | null }
  /** `null`: nothing was set. `isQuote`: both are words of the article. */
  | { is: 'change'; field: string; from: string | null; to: string | null; isQuote: boolean }
>

const steps: Readonly<Record<string, string>> = {
  undo: 'Undone',
  redo: 'Done again',
  begin: 'Before the history began',
  merge: 'Taken in from a copy that was set aside',
  recover: 'Recovered',
  'bring-back': 'Brought back',
}

/** "Undone", "Brought back": what kind of step it was, where its changes do not tell; else `null`. */
export const kindOfStep = ({ did }: Pick<HistoryEntry, 'did'>): string | null => steps[did] ?? null

/** What a step did to one tag and its links, from that tag's side. */
export const toldOfTag = (telling: Telling, { did, changes }: HistoryEntry, tag: string): Told[] =>
  changes.flatMap((change) => {
    const decision = decisionIn(change)
    if (decision?.on.some(({ id }) => id === tag)) return [toldOfOther(change)]
    if (change.id === tag) return toldOfChange(telling, change, did)
    const link = linkIn(change)
    return link && (link.from === tag || link.to === tag) ? [toldOfLink(telling, change, link, tag)] : []
  })

/** Steps that make what was there before; "tagged" and "deleted" would be said of the wrong moment. */
const isAgain = (did: string): boolean => did === 'undo' || did === 'redo' || did === 'bring-back'

/** What a change did to the tag or link that it is about; a link is told from the tag that it starts at. */
export function toldOfChange(telling: Telling, change: ArticleChange, did: string): Told[] {
  const link = linkIn(change)
  if (link) return [toldOfLink(telling, change, link, null)]
  if (isOther(change)) return [toldOfOther(change)]
  const [before, after] = [annotationOr(change.before), annotationOr(change.after)]
  if (before && after) return differences(telling, before, after)
  if (after) {
    const label = labelName(telling, after.label).toLowerCase()
    return [sentence(isAgain(did) ? `There again, as ${label}` : `Tagged as ${label}`)]
  }
  return before ? [sentence(isAgain(did) ? 'Not there any more' : 'Deleted')] : []
}

function toldOfLink(
  { codebook, tags }: Telling,
  change: ArticleChange,
  link: Link,
  side: string | null,
): Told {
  const type = codebook.linkTypes.find(({ id }) => id === link.type)
  const leaves = side === null || link.from === side
  const phrase = (leaves ? type?.phrase : type?.inverse) ?? link.type
  const other = tags.get(leaves ? link.to : link.from)
  const text = `${change.after ? 'Linked' : 'Link removed'}: ${phrase}`
  return sentence(text, other ? quoteOf(other) : null)
}

/** Whether a change makes or changes no tag and no link: it says something of the article, or of others' tags. */
const isOther = ({ before, after }: ArticleChange): boolean => !isTagOrLink(after ?? before)

function toldOfOther({ before, after }: ArticleChange): Told {
  const record = after ?? before
  switch (record?.is) {
    case 'dismissed':
      return sentence(after ? 'Dismissed what was worth another look' : 'Worth another look again')
    case 'decision': {
      const { action, reason } = record
      const why = reason === null ? '' : `, ${reasonInWords(reason)}`
      const what = !after ? 'Decision withdrawn' : before ? 'Decided anew' : 'Decided'
      return sentence(`${what}: ${actionInWords(action)}${why}`)
    }
    case 'answer':
      return sentence(after ? `Answered a decision: ${record.text}` : 'Answer taken back')
    case 'assignment': {
      const to = record.to === 'tag' ? 'tagging' : 'review'
      return sentence(after && !record.off ? `Assigned for ${to}` : `Not assigned for ${to} any more`)
    }
    case 'reviewed':
      if (!after) return sentence('Review taken up again')
      return sentence(record.agreed ? 'Reviewed, and the agreed set is final' : 'Reviewed')
    default:
      return sentence(after ? 'Done with the article' : 'Article taken up again')
  }
}

const sentence = (text: string, words: string | null = null): Told => ({ is: 'sentence', text, words })

function differences({ codebook, registry }: Telling, before: Annotation, after: Annotation): Told[] {
  const changed = (field: string, from: string | null, to: string | null, isQuote = false): Told[] =>
    from === to ? [] : [{ is: 'change', field, from, to, isQuote }]
  const name = (label: string) => labelName({ codebook }, label).toLowerCase()
  const ids = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])

  return [
    ...changed('Label', name(before.label), name(after.label)),
    ...changed('Words', quoteOf(before), quoteOf(after), true),
    ...(movedUnseen(before, after) ? [sentence('Moved to the same words elsewhere')] : []),
    ...changed('Means', ...meanings(Registry.of(registry), before.means, after.means)),
    ...[...ids].flatMap((id) => {
      const attribute = codebook.attributes.find((each) => each.id === id)
      const value = (tag: Annotation) => {
        const found = tag.attributes[id]
        if (found === undefined) return null
        return attribute ? valueInWords(attribute, found, registry) : String(found)
      }
      return changed(attribute?.name ?? id, value(before), value(after))
    }),
    ...changed('Note', before.note || null, after.note || null),
  ]
}

/** Whether a tag went to other words that read the same. */
const movedUnseen = (before: Annotation, after: Annotation): boolean =>
  quoteOf(before) === quoteOf(after) &&
  before.target.some(({ start, end }, i) => after.target[i]?.start !== start || after.target[i]?.end !== end)

/** The codebook's label of a tag; `undefined` when it was made under another codebook. */
export const labelIn = ({ codebook }: Telling, tag: Annotation) => labelOf(codebook, tag.label)

const labelName = ({ codebook }: Pick<Telling, 'codebook'>, id: string): string =>
  labelOf(codebook, id)?.name ?? id

/** What a tag meant, by the names of what that counts as now; by their own names, when the two have been merged since. */
function meanings(registry: Registry, ...means: readonly [from: string | null, to: string | null]) {
  const named = (record: RegistryRecord | undefined, id: string) => (record ? entryName(record) : id)
  const [from, to] = means.map((id) => id && named(registry.get(id), id))
  if (means[0] === means[1] || from !== to) return [from ?? null, to ?? null] as const
  const [own, other] = means.map((id) => id && named(registry.raw(id), id))
  return [own ?? null, other ?? null] as const
}

const annotationOr = (record: WorkRecord | null): Annotation | null =>
  record?.is === 'annotation' ? record : null

/** The link that a change is about, `null` when it is about a tag. */
export function linkIn({ before, after }: ArticleChange): Link | null {
  const record = after ?? before
  return record?.is === 'link' ? record : null
}

const decisionIn = ({ before, after }: ArticleChange): Decision | null => {
  const record = after ?? before
  return record?.is === 'decision' ? record : null
}

/** The tag that a change is about as it was left, or as it was when it went; `null` when it is about a link. */
export const tagIn = ({ before, after }: ArticleChange): Annotation | null => annotationOr(after ?? before)

/** "Label: claim → position", "Note: none → “…”", "Linked: made by “Reszek”". */
export function inWords(told: Told): string {
  if (told.is === 'sentence') return told.words === null ? told.text : `${told.text} “${told.words}”`
  const { field, from, to, isQuote } = told
  return `${field}: ${side(from, isQuote, field)} → ${side(to, isQuote, field)}`
}

/** One side of a change: words of the article and notes stand in quotation marks. */
export function side(value: string | null, isQuote: boolean, field: string): string {
  if (value === null) return 'none'
  return isQuote || field === 'Note' ? `“${value}”` : value
}

/** A step on one line of a list: what was done, and the first tag that it was done to. */
export interface Summary {
  readonly text: string
  /** `null` when the step was about links only. */
  readonly tag: Annotation | null
  /** Tags besides that one. */
  readonly more: number
}

export function summaryOf(telling: Telling, entry: HistoryEntry): Summary {
  const tags = entry.changes.filter((change) => tagIn(change))
  const links = entry.changes.filter((change) => linkIn(change))
  const [first] = tags
  const kind = kindOfStep(entry)
  const [mark] = entry.changes.filter(isOther)
  const lead = (text: string) => (kind === null ? text : `${kind}. ${text}`)
  if (!first && links.length === 0 && mark)
    return { text: lead(inWords(toldOfOther(mark))), tag: null, more: 0 }
  if (!first) {
    const [link] = links
    const from = link && telling.tags.get(linkIn(link)?.from ?? '')
    const text =
      links.length === 1 && link
        ? toldOfChange(telling, link, entry.did).map(inWords).join('')
        : linksOnly(links)
    return { text: lead(text), tag: from ?? null, more: 0 }
  }
  const text =
    tags.length === 1
      ? toldOfChange(telling, first, entry.did).map(inWords).join(' · ') || 'Nothing that is shown changed'
      : tagsInWords(tags)
  const along = links.length === 0 ? '' : `, with ${counted(links.length, 'link')}`
  return { text: lead(text + along), tag: tagIn(first), more: tags.length - 1 }
}

const linksOnly = (links: readonly ArticleChange[]): string => {
  const made = links.filter(({ after }) => after).length
  return [
    made > 0 && `${counted(made, 'link')} made`,
    made < links.length && `${counted(links.length - made, 'link')} removed`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "3 tags made, 1 deleted". */
function tagsInWords(tags: readonly ArticleChange[]): string {
  const kinds = [
    ['made', tags.filter(({ before }) => !before).length],
    ['changed', tags.filter(({ before, after }) => before && after).length],
    ['deleted', tags.filter(({ after }) => !after).length],
  ] as const
  return kinds
    .filter(([, n]) => n > 0)
    .map(([kind, n], i) => `${i === 0 ? counted(n, 'tag') : n} ${kind}`)
    .join(', ')
}
