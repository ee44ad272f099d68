import type { Codebook } from '../model/codebook'
import { mayStandAt } from '../model/codebook-touches'
import { idFrom } from '../model/ids'
import type { Link } from '../model/records'
import type { AgreedRule, Named } from '../model/review-records'
import type { MadeTags } from './drafts'
import { isEnough, type AgreedLink, type AgreedTag, type Decider } from './provenance'
import type { Side } from './side'
import { keyOfNamed, type Standing } from './standing'

interface LinksOn {
  readonly article: string
  readonly sides: readonly Side[]
  readonly standing: Standing
  readonly rule: AgreedRule
  readonly codebook: Codebook
}

/** A link between two tags of the agreed set, with all that speak for it. */
interface Draft {
  readonly type: string
  readonly from: AgreedTag
  readonly to: AgreedTag
  readonly links: { readonly named: Named; readonly link: Link }[]
  readonly decisions: Map<string, { readonly decider: Decider; readonly modified: string }>
  /** Somebody's was rejected, or became another: those like it do not come in by a rule. */
  isAgainst: boolean
}

/**
 * The links of an agreed set. Their ends must be in it, and allowed by the codebook. One that was accepted comes in, one that was
 * changed as what it was changed into. One on which nobody has decided comes in when all whose tags stand at both ends
 * have it, or where the rule is a share of people, that share of them.
 */
export function agreedLinks(
  { article, sides, standing, rule, codebook }: LinksOn,
  { standsAs }: MadeTags,
): AgreedLink[] {
  const drafts = new Map<string, Draft>()
  const draftOf = (type: string, start: Named, end: Named): Draft | null => {
    const [from, to] = [standsAs(start), standsAs(end)]
    const linkType = codebook.linkTypes.find(({ id }) => id === type)
    if (!from || !to || from === to || !linkType) return null
    if (!mayStandAt(codebook, linkType, from.tag.label, to.tag.label)) return null
    const key = `${type} ${from.tag.id} ${to.tag.id}`
    const draft = drafts.get(key) ?? { type, from, to, links: [], decisions: new Map(), isAgainst: false }
    drafts.set(key, draft)
    return draft
  }
  for (const { annotator, links } of sides)
    for (const link of links) {
      const named = { annotator, id: link.id }
      const ends = [link.from, link.to].map((id) => ({ annotator, id }))
      const made = standing.of(named)
      const own = draftOf(link.type, ends[0]!, ends[1]!)
      if (!made) {
        own?.links.push({ named, link })
        continue
      }
      const { id, action, reason, modified, links: readings } = made.decision
      const decider = { id, by: made.by, action, reason }
      const [reading] = readings
      const wanted =
        action === 'accept' ? own : reading ? draftOf(reading.type, reading.from, reading.to) : null
      if (own && own !== wanted) own.isAgainst = true
      if (!wanted) continue
      wanted.links.push({ named, link })
      wanted.decisions.set(id, { decider, modified })
    }
  return [...drafts.values()]
    .filter((draft) => draft.decisions.size > 0 || comesByRule(draft, rule))
    .map((draft) => linkOf(article, draft, rule))
    .toSorted((a, b) => (a.link.id < b.link.id ? -1 : 1))
}

function comesByRule({ links, from, to, isAgainst }: Draft, rule: AgreedRule): boolean {
  if (isAgainst || links.length === 0) return false
  const [starts, ends] = [from, to].map(
    ({ provenance }) => new Set(provenance.from.map(({ annotator }) => annotator)),
  )
  const could = [...starts!].filter((annotator) => ends!.has(annotator))
  const have = new Set(links.map(({ named }) => named.annotator))
  const having = could.filter((annotator) => have.has(annotator)).length
  return isEnough(having, could.length, rule.is === 'decided' ? { is: 'unanimous' } : rule)
}

function linkOf(article: string, { type, from, to, links, decisions }: Draft, rule: AgreedRule): AgreedLink {
  const made = links.map(({ link }) => link.created).toSorted()
  const deciding = [...decisions.values()]
  const changed = [...links.map(({ link }) => link.modified), ...deciding.map(({ modified }) => modified)]
  return {
    link: {
      is: 'link',
      id: idFrom(`${article} ${type} ${from.tag.id} ${to.tag.id}`),
      created: made[0]!,
      modified: changed.toSorted().at(-1)!,
      article,
      type,
      from: from.tag.id,
      to: to.tag.id,
    },
    provenance: {
      from: links.map(({ named }) => named).toSorted((a, b) => (keyOfNamed(a) < keyOfNamed(b) ? -1 : 1)),
      decisions: deciding.map(({ decider }) => decider).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      by: deciding.length > 0 ? 'decided' : rule.is,
      weight: null,
    },
  }
}
