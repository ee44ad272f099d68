import type { Codebook } from '../model/codebook'
import { idFrom } from '../model/ids'
import type { Annotation } from '../model/records'
import type { AgreedRule, Named, Reading } from '../model/review-records'
import { isCompared } from './differ'
import type { AgreedTag, Decider } from './provenance'
import { keyOfNamed, type Made } from './standing'
import type { Terms } from './terms'

type Content = Pick<Annotation, 'label' | 'target' | 'attributes' | 'means'>

interface Draft {
  readonly key: string
  content: Content
  created: string
  modified: string
  readonly from: Map<string, Named>
  readonly decisions: Map<string, Decider>
  by: AgreedRule['is'] | null
  readonly weight: number | null
}

/** The tags of the agreed set while they come together: those that come to the same are one. */
export class Drafts {
  readonly #terms: Terms
  readonly #article: string
  readonly #drafts = new Map<string, Draft>()
  readonly #keys = new WeakMap<Content, string>()
  /** The key of the draft as which somebody's tag stands. */
  readonly #standsAs = new Map<string, string>()
  /** The keys of contested readings, by what they come to. */
  readonly #contested = new Map<string, string>()

  constructor(terms: Terms, article: string) {
    this.#terms = terms
    this.#article = article
  }

  /** The same for tags and readings that come to the same. */
  keyOf(content: Content): string {
    const known = this.#keys.get(content)
    if (known !== undefined) return known
    const key = this.#makeKey(content)
    this.#keys.set(content, key)
    return key
  }

  #makeKey(content: Content): string {
    const { label, target, attributes, means } = this.#inTerms(content)
    return JSON.stringify([label, target.map(({ start, end }) => [start, end]), attributes, means])
  }

  has(tag: Annotation): boolean {
    return this.#drafts.has(this.keyOf(tag))
  }

  /** What a decision says, so that two which say the same are equal. */
  saying({ action, readings, links }: Made['decision']): string {
    const read = readings.map((reading) => [this.keyOf(reading), reading.weight ?? null])
    const linked = links.map(({ type, from, to }) => [type, keyOfNamed(from), keyOfNamed(to)])
    return JSON.stringify([action, read, linked])
  }

  /** Brings in what a decision makes of those tags that it counts for. */
  decide(made: Made, on: readonly Named[], tagOf: (named: Named) => Annotation | undefined): void {
    const { decision, by } = made
    const { id, action, reason, readings } = decision
    const decider: Decider = { id, by, action, reason }
    const tags = on.flatMap((named) => {
      const tag = tagOf(named)
      return tag ? [{ named: bare(named), tag }] : []
    })
    if (action === 'accept')
      for (const { named, tag } of tags) {
        const draft = this.#put('', tag, [tag.created, tag.modified, decision.modified], null)
        this.#add(draft, named, decider, 'decided')
      }
    const keys = readings.map((reading) => {
      const isContested = action === 'contested'
      const weight = isContested ? (reading.weight ?? 1 / readings.length) : null
      const times = [...tags.flatMap(({ tag }) => [tag.created]), decision.modified]
      const draft = this.#put(isContested ? id : '', reading, times, weight)
      const alike = tags.filter(({ tag }) => this.keyOf(tag) === this.keyOf(reading))
      // A reading that nobody has so comes from all that it stands for.
      const from = alike.length > 0 ? alike.map(({ named }) => named) : on.map(bare)
      for (const named of from) this.#add(draft, named, decider, 'decided', false)
      return { draft, reading }
    })
    const [first] = keys
    if (!first) return
    for (const named of on) {
      const tag = tagOf(named)
      const own = keys.find(({ reading }) => tag && this.keyOf(reading) === this.keyOf(tag))
      this.#standsAs.set(keyOfNamed(named), (own ?? first).draft.key)
    }
  }

  /** Brings in a tag that a rule does. */
  take(
    { annotator, tag }: { readonly annotator: string; readonly tag: Annotation },
    by: AgreedRule['is'],
  ): void {
    const draft = this.#put('', tag, [tag.created, tag.modified], null)
    this.#add(draft, { annotator, id: tag.id }, null, by)
  }

  /** A tag that nobody has decided on, and that comes to the same as one which is in: it is from there too. */
  join({ annotator, tag }: { readonly annotator: string; readonly tag: Annotation }): void {
    const key = this.keyOf(tag)
    const draft = this.#drafts.get(key) ?? this.#drafts.get(this.#contested.get(key) ?? '')
    if (draft) this.#add(draft, { annotator, id: tag.id }, null, null)
  }

  made(codebook: Codebook): MadeTags {
    const byKey = new Map(
      [...this.#drafts.values()].map((draft): [string, AgreedTag] => {
        const { key, content, created, modified, from, decisions, by, weight } = draft
        const tag: Annotation = {
          is: 'annotation',
          id: idFrom(`${this.#article} ${key}`),
          created,
          modified,
          article: this.#article,
          ...content,
          note: '',
          codebook: codebook.id,
        }
        const provenance = {
          from: [...from.values()].toSorted((a, b) => (keyOfNamed(a) < keyOfNamed(b) ? -1 : 1)),
          decisions: [...decisions.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          by: by ?? 'decided',
          weight,
        }
        return [key, { tag, provenance }]
      }),
    )
    return {
      tags: [...byKey.values()],
      standsAs: (named) => byKey.get(this.#standsAs.get(keyOfNamed(named)) ?? '') ?? null,
    }
  }

  #put(prefix: string, content: Content | Reading, times: readonly string[], weight: number | null): Draft {
    const key = prefix === '' ? this.keyOf(content) : `${prefix} ${this.keyOf(content)}`
    const [first, last] = [times.toSorted()[0]!, times.toSorted().at(-1)!]
    const known = this.#drafts.get(key)
    if (!known) {
      const draft: Draft = {
        key,
        content: this.#inTerms(content),
        created: first,
        modified: last,
        from: new Map(),
        decisions: new Map(),
        by: null,
        weight,
      }
      this.#drafts.set(key, draft)
      if (prefix !== '') this.#nameContested(this.keyOf(content), key)
      return draft
    }
    // Words around it can have come in from elsewhere otherwise cut.
    if (JSON.stringify(content.target) < JSON.stringify(known.content.target))
      known.content = this.#inTerms(content)
    if (first < known.created) known.created = first
    if (last > known.modified) known.modified = last
    return known
  }

  #nameContested(content: string, key: string): void {
    const known = this.#contested.get(content)
    if (known === undefined || key < known) this.#contested.set(content, key)
  }

  #add(
    draft: Draft,
    named: Named,
    decider: Decider | null,
    by: AgreedRule['is'] | null,
    stands = true,
  ): void {
    draft.from.set(keyOfNamed(named), named)
    if (decider) draft.decisions.set(decider.id, decider)
    if (by === 'decided' || draft.by === null) draft.by = by
    if (stands) this.#standsAs.set(keyOfNamed(named), draft.key)
  }

  /** What counts of it, in terms of what is in force. */
  #inTerms({ label, target, attributes, means }: Content): Content {
    const counted = Object.entries(attributes)
      .filter(([id]) => isCompared(id))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return {
      label: this.#terms.label(label),
      target,
      attributes: Object.fromEntries(
        counted.map(([id, value]) => [id, this.#terms.value(id, value) ?? value]),
      ),
      means: means === null ? null : this.#terms.entry(means),
    }
  }
}

/** The tags of an agreed set, and as which of them somebody's tag stands in it. */
export interface MadeTags {
  readonly tags: readonly AgreedTag[]
  readonly standsAs: (named: Named) => AgreedTag | null
}

const bare = ({ annotator, id }: Named): Named => ({ annotator, id })
