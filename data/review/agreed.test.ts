import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotatorIdFrom } from '../model/ids'
import type { Annotation, Link, WorkRecord } from '../model/records'
import type { AgreedRule, Decision, Named } from '../model/review-records'
import { annotated, drawnId } from '../samples/annotated'
import { AGREED, agreedFrom, agreedSet, isAgreed, recordsOf, workOn, type AgreedArticle } from './agreed'
import { anySides, comparing, drawnSides, linkOf, tagOn, wordsOf } from './drawn-sides.test-data'
import { printOf } from './print'

const { threshold, codebook, registry } = comparing
const article = 'a'.repeat(26)
interface Work {
  readonly annotator: string
  readonly records: readonly WorkRecord[]
}

const unanimous: AgreedRule = { is: 'unanimous' }
const decided: AgreedRule = { is: 'decided' }
const agree = (sets: readonly Work[], rule: AgreedRule = decided) =>
  agreedSet(workOn(article, sets), { rule, threshold }, registry, codebook)

/** Each person's tags, drawn over one text, as their records; and the text. */
function drawn(drawings: Readonly<Record<string, string>>) {
  const sets = drawnSides(drawings).map(({ annotator, tags }) => ({ annotator, records: tags }))
  const { text } = annotated(Object.values(drawings)[0]!).articles[0]!
  const tag = (annotator: string, n: number) => {
    const found = sets.find((set) => set.annotator === annotator)?.records[n - 1]
    if (!found) throw new Error('nothing is drawn there')
    return found
  }
  return { sets, text, tag }
}

const named = (annotator: string, { id }: { readonly id: string }): Named => ({ annotator, id })

let decisions = 0
const decision = (
  on: readonly (readonly [annotator: string, record: Annotation | Link])[],
  more: Partial<Decision> = {},
): Decision => ({
  is: 'decision',
  id: drawnId(5000 + ++decisions),
  created: '2031-03-13T09:00:00.000Z',
  modified: '2031-03-13T09:00:00.000Z',
  article,
  action: 'accept',
  on: on.map(([annotator, record]) => ({ ...named(annotator, record), as: printOf(record) })),
  readings: [],
  links: [],
  reason: null,
  note: '',
  codebook: codebook.id,
  ...more,
})
const by = (annotator: string, ...records: WorkRecord[]): Work => ({ annotator, records })
const reading = (start: number, end: number, label = 'actor') => {
  const { target } = tagOn('', [[start, end]])
  return { label, target, attributes: {}, means: null }
}

/** The words of each agreed tag with its label and whose it is: "Reszek (actor) of ada ben". */
const told = ({ tags }: AgreedArticle, text: string): string[] =>
  tags.map(({ tag, provenance: { from, weight } }) => {
    const whose = from.map(({ annotator }) => annotator).join(' ')
    return `${wordsOf(text, tag)} (${tag.label}) of ${whose}${weight === null ? '' : ` at ${weight}`}`
  })

describe('tags that nobody has decided on', () => {
  const { sets, text } = drawn({
    ada: '[Reszek](actor) of [Orlane](actor) said [no](claim).',
    ben: '[Reszek](actor) of [Orlane](actor) said no.',
    cid: '[Reszek](actor) of Orlane said [no](position).',
  })

  it.each([
    ['none, where only decisions count', decided, []],
    ['those that all have', unanimous, ['Reszek (actor) of ada ben cid']],
    [
      'those that two thirds have',
      { is: 'majority', share: 2 / 3 },
      ['Reszek (actor) of ada ben cid', 'Orlane (actor) of ada ben'],
    ],
    [
      'nothing that another contradicts with as many for it',
      { is: 'majority', share: 0.1 },
      ['Reszek (actor) of ada ben cid', 'Orlane (actor) of ada ben'],
    ],
  ] as const)('come in: %s', (_, rule, agreed) => {
    expect(told(agree(sets, rule), text)).toEqual(agreed)
  })

  it('wait, and it is known how many', () => {
    expect(agree(sets, unanimous).waiting).toBe(2)
  })

  it('are counted among all who are done, even with nothing', () => {
    const done = { is: 'done', id: drawnId(77), created: '', modified: '', article } as const
    expect(agree([...sets, by('dot', done)], unanimous).tags).toEqual([])
  })
})

describe('what a decision makes of tags', () => {
  const { sets, text, tag } = drawn({
    ada: '[Mr Reszek](actor) said [no](claim).',
    ben: 'Mr [Reszek](actor) said [no](claim).',
  })
  const mr = ['ada', tag('ada', 1)] as const
  const plain = ['ben', tag('ben', 1)] as const
  const after = (one: Decision, rule: AgreedRule = decided) =>
    told(agree([...sets, by('eve', one)], rule), text)

  it('accepts one, and the tag matched with it does not come in by a rule', () => {
    expect(after(decision([mr]), { is: 'majority', share: 0.5 })).toEqual([
      'Mr Reszek (actor) of ada',
      'no (claim) of ada ben',
    ])
  })

  it('accepts one that others have alike: it is from all of them', () => {
    expect(after(decision([['ada', tag('ada', 2)]]))).toEqual(['no (claim) of ada ben'])
  })

  it('rejects: then nothing of it comes in', () => {
    expect(after(decision([mr, plain], { action: 'reject' }), unanimous)).toEqual(['no (claim) of ada ben'])
  })

  it('changes both to one', () => {
    expect(after(decision([mr, plain], { action: 'change', readings: [reading(3, 9, 'claim')] }))).toEqual([
      'Reszek (claim) of ada ben',
    ])
  })

  it('merges two, and splits one', () => {
    expect(after(decision([mr, plain], { action: 'merge', readings: [reading(0, 9)] }))).toEqual([
      'Mr Reszek (actor) of ada',
    ])
    expect(after(decision([mr], { action: 'split', readings: [reading(0, 2), reading(3, 9)] }))).toEqual([
      'Mr (actor) of ada',
      'Reszek (actor) of ada ben',
    ])
  })

  it('leaves contested readings, all of them, with their weights or equal ones', () => {
    const both = [reading(0, 9), reading(3, 9)]
    expect(after(decision([mr, plain], { action: 'contested', readings: both }))).toEqual([
      'Mr Reszek (actor) of ada at 0.5',
      'Reszek (actor) of ben at 0.5',
    ])
    const weighed = both.map((each, i) => ({ ...each, weight: i === 0 ? 0.7 : 0.3 }))
    expect(after(decision([mr, plain], { action: 'contested', readings: weighed }))).toEqual([
      'Mr Reszek (actor) of ada at 0.7',
      'Reszek (actor) of ben at 0.3',
    ])
  })

  it('says who decided what, and why', () => {
    const one = decision([mr], { action: 'accept', reason: 'boundary' })
    const [first] = agree([...sets, by('eve', one)]).tags
    expect(first?.provenance).toEqual({
      from: [named('ada', tag('ada', 1))],
      decisions: [{ id: one.id, by: 'eve', action: 'accept', reason: 'boundary' }],
      by: 'decided',
      weight: null,
    })
  })

  it('lets the later of two reviewers’ count, and lists where they clash', () => {
    const earlier = decision([mr], { action: 'reject' })
    const later = decision([mr], { modified: '2031-03-14T09:00:00Z' })
    const both = agree([...sets, by('fay', later), by('eve', earlier)])
    expect(told(both, text)).toEqual(['Mr Reszek (actor) of ada'])
    expect(both.clashes.map(({ on, decisions: said }) => [on.id, said.map((each) => each.by)])).toEqual([
      [tag('ada', 1).id, ['eve', 'fay']],
    ])
    const alike = [decision([mr]), decision([mr, ['ada', tag('ada', 2)]])]
    expect(agree([...sets, by('eve', alike[0]!), by('fay', alike[1]!)]).clashes).toEqual([])
  })

  it('has a reviewer who only reviews not count among those who tagged', () => {
    const own = tagOn(drawnId(900), [[10, 14]])
    const work = [...sets, by('eve', own, decision([['eve', own]]))]
    expect(told(agree(work, unanimous), text)).toEqual(['said (actor) of eve', 'no (claim) of ada ben'])
  })
})

describe('links', () => {
  const { sets, tag } = drawn({
    ada: '[Reszek](actor) said [no](claim).',
    ben: '[Reszek](actor) said [no](claim).',
  })
  const link = (annotator: string, id: number, type = 'makes') =>
    linkOf(drawnId(id), type, tag(annotator, 1), tag(annotator, 2))
  const withLinks = (more: Readonly<Record<string, readonly WorkRecord[]>>) => [
    ...sets.map(({ annotator, records }) => by(annotator, ...records, ...(more[annotator] ?? []))),
    ...Object.entries(more).flatMap(([annotator, records]) =>
      sets.some((set) => set.annotator === annotator) ? [] : [by(annotator, ...records)],
    ),
  ]
  const types = (more: Readonly<Record<string, readonly WorkRecord[]>>, rule: AgreedRule = unanimous) => {
    const agreed = agree(withLinks(more), rule)
    const words = (id: string) => (agreed.tags.find((each) => each.tag.id === id) ? 'in' : 'out')
    return agreed.links.map(
      ({ link: each, provenance }) =>
        `${each.type} ${words(each.from)}–${words(each.to)} of ${provenance.from.map(({ annotator }) => annotator).join(' ')}`,
    )
  }

  it('come in when all whose tags stand at their ends have them, or a share of them', () => {
    expect(types({ ada: [link('ada', 301)], ben: [link('ben', 302)] })).toEqual(['makes in–in of ada ben'])
    expect(types({ ada: [link('ada', 301)] })).toEqual([])
    expect(types({ ada: [link('ada', 301)] }, { is: 'majority', share: 0.5 })).toEqual(['makes in–in of ada'])
  })

  it('do not come in without their ends', () => {
    expect(types({ ada: [link('ada', 301)], ben: [link('ben', 302)] }, decided)).toEqual([])
  })

  it('come in accepted, stay out rejected, with those like them, and become what they were changed into', () => {
    const ada = link('ada', 301)
    const ben = link('ben', 302)
    expect(types({ ada: [ada], eve: [decision([['ada', ada]])] })).toEqual(['makes in–in of ada'])
    const no = decision([['ada', ada]], { action: 'reject' })
    expect(types({ ada: [ada], ben: [ben], eve: [no] })).toEqual([])
    const turned = { type: 'addresses', from: named('ben', tag('ben', 2)), to: named('ada', tag('ada', 1)) }
    const other = decision([['ada', ada]], { action: 'change', links: [turned] })
    expect(types({ ada: [ada], ben: [ben], eve: [other] })).toEqual(['addresses in–in of ada'])
  })
})

describe('for another look is', () => {
  const { sets, tag } = drawn({ ada: '[Mr Reszek](actor) said [no](claim).' })
  const mr = tag('ada', 1)
  const after = (made: Decision, ...now: readonly WorkRecord[]) =>
    agree([by('ada', ...now), by('eve', made)]).stale.map(({ on, why }) => `${why} ${on.annotator}`)
  const moved: Annotation = { ...mr, target: tagOn('', [[3, 9]]).target }

  it('what changed after it was decided on, or went, and no note', () => {
    expect(sets).toHaveLength(1)
    expect(after(decision([['ada', mr]]), mr)).toEqual([])
    expect(after(decision([['ada', mr]]), { ...mr, note: 'Sure.', attributes: { confidence: 5 } })).toEqual(
      [],
    )
    expect(after(decision([['ada', mr]]), moved)).toEqual(['changed ada'])
    expect(after(decision([['ada', mr]]))).toEqual(['gone ada'])
  })

  it('not what its annotator made of it as it was decided', () => {
    const change = decision([['ada', mr]], { action: 'change', readings: [reading(3, 9)] })
    expect(after(change, mr)).toEqual([])
    expect(after(change, moved)).toEqual([])
    expect(after(change, { ...moved, label: 'claim' })).toEqual(['changed ada'])
    expect(after(decision([['ada', mr]], { action: 'reject' }))).toEqual([])
  })
})

it.each(['Agreed', 'agreed', 'Agreed set', 'AGREED  SET!'])(
  'nobody called “%s” is taken for an agreed set',
  (name) => {
    const id = annotatorIdFrom(name, 'abcdefghij')
    expect([id, isAgreed(id)]).toEqual(['annotator-abcdefghij', false])
    expect([isAgreed(AGREED), isAgreed(agreedFrom('abcdefghij'))]).toEqual([true, true])
  },
)

/** Any people's work with any decisions on it. */
const anyWork: fc.Arbitrary<Work[]> = anySides({ sides: 4, tags: 5 }).chain((sides) => {
  const records = sides.flatMap(({ annotator, tags, links }) =>
    [...tags, ...links].map((record) => [annotator, record] as const),
  )
  const anyDecision = fc.record({
    on: fc.subarray(records.slice(0, 12), {
      minLength: Math.min(1, records.length),
      maxLength: Math.min(3, records.length),
    }),
    action: fc.constantFrom('accept' as const, 'reject', 'change', 'contested'),
    by: fc.constantFrom('eve', 'fay', 'ada'),
    at: fc.integer({ min: 10, max: 14 }),
    id: fc.uuid(),
  })
  return fc.uniqueArray(anyDecision, { maxLength: 5, selector: ({ id }) => id }).map((made) => {
    const work = new Map(
      sides.map(({ annotator, tags, links }): [string, WorkRecord[]] => [annotator, [...tags, ...links]]),
    )
    for (const { on, action, by: reviewer, at, id } of made) {
      if (on.length === 0) continue
      const readings =
        action === 'contested' ? [reading(1, 3), reading(2, 5)] : action === 'change' ? [reading(1, 4)] : []
      const one = decision(on, { id, action, readings, modified: `2031-03-${at}T09:00:00.000Z` })
      work.set(reviewer, [...(work.get(reviewer) ?? []), one])
    }
    return [...work].map(([annotator, theirs]) => by(annotator, ...theirs))
  })
})
const anyRule = fc.constantFrom<AgreedRule[]>(
  decided,
  unanimous,
  { is: 'majority', share: 0.5 },
  { is: 'majority', share: 0.3 },
)
const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })
const inAnyOrder = (work: readonly Work[]): fc.Arbitrary<Work[]> =>
  fc
    .tuple(...work.map(({ annotator, records }) => shuffled(records).map((some) => by(annotator, ...some))))
    .chain(shuffled)

describe('whatever people tag and decide', () => {
  it('the agreed set does not depend on the order in which their work comes', () => {
    const orders = anyWork.chain((work) => fc.tuple(fc.constant(work), inAnyOrder(work), anyRule))
    fc.assert(
      fc.property(orders, ([work, other, rule]) => {
        expect(agree(other, rule)).toEqual(agree(work, rule))
      }),
      { numRuns: 400 },
    )
  })

  it('no tag is in it twice, no id, and every link has both ends in it', () => {
    fc.assert(
      fc.property(anyWork, anyRule, (work, rule) => {
        const agreed = agree(work, rule)
        const ids = recordsOf(agreed).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { link } of agreed.links)
          expect([ids.includes(link.from), ids.includes(link.to)]).toEqual([true, true])
      }),
      { numRuns: 200 },
    )
  })

  it('notes and answers do not change it, nor who else looks on', () => {
    fc.assert(
      fc.property(anyWork, anyRule, fc.string(), (work, rule, words) => {
        const at = {
          id: drawnId(8000),
          created: '2031-03-15T09:00:00.000Z',
          modified: '2031-03-15T09:00:00.000Z',
        }
        const chatty = work.map(({ annotator, records }) =>
          by(
            annotator,
            ...records.map((record) =>
              record.is === 'annotation' || record.is === 'decision' ? { ...record, note: words } : record,
            ),
            { is: 'answer', ...at, article, decision: drawnId(5001), text: 'Why?' },
          ),
        )
        expect(agree(chatty, rule).tags).toEqual(agree(work, rule).tags)
        expect(agree(chatty, rule).links).toEqual(agree(work, rule).links)
      }),
      { numRuns: 100 },
    )
  })
})
