import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Label } from '../model/codebook'
import { actor, position } from '../model/drawn-registry.test-data'
import type { Annotation } from '../model/records'
import { Registry } from '../model/registry'
import { annotated, drawnId } from '../samples/annotated'
import { comparisonOf, groupWith, matchInWords, matchOf } from './compare'
import type { Comparison } from './comparison'
import {
  anySides,
  comparing,
  drawnSides,
  linkOf,
  shuffledSides,
  tagOn,
  wordsOf,
} from './drawn-sides.test-data'
import { matchTags } from './match'
import type { Side } from './side'

const article = 'a'.repeat(26)
const compare = (sides: readonly Side[], more: Partial<typeof comparing> = {}) =>
  comparisonOf(article, sides, { ...comparing, ...more })

/** A line a group: who has which words as what, and in which ways they differ. */
function groupsIn(
  drawings: Readonly<Record<string, string>>,
  more: Partial<typeof comparing> = {},
): string[] {
  const { text } = annotated(Object.values(drawings)[0]!).articles[0]!
  const { tags } = compare(drawnSides(drawings), more)
  return tags.map((group) => {
    const each = group.tags.map((tag) => (tag ? `${wordsOf(text, tag)} (${tag.label})` : '–'))
    return `${each.join(' | ')}: ${group.kinds.join(', ')}`
  })
}

describe('a comparison', () => {
  it('lays equal tags beside each other, and says where one has none', () => {
    expect(groupsIn({ ada: '[Reszek](actor) said [no](claim).', ben: '[Reszek](actor) said no.' })).toEqual([
      'Reszek (actor) | Reszek (actor): ',
      'no (claim) | –: missed',
    ])
  })

  it('tells boundaries and labels apart, and both of one pair', () => {
    expect(
      groupsIn(
        {
          ada: '[Mr Reszek](actor) and [Orlane](actor) and [his men](actor)',
          ben: 'Mr [Reszek](actor) and [Orlane](position) and his [men](claim)',
        },
        { threshold: 0.4 },
      ),
    ).toEqual([
      'Mr Reszek (actor) | Reszek (actor): boundary',
      'Orlane (actor) | Orlane (position): label',
      'his men (actor) | men (claim): boundary, label',
    ])
  })

  it('joins three people’s tags by way of one of them', () => {
    expect(
      groupsIn({
        ada: '[he must](claim) leave',
        ben: '[he must leave](claim)',
        cid: 'he [must leave](claim)',
      }),
    ).toEqual(['he must (claim) | he must leave (claim) | must leave (claim): boundary'])
  })

  it('holds a tag twice made by one person in two groups', () => {
    const twice = '[1|[2|Moscow](2|actor)](1|actor)'
    expect(groupsIn({ ada: twice, ben: '[Moscow](actor)', cid: twice })).toEqual([
      'Moscow (actor) | Moscow (actor) | Moscow (actor): ',
      'Moscow (actor) | – | Moscow (actor): missed',
    ])
  })

  it('counts a merged label as the one that it was merged into', () => {
    const [plain] = comparing.codebook.labels
    const merged: Label = { ...plain!, id: 'speaker', retired: true, into: ['actor'] }
    const codebook = { ...comparing.codebook, labels: [...comparing.codebook.labels, merged] }
    expect(groupsIn({ ada: '[Moscow](actor)', ben: '[Moscow](speaker)' })).toEqual([
      'Moscow (actor) | Moscow (speaker): label',
    ])
    expect(groupsIn({ ada: '[Moscow](actor)', ben: '[Moscow](speaker)' }, { codebook })).toEqual([
      'Moscow (actor) | Moscow (speaker): ',
    ])
  })
})

describe('tags on the same words', () => {
  const between = (a: Partial<Annotation>, b: Partial<Annotation>, more: Partial<typeof comparing> = {}) => {
    const sides = [a, b].map((fields, i) => ({
      annotator: ['ada', 'ben'][i]!,
      tags: [tagOn(drawnId(i + 1), [[0, 4]], fields)],
      links: [],
    }))
    const [group] = compare(sides, more).tags
    return [...group!.kinds, ...group!.attributes]
  }
  const [moscow, kremlin, stay] = [drawnId(1), drawnId(2), drawnId(3)]

  it('differ in whom they mean, unless one was merged into the other', () => {
    const apart = Registry.of([actor('Moscow', { id: moscow }), actor('Kremlin', { id: kremlin })])
    const merged = Registry.of([
      actor('Moscow', { id: moscow }),
      actor('Kremlin', { id: kremlin, into: moscow }),
    ])
    const both = [{ means: moscow }, { means: kremlin }] as const
    expect(between(...both, { registry: apart })).toEqual(['actor'])
    expect(between(...both, { registry: merged })).toEqual([])
    expect(between({ means: moscow }, { means: null }, { registry: apart })).toEqual(['actor'])
  })

  it('differ in the position', () => {
    const registry = Registry.of([position('He stays', 'Must he go?', { id: stay })])
    expect(between({ label: 'claim', means: stay }, { label: 'claim' }, { registry })).toEqual(['position'])
  })

  it('differ in stance and in other attributes, in the order of the codebook', () => {
    const position_ = (attributes: Annotation['attributes']) => ({ label: 'position', attributes })
    expect(between(position_({ stance: 2 }), position_({ stance: -1 }))).toEqual(['stance', 'stance'])
    expect(between(position_({ strength: 2, condition: 'if he goes' }), position_({ strength: 3 }))).toEqual([
      'attribute',
      'condition',
      'strength',
    ])
  })

  it('do not differ by notes, by how sure the annotators are, or by what only one label has', () => {
    expect(between({ note: 'why?' }, { attributes: { confidence: 2 } })).toEqual([])
    expect(between({ label: 'position', attributes: { stance: 1 } }, { label: 'actor' })).toEqual(['label'])
  })
})

describe('links between matched tags', () => {
  const people = (...types: readonly (readonly string[])[]): Side[] =>
    types.map((theirs, i) => {
      const [one, other] = [tagOn(drawnId(10 * i + 1), [[0, 4]]), tagOn(drawnId(10 * i + 2), [[6, 9]])]
      const links = theirs.map((type, n) => linkOf(drawnId(10 * i + 3 + n), type, one, other))
      return { annotator: ['ada', 'ben', 'cid'][i]!, tags: [one, other], links }
    })
  const linksOf = (sides: readonly Side[]) =>
    compare(sides).links.map(
      ({ links, kinds }) => `${links.map((link) => link?.type ?? '–').join(' ')} ${kinds.join()}`,
    )

  it('are quiet when all have them, and differ when one has none or another type', () => {
    expect(linksOf(people(['makes'], ['makes']))).toEqual(['makes makes '])
    expect(linksOf(people(['makes'], []))).toEqual(['makes – link'])
    expect(linksOf(people(['makes'], ['cites']))).toEqual(['makes cites link'])
    expect(linksOf(people(['makes', 'cites'], ['cites'], ['cites']))).toEqual([
      'makes – – link',
      'cites cites cites ',
    ])
  })

  it('say nothing where a tag at an end is missed', () => {
    const [ada, ben] = people(['makes'], [])
    expect(linksOf([ada!, { ...ben!, tags: ben!.tags.slice(0, 1) }])).toEqual(['makes – '])
  })

  it('twice made by one person are two', () => {
    expect(linksOf(people(['makes', 'makes'], ['makes']))).toEqual(['makes makes ', 'makes – link'])
  })
})

it('says what a tag is matched with', () => {
  const sides = drawnSides({
    ada: '[Mr Reszek](actor)',
    ben: 'Mr [Reszek](actor)',
    cid: '[Mr Reszek](actor)',
    dot: 'Mr Reszek',
  })
  const comparison = compare(sides)
  const nameOf = (id: string) => id[0]!.toUpperCase() + id.slice(1)
  const [tag] = sides[0]!.tags
  expect(matchInWords(matchOf(comparison, 'ada', tag!.id), nameOf)).toBe(
    'matched with Ben’s “xxxxxx”, 0.67 overlap; with Cid’s, the same words',
  )
  expect(groupWith(comparison, 'ada', tag!.id)!.kinds).toEqual(['missed', 'boundary'])
  const alone = compare(sides.filter(({ annotator }) => annotator === 'ada' || annotator === 'dot'))
  expect(matchInWords(matchOf(alone, 'ada', tag!.id), nameOf)).toBe('matched with nobody’s tag')
})

/** What is compared, with each side's share told by the side's name. */
const told = ({ sides, tags, links }: Comparison) => ({
  tags: tags.map((group) => ({ ...group, tags: byName(sides, group.tags) })),
  links: links.map((group) => ({ ...group, links: byName(sides, group.links) })),
})
const byName = <T>(sides: readonly string[], values: readonly T[]) =>
  Object.fromEntries(sides.map((side, i) => [side, values[i]]))

it('depends on no order', () => {
  const twice = anySides({ sides: 4, tags: 6 }).chain((sides) =>
    fc.tuple(fc.constant(sides), shuffledSides(sides)),
  )
  fc.assert(
    fc.property(twice, fc.constantFrom(0, 0.4), ([sides, again], threshold) => {
      expect(told(compare(again, { threshold }))).toEqual(told(compare(sides, { threshold })))
    }),
    { numRuns: 300 },
  )
})

it('has every tag once, at most one of each person in a group, and of two people their matching', () => {
  fc.assert(
    fc.property(anySides({ sides: 4, tags: 6 }), (sides) => {
      const comparison = compare(sides)
      const ids = comparison.tags.flatMap(({ tags }) => tags.flatMap((tag) => tag?.id ?? []))
      expect(ids.toSorted()).toEqual(sides.flatMap(({ tags }) => tags.map(({ id }) => id)).toSorted())
      const [a, b] = [sides[0]!, sides[1]!]
      const pairs = compare([a, b]).tags.flatMap(({ tags: [one, other] }) =>
        one && other ? [[one.id, other.id]] : [],
      )
      const matches = matchTags(a, b, comparing).map((match) => [match.a.id, match.b.id])
      const inOrder = (all: readonly string[][]) => all.map(([one, other]) => `${one} ${other}`).toSorted()
      expect(inOrder(pairs)).toEqual(inOrder(matches))
    }),
  )
})

it('is the same whatever notes say', () => {
  fc.assert(
    fc.property(anySides({ sides: 3, tags: 5 }), fc.string(), (sides, note) => {
      const noted = sides.map((side) => ({ ...side, tags: side.tags.map((tag) => ({ ...tag, note })) }))
      const kinds = (each: readonly Side[]) => compare(each).tags.map((group) => [group.key, group.kinds])
      expect(kinds(noted)).toEqual(kinds(sides))
    }),
  )
})
