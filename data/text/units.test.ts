import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphemeAt, isBetweenGraphemes } from './graphemes'
import { oddText } from './odd-text.test-data'
import { PIECE } from './pieces'
import { Units, type TextUnit } from './units'

/** The blocks of a text are its lines, without the white space at their ends, as in an article; and without half a cluster. */
function unitsOf(text: string): Units {
  let at = 0
  const blocks = text.split('\n').flatMap((line) => {
    const trimmed = at + line.length - line.trimStart().length
    const start = isBetweenGraphemes(text, trimmed) ? trimmed : graphemeAt(text, trimmed).end
    const last = at + line.trimEnd().length
    const end = isBetweenGraphemes(text, last) ? last : graphemeAt(text, last).start
    at += line.length + 1
    return start < end ? [{ start, end }] : []
  })
  return new Units(text, blocks)
}

const all: readonly TextUnit[] = ['character', 'word', 'clause', 'sentence', 'paragraph', 'quotation']

const talks = 'If he stays, the talks end. She said: “Go, if you must.”\nNobody came.'

/** Where one stops on the way through a text, as the words that follow each stop. */
const stops = (text: string, unit: TextUnit) => {
  const units = unitsOf(text)
  const found: string[] = []
  for (let at = units.start; at < units.end; at = units.nextStart(unit, at))
    found.push(text.slice(at, at + 6))
  return found
}

it('goes from start to start', () => {
  expect(stops(talks, 'clause')).toEqual(['If he ', 'the ta', 'She sa', 'Go, if', 'if you', 'Nobody'])
  expect(stops(talks, 'sentence')).toEqual(['If he ', 'She sa', 'Nobody'])
  expect(stops(talks, 'paragraph')).toEqual(['If he ', 'Nobody'])
  expect(stops(talks, 'quotation')).toEqual(['If he ', '“Go, i'])
})

it('grows from word to clause, sentence and paragraph, and passes over what adds only marks', () => {
  const units = unitsOf(talks)
  const sizes = (from: string) => {
    const found: string[] = []
    const at = talks.indexOf(from)
    for (let span = units.grown({ start: at, end: at }); span; span = units.grown(span))
      found.push(talks.slice(span.start, span.end))
    return found
  }
  expect(sizes('talks')).toEqual([
    'talks',
    'the talks end',
    'If he stays, the talks end.',
    'If he stays, the talks end. She said: “Go, if you must.”',
  ])
  expect(sizes('came')).toEqual(['came', 'Nobody came.'])
})

it('reads the same sentences in a long paragraph from wherever one comes', () => {
  const sentences = Array.from({ length: 1500 }, (_, i) => `Line ${i} of Mr. Ilde’s long report, as it came.`)
  const text = sentences.join(' ')
  const units = unitsOf(text)
  const forward: number[] = []
  for (let at = 0; at < units.end; at = units.nextStart('sentence', at)) forward.push(at)
  expect(text.length).toBeGreaterThan(5 * PIECE)
  expect(forward).toHaveLength(sentences.length)
  const backward: number[] = []
  for (let at = units.end; at > 0;) backward.push((at = units.previousStart('sentence', at)))
  expect(backward.toReversed()).toEqual(forward)
})

it.each(all)(
  'goes through any text by %s without stalling, between clusters, and back the same way',
  (unit) => {
    fc.assert(
      fc.property(oddText, (text) => {
        const units = unitsOf(text)
        const forward = [units.start]
        while (forward.at(-1)! < units.end) {
          const at = units.nextStart(unit, forward.at(-1)!)
          expect(at).toBeGreaterThan(forward.at(-1)!)
          expect(isBetweenGraphemes(text, at)).toBe(true)
          forward.push(at)
        }
        const ends: number[] = []
        for (let at = units.start; at < units.end; ends.push(at)) {
          const next = units.nextEnd(unit, at)
          expect(next).toBeGreaterThan(at)
          at = next
        }
        const starts = forward.slice(0, -1)
        for (let at = units.end; at > units.start;) {
          const back = units.previousStart(unit, at)
          expect(back).toBeLessThan(at)
          at = back
          if (unit !== 'word' && at > units.start) expect(starts).toContain(at)
        }
      }),
      { numRuns: 200 },
    )
  },
)

it('only ever grows, and ends', () => {
  fc.assert(
    fc.property(oddText, fc.nat(), (text, n) => {
      const units = unitsOf(text)
      const at = units.start + (n % (units.end - units.start + 1))
      let span = { start: at, end: at }
      for (let i = 0; i < 5; i++) {
        const next = units.grown(span)
        if (!next) return
        expect(next.start <= span.start && span.end <= next.end).toBe(true)
        expect(next.end - next.start).toBeGreaterThan(span.end - span.start)
        span = next
      }
      expect(units.grown(span)).toBeNull()
    }),
  )
})

it('answers at once in one paragraph of 100,000 words', () => {
  const text = 'The crews said, as they had, that nobody came to the quay. '.repeat(9000)
  const units = unitsOf(text)
  units.nextStart('clause', 300_000)
  const began = performance.now()
  let at = 300_000
  for (let i = 0; i < 200; i++) at = units.nextStart('clause', at)
  expect(performance.now() - began).toBeLessThan(5000)
})
