import { expect, it } from 'vitest'
import { articleText } from './article-text'
import { randomOf } from './random'
import { scatterTags, spotsIn } from './scatter-tags'

const wordsOf = (text: string) => text.match(/\S+/gu)!.length
const article = articleText(7, 0, 3_000)

it('writes as many words as asked for, in paragraphs of 40 to 90', () => {
  expect(wordsOf(article.text)).toBe(3_000)
  const lengths = article.paragraphs.slice(0, -1).map((words) => words.length)
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(40)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(90)
})

it('writes the same for the same seed, and something else for another', () => {
  expect(articleText(7, 0, 3_000)).toEqual(article)
  expect(articleText(8, 0, 3_000).text).not.toBe(article.text)
  expect(articleText(7, 1, 3_000).text).not.toBe(article.text)
})

it('knows where its words stand', () => {
  for (const { start, end } of article.paragraphs.flat())
    expect(article.text.slice(start - 1, end + 1)).toMatch(/^\s\S+\s$/u)
})

it('tags whole words, of each label as many as belong to it, inside paragraphs', () => {
  const tags = scatterTags(randomOf(7), article, 900)
  const longest = { actor: 5, position: 10, claim: 22 }
  for (const { label, start, end } of tags) {
    const words = article.text.slice(start, end)
    expect(words).not.toMatch(/^\s|\n|\s$/u)
    expect(wordsOf(words)).toBeLessThanOrEqual(longest[label])
  }
  expect(tags.filter(({ label }) => label === 'claim')).toHaveLength(300)
  expect(scatterTags(randomOf(7), article, 900)).toEqual(tags)
})

it('spreads the words to tag over the article', () => {
  const spots = spotsIn(randomOf(7), article, 10)
  const tenths = spots.map(({ start }) => Math.floor((start / article.text.length) * 10))
  expect(new Set(tenths).size).toBeGreaterThanOrEqual(9)
})
