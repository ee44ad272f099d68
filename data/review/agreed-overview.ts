import type { WorkRecord } from '../model/records'
import type { AgreedRule, DecisionAction, Named } from '../model/review-records'
import type { AgreedArticle } from './agreed'

/** A tag or link that reviewers have to look at once more, or that they disagree about. */
export interface ToLookAt {
  readonly article: string
  readonly on: Named
  /** The tag in whose words it is seen; `null` when it is gone. */
  readonly tag: string | null
  /** The words, or of what is gone what was decided it should be; empty when that is not known. */
  readonly quote: string
  readonly label: string | null
  readonly is: 'changed' | 'gone' | 'clash'
  /** The reviewers with what they decided, the latest last. */
  readonly by: readonly { readonly annotator: string; readonly action: DecisionAction }[]
}

/** What the agreed set of a project, or of one article, has, and what it lacks. */
export interface AgreedOverview {
  /** Articles that anybody has tagged and may be looked at. */
  readonly articles: number
  readonly tags: number
  readonly links: number
  /** Tags by what brought them in. */
  readonly by: Readonly<Record<AgreedRule['is'], number>>
  /** Of those decided, by what was decided. */
  readonly decided: Readonly<Partial<Record<DecisionAction, number>>>
  /** Groups of tags that nobody has decided on, and that no rule brings in; and the articles with most of them. */
  readonly waiting: number
  readonly waitingOn: readonly { readonly article: string; readonly waiting: number }[]
  readonly lookAt: readonly ToLookAt[]
  /** More of them than are listed. */
  readonly more: number
}

/** Of things to look at, and of articles with something open, so many are listed. */
const LISTED = 300

type Sets = readonly { readonly annotator: string; readonly records: readonly WorkRecord[] }[]

/** Adds up what the agreed sets of articles come to. */
export class AgreedTally {
  readonly #by = { decided: 0, unanimous: 0, majority: 0 }
  readonly #decided: Partial<Record<DecisionAction, number>> = {}
  readonly #lookAt: ToLookAt[] = []
  #waitingOn: { article: string; waiting: number }[] = []
  #articles = 0
  #tags = 0
  #links = 0
  #waiting = 0
  #more = 0

  /** `sets` are those that the agreed set was made of. */
  add(agreed: AgreedArticle, sets: Sets): void {
    const { article, tags, links, waiting, stale, clashes } = agreed
    if (sets.some(({ records }) => records.length > 0)) this.#articles++
    this.#tags += tags.length
    this.#links += links.length
    this.#waiting += waiting
    if (waiting > 0) this.#waitingOn.push({ article, waiting })
    for (const { provenance } of tags) {
      this.#by[provenance.by]++
      const action = provenance.decisions.at(-1)?.action
      if (provenance.by === 'decided' && action) this.#decided[action] = (this.#decided[action] ?? 0) + 1
    }
    if (stale.length + clashes.length === 0) return
    const records = new Map(
      sets.flatMap(({ annotator, records: theirs }) =>
        theirs.map((record) => [`${annotator} ${record.id}`, record] as const),
      ),
    )
    const told = (on: Named) => toldOf(records, on)
    for (const { on, why, made } of stale) {
      const quote = made.decision.readings[0]?.target.map((range) => range.quote).join(' … ') ?? ''
      const seen = told(on)
      const by = [{ annotator: made.by, action: made.decision.action }]
      this.#list({ article, ...seen, on, quote: seen.quote || quote, is: why, by })
    }
    for (const { on, decisions } of clashes) {
      const by = decisions.map((made) => ({ annotator: made.by, action: made.decision.action }))
      this.#list({ article, ...told(on), on, is: 'clash', by })
    }
  }

  get overview(): AgreedOverview {
    return {
      articles: this.#articles,
      tags: this.#tags,
      links: this.#links,
      by: { ...this.#by },
      decided: { ...this.#decided },
      waiting: this.#waiting,
      waitingOn: this.#waitingOn.toSorted((a, b) => b.waiting - a.waiting).slice(0, LISTED),
      lookAt: this.#lookAt,
      more: this.#more,
    }
  }

  #list(one: ToLookAt): void {
    if (this.#lookAt.length < LISTED) this.#lookAt.push(one)
    else this.#more++
  }
}

function toldOf(
  records: ReadonlyMap<string, WorkRecord>,
  { annotator, id }: Named,
): Pick<ToLookAt, 'tag' | 'quote' | 'label'> {
  const record = records.get(`${annotator} ${id}`)
  const seen = record?.is === 'link' ? records.get(`${annotator} ${record.from}`) : record
  if (seen?.is !== 'annotation') return { tag: null, quote: '', label: null }
  return { tag: seen.id, quote: seen.target.map((range) => range.quote).join(' … '), label: seen.label }
}
