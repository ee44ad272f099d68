import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { Annotation } from '../../../data/model/records'
import type { Span } from '../../../data/model/span'
import { TagList } from '../../state/tag-list'
import { Passages } from '../text/passages'
import { TagIndex, type TagChange } from './tag-index'

/** Twelve paragraphs of nine characters, a line break after each. */
const text = Array.from({ length: 12 }, () => 'one a two').join('\n')
const passages = new Passages(
  text,
  Array.from({ length: 12 }, (_, i) => ({ start: i * 10, end: i * 10 + 9 })),
)

const tag = (id: string, ...spans: readonly (readonly [start: number, end: number])[]): Annotation => ({
  is: 'annotation',
  id,
  created: '',
  modified: '',
  article: '',
  label: ['actor', 'position', 'claim'][id.length % 3]!,
  target: spans.map(([start, end]) => ({ start, end, quote: '', prefix: '', suffix: '' })),
  attributes: {},
  note: '',
  means: null,
  codebook: '',
})

const indexOf = (below: readonly Annotation[], above: readonly Annotation[] = []) => {
  const index = new TagIndex(passages, builtInCodebook)
  index.fill(listOf(below), listOf(above))
  return index
}
const listOf = (tags: readonly Annotation[]) => TagList.of(new Map(tags.map((tag) => [tag.id, tag])))
const put = (annotation: Annotation): TagChange => ({ id: annotation.id, annotation, side: 'below' })
const idsIn = (index: TagIndex, passage: number) => index.inPassages(passage).map(({ id }) => id)

describe('the tags of a passage', () => {
  it('are those that start there, go through it or end there', () => {
    const index = indexOf([tag('long', [0, 29]), tag('there', [10, 13]), tag('elsewhere', [20, 23])])
    expect(idsIn(index, 1)).toEqual(['there', 'long'])
    expect(idsIn(index, 2)).toEqual(['elsewhere', 'long'])
    expect(idsIn(index, 3)).toEqual([])
  })

  it('are those of a discontinuous tag that has a part before it and one after it', () => {
    expect(idsIn(indexOf([tag('parts', [0, 3], [20, 23])]), 1)).toEqual(['parts'])
  })

  it('stand above the words when they are somebody else’s', () => {
    const index = indexOf([tag('mine', [0, 3])], [tag('theirs', [0, 5])])
    expect(index.inPassages(0).map(({ id, side }) => `${id} ${side}`)).toEqual(['mine below', 'theirs above'])
  })

  it('change with a change, which says where', () => {
    const index = indexOf([tag('a', [0, 3]), tag('b', [0, 13])])
    expect([...index.change([put(tag('a', [30, 33]))])]).toEqual([0, 3])
    expect([...index.change([{ id: 'b', annotation: null, side: 'below' }])]).toEqual([0, 1])
    expect([idsIn(index, 0), idsIn(index, 3)]).toEqual([[], ['a']])
    expect([...index.change([{ id: 'b', annotation: null, side: 'below' }])]).toEqual([])
  })
})

const anySpan = fc
  .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 25 }))
  .map(([start, length]): Span => ({ start, end: Math.min(text.length, start + length) }))
const anyTags = fc.array(anySpan, { maxLength: 30 })
const anyChanges = fc.array(fc.tuple(fc.nat(40), fc.option(anySpan)), { maxLength: 30 })

it('tells of any tags, after any changes, what a list that is gone through tells', () => {
  fc.assert(
    fc.property(anyTags, anyChanges, (spans, changes) => {
      const tags = spans.map(({ start, end }, i) => tag(String(i), [start, end]))
      const index = indexOf(tags.toSorted((a, b) => a.target[0]!.start - b.target[0]!.start))
      const list = new Map(tags.map((one) => [one.id, one]))
      for (const [id, span] of changes) {
        const annotation = span && tag(String(id), [span.start, span.end])
        index.change([{ id: String(id), annotation, side: 'below' }])
        if (annotation) list.set(annotation.id, annotation)
        else list.delete(String(id))
      }
      const touching = ({ start, end }: Span) =>
        [...list.values()].filter(({ target: [span] }) => span!.start < end && start < span!.end)
      const sorted = (ids: readonly string[]) => ids.toSorted()
      for (let passage = 0; passage < passages.count; passage++) {
        const { start, end } = passages.span(passage)
        // The line break after a paragraph counts as its own.
        expect(sorted(idsIn(index, passage))).toEqual(
          sorted(touching({ start, end: end + 1 }).map(({ id }) => id)),
        )
      }
      for (let offset = 0; offset < text.length; offset++)
        expect(sorted(index.at(offset).map(({ id }) => id))).toEqual(
          sorted(touching({ start: offset, end: offset + 1 }).map(({ id }) => id)),
        )
      for (const [id, one] of list) expect(index.get(id)?.annotation).toBe(one)
    }),
  )
})
