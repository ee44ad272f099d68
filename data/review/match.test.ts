import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../model/records'
import { annotated, drawnId } from '../samples/annotated'
import { anySides, comparing, drawnSides, shuffledSides, tagOn, wordsOf } from './drawn-sides.test-data'
import { Matcher, matchTags, type MatchRule } from './match'
import { overlapOf } from './overlap'
import type { Side } from './side'
import { Terms } from './terms'

const matchesIn = (ada: string, ben: string, threshold = 0.5) => {
  const [a, b] = drawnSides({ ada, ben })
  const text = annotated(ada).articles[0]!.text
  return matchTags(a!, b!, { ...comparing, threshold }).map(
    ({ a: one, b: other, overlap }) =>
      `${wordsOf(text, one)} (${one.label}) ~ ${wordsOf(text, other)} (${other.label}) ${overlap.toFixed(2)}`,
  )
}

describe('two people’s tags', () => {
  it('are matched by the words they share, whatever their labels', () => {
    expect(matchesIn('[Mr Reszek](actor) said no.', 'Mr [Reszek](claim) said [no](claim).')).toEqual([
      'Mr Reszek (actor) ~ Reszek (claim) 0.67',
    ])
  })

  it('are not matched below the threshold, and at 0 by any shared words', () => {
    const [ada, ben] = ['[he must leave now](claim)', 'he must leave [now](claim)']
    expect(matchesIn(ada, ben)).toEqual([])
    expect(matchesIn(ada, ben, 0)).toEqual(['he must leave now (claim) ~ now (claim) 0.18'])
    expect(matchesIn('[he](actor) left', 'he[ left](claim)', 0)).toEqual([])
  })

  it('of the same words keep to their labels', () => {
    expect(matchesIn('[1|[2|Moscow](2|actor)](1|position)', '[1|[2|Moscow](2|position)](1|actor)')).toEqual([
      'Moscow (position) ~ Moscow (position) 1.00',
      'Moscow (actor) ~ Moscow (actor) 1.00',
    ])
  })

  it('give way where all together overlap more', () => {
    // “abcdefghij” and “abcdefgh” have 0.8, but then the other two would be left alone.
    expect(matchesIn('[1|[2|abcdef](2|actor)ghij](1|actor)', '[1|abc[2|defgh](1|actor)ij](2|actor)')).toEqual(
      ['abcdefghij (actor) ~ defghij (actor) 0.70', 'abcdef (actor) ~ abcdefgh (actor) 0.75'],
    )
  })
})

it('of two equal tags of one person the other’s goes to the first', () => {
  const [first, second] = [tagOn(drawnId(1), [[0, 4]]), tagOn(drawnId(2), [[0, 4]])]
  const other = tagOn(drawnId(3), [[0, 4]])
  const [match, ...more] = matchTags(
    { annotator: 'ada', tags: [second, first] },
    { annotator: 'ben', tags: [other] },
    comparing,
  )
  expect([match!.a.id, more]).toEqual([first.id, []])
})

/** Every way to match, by brute force: the greatest sum of overlaps, then of same labels, then of same meanings. */
function greatest(a: readonly Annotation[], b: readonly Annotation[], threshold: number): Weight {
  const [first, ...rest] = a
  if (!first) return [0, 0, 0]
  let best = greatest(rest, b, threshold)
  for (const other of b) {
    const overlap = overlapOf(first.target, other.target)
    if (overlap === 0 || overlap < threshold) continue
    const others = b.filter((each) => each !== other)
    const [weight, labels, meanings] = greatest(rest, others, threshold)
    const with_: Weight = [
      weight + overlap,
      labels + Number(first.label === other.label),
      meanings + Number(first.means === other.means),
    ]
    if (isMore(with_, best)) best = with_
  }
  return best
}
type Weight = [overlap: number, labels: number, meanings: number]
const isMore = (a: Weight, b: Weight): boolean => {
  if (Math.abs(a[0] - b[0]) > 1e-6) return a[0] > b[0]
  return a[1] - b[1] > 0 || (a[1] === b[1] && a[2] > b[2])
}

const pairOf = ([a, b]: readonly Side[], threshold: number) => matchTags(a!, b!, { ...comparing, threshold })
const thresholds = fc.constantFrom(0, 0.2, 0.5, 0.9)

it('is the matching of greatest weight, as brute force finds it', () => {
  fc.assert(
    fc.property(anySides({ sides: 2, tags: 5 }), thresholds, ([a, b], threshold) => {
      const matches = pairOf([a!, b!], threshold)
      const sum = matches.reduce((all, { overlap }) => all + overlap, 0)
      expect(sum).toBeCloseTo(greatest(a!.tags, b!.tags, threshold)[0], 6)
      expect(new Set(matches.map((match) => match.a)).size).toBe(matches.length)
      expect(new Set(matches.map((match) => match.b)).size).toBe(matches.length)
      for (const match of matches) {
        expect(match.overlap).toBe(overlapOf(match.a.target, match.b.target))
        expect(match.overlap).toBeGreaterThanOrEqual(threshold)
      }
    }),
    { numRuns: 400 },
  )
})

it('takes same labels, then same meanings, where the overlap is the same', () => {
  // Tags of one length on one place overlap all or nothing, so that sums are whole and labels decide.
  const blocks = anySides({ sides: 2, tags: 6 }).map((sides) =>
    sides.map((side) => ({
      ...side,
      tags: side.tags.map((tag, i) => ({
        ...tag,
        target: tagOn('', [[4 * (i % 2), 4 * (i % 2) + 4]]).target,
      })),
    })),
  )
  fc.assert(
    fc.property(blocks, ([a, b]) => {
      const matches = pairOf([a!, b!], 0.5)
      const same = (key: 'label' | 'means') => matches.filter((m) => m.a[key] === m.b[key]).length
      expect([matches.length, same('label'), same('means')]).toEqual(greatest(a!.tags, b!.tags, 0.5))
    }),
  )
})

const named = (matches: readonly { a: Annotation; b: Annotation }[]) =>
  matches.map(({ a, b }) => [a.id, b.id].toSorted().join(' ')).toSorted()

it('depends neither on the order of the tags nor on who is first', () => {
  const twice = anySides({ sides: 2, tags: 8 }).chain((sides) =>
    fc.tuple(fc.constant(sides), shuffledSides(sides)),
  )
  fc.assert(
    fc.property(twice, thresholds, ([sides, again], threshold) => {
      expect(named(pairOf(again, threshold))).toEqual(named(pairOf(sides.slice(0, 2), threshold)))
    }),
    { numRuns: 400 },
  )
})

it('gives by several rules at once what each alone gives', () => {
  const rules: readonly MatchRule[] = [
    { threshold: 0.5 },
    { threshold: 0.5, sameLabel: true },
    { threshold: 0 },
    { threshold: 0.5, of: 'longer' },
  ]
  fc.assert(
    fc.property(anySides({ sides: 2, tags: 8 }), ([one, other]) => {
      const terms = new Terms(comparing)
      const [a, b] = [one!, other!].map(({ annotator, tags }) => terms.place(annotator, tags))
      const by = (asked: readonly MatchRule[]) => {
        const into = asked.map(() => new Int32Array(a!.count))
        new Matcher().between(a!, b!).by(asked, into)
        return into
      }
      expect(by(rules)).toEqual(rules.flatMap((rule) => by([rule])))
    }),
    { numRuns: 400 },
  )
})

describe('5,000 tags of each of two people on one article', () => {
  const many = (annotator: string, shape: (n: number) => [number, number], from: number): Side => ({
    annotator,
    links: [],
    tags: Array.from({ length: 5_000 }, (_, n) => tagOn(drawnId(from + n), [shape(n)])),
  })
  const within = (a: Side, b: Side, threshold: number, most: number) => {
    const start = performance.now()
    const matches = matchTags(a, b, { ...comparing, threshold })
    expect(performance.now() - start).toBeLessThan(most)
    return matches.length
  }

  it('that nest and cross take a second or two', () => {
    const shape =
      (shift: number) =>
      (n: number): [number, number] => {
        const start = 7 * n + ((n * shift) % 11)
        return [start, start + 5 + ((n * 31 * shift) % 90)]
      }
    expect(within(many('ada', shape(1), 1), many('ben', shape(3), 10_000), 0, 5_000)).toBeGreaterThan(4_000)
    expect(within(many('ada', shape(1), 1), many('ben', shape(3), 10_000), 0.5, 5_000)).toBeGreaterThan(2_000)
  })
})
