import type { Codebook } from '../model/codebook'
import type { AttributeValue } from '../model/records'
import type { Registry } from '../model/registry'
import { onlyFor, opposed, stanceFrom } from './stance'
import { evidenceRoles, type EvidenceRole, type Named, type Proof, type Stance } from './statement'
import type { Statement } from './statement'
import { inTextOrder, WorkGraph, type TagLike, type WorkLike } from './work-graph'

/** One annotator's live records on one article. */
export interface Work {
  readonly article: string
  readonly annotator: string
  readonly records: readonly WorkLike[]
}

/**
 * Who takes which stance on what, as one annotator's tags and links on one article say it, in text order. A pure function:
 * the same records in any order give the same statements, and any records give some. `README.md` has the rules, and where
 * they come from. In short:
 *
 * - A claim is a statement of each actor who makes it, on each position that it is for or against.
 * - A position that an actor holds is one more, unless a claim of the same actor supports that very tag.
 * - A claim that nobody makes, and a position that no link touches, are statements of nobody.
 *
 * So every tag of a claim or a position is in the table somewhere, and nothing is in it that has no words.
 */
export function statementsOf(work: Work, codebook: Codebook, registry: Registry): Statement[] {
  const reading = new Reading(work, codebook, registry)
  return reading.statements()
}

/** Tags that count as one, since they mean the same entry. */
interface Group extends Named {
  readonly key: string
  readonly all: readonly TagLike[]
}

/** A position that a claim answers with. */
interface Answer {
  readonly position: Group
  readonly stance: Stance
}

/** What one statement is made of. */
interface Parts {
  readonly actor: Group | null
  readonly position: Group | null
  readonly stance: Stance | null
  readonly claim: TagLike | null
}

class Reading {
  readonly #work: Work
  readonly #graph: WorkGraph
  readonly #registry: Registry

  constructor(work: Work, codebook: Codebook, registry: Registry) {
    this.#work = work
    this.#graph = new WorkGraph(work.records, codebook)
    this.#registry = registry
  }

  statements(): Statement[] {
    const { claims, positions } = this.#graph
    const said = claims.map((claim) => ({ tag: claim, parts: this.#saidBy(claim) }))
    const held = positions.map((position) => ({ tag: position, parts: this.#heldBy(position) }))
    return [...said, ...held]
      .toSorted((a, b) => inTextOrder(a.tag, b.tag))
      .flatMap(({ parts }) => parts.map((part) => this.#statement(part)))
  }

  /** Each actor with each answer; with nobody, or with none, where there is none. */
  #saidBy(claim: TagLike): Parts[] {
    const makers = this.#actors(this.#graph.to(claim, 'makes'))
    const answers = this.#answers(claim)
    return orNone(makers).flatMap((maker) =>
      orNone(answers).map((answer) => {
        const [position, stance] = [answer?.position ?? null, answer?.stance ?? null]
        return { actor: maker && this.#withHolders(maker, claim, position), position, stance, claim }
      }),
    )
  }

  /** Who says a thing and holds the very tag that it supports says one thing; the tag at the link `holds` says it too. */
  #withHolders(maker: Group, claim: TagLike, position: Group | null): Group {
    const supported = new Set(this.#graph.from(claim, 'supports'))
    const holders = (position?.all ?? [])
      .filter((tag) => supported.has(tag))
      .flatMap((tag) => this.#graph.to(tag, 'holds'))
      .filter((tag) => this.#keyOf(tag, 'actor') === maker.key)
    return holders.length === 0 ? maker : this.#group([...maker.all, ...holders], 'actor')
  }

  /** Positions that the claim is linked to, and the one that it means itself, each side of each entry once. */
  #answers(claim: TagLike): Answer[] {
    const links = (['supports', 'opposes'] as const).flatMap((type) =>
      this.#graph.from(claim, type).map((tag) => {
        const own = stanceFrom(tag.attributes['stance'])
        return { tag, stance: type === 'supports' ? (own ?? onlyFor) : opposed(own) }
      }),
    )
    const answers = grouped(links, ({ tag, stance }) => `${stance.sign} ${this.#keyOf(tag, 'position')}`)
      .map((same) => {
        const degrees = same.flatMap(({ stance }) => stance.degree ?? [])
        const degree = degrees.length === 0 ? null : Math.max(...degrees)
        const position = this.#group(
          same.map(({ tag }) => tag),
          'position',
        )
        return { position, stance: { sign: same[0]!.stance.sign, degree } }
      })
      .toSorted(
        (a, b) => inTextOrder(a.position.all[0]!, b.position.all[0]!) || b.stance.sign - a.stance.sign,
      )
    const entry = this.#entryOf(claim, 'position')
    if (entry === null || answers.some(({ position }) => position.entry === entry)) return answers
    const stance = stanceFrom(claim.attributes['stance']) ?? onlyFor
    return [{ position: this.#group([claim], 'position'), stance }, ...answers]
  }

  #heldBy(position: TagLike): Parts[] {
    const claims = this.#graph.to(position, 'supports')
    const makers = claims.flatMap((claim) => this.#graph.to(claim, 'makes'))
    const said = new Set(makers.map((maker) => this.#keyOf(maker, 'actor')))
    const holders = this.#actors(this.#graph.to(position, 'holds'))
    const own = stanceFrom(position.attributes['stance'])
    const parts = { position: this.#group([position], 'position'), claim: null }
    if (holders.length > 0)
      return holders
        .filter(({ key }) => !said.has(key))
        .map((actor) => ({ ...parts, actor, stance: own ?? onlyFor }))
    const isAnswer = claims.length > 0 || this.#graph.to(position, 'opposes').length > 0
    return isAnswer ? [] : [{ ...parts, actor: null, stance: own }]
  }

  #statement({ actor, position, stance, claim }: Parts): Statement {
    const { article, annotator } = this.#work
    const addressees = claim ? this.#actors(this.#graph.from(claim, 'addresses')) : []
    const sources = actor ? this.#sources(actor) : []
    const said = claim?.attributes ?? {}
    const speech = textOf(said['speech'])
    const evidence = this.#evidence([
      [actor?.all ?? [], 'actor'],
      [(position?.all ?? []).filter((tag) => tag !== claim), 'position'],
      [claim ? [claim] : [], 'claim'],
      [addressees.flatMap(({ all }) => all), 'addressee'],
      [sources.flatMap(({ all }) => all), 'source'],
    ])
    const id = [claim?.id, position?.tags[0], actor?.tags[0], stance?.sign]
      .map((part) => part ?? '-')
      .join(' ')
    const record = this.#registry.position(position?.entry)
    return {
      id,
      article,
      annotator,
      actor: actor && bare(actor),
      position: position && bare(position),
      issue: record ? (this.#registry.issue(record.issue)?.id ?? null) : null,
      stance,
      claim: claim?.id ?? null,
      words: claim ? wordsOf(claim) : (position?.words ?? ''),
      addressees: addressees.map(bare),
      sources: sources.map(bare),
      type: textOf(said['type']),
      speech,
      certainty: textOf(said['certainty']),
      voice: voiceOf(speech),
      said: dayOf(said['said']),
      attributes: rest([...(position?.all ?? []).toReversed(), ...(claim ? [claim] : [])]),
      evidence,
    }
  }

  /**
   * Who cites the actor, and who cites those, each once; who is further away from the actor stands first. The actor is
   * nobody's source for its own words, and a circle ends where it began.
   */
  #sources(actor: Group): Group[] {
    const seen = new Set(actor.all)
    const keys = new Set([actor.key])
    const levels: Group[][] = []
    for (let level = actor.all; level.length > 0;) {
      const next = level.flatMap((tag) => this.#graph.to(tag, 'cites')).filter((tag) => !seen.has(tag))
      for (const tag of next) seen.add(tag)
      const groups = this.#actors([...new Set(next)]).filter(({ key }) => !keys.has(key))
      for (const { key } of groups) keys.add(key)
      levels.unshift(groups)
      level = next
    }
    return levels.flat()
  }

  #actors(tags: readonly TagLike[]): Group[] {
    return grouped(tags, (tag) => this.#keyOf(tag, 'actor'))
      .map((same) => this.#group(same, 'actor'))
      .toSorted((a, b) => inTextOrder(a.all[0]!, b.all[0]!))
  }

  #group(tags: readonly TagLike[], kind: 'actor' | 'position'): Group {
    const all = [...new Set(tags)].toSorted(inTextOrder)
    const first = all[0]!
    return {
      key: this.#keyOf(first, kind),
      all,
      tags: all.map(({ id }) => id),
      means: first.means,
      entry: this.#entryOf(first, kind),
      words: wordsOf(first),
    }
  }

  /** Tags with the same key count as one: those that mean the same entry; a tag that means none only as itself. */
  #keyOf(tag: TagLike, kind: 'actor' | 'position'): string {
    return this.#entryOf(tag, kind) ?? `tag ${tag.id}`
  }

  #entryOf({ means }: TagLike, kind: 'actor' | 'position'): string | null {
    return this.#registry[kind](means)?.id ?? null
  }

  #evidence(parts: readonly (readonly [readonly TagLike[], EvidenceRole])[]): Proof[] {
    return parts
      .flatMap(([tags, as]) => tags.map((tag) => ({ tag, as })))
      .toSorted(
        (a, b) => inTextOrder(a.tag, b.tag) || evidenceRoles.indexOf(a.as) - evidenceRoles.indexOf(b.as),
      )
      .map(({ tag, as }) => ({
        tag: tag.id,
        as,
        ranges: tag.target.map(({ start, end, quote }) => ({ start, end, quote })),
      }))
  }
}

const orNone = <T>(list: readonly T[]): readonly (T | null)[] => (list.length > 0 ? list : [null])

const bare = ({ tags, means, entry, words }: Group): Named => ({ tags, means, entry, words })

/** Lists of those with the same key, in the order in which each key came first. */
function grouped<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}

/** A tag's words in one line, the parts of a discontinuous one with dots between them. */
export const wordsOf = ({ target }: Pick<TagLike, 'target'>): string =>
  target
    .map(({ quote }) => quote)
    .join(' … ')
    .replace(/\s+/gu, ' ')

const textOf = (value: AttributeValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** 2031, 2031-03 or 2031-03-12; anything else is no day. */
export const dayOf = (value: AttributeValue | undefined): string | null =>
  typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? value : null

/** Words of the actor stand in direct speech, and some of them where it is mixed. */
function voiceOf(speech: string | null): Statement['voice'] {
  if (speech === 'direct' || speech === 'mixed') return 'own'
  return speech === 'indirect' || speech === 'paraphrase' ? 'reported' : null
}

/** Attributes that have a column of their own. */
const told: ReadonlySet<string> = new Set(['stance', 'type', 'speech', 'certainty', 'said'])

/** The other attributes, those that the codebook has retired too; of one that several tags have, the last one's. */
const rest = (tags: readonly TagLike[]): Statement['attributes'] =>
  Object.fromEntries(
    tags.flatMap(({ attributes }) => Object.entries(attributes)).filter(([id]) => !told.has(id)),
  )
