import { expect, it } from 'vitest'
import type { Stroke } from './measure'
import { overlapWords } from './overlap-words'
import type { DrawnTag } from './tag-index'

/**
 * What is said of each tag of a line. They are drawn under their words, each row ending with its name:
 *
 *     the minister said
 *     ============      outer
 *         ========      inner
 */
function said(rows: readonly string[]): Record<string, string | null> {
  const tags = rows.map((row): DrawnTag => {
    const id = row.trim().split(/\s+/).at(-1)!
    const spans = [...row.matchAll(/=+/g)].map(({ index, 0: run }) => ({
      start: index,
      end: index + run.length,
    }))
    const length = spans.at(-1)!.end - spans[0]!.start
    const side = id.startsWith('their') ? 'above' : 'below'
    // Nothing else of a tag is asked for.
    return { id, spans, length, side } as unknown as DrawnTag
  })
  const on = tags
    .toSorted((a, b) => a.length - b.length)
    .flatMap((tag) => tag.spans.map(() => ({ tag }) as unknown as Stroke))
  return Object.fromEntries(tags.map((tag) => [tag.id, overlapWords(tag, on, ({ id }) => id)]))
}

it('says nothing of a tag that is alone where it starts', () => {
  expect(said(['===     a', '    === b'])).toEqual({ a: null, b: null })
})

it('says which of how many it is, from the words outward, and what it lies inside', () => {
  expect(said(['========== outer', '  ======   middle', '    ==     inner'])).toEqual({
    outer: null,
    middle: '1 of 2 here, inside outer',
    inner: '1 of 3 here, inside middle',
  })
})

it('does not call crossing tags inside each other', () => {
  expect(said(['======     a', '   ======= b'])).toEqual({ a: null, b: '2 of 2 here' })
})

it('counts identical tags, and neither is inside the other', () => {
  expect(said(['==== a', '==== b'])).toEqual({ a: '1 of 2 here', b: '2 of 2 here' })
})

it('leaves the gap of a discontinuous tag out', () => {
  expect(said(['==   == parts', '  ==    inside'])).toEqual({ parts: null, inside: null })
})

it('says when a tag is another person’s', () => {
  expect(said(['====== theirs', '  ==   mine'])).toEqual({
    theirs: 'Another person’s',
    mine: '1 of 2 here, inside theirs',
  })
})
