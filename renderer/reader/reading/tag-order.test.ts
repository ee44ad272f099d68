import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DrawnTag } from '../drawing/tag-index'
import { nextAround, nextInText } from './tag-order'

/** Passages are ten code units long. */
const passages = { count: 10, at: (offset: number) => Math.min(9, Math.max(0, Math.floor(offset / 10))) }

const tag = (id: string, start: number, end: number) =>
  ({ id, spans: [{ start, end }] }) as unknown as DrawnTag

const indexOf = (tags: readonly DrawnTag[]) => ({
  inPassages: (first: number) =>
    tags.filter(
      ({ spans: [span] }) => passages.at(span!.start) <= first && first <= passages.at(span!.end - 1),
    ),
})

const walk = (
  tags: readonly DrawnTag[],
  from: DrawnTag | number,
  step: 1 | -1,
  isShown = (_: DrawnTag) => true,
) => {
  const found: string[] = []
  for (let at: DrawnTag | number = from; ;) {
    const next = nextInText(indexOf(tags), passages, at, step, isShown)
    if (!next) return found.join(' ')
    found.push(next.id)
    at = next
  }
}

describe('going from tag to tag', () => {
  const tags = [tag('long', 5, 60), tag('short', 5, 8), tag('far', 91, 95), tag('twin', 5, 8)]

  it('goes in text order, the longer first, over passages without any', () => {
    expect(walk(tags, 0, 1)).toBe('long short twin far')
    expect(walk(tags, 100, -1)).toBe('far twin short long')
  })

  it('begins with a tag that starts at the caret, and going back with one before it', () => {
    expect(walk(tags, 5, 1)).toBe('long short twin far')
    expect(walk(tags, 5, -1)).toBe('')
    expect(walk(tags, 30, 1)).toBe('far')
  })

  it('passes over what is hidden', () => {
    expect(walk(tags, 0, 1, ({ id }) => id !== 'short')).toBe('long twin far')
  })

  it('reaches every tag once, and back', () => {
    const any = fc
      .array(fc.tuple(fc.nat(98), fc.nat(40)), { maxLength: 20 })
      .map((pairs) =>
        pairs.map(([start, length], i) => tag(`t${i}`, start, Math.min(100, start + length + 1))),
      )
    fc.assert(
      fc.property(any, (some) => {
        const there = walk(some, 0, 1).split(' ').filter(Boolean)
        expect(there.toSorted()).toEqual(some.map(({ id }) => id).toSorted())
        expect(walk(some, 100, -1).split(' ').filter(Boolean).toReversed()).toEqual(there)
      }),
    )
  })
})

it('goes round places, and says so', () => {
  const places = [
    { start: 2, end: 4 },
    { start: 8, end: 10 },
  ]
  expect(nextAround(places, { start: 2, end: 4 }, 1)).toEqual({ index: 1, again: false })
  expect(nextAround(places, { start: 8, end: 10 }, 1)).toEqual({ index: 0, again: true })
  expect(nextAround(places, { start: 2, end: 4 }, -1)).toEqual({ index: 1, again: true })
  expect(nextAround([], { start: 2, end: 4 }, 1)).toBeNull()
})
