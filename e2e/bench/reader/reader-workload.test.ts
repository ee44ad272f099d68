import { expect, it } from 'vitest'
import { readerWorkload, type Size } from './reader-workload'

const sparse: Size = { words: 10_000, tags: 500 }
const dense: Size = { words: 10_000, tags: 5_000 }
const wordsOf = (text: string) => text.match(/\S+/gu)!.length

it('writes the same for the same seed and size, and something else for another', () => {
  expect(readerWorkload(42, sparse)).toEqual(readerWorkload(42, sparse))
  expect(readerWorkload(43, sparse).text).not.toBe(readerWorkload(42, sparse).text)
})

it('writes as many words as asked for, in paragraphs with one line break between them', () => {
  const { text, paragraphs } = readerWorkload(42, sparse)
  expect(wordsOf(text)).toBe(10_000)
  expect(text.split('\n')).toEqual(paragraphs.map(({ start, end }) => text.slice(start, end)))
  const lengths = paragraphs.map(({ start, end }) => wordsOf(text.slice(start, end)))
  expect(Math.max(...lengths)).toBeLessThanOrEqual(90)
  expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(40)
})

it.each([sparse, dense])('tags whole words inside paragraphs: %j', (size) => {
  const { text, tags, spots } = readerWorkload(42, size)
  expect(tags).toHaveLength(size.tags)
  expect(spots).toHaveLength(50)
  for (const { start, end } of [...tags, ...spots]) {
    expect(text.slice(start, end)).not.toMatch(/^\s|\n|\s$|^$/u)
    expect(`\n${text}\n`.slice(start, end + 2)).toMatch(/^\s[^]*\s$/u)
  }
  const starts = tags.map(({ start }) => start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})

it('lays three tags in ten over or under another where there is room, and nearly all where there is none', () => {
  expect(overlapping(sparse)).toBeGreaterThan(0.25)
  expect(overlapping(sparse)).toBeLessThan(0.4)
  expect(overlapping(dense)).toBeGreaterThan(0.95)
})

/** The share of tags that share a character with another. */
function overlapping(size: Size): number {
  const { tags } = readerWorkload(42, size)
  const touched = new Set<string>()
  for (const [i, tag] of tags.entries())
    for (let j = i + 1; j < tags.length && tags[j]!.start < tag.end; j++) touched.add(tag.id).add(tags[j]!.id)
  return touched.size / tags.length
}
